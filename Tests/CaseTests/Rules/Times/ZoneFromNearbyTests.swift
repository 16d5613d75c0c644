import Casework
import Testing
import Wording

@Suite struct ZoneFromNearbyTests: RuleSuite {
  static let code = "zone-from-nearby"

  static let speaking = [
    RuleCase(
      "a clock at a coordinate",
      journeys:
        "{id: j, mode: road, date: 2024-05-01, stops: [{id: a, place: \"-1.29,36.82\"}, {id: b, place: Mombasa}]}",
      claims: "{id: left, source: one, quote: q, time: \"2024-05-01 09:50\", event: departure a}")
  ]
  static let silent = [
    speaking[0].changed("its zone is given", "event:", "zone: Africa/Nairobi, event:"),
    speaking[0].changed("the clock is at a town", "departure a", "arrival b"),
    speaking[0].changed("the text names the zone", "09:50\"", "09:50 UTC\""),
  ]

  @Test func `the nearest place is named with its distance`() throws {
    let finding = try Self.finding()
    #expect(finding.severity == .note)
    #expect(finding.message.english.contains("Africa/Nairobi"))
  }
}
