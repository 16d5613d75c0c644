public import Chronology

/// A moment as a source words it: a day, a clock reading or a part of the day, and a hedge.
public struct TimeExpression: Hashable, Sendable {
  /// Which day of a name is meant, seen from the report's own date.
  public enum Which: Hashable, Sendable {
    /// The nearest: the report's own day included.
    case nearest
    /// The one before the report's own day.
    case last
    /// The one after it.
    case next
  }

  public enum Day: Hashable, Sendable {
    case date(CivilDate)
    /// A weekday, to be resolved against the report's own date.
    case weekday(Weekday, Which)
    /// A part of the week of the report's own date, or of the one before or after it.
    case week(PartOfWeek, Which)
    /// A whole month.
    case month(year: Int, month: Int)
    case year(Int)
    /// One of some days, both ends included: "4-5 August 2001".
    case days(CivilDate, CivilDate)
  }

  public let hedge: Hedge
  public let day: Day?
  public let clock: ClockTime?
  /// The later end of "between 9 and 10 p.m."; nil where one clock time is said. Before `clock` it is the next day's.
  public let upperClock: ClockTime?
  /// Whether the minutes were printed; "9 am" is a time to the hour.
  public let hasMinutes: Bool
  /// Whether neither a.m. nor p.m. nor a leading zero says which half of the day is meant.
  public let isHalfDayOpen: Bool
  public let part: PartOfDay?
  /// A zone that the text itself names, with all that its name can mean.
  public let zone: NamedZone?

  public init(
    hedge: Hedge, day: Day?, clock: ClockTime?, upperClock: ClockTime? = nil, hasMinutes: Bool,
    isHalfDayOpen: Bool, part: PartOfDay?, zone: NamedZone?
  ) {
    self.hedge = hedge
    self.day = day
    self.clock = clock
    self.upperClock = upperClock
    self.hasMinutes = hasMinutes
    self.isHalfDayOpen = isHalfDayOpen
    self.part = part
    self.zone = zone
  }
}

extension TimeExpression {
  /// The same moment on a day.
  public func on(_ day: Day?) -> TimeExpression {
    TimeExpression(
      hedge: hedge, day: day, clock: clock, upperClock: upperClock, hasMinutes: hasMinutes,
      isHalfDayOpen: isHalfDayOpen, part: part, zone: zone)
  }

  /// The days and clock readings the words bear, each with the interval it gives in a zone.
  ///
  /// - Parameters:
  ///   - zone: the zone of the place, used where the text names none.
  ///   - dateline: the day of the report, for weekdays.
  ///   - ahead: whether the report looks ahead, as a forecast does.
  ///   - profile: how hedges are read.
  ///   - point: where it was, for the parts of the day that the sun tells.
  /// - Returns: one reading, or two where 12 and 24 hours are open, and twice as many where the clocks were put back over the
  ///   time; none where no day is known, or the sun of that day has
  ///   no such time.
  public func intervals(
    in zone: Zone, dateline: CivilDate?, ahead: Bool, profile: HedgeProfile,
    at point: (latitude: Double, longitude: Double)? = nil
  ) -> [(label: String, change: ClockChange?, interval: ClaimedInterval)] {
    guard let date = firstDay(against: dateline, ahead: ahead) else { return [] }
    if clock == nil, let outcome = sun(on: date, at: point) {
      guard case .between(let first, let last) = outcome else { return [] }
      let day = wholeDay(date, in: zone)
      return [("", nil, bounded(from: first, to: last, day: day, shape: .window))]
    }
    if clock == nil, isOneDay || day == nil, let hours = part?.clockHours, !hours.isEmpty {
      return hours.map { hour in
        (hours.count > 1 ? hour == 0 ? "00:00" : "24:00" : "", nil, named(hour, on: date, in: zone))
      }
    }
    guard let clock else {
      let start = (part?.startHour ?? 0) * 3_600
      let end = (part?.endHour ?? 24) * 3_600
      let interval = bounded(
        from: zone.instant(of: date, secondOfDay: start),
        to: zone.instant(of: lastDay(from: date), secondOfDay: end),
        day: part == nil ? nil : wholeDay(date, in: zone), shape: .window)
      return [("", nil, interval)]
    }
    var shifts = [("", 0)]
    if isHalfDayOpen, let evening = ClockTime(hour: clock.hour + 12, minute: clock.minute) {
      shifts = [("\(clock)", 0), ("\(evening)", 720)]
    }
    return shifts.flatMap { label, shift in
      moments(of: clock, shift, on: date, in: zone).map { change, moment in
        let interval =
          window(from: moment, shift, on: date, in: zone)
          ?? around(moment, clock, profile, day: day == nil ? nil : wholeDay(date, in: zone))
        return (label, change, interval)
      }
    }
  }

