import Chronology

extension TokenReader {
  /// A stretch between two clock times.
  struct ReadClocks {
    let first: ClockTime
    let last: ClockTime
    let hasMinutes: Bool
    let isOpen: Bool
    let end: Int
  }

  /// "between 9 and 10 p.m.", "9-10 p.m.", "saat 9 ile 10 arasında"; where a time is asked for also "from 10:40 to 11:40".
  ///
  /// In an article two clock times that both stand for themselves stay two.
  func clocks(at index: Int) -> ReadClocks? {
    guard let first = clock(at: index) ?? looseHour(at: index),
      let joint = joint(behind: first, at: index)
    else { return nil }
    let (isOpened, isMarked) = (isOpened(index), clock(at: index) != nil)
    // "entre las 9 y las 10"
    let places = [joint.end, has(joint.end, \.isClockBefore)].compactMap(\.self)
    let marked = places.lazy.compactMap(clock).first
    guard let last = marked ?? places.lazy.compactMap(looseHour).first else { return nil }
    let closing = isOpened ? nil : closing(behind: last.end)
    let isSure =
      asked == .time
      ? marked != nil || isOpened : marked != nil && (isOpened || !isMarked)
    guard closing != nil || isSure && !joint.needsClosing else { return nil }
    let (start, end) = Self.halves(first, last)
    guard start != end else { return nil }
    return ReadClocks(
      first: start, last: end, hasMinutes: first.hasMinutes || last.hasMinutes,
      isOpen: first.isOpen && last.isOpen, end: closing ?? last.end)
  }

  /// Both times, each in its half of the day: which one is meant of the one that does not say it follows from the other, for
  /// the stretch between them is as short as can be.
  private static func halves(_ first: ReadClock, _ last: ReadClock) -> (ClockTime, ClockTime) {
    func minutes(_ start: ClockTime, _ end: ClockTime) -> Int {
      (end.minuteOfDay - start.minuteOfDay + 1_440) % 1_440
    }
    if first.follows(last) {
      let start = first.ofEitherHalf.min { minutes($0, last.clock) < minutes($1, last.clock) }
      return (start ?? first.clock, last.clock)
    }
    if last.follows(first) {
      let end = last.ofEitherHalf.min { minutes(first.clock, $0) < minutes(first.clock, $1) }
      return (first.clock, end ?? last.clock)
    }
    return (first.clock, last.clock)
  }

  /// The end of a word for between where it stands behind both times: "오전 9시와 10시 사이", "9点和10点之间".
  private func closing(behind index: Int) -> Int? {
    guard index < tokens.count, lexicon.isVerbFinal || isUnspaced(index) else { return nil }
    return has(index, \.isBetween)
  }

  private func isOpened(_ index: Int) -> Bool {
    [index, start(endingAt: index, \.isClockBefore)].contains { place in
      place.map { start(endingAt: $0, \.isBetween) != nil } ?? false
    }
  }

  /// What joins two times, and whether a word for between has to stand behind both.
  private func joint(behind first: ReadClock, at index: Int) -> (end: Int, needsClosing: Bool)? {
    if let dash = dash(first.end) { return (dash, false) }
    let isOpened = isOpened(index)
    if let and = has(first.end, \.isAnd) { return (and, !isOpened) }
    let isFrom = start(endingAt: index, \.isFrom) != nil
    guard !isOpened, let to = has(first.end, \.isTo) else { return nil }
    return (to, asked != .time && !isFrom)
  }

  private func dash(_ index: Int) -> Int? { isDash(index) ? index + 1 : nil }

  /// An hour in digits without any mark.
  private func looseHour(at index: Int) -> ReadClock? {
    guard index < tokens.count, tokens[index].kind == .number, tokens[index].range.count <= 2,
      let hour = plainClock(at: index, isSure: true), !hour.hasMinutes
    else { return nil }
    return hour
  }
}

extension TokenReader.ReadClock {
  /// Whether the half of the day in which it is follows from another clock time: "9" of "9 and 10 p.m.".
  fileprivate func follows(_ other: Self) -> Bool {
    isOpen && !other.isOpen || half == .untold && other.half == .told
  }

  /// The clock time in the morning and in the evening.
  fileprivate var ofEitherHalf: [ClockTime] {
    [clock.hour % 12, clock.hour % 12 + 12].compactMap {
      ClockTime(hour: $0, minute: clock.minute)
    }
  }
}
