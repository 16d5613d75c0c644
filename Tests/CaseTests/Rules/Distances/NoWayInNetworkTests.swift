import Casework
import Testing
import Wording

@Suite struct NoWayInNetworkTests: RuleSuite {
  static let code = "no-way-in-network"

  static let speaking = [
    RuleCase(
      "Honolulu to Mombasa by rail",
      journeys: "{id: j, mode: rail, stops: [{id: a, place: Honolulu}, {id: b, place: Mombasa}]}",
      claims: "{id: c, source: one, quote: q, duration: about 9 hours, from: start, to: end}")
  ]
  static let silent = [
    speaking[0].changed("nobody expects a network of roads", "mode: rail", "mode: road"),
    speaking[0].changed(
      "Hanoi to Bac Giang is published", "place: Honolulu}, {id: b, place: Mombasa",
      "place: vn-ha-noi}, {id: b, place: vn-bac-giang"),
    speaking[0].changed(
      "Nairobi to Mombasa is in the railways of the world", "place: Honolulu", "place: Nairobi"),
  ]

  @Test func `the leg and the place off the network are named`() throws {
    let finding = try Self.finding()
    #expect(finding.severity == .warning && finding.claims.isEmpty)
    #expect(finding.message.english.hasPrefix("Honolulu to Mombasa: "))
  }
}
