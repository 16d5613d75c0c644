import Chronology

/// A text that is one moment.
struct TimeField {
  private let field: FieldText
  private let parts: CalendarParts

  init(_ text: String, _ lexicon: Lexicon, _ parts: CalendarParts) {
    field = FieldText(text, lexicon, asked: .time)
    self.parts = parts
  }

  private var reader: TokenReader { field.reader }

  func time() throws(ValueError) -> TimeExpression {
    var found: TokenReader.ReadMoment?
    for index in 0..<field.count {
      found = shifted(at: index) ?? reader.moment(at: index, parts)
      if found != nil { break }
    }
    guard var found else { throw unread(from: 0) }
    found = withZone(found)
    let lead = field.lead(before: found.tokens.lowerBound)
    guard lead.start == 0 else { throw unread(from: 0) }
    let end = trail(behind: found.tokens.upperBound)
    guard end >= field.count else { throw unread(from: end) }
    var moment = found.moment
    if moment.hedge == .bare, let hedge = lead.hedge { moment.hedge = hedge }
    // Who dates in digits, 2019-04-24, counts the hours of his clocks from 0 to 24.
    if let clock = moment.clock, clock.hour >= 10, moment.hasMinutes, isDatedInDigits,
      !isToldOpen
    {
      moment.isHalfDayOpen = false
    }
    try check(moment)
    guard let expression = moment.expression(dateline: nil, ahead: false) else {
      throw unread(from: 0)
    }
    try checkWeekday(expression)
    return expression
  }

  /// Whether the date is written as in 2019-04-24.
  private var isDatedInDigits: Bool { (0..<field.count).contains(where: isDateInDigits) }

  private func isDateInDigits(_ index: Int) -> Bool {
    index + 4 < reader.tokens.count && reader.tokens[index].kind == .number
      && reader.tokens[index].range.count == 4 && reader.isSign(index + 1, "-")
      && reader.isSign(index + 3, "-")
  }

  /// Whether both halves of the day are told, as in "10:40 am/pm".
  private var isToldOpen: Bool {
    (0..<field.count).contains { reader.half(at: $0) != nil && reader.isSign($0 + 1, "/") }
  }

  /// The end of words behind a moment that say no more: "2019 года", "18:00 hours".
  private func trail(behind token: Int) -> Int {
    var end = token
    while end < field.count, let next = reader.has(end, { $0.isFiller || $0.unit == .hour }) {
      end = next
    }
    return end
  }

  /// "two hours before midnight"
  private func shifted(at index: Int) -> TokenReader.ReadMoment? {
    reader.quantity(at: index).flatMap { reader.shiftedClock($0, parts) }
  }

  /// "April 2019 America/New_York": a zone stands behind days, too.
  private func withZone(_ found: TokenReader.ReadMoment) -> TokenReader.ReadMoment {
    guard found.moment.zone == nil, let zone = reader.zone(at: found.tokens.upperBound) else {
      return found
    }
    var moment = found.moment
    moment.zone = zone.zone
    return TokenReader.ReadMoment(
      moment: moment, tokens: found.tokens.lowerBound..<zone.end, start: found.start)
  }

  // MARK: What is wrong

  private func check(_ moment: Moment) throws(ValueError) {
    switch moment.day {
    case .monthDay, .monthDays(_, _, nil), .month(_, nil), .dayOfMonth:
      throw field.failure(
        "a written date needs a year; write such as '24 April 2019' or 2019-04-24", at: 0)
    case .relative, .following:
      throw field.failure(
        "which day this is depends on the report; write the date such as 2019-04-24", at: 0)
    default: break
    }
    if let part = moment.part, let clock = moment.clock, moment.upperClock == nil,
      !part.holds(clock), !(moment.isHalfDayOpen && part.holdsEvening(clock))
    {
      throw field.failure("\(clock) is not in the \(part.name)", at: 0)
    }
  }

  /// A weekday beside a date must be its own.
  private func checkWeekday(_ expression: TimeExpression) throws(ValueError) {
    guard case .date(let date)? = expression.day else { return }
    for index in 0..<field.count {
      if let found = reader.phrase(at: index, \.weekday), found.payload != date.weekday {
        throw field.failure("\(date) was a \(date.weekday.name)", at: index)
      }
    }
  }

  private func unread(from start: Int) -> ValueError {
    for index in start..<max(start, field.count) {
      if let problem = clockProblem(at: index) { return problem }
    }
    for index in 0..<field.count {
      if let problem = dayProblem(at: index) { return problem }
    }
    if (0..<field.count).contains(where: { reader.phrase(at: $0, \.which) != nil }), start == 0 {
      return field.failure("'last' and 'next' need a weekday or a week; write the date", at: 0)
    }
    return field.failure(
      "this part of the time was not understood; write such as 'about 10:40 a.m. on Wednesday' or "
        + "'2019-04-24 18:01 +10:00'", at: start)
  }

  private func clockProblem(at index: Int) -> ValueError? {
    let digits = String(decoding: reader.text(at: index), as: UTF8.self)
    guard reader.tokens[index].kind == .number, digits.contains(":") else { return nil }
    guard reader.clock(at: index) == nil else {
      return field.failure("a second clock time", at: index)
    }
    if let half = reader.phrase(at: index + 1, \.isPM), let hour = Int(digits.prefix { $0 != ":" })
    {
      return field.failure(
        "\(hour) o'clock is no hour \(half.payload ? "p.m." : "a.m.")", at: index)
    }
    return field.failure("no clock shows \(digits)", at: index)
  }

  /// A year alone is no day, whatever follows it.
  private func isYearOrNoDay(_ index: Int) -> Bool {
    guard let day = reader.day(at: index, parts, nil) else { return true }
    if case .year = day.day { return true }
    return false
  }

  private func dayProblem(at index: Int) -> ValueError? {
    guard reader.tokens[index].kind == .number, isYearOrNoDay(index) else {
      return nil
    }
    if isDateInDigits(index) {
      let date = reader.bytes[reader.bytes(of: index..<(index + 5))]
      return field.failure(
        "the calendar has no \(String(decoding: date, as: UTF8.self))", at: index)
    }
    if reader.phrase(at: index + 1, \.month) != nil {
      return field.failure("the calendar has no such day in that month", at: index)
    }
    return nil
  }
}

extension PartOfDay {
  fileprivate func holds(_ clock: ClockTime) -> Bool {
    let hour = Double(clock.minuteOfDay) / 60
    return [hour, hour + 24].contains { startHour <= $0 && $0 <= endHour }
  }

  fileprivate func holdsEvening(_ clock: ClockTime) -> Bool {
    ClockTime(hour: clock.hour + 12, minute: clock.minute).map(holds) ?? false
  }
}
