import Chronology
public import Gazetteer
public import Reporting

/// When a course is gone, and how fast, as a reader writes it, for formats that need times.
public struct MotionTexts: Sendable {
  /// The day on which it begins, such as `2019-04-24`.
  public var date: String?
  /// When it begins, by the clocks of the place, such as `06:57`.
  public var departure: String?
  /// The average speed in km/h, 1 to 4000.
  public var average: Double?

  public init(date: String? = nil, departure: String? = nil, average: Double? = nil) {
    self.date = date
    self.departure = departure
    self.average = average
  }

  /// What it means by the clocks of a place, in UTC for none.
  ///
  /// - Throws: `QuestionError`.
  public func motion(from place: Place?) throws(QuestionError) -> CourseMotion {
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
    return CourseMotion(
      start: zone.instant(of: day, at: clock).secondsSinceEpoch, speed: average / 3.6)
  }
}
