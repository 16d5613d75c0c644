import Casework
import Claims
import Testing
import Wording

@Suite struct LooseConversionTests: RuleSuite {
  static let code = "loose-conversion"

  static let speaking = [
    RuleCase(
      "a thousand miles are no 1,800 km",
      journeys: "{id: j, mode: road, stops: [{id: a, place: Chicago}, {id: b, place: Denver}]}",
      claims:
        "{id: c, source: one, quote: q, distance: 1000 miles (1800 km), from: Chicago, to: Denver, kind: road}"
    ),
    RuleCase(
      "60 miles an hour are no 95 km/h",
      journeys: "{id: j, mode: road, stops: [{id: a, place: Chicago}, {id: b, place: Denver}]}",
      claims:
        "{id: c, source: one, quote: q, speed: 60 mph (95 km/h), kind: average, from: start, to: end}"
    ),
  ]
  static let silent = [
    speaking[0].changed("1,609 km are a thousand miles", "1800 km", "1609 km"),
    speaking[0].changed("nothing was converted", " (1800 km)", ""),
    speaking[1].changed("97 km/h are 60 mph", "95 km/h", "97 km/h"),
  ]

  @Test(arguments: [(0, Finding.Severity.warning, "off by 11.8 %"), (1, .note, "off by 1.6 %")])
  func `from 5 per cent on it is a warning`(
    index: Int, severity: Finding.Severity, words: String
  ) throws {
    let finding = try Self.finding(index)
    #expect(finding.severity == severity && finding.claims.map(\.text) == ["c"])
    #expect(finding.message.english.contains(words))
  }
}
