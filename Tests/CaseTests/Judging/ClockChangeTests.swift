import Casework
import Claims
import Plausibility
import Testing

/// Clocks that show a time twice, or not at all.
@Suite struct ClockChangeTests {
  struct Night: CustomTestStringConvertible {
    let mode: String
    let start: String
    let end: String
    let departure: String
    let arrival: String
    let hours: String
    var testDescription: String { "\(start) \(departure)" }
  }

  private func verdicts(_ night: Night) throws -> [Verdict] {
    let (left, arrived) = night.mode == "air" ? ("take-off", "landing") : ("departure", "arrival")
    let text = """
      wayproof: 1
      id: night
      title: A night in which clocks change
      sources: [{id: s, outlet: O, published: \(night.departure.suffix(10))}]
      journeys: [{id: j, mode: \(night.mode), stops: [{id: a, place: \(night.start)}, {id: b, place: \(night.end)}]}]
      claims:
        - {id: t, source: s, quote: q, time: "\(night.departure)", event: \(left) a}
        - {id: e, source: s, quote: q, time: "\(night.arrival)", event: \(arrived) b, zone: UTC}
        - {id: d, source: s, quote: q, duration: exactly \(night.hours), from: \(left) a, to: \(arrived) b}
      """
    return try JudgedText.dossier(text).claims.map(\.verdict)
  }

  /// Before or after the clocks were put back; by half an hour in Pyongyang and on Lord Howe Island.
  private static let nights: [Night] = [
    Night(
      mode: "air", start: "CDG", end: "FCO", departure: "02:30, 2019-10-27",
      arrival: "03:15, 2019-10-27", hours: "105 min"),
    Night(
      mode: "air", start: "CDG", end: "FCO", departure: "02:30, 2019-10-27",
      arrival: "02:15, 2019-10-27", hours: "105 min"),
    Night(
      mode: "air", start: "JFK", end: "ORD", departure: "01:30, 2024-11-03",
      arrival: "08:45, 2024-11-03", hours: "135 min"),
    Night(
      mode: "air", start: "LDH", end: "SYD", departure: "01:45, 2024-04-07",
      arrival: "17:15, 2024-04-06", hours: "120 min"),
    Night(
      mode: "rail", start: "kp-pyongyang", end: "kp-sunchon", departure: "23:45, 2015-08-14",
      arrival: "17:00, 2015-08-14", hours: "105 min"),
  ]

  @Test(arguments: nights)
  func `a time that clocks showed twice may be either`(night: Night) throws {
    #expect(try verdicts(night).allSatisfy { $0 == .consistent })
  }

  @Test func `it is no third time`() throws {
    let night = Night(
      mode: "air", start: "CDG", end: "FCO", departure: "02:30, 2019-10-27",
      arrival: "05:15, 2019-10-27", hours: "105 min")
    #expect(try verdicts(night).contains(.disputed))
  }
}
