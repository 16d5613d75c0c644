public import Chronology

/// A moment as an article words it, before it is set against the date of the report.
public struct Moment: Hashable, Sendable {
  public enum Day: Hashable, Sendable {
    case date(CivilDate)
    /// Both ends included.
    case dates(CivilDate, CivilDate)
    /// Days of one month, of the report's own year where none is said.
    case monthDays(month: Int, ClosedRange<Int>, year: Int?)
    /// Without a year.
    case monthDay(month: Int, day: Int)
    case month(month: Int, year: Int?)
    case year(Int)
    /// Of the report's own month, or the one before.
    case dayOfMonth(Int, isPast: Bool)
    case weekday(Weekday, TimeExpression.Which)
    /// Days from the report's own.
    case relative(Int)
    /// Days from the one told before; the reader puts that one in.
    case following(Int)
    case week(PartOfWeek, TimeExpression.Which)
  }

  public var hedge = Hedge.bare
  public var day: Day?
  /// The weekday that is told beside a date, which says of what year one without it is.
  public var weekday: Weekday?
  public var clock: ClockTime?
  /// The later end of a stretch between two clock times.
  public var upperClock: ClockTime?
  public var hasMinutes = true
  public var isHalfDayOpen = false
  public var part: PartOfDay?
  public var zone: NamedZone?
  /// Whether the words say that it is by the clocks of the place.
  public var isLocal = false

  /// Whether the weekday that is told beside its day and month is that of no year about the report's own.
  public func isOfUnknownYear(dateline: CivilDate?) -> Bool {
    guard weekday != nil, case .monthDay(let month, let day)? = self.day, let dateline else {
      return false
    }
    return date(month, day, dateline, ahead: false) == nil
  }

  /// The date in the year that is nearest to the report; where a weekday is told, in that or one beside it which fits.
  private func date(_ month: Int, _ day: Int, _ dateline: CivilDate, ahead: Bool) -> CivilDate? {
    let year = dateline.nearestYear(month: month, day: day, ahead: ahead)
    return [0, -1, 1].lazy.compactMap { CivilDate(year: year + $0, month: month, day: day) }
      .first { weekday == nil || $0.weekday == weekday }
  }

  /// Against the date of a report; nil where it has neither a day nor a clock time, or its weekday fits no year.
  ///
  /// - Parameters:
  ///   - dateline: the day of the report.
  ///   - ahead: whether the report looks ahead.
  public func expression(dateline: CivilDate?, ahead: Bool) -> TimeExpression? {
    guard clock != nil || day != nil || part != nil, !isOfUnknownYear(dateline: dateline) else {
      return nil
    }
    return TimeExpression(
      hedge: hedge, day: day(against: dateline, ahead: ahead), clock: clock, upperClock: upperClock,
      hasMinutes: hasMinutes, isHalfDayOpen: isHalfDayOpen, part: clock == nil ? part : nil,
      zone: zone)
  }

  private func day(against dateline: CivilDate?, ahead: Bool) -> TimeExpression.Day? {
    switch day {
    case nil, .following?: return nil
    case .date(let date)?: return .date(date)
    case .dates(let first, let last)?: return .days(first, last)
    case .monthDays(let month, let days, let said)?:
      let year = said ?? dateline?.nearestYear(month: month, day: days.lowerBound, ahead: ahead)
      guard let year, let first = CivilDate(year: year, month: month, day: days.lowerBound),
        let last = CivilDate(year: year, month: month, day: days.upperBound)
      else { return nil }
      return .days(first, last)
    case .year(let year)?: return .year(year)
    case .weekday(let weekday, let which)?: return .weekday(weekday, which)
    case .week(let part, let which)?: return .week(part, which)
    case .relative(let days)?: return dateline.map { .date($0.advanced(byDays: days)) }
    case .month(let month, let year?)?: return .month(year: year, month: month)
    case .month(let month, nil)?:
      return dateline.map {
        .month(year: $0.nearestYear(month: month, day: 15, ahead: ahead), month: month)
      }
    case .dayOfMonth(let day, let isPast)?:
      guard let dateline else { return nil }
      let ownMonth = CivilDate(year: dateline.year, month: dateline.month, day: day)
      // A report may name the days to come without a word of the future.
      if let date = ownMonth, ahead || day <= dateline.day + (isPast ? 0 : 7) { return .date(date) }
      let before = dateline.advanced(byDays: -dateline.day)
      return CivilDate(year: before.year, month: before.month, day: day).map { .date($0) }
    case .monthDay(let month, let day)?:
      return dateline.flatMap { date(month, day, $0, ahead: ahead) }.map { .date($0) }
    }
  }
}

extension CivilDate {
  /// The year in which a day of the calendar is nearest to this date.
  fileprivate func nearestYear(month: Int, day: Int, ahead: Bool) -> Int {
    // A report may speak of the days to come without saying so, and of the last ones when it looks ahead.
    let days = (month - self.month) * 31 + day - self.day
    if days > (ahead ? 186 : 14) { return year - 1 }
    return days < (ahead ? -14 : -351) ? year + 1 : year
  }
}
