public import Chronology

extension TimeExpression {
  /// The moment that words such as "about 10:40 a.m. on Wednesday", "early hours of Wednesday" or
  /// "2019-04-24 18:01 +10:00" give.
  ///
  /// - Throws: `ValueError` with the place of what could not be read.
  public init(parsing text: String, parts: CalendarParts) throws(ValueError) {
    var parser = try ValueParser(text)
    var draft = TimeDraft()
    while parser.current != nil { try parser.takeTimePart(into: &draft, parts) }
    guard draft.day != nil || draft.clock != nil || draft.part != nil else {
      throw ValueError(message: "'\(text)' names no day, clock time or part of the day", offset: 0)
    }
    if draft.day == nil, draft.which != .nearest {
      throw ValueError(message: "'last' and 'next' need a weekday; write the date", offset: 0)
    }
    try draft.reconcile(text)
    self.init(
      hedge: draft.hedge, day: draft.day, clock: draft.clock, hasMinutes: draft.hasMinutes,
      isHalfDayOpen: draft.isHalfDayOpen, part: draft.clock == nil ? draft.part : nil,
      zone: draft.zone)
  }
}

private struct TimeDraft {
  var hedge = Hedge.bare
  var day: TimeExpression.Day?
  var clock: ClockTime?
  var hasMinutes = true
  var which = TimeExpression.Which.nearest
  var isHalfDayOpen = false
  var part: PartOfDay?
  var zone: String?

  /// A clock time beside a part of the day must lie in it: "10:40 in the morning", "6:00 in the evening".
  mutating func reconcile(_ text: String) throws(ValueError) {
    guard let part, let clock else { return }
    let hours = isHalfDayOpen ? [clock.hour, clock.hour + 12] : [clock.hour]
    let fitting = hours.compactMap { ClockTime(hour: $0, minute: clock.minute) }.filter { clock in
      let hour = Double(clock.minuteOfDay) / 60
      return [hour, hour + 24].contains { part.startHour <= $0 && $0 <= part.endHour }
    }
    guard let only = fitting.first else {
      throw ValueError(message: "\(clock) is not in the \(part.name)", offset: 0)
    }
    self.clock = only
    isHalfDayOpen = fitting.count > 1
  }
}

extension ValueParser {
  fileprivate mutating func takeTimePart(
    into draft: inout TimeDraft, _ parts: CalendarParts
  ) throws(ValueError) {
    guard let token = current else { return }
    if try takeClock(into: &draft) { return }
    if try takeWeek(into: &draft, parts) { return }
    if try takeDate(into: &draft) { return }
    if let part = takePart(parts) {
      guard draft.part == nil || draft.part == part else {
        throw ValueError(message: "a second part of the day", offset: token.offset)
      }
      draft.part = part
      return
    }
    if take("last") {
      draft.which = .last
      return
    }
    if take("next") {
      draft.which = .next
      return
    }
    if let hedge = takeHedge() {
      if draft.hedge == .bare { draft.hedge = hedge }
      return
    }
    if case .number(let number, _) = token.kind, number.value == number.value.rounded(),
      (1_800...2_199).contains(number.value)
    {
      position += 1
      try set(.year(Int(number.value)), in: &draft, at: token.offset)
      return
    }
    if case .offset(let offset) = token.kind {
      draft.zone = offset
      position += 1
      return
    }
    if let word = token.word {
      if let zone = ValueWords.zones[word] ?? zoneName(token) {
        draft.zone = zone
        position += 1
        return
      }
      if Self.fillers.contains(word) {
        position += 1
        return
      }
    }
    if take(sign: ",", "(", ")") { return }
    throw ValueError(message: "this part of the time was not understood", offset: token.offset)
  }

  private static let fillers: Set<String> = [
    "on", "of", "in", "the", "this", "at", "local", "time", "that", "hours",
  ]

