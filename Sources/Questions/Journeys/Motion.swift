import Chronology
public import Gazetteer

/// When a way is gone, and how fast, for formats that need times.
public struct Motion: Sendable {
  /// Seconds since 1970.
  public let start: Double
  /// Metres a second.
  public let speed: Double

  /// - Parameters:
  ///   - date: the day on which it begins, such as `2019-04-24`.
  ///   - departure: when it begins, by the clocks of the place, such as `06:57`.
  ///   - average: the average speed in km/h, 1 to 4000.
  ///   - place: where it begins; UTC for none.
  /// - Throws: `QuestionError`.
  public init(
    date: String?, departure: String?, average: Double?, at place: Place?
  ) throws(QuestionError) {
    guard let date, let departure, let average else {
      throw QuestionError(
        about:
          "moving features say where something was when; give \(.date), \(.depart) and \(.average)")
    }
    guard average.isFinite, (1...4_000).contains(average) else {
      throw QuestionError(.average, average, "1 to 4000 km/h")
    }
    let (day, clock) = (try CivilTexts.day(date), try CivilTexts.departure(departure))
    let zone = place?.zones.first.flatMap { try? Zone($0) } ?? .utc
    start = zone.instant(of: day, at: clock).secondsSinceEpoch
    speed = average / 3.6
  }
}
