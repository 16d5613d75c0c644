public import Chronology

/// A moment as a source words it: a day, a clock reading or a part of the day, and a hedge.
public struct TimeExpression: Hashable, Sendable {
  public enum Day: Hashable, Sendable {
    case date(CivilDate)
    /// A weekday, to be resolved against the report's own date.
    case weekday(Weekday)
    /// A whole month.
    case month(year: Int, month: Int)
  }

  public let hedge: Hedge
  public let day: Day?
  public let clock: ClockTime?
  /// Whether neither a.m. nor p.m. nor a leading zero says which half of the day is meant.
  public let isHalfDayOpen: Bool
  public let part: PartOfDay?
  /// A zone that the text itself names.
  public let zone: String?
}

extension TimeExpression {
  /// The days and clock readings the words bear, each with the interval it gives in a zone.
  ///
  /// - Parameters:
  ///   - zone: the zone of the place, used where the text names none.
  ///   - dateline: the day of the report, for weekdays.
  ///   - ahead: whether the report looks ahead, as a forecast does.
  /// - Returns: one reading, or two where 12 and 24 hours are open; none where no day is known.
  public func intervals(
    in zone: Zone, dateline: CivilDate?, ahead: Bool, profile: HedgeProfile
  ) -> [(label: String, interval: ClaimedInterval)] {
    guard let date = date(against: dateline, ahead: ahead) else { return [] }
    guard let clock else {
      let start = (part?.startHour ?? 0) * 3_600
      let end = (part?.endHour ?? 24) * 3_600
      let interval = bounded(
        from: zone.instant(of: date, secondOfDay: start),
        to: zone.instant(of: lastDay(from: date), secondOfDay: end), shape: .window)
      return [("", interval)]
    }
    var clocks = [("", clock)]
    if isHalfDayOpen, let evening = ClockTime(hour: clock.hour + 12, minute: clock.minute) {
      clocks = [("read as \(clock)", clock), ("read as \(evening)", evening)]
    }
    return clocks.map { label, clock in
      let moment = zone.instant(of: date, at: clock)
      let width = hedge == .about ? aboutWidth(clock, profile) : 0
      let interval = bounded(
        from: moment.advanced(bySeconds: -width),
        to: moment.advanced(bySeconds: width > 0 ? width : 60), shape: .twoSided)
      return (label, interval)
    }
  }

  private func date(against dateline: CivilDate?, ahead: Bool) -> CivilDate? {
    switch day {
    case .date(let date): date
    case .weekday(let weekday): dateline.map { weekday.resolved(against: $0, ahead: ahead) }
    case .month(let year, let month): CivilDate(year: year, month: month, day: 1)
    case nil: dateline
    }
  }

  /// The last day of a month, or the day itself.
  private func lastDay(from date: CivilDate) -> CivilDate {
    guard case .month = day else { return date }
    var last = date
    while last.advanced(byDays: 1).month == date.month { last = last.advanced(byDays: 1) }
    return last
  }

  private func aboutWidth(_ clock: ClockTime, _ profile: HedgeProfile) -> Double {
    let minutes = profile.aboutClockMinutes.filter { clock.minuteOfDay.isMultiple(of: $0) }.max()
    return Double(minutes ?? 1) * 60
  }

  private func bounded(
    from start: Instant, to end: Instant, shape: ClaimedInterval.Shape
  ) -> ClaimedInterval {
    switch hedge {
    case .atLeast:
      ClaimedInterval(lower: start.secondsSinceEpoch, upper: nil, shape: .window)
    case .atMost, .nearly:
      ClaimedInterval(lower: nil, upper: end.secondsSinceEpoch, shape: .window)
    default:
      ClaimedInterval(
        lower: start.secondsSinceEpoch, upper: end.secondsSinceEpoch, shape: shape)
    }
  }
}
