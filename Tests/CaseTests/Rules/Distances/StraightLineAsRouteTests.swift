import Casework
import Claims
import TestSupport
import Testing
import Wording

@Suite struct StraightLineAsRouteTests: RuleSuite {
  static let code = "straight-line-as-route"

  static let speaking = [
    RuleCase(
      "Lima to La Paz by a road as the crow flies",
      journeys: "{id: j, mode: road, stops: [{id: a, place: Lima}, {id: b, place: La Paz}]}",
      claims:
        "{id: c, source: one, quote: q, distance: 1080 km, from: Lima, to: La Paz, kind: road}"),
    RuleCase(
      "between the ends of a zigzag",
      journeys:
        "{id: j, mode: rail, stops: [{id: a, place: Nariz Baja}, {id: b, place: Nariz Alta}]}",
      claims:
        "{id: c, source: one, quote: q, distance: 2.2 km, from: Nariz Baja, to: Nariz Alta, kind: track}",
      map: MadeMap.zigzag),
  ]
  static let silent = [
    speaking[0].changed("a road is as long as that", "1080 km", "1500 km"),
    speaking[0].changed("it is said to be the straight line", "kind: road", "kind: geodesic"),
    speaking[1].changed("it is the track", "2.2 km", "22.4 km"),
  ]

  @Test(arguments: [(0, "the straight line, 1,078.9 km"), (1, "the straight line, 2.2 km")])
  func `the straight line is named`(index: Int, words: String) throws {
    let finding = try Self.finding(index)
    #expect(finding.severity == .warning && finding.claims.map(\.text) == ["c"])
    #expect(finding.message.english.contains(words))
  }
}
