import Casework
import Claims
import Testing
import Wording

@Suite struct SwappedDirectionsTests: RuleSuite {
  static let code = "swapped-directions"

  static let speaking = [
    RuleCase(
      "New York to London and back, the rows of the table exchanged",
      journeys: """
        {id: out, title: Out, mode: air, stops: [{id: a, place: JFK}, {id: b, place: LHR}]}
        {id: back, title: Back, mode: air, stops: [{id: a, place: LHR}, {id: b, place: JFK}]}
        """,
      claims: """
        {id: c, source: one, quote: q, time: "2024-05-02 10:00", event: take-off a, journey: out}
        {id: d, source: one, quote: q, time: "2024-05-02 12:30", event: landing b, journey: out}
        {id: e, source: one, quote: q, time: "2024-05-02 20:00", event: take-off a, journey: back}
        {id: f, source: one, quote: q, time: "2024-05-03 07:40", event: landing b, journey: back}
        """)
  ]
  static let silent = [
    speaking[0].changed("nothing contradicts the way out", "2024-05-02 12:30", "2024-05-02 22:00"),
    speaking[0].changed("exchanged they contradict too", "2024-05-03 07:40", "2024-05-02 20:40"),
    speaking[0].changed(
      "the journey back ends elsewhere", "place: LHR}, {id: b, place: JFK",
      "place: LHR}, {id: b, place: BOS"),
  ]

  @Test func `both journeys and all their times are named`() throws {
    let finding = try Self.finding()
    #expect(finding.severity == .warning && finding.claims.map(\.text) == ["c", "d", "e", "f"])
    #expect(
      finding.message.english == "the times of \"Out\" and \"Back\" fit if they are exchanged")
  }
}
