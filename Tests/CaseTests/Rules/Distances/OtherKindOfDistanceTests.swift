import Casework
import Claims
import Testing
import Wording

@Suite struct OtherKindOfDistanceTests: RuleSuite {
  static let code = "other-kind-of-distance"

  static let speaking = [
    RuleCase(
      "a length of track for a straight line",
      journeys:
        "{id: j, mode: rail, stops: [{id: a, place: ru-khabarovsk-1}, {id: b, place: ru-vladivostok}]}",
      claims:
        "{id: c, source: one, quote: q, distance: 766 km, from: ru-khabarovsk-1, to: ru-vladivostok, kind: geodesic}"
    )
  ]
  static let silent = [
    speaking[0].changed("it is said of the track too", "kind: geodesic", "kind: [geodesic, track]"),
    speaking[0].changed("no kind has that length", "766 km", "900 km"),
    speaking[0].changed("it is the straight line", "766 km", "647 km"),
  ]

  @Test func `the kind that fits is named`() throws {
    let finding = try Self.finding()
    #expect(finding.severity == .note && finding.claims.map(\.text) == ["c"])
    #expect(finding.message.english.hasSuffix("would fit as the distance by rail"))
  }
}
