import Casework
import Claims
import Testing
import Wording

@Suite struct FalsePrecisionTests: RuleSuite {
  static let code = "false-precision"

  static let speaking = [
    RuleCase(
      "a round thousand of miles converted to the kilometre",
      journeys: "{id: j, mode: road, stops: [{id: a, place: Chicago}, {id: b, place: Denver}]}",
      claims:
        "{id: c, source: one, quote: q, distance: 1000 miles (1609 km), from: Chicago, to: Denver, kind: road}"
    ),
    RuleCase(
      "about, and then five digits",
      journeys: "{id: j, mode: road, stops: [{id: a, place: Chicago}, {id: b, place: Denver}]}",
      claims:
        "{id: c, source: one, quote: q, distance: about 1609.3 km, from: Chicago, to: Denver, kind: road}"
    ),
  ]
  static let silent = [
    speaking[0].changed("the kilometres are round too", "1609 km", "1600 km"),
    speaking[0].changed("the miles are exact too", "1000 miles (1609 km)", "1004 miles (1616 km)"),
    speaking[1].changed("no hedge says that they are not meant", "about 1609.3", "1609.3"),
    speaking[1].changed("four digits are usual", "1609.3", "1609"),
  ]

  @Test(arguments: [(0, "4 significant digits, the other 1"), (1, "hedges 5")])
  func `the digits are counted`(index: Int, words: String) throws {
    let finding = try Self.finding(index)
    #expect(finding.severity == .note && finding.claims.map(\.text) == ["c"])
    #expect(finding.message.english.contains(words))
  }
}
