import Casework
import Claims
import Testing
import Wording

@Suite struct ComputedDurationTests: RuleSuite {
  static let code = "computed-duration"

  static let speaking = [
    RuleCase(
      "480 km at 60 km/h take 8 hours",
      journeys: "{id: j, mode: road, stops: [{id: a, place: Lagos}, {id: b, place: Accra}]}",
      claims: """
        {id: way, source: one, quote: q, distance: 480 km, from: Lagos, to: Accra, kind: road}
        {id: pace, source: two, quote: q, speed: 60 km/h, kind: average, from: start, to: end}
        {id: time, source: one, quote: q, duration: 8 hours, from: start, to: end}
        """)
  ]
  static let silent = [
    speaking[0].changed("it took longer than that", "8 hours", "9 hours"),
    speaking[0].changed(
      "the source of the time gives neither", "way, source: one", "way, source: two"),
    speaking[0].changed("a range was not divided out", "8 hours", "8 to 9 hours"),
  ]

  @Test func `the time comes first, with what it was worked out from`() throws {
    let finding = try Self.finding()
    #expect(finding.severity == .note && finding.claims.map(\.text) == ["time", "way", "pace"])
    #expect(finding.message.english.hasSuffix("480 km at 60 km/h takes 8.0 h"))
  }
}
