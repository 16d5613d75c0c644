import Chronology

/// What makes an hour of a number, and what does not.
extension TokenReader {
  /// "shortly before 6", "at 6": where a time is asked for, an hour needs no mark behind such words.
  func bareHour(at index: Int) -> ReadClock? {
    if let hour = hourOfDay(at: index) { return hour }
    guard asked == .time, let hour = plainClock(at: index, isSure: true), !hour.hasMinutes,
      dayAndMonth(at: index) == nil, days(at: index) == nil,
      unit(at: hour.end, afterDigits: true) == nil, !isSign(hour.end, ".-/"),
      phrase(endingAt: index, { $0.hedge ?? $0.clockBound }) != nil
        || start(endingAt: index, \.isClockBefore) != nil
    else { return nil }
    return hour
  }

  /// "at six on Sunday evening": a day behind makes an hour of the number that "at" leads up to.
  func hourOfDay(at index: Int) -> ReadClock? {
    guard start(endingAt: index, \.isClockBefore) != nil,
      let hour = plainClock(at: index, isSure: true), !hour.hasMinutes,
      (1...12).contains(hour.clock.hour) || hour.clock.hour == 0
    else { return nil }
    let filler = phrase(at: hour.end) { role -> Bool? in
      switch role {
      case .clockBefore, .filler: true
      default: nil
      }
    }
    guard let day = phrase(at: filler?.end ?? hour.end, \.weekday),
      phrase(at: day.end, \.partOfDay) != nil
    else { return nil }
    return hour
  }

  /// "saat 8'de", "الساعة 8": a word for the hour before its number, unless it is counted itself: "5 saat 20".
  func isHourNamed(before index: Int) -> Bool {
    guard let start = start(endingAt: index, \.isClockHourBefore) else { return false }
    return !isCounted(start)
  }

  /// Whether what stands before a token counts something else than hours: "rano 8 autobusów", "wieczorem 5 maja".
  func isCounting(_ index: Int) -> Bool {
    isNoun(index) || phrase(at: index, \.month) != nil || unit(at: index, afterDigits: true) != nil
  }

  /// "о 15-й годині": letters that hang on an hour with a hyphen.
  func ordinalLetters(at index: Int, isLed: Bool) -> Int? {
    guard isHyphen(index), index + 1 < tokens.count, tokens[index + 1].kind == .word,
      tokens[index + 1].range.count <= 6, !tokens[index + 1].traits.contains(.spaced),
      !tokens[index + 1].traits.contains(.capital),
      unit(at: index, afterDigits: true) == nil,
      isLed || has(index + 2, \.isClockHour) != nil
    else { return nil }
    return index + 2
  }

  /// Whether a word may be a noun that is counted: "alle 20 persone", and not "alle 20 da Milano".
  func isNoun(_ index: Int) -> Bool {
    index < tokens.count && tokens[index].kind == .word && tokens[index].word < 0
      && !tokens[index].traits.contains(.capital)
  }

  /// Whether a number stands directly before a token.
  func isCounted(_ index: Int) -> Bool {
    index > 0
      && (tokens[index - 1].kind == .number || phrase(endingAt: index, \.number) != nil)
  }
}
