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

  /// "between 9 and 10 p.m.", "9-10 p.m."; where a time is asked for also "from 10:40 to 11:40".
  ///
  /// In an article two clock times that both stand for themselves stay two.
  func clocks(at index: Int) -> ReadClocks? {
    guard let first = clock(at: index) ?? looseHour(at: index),
      let joint = joint(behind: first, at: index),
      let last = clock(at: joint) ?? (isOpened(index) ? looseHour(at: joint) : nil)
    else { return nil }
    let isMarked = clock(at: index) != nil
    guard asked == .time || isOpened(index) || !isMarked else { return nil }
    guard asked == .time || clock(at: joint) != nil else { return nil }
    let start = Self.start(first, before: last)
    guard start != last.clock else { return nil }
    return ReadClocks(
      first: start, last: last.clock, hasMinutes: first.hasMinutes || last.hasMinutes,
      isOpen: first.isOpen && last.isOpen, end: last.end)
  }

  /// The half of the day that the second time names is the first one's, too, if that comes before it.
  private static func start(_ first: ReadClock, before last: ReadClock) -> ClockTime {
    guard first.isOpen, !last.isOpen, last.clock.hour >= 12,
      let later = ClockTime(hour: first.clock.hour + 12, minute: first.clock.minute),
      later < last.clock
    else { return first.clock }
    return later
  }

  private func isOpened(_ index: Int) -> Bool { start(endingAt: index, \.isBetween) != nil }

  /// The end of what joins two times.
  private func joint(behind first: ReadClock, at index: Int) -> Int? {
    if isOpened(index) { return has(first.end, \.isAnd) ?? dash(first.end) }
    return dash(first.end)
      ?? (asked == .time || start(endingAt: index, \.isFrom) != nil ? has(first.end, \.isTo) : nil)
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