  /// IANA names keep their capitals in the text; the tokens are lower case, so they are restored.
  private func zoneName(_ token: ValueToken) -> String? {
    guard let word = token.word, word.contains("/") else { return nil }
    return word.split(separator: "/").map { part in
      part.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }
        .joined(separator: "_")
    }.joined(separator: "/")
  }

  private mutating func takePart(_ parts: CalendarParts) -> PartOfDay? {
    for part in parts.ofDay {
      let words = part.name.split(separator: " ").map(String.init)
      if follows(words) {
        position += words.count
        return part
      }
    }
    return nil
  }

  /// "early this week", "last week", "this weekend".
  private mutating func takeWeek(
    into draft: inout TimeDraft, _ parts: CalendarParts
  ) throws(ValueError) -> Bool {
    guard let offset = current?.offset else { return false }
    let start = position
    var part = current?.word.flatMap { parts[week: $0] }
    if part != nil { position += 1 }
    let isNamed = ["week", "weekend", "midweek"].contains(part?.name)
    if !isNamed {
      var which = TimeExpression.Which.nearest
      if take("last") {
        which = .last
      } else if take("next") {
        which = .next
      } else {
        _ = take("this", "the")
      }
      guard let word = current?.word, let named = parts[week: word], word.contains("week") else {
        position = start
        return false
      }
      position += 1
      // Of "early this week" the first word says more than the last.
      if part == nil || named.name != "week" { part = named }
      draft.which = which
    }
    guard let part else { return false }
    try set(.week(part, draft.which), in: &draft, at: offset)
    draft.which = .nearest
    return true
  }

  private mutating func takeClock(into draft: inout TimeDraft) throws(ValueError) -> Bool {
    guard let token = current else { return false }
    let start = position
    var hour: Int
    var minute = 0
    var hasMinutes = true
    var isOpen: Bool
    switch token.kind {
    case .clock(let hours, let minutes, let text):
      (hour, minute) = (hours, minutes)
      isOpen = hours >= 1 && hours <= 11 && !text.hasPrefix("0")
    case .number(let number, let text) where number.value <= 24:
      // A bare number is a clock time only before a.m. or p.m.; 6.57am prints hours and minutes.
      let pieces = text.split(separator: ".")
      guard let hours = Int(pieces[0]) else { return false }
      hour = hours
      if pieces.count == 2, pieces[1].count == 2, let minutes = Int(pieces[1]) { minute = minutes }
      guard pieces.count == 1 || pieces[1].count == 2 else { return false }
      hasMinutes = pieces.count == 2
      isOpen = true
      guard position + 1 < tokens.count, let next = tokens[position + 1].word,
        Self.isHalfDay(next)
      else { return false }
    default: return false
    }
    position += 1
    if let half = current?.word, Self.isHalfDay(half) {
      position += 1
      isOpen = false
      guard hour <= 12, hour > 0 || half.hasPrefix("a") else {
        throw ValueError(
          message: "\(hour) o'clock is no hour \(half)", offset: tokens[start].offset)
      }
      if half.hasPrefix("p"), hour < 12 { hour += 12 }
      if half.hasPrefix("a"), hour == 12 { hour = 0 }
    }
    guard let clock = ClockTime(hour: hour, minute: minute) else {
      throw ValueError(
        message: "no clock shows \(hour):\(minute)", offset: tokens[start].offset)
    }
    guard draft.clock == nil else {
      throw ValueError(message: "a second clock time", offset: tokens[start].offset)
    }
    draft.clock = clock
    draft.hasMinutes = hasMinutes
    draft.isHalfDayOpen = isOpen
    return true
  }

  private static func isHalfDay(_ word: String) -> Bool {
    ["am", "a.m.", "a.m", "pm", "p.m.", "p.m"].contains(word)
  }

  private mutating func takeDate(into draft: inout TimeDraft) throws(ValueError) -> Bool {
    guard let token = current else { return false }
    if case .date(let text) = token.kind {
      guard let date = CivilDate(iso: text) else {
        throw ValueError(message: "the calendar has no \(text)", offset: token.offset)
      }
      position += 1
      try set(.date(date), in: &draft, at: token.offset)
      return true
    }
    if let word = token.word, let weekday = Weekday(name: word) {
      position += 1
      try set(.weekday(weekday, draft.which), in: &draft, at: token.offset)
      return true
    }
    return try takeWrittenDate(into: &draft)
  }

  /// "24 April 2019", "April 24, 2019", "April 2019".
  private mutating func takeWrittenDate(into draft: inout TimeDraft) throws(ValueError) -> Bool {
    let start = position
    var day: Int?
    if case .number(let number, _) = current?.kind, number.value <= 31 {
      day = Int(number.value)
      position += 1
    }
    guard let word = current?.word, let month = ValueWords.months[word] else {
      position = start
      return false
    }
    position += 1
    if day == nil, case .number(let number, _) = current?.kind, number.value <= 31 {
      day = Int(number.value)
      position += 1
    }
    _ = take(sign: ",")
    guard case .number(let year, _) = current?.kind, year.value < 10_000 else {
      throw ValueError(
        message: "a written date needs a year", offset: tokens[start].offset)
    }
    position += 1
    guard let day else {
      try set(.month(year: Int(year.value), month: month), in: &draft, at: tokens[start].offset)
      return true
    }
    guard let date = CivilDate(year: Int(year.value), month: month, day: day) else {
      throw ValueError(
        message: "the calendar has no such day in that month", offset: tokens[start].offset)
    }
    try set(.date(date), in: &draft, at: tokens[start].offset)
    return true
  }

  /// Keeps the day; a weekday beside a date must be its own.
  private func set(
    _ day: TimeExpression.Day, in draft: inout TimeDraft, at offset: Int
  ) throws(ValueError) {
    switch (draft.day, day) {
    case (nil, _): draft.day = day
    case (.date(let date)?, .weekday(let weekday, _)), (.weekday(let weekday, _)?, .date(let date)):
      guard date.weekday == weekday else {
        throw ValueError(message: "\(date) was a \(date.weekday.name)", offset: offset)
      }
      draft.day = .date(date)
    case (let known?, _):
      guard known == day else { throw ValueError(message: "a second day", offset: offset) }
    }
  }
}