  /// Noon or a midnight of a day: half an hour a side, one side of what is nearly or just past it, and sharp where it bounds a
  /// time. What is before the midnight that begins a day is of the day before, what is after the one that ends it of the next.
  private func named(_ hour: Double, on date: CivilDate, in zone: Zone) -> ClaimedInterval {
    let moment = zone.instant(of: date, secondOfDay: hour * 3_600)
    switch hedge {
    case .atLeast, .atMost, .upTo:
      let shift = hour == 0 && hedge != .atLeast ? -1 : hour == 24 && hedge == .atLeast ? 1 : 0
      return bounded(
        from: moment, to: moment, day: wholeDay(date.advanced(byDays: shift), in: zone),
        shape: .window)
    default:
      let (before, after) = (hedge == .justOver ? 0 : 1_800, hedge == .nearly ? 0 : 1_800)
      return ClaimedInterval(
        lower: moment.secondsSinceEpoch - Double(before),
        upper: moment.secondsSinceEpoch + Double(after), shape: .window)
    }
  }

  /// The moments at which a clock shows a time, a number of minutes later: two where it was put back over it.
  private func moments(
    of clock: ClockTime, _ shift: Int, on date: CivilDate, in zone: Zone
  ) -> [(change: ClockChange?, moment: Instant)] {
    let second = Double((clock.minuteOfDay + shift) * 60)
    let moments = zone.instants(of: date, secondOfDay: second)
    switch moments.count {
    case 0: return [(.skipped, zone.instant(of: date, secondOfDay: second))]
    case 1: return [(nil, moments[0])]
    // Between two clock times both are meant.
    case _ where upperClock != nil: return [(nil, moments[0])]
    default: return [(.beforePutBack, moments[0]), (.afterPutBack, moments[1])]
    }
  }

  /// From a moment to the later clock time; nil where there is none.
  private func window(
    from moment: Instant, _ shift: Int, on date: CivilDate, in zone: Zone
  ) -> ClaimedInterval? {
    guard let clock, let upperClock else { return nil }
    let day = upperClock < clock ? date.advanced(byDays: 1) : date
    let second = Double((upperClock.minuteOfDay + shift) * 60)
    let end =
      zone.instants(of: day, secondOfDay: second).last ?? zone.instant(of: day, secondOfDay: second)
    let printed = end.advanced(bySeconds: hasMinutes ? 60 : 0)
    return bounded(from: moment, to: printed, day: nil, shape: .window)
  }

  /// The minute of a moment, or as much around it as the words leave open.
  private func around(
    _ moment: Instant, _ clock: ClockTime, _ profile: HedgeProfile, day: ClosedRange<Instant>?
  ) -> ClaimedInterval {
    // What is before six is before six sharp, however roughly six is meant elsewhere.
    let isBound = [.atLeast, .atMost, .upTo].contains(hedge)
    let isLoose = [.about, .nearly, .justOver].contains(hedge)
    let least = hedge == .about ? 0 : Self.leastShortly
    let width =
      isLoose
      ? max(least, aboutWidth(clock, profile)) : hasMinutes || isBound ? 0 : 1_800
    let after = width > 0 ? width : isBound && !hasMinutes ? 0 : 60
    // "nearly six" was not yet six, "just after six" no longer.
    return bounded(
      from: moment.advanced(bySeconds: hedge == .justOver ? 0 : -width),
      to: moment.advanced(bySeconds: hedge == .nearly ? 0 : after), day: day, shape: .twoSided)
  }

  /// What the sun says of its part of the day; nil where the hours of the table hold.
  public func sun(
    on date: CivilDate, at point: (latitude: Double, longitude: Double)?
  ) -> SolarSpan.Outcome? {
    guard clock == nil, let span = part?.sun, let point, lastDay(from: date) == date else {
      return nil
    }
    return span.outcome(latitude: point.latitude, longitude: point.longitude, on: date)
  }

