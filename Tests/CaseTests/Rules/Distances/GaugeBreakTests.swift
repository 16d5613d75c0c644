import Casework
import TestSupport
import Testing
import Wording

@Suite struct GaugeBreakTests: RuleSuite {
  static let code = "gauge-break"

  static let speaking = [
    RuleCase(
      "a border where nobody records how the gauge is changed",
      journeys:
        "{id: j, mode: rail, stops: [{id: a, place: Frontera Norte}, {id: b, place: Frontera Sur}]}",
      claims: "{id: c, source: one, quote: q, duration: 1 hour, from: start, to: end}",
      map: MadeMap.border(gauges: (1_435, 1_668))),
    RuleCase(
      "Beijing to Vladivostok",
      journeys:
        "{id: j, mode: rail, stops: [{id: a, place: cn-beijing}, {id: b, place: ru-vladivostok}]}",
      claims: "{id: c, source: one, quote: q, duration: 60 hours, from: start, to: end}"),
  ]
  static let silent = [
    speaking[0].changed(
      "track of one gauge on both sides", "1 hour", "2 hours",
      map: MadeMap.border(gauges: (1_668, 1_668))),
    speaking[1].changed("Beijing to Dandong", "ru-vladivostok", "cn-dandong"),
  ]

  @Test func `what no source records is a warning, and what one does is a note`() throws {
    let unrecorded = try Self.finding(0)
    #expect(unrecorded.severity == .warning)
    #expect(unrecorded.message.english.contains("1435 mm to 1668 mm"))
    let recorded = try Self.finding(1)
    #expect(recorded.severity == .note)
    #expect(recorded.message.english.contains("bogie exchange"))
  }
}
