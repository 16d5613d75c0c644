import Casework
import Claims
import Testing
import Wording

@Suite struct SpeedKindTests: RuleSuite {
  static let code = "speed-kind"

  static let speaking = [
    RuleCase(
      "a usual speed that is told as the greatest",
      journeys:
        "{id: j, mode: rail, vehicle: passenger-train, stops: [{id: a, place: vn-ha-noi}, {id: b, place: vn-dong-dang}]}",
      // 162 km in 2 h 30 are 65 km/h.
      claims: """
        {id: c, source: one, quote: q, duration: 2 h 30, from: start, to: end}
        {id: d, source: one, quote: q, speed: at most 40 km/h, kind: maximum, vehicle: passenger-train, years: 2024}
        """)
  ]
  static let silent = [
    speaking[0].changed("nothing disputes 80 km/h", "40 km/h", "80 km/h"),
    speaking[0].changed("20 km/h are not even half of what was needed", "40 km/h", "20 km/h"),
    speaking[0].changed(
      "it is said as the usual one", "at most 40 km/h, kind: maximum", "40 km/h, kind: running"),
  ]

  @Test func `the speed and the kind that would stand are named`() throws {
    let finding = try Self.finding()
    #expect(finding.severity == .note && finding.claims.map(\.text) == ["d"])
    #expect(
      finding.message.english.hasSuffix("the speed at which it usually runs, said of no stretch"))
  }
}