  /// The first day that the words may mean; the report's own where they name none, nil where that is not known.
  public func firstDay(against dateline: CivilDate?, ahead: Bool) -> CivilDate? {
    switch day {
    case .date(let date), .days(let date, _): date
    case .weekday(let weekday, let which):
      dateline.map { weekday.day(which, from: $0, ahead: ahead) }
    case .month(let year, let month): CivilDate(year: year, month: month, day: 1)
    case .year(let year): CivilDate(year: year, month: 1, day: 1)
    case .week(let part, let which):
      dateline.map { dateline in
        let own = Weekday.allCases.firstIndex(of: dateline.weekday) ?? 0
        let weeks = [.last: -1, .next: 1][which] ?? 0
        return dateline.advanced(byDays: part.days.lowerBound - 1 - own + 7 * weeks)
      }
    case nil: dateline
    }
  }

  /// Whether a single day is named.
  public var isOneDay: Bool {
    switch day {
    case .date, .weekday: true
    default: false
    }
  }

  private func wholeDay(_ date: CivilDate, in zone: Zone) -> ClosedRange<Instant> {
    zone.instant(
      of: date, secondOfDay: 0)...zone.instant(of: date.advanced(byDays: 1), secondOfDay: 0)
  }

  /// The last day of a year, a month or a part of a week, or the day itself.
  private func lastDay(from date: CivilDate) -> CivilDate {
    if case .year(let year) = day { return CivilDate(year: year, month: 12, day: 31) ?? date }
    if case .days(_, let last) = day { return last }
    if case .week(let part, _) = day { return date.advanced(byDays: part.days.count - 1) }
    guard case .month = day else { return date }
    let days = (28...31).last { CivilDate(year: date.year, month: date.month, day: $0) != nil }
    return date.advanced(byDays: (days ?? 28) - 1)
  }

  private func aboutWidth(_ clock: ClockTime, _ profile: HedgeProfile) -> Double {
    let minutes = profile.aboutClockMinutes.filter { clock.minuteOfDay.isMultiple(of: $0) }.max()
    return Double(minutes ?? 1) * 60
  }

  /// How long before or after a part of the day is shortly so, in seconds; estimated.
  private static let shortly = 1_800.0
  /// How long before or after a clock time is shortly so, however exactly that is told, in seconds; estimated.
  private static let leastShortly = 300.0

  /// The interval that the hedge makes of a stretch of time. With a day named, "before" and "after" stay
  /// within it.
  private func bounded(
    from start: Instant, to end: Instant, day: ClosedRange<Instant>?,
    shape: ClaimedInterval.Shape
  ) -> ClaimedInterval {
    switch hedge {
    case .atLeast:
      ClaimedInterval(
        lower: (day == nil ? start : end).secondsSinceEpoch,
        upper: day?.upperBound.secondsSinceEpoch, shape: .window)
    case .nearly where clock == nil && part != nil:
      // "just before dawn"
      ClaimedInterval(
        lower: start.secondsSinceEpoch - Self.shortly, upper: end.secondsSinceEpoch, shape: shape)
    case .justOver where clock == nil && part != nil:
      ClaimedInterval(
        lower: start.secondsSinceEpoch, upper: end.secondsSinceEpoch + Self.shortly, shape: shape)
    case .nearly where clock == nil, .atMost, .upTo:
      ClaimedInterval(
        lower: day?.lowerBound.secondsSinceEpoch,
        upper: (day == nil ? end : start).secondsSinceEpoch, shape: .window)
    default:
      ClaimedInterval(
        lower: start.secondsSinceEpoch, upper: end.secondsSinceEpoch, shape: shape)
    }
  }
}

extension Weekday {
  fileprivate func day(
    _ which: TimeExpression.Which, from date: CivilDate, ahead: Bool
  ) -> CivilDate {
    switch which {
    case .nearest: resolved(against: date, ahead: ahead)
    case .last: resolved(against: date.advanced(byDays: -1), ahead: false)
    case .next: resolved(against: date.advanced(byDays: 1), ahead: true)
    }
  }
}
