import Casework
import Claims
import Testing
import Wording

@Suite struct CeilingsDifferTests: RuleSuite {
  static let code = "ceilings-differ"

  static let speaking = [
    RuleCase(
      "two greatest speeds of one type of aircraft",
      journeys:
        "{id: j, mode: air, vehicle: a320, stops: [{id: a, place: SYD}, {id: b, place: PER}]}",
      claims: """
        {id: c, source: one, quote: q, speed: at most 900 km/h, kind: maximum, vehicle: a320}
        {id: d, source: two, quote: q, speed: at most 800 km/h, kind: maximum, vehicle: a320}
        """)
  ]
  static let silent = [
    speaking[0].changed("they are within a tenth", "800 km/h", "830 km/h"),
    speaking[0].changed(
      "they are of two types", "800 km/h, kind: maximum, vehicle: a320",
      "800 km/h, kind: maximum, vehicle: b737"),
    speaking[0].changed(
      "one is an average", "800 km/h, kind: maximum",
      "800 km/h, kind: average, from: take-off a, to: landing b"),
  ]

  @Test func `the least comes first, with its source`() throws {
    let finding = try Self.finding()
    #expect(finding.severity == .warning && finding.claims.map(\.text) == ["d", "c"])
    #expect(finding.message.english.contains("800 km/h for Two and 900 km/h for One"))
  }
}
