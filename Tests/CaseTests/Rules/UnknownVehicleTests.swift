import Casework
import Testing
import Wording

@Suite struct UnknownVehicleTests: RuleSuite {
  static let code = "unknown-vehicle"

  static let speaking = [
    RuleCase(
      "a train of a name alone",
      journeys:
        "{id: j, mode: rail, vehicle: Glacier Express, date: 2024-05-01, stops: [{id: a, place: Zermatt}, {id: b, place: Chur}]}",
      claims: "{id: took, source: one, quote: q, duration: 6 h, from: departure a, to: arrival b}")
  ]
  static let silent = [
    speaking[0].changed("a type that is known", "Glacier Express", "ICE"),
    speaking[0].changed("no vehicle", "vehicle: Glacier Express, ", ""),
    speaking[0].changed("by road any name will do", "mode: rail", "mode: road"),
  ]

  @Test func `it says what would settle it`() throws {
    let message = try Self.finding().message.english
    #expect(message.contains("Glacier Express"))
    #expect(message.contains("vehicles:"))
  }
}
