import Chronology
import Quantities

extension TokenReader {
  struct ReadClock {
    let clock: ClockTime
    let hasMinutes: Bool
    /// Whether it may be in either half of the day.
    let isOpen: Bool
    let end: Int
    var half = Half.sure

    /// What says in which half of the day it is.
    enum Half {
      /// It is written so that there is but one: "21:00", "09:00", "noon".
      case sure
      /// "9 p.m."
      case told
      /// An hour up to twelve: on a clock of 24 hours one in the morning, unless a word behind a later one is of both.
      case untold
    }
  }

  /// A clock time that begins at a token: "10:40", "6.57am", "half past six", "huit heures moins le quart".
  func clock(at index: Int) -> ReadClock? {
    if let open = phrase(at: index, \.openClock) {
      return Self.clock(minutes: open.payload, isOpen: true, end: open.end)
    }
    if let lead = phrase(at: index, \.clockLead),
      let hour = plainClock(at: lead.end, isSure: true), hour.clock.minute == 0
    {
      return hour.shifted(by: lead.payload)
    }
    // "five past midnight"
    if let lead = phrase(at: index, \.clockLead), let fixed = phrase(at: lead.end, \.fixedClock),
      let clock = Self.clock(minutes: fixed.payload, isOpen: false, end: fixed.end)
    {
      return clock.shifted(by: lead.payload)
    }
    if let fixed = phrase(at: index, \.fixedClock),
      let clock = Self.clock(minutes: fixed.payload, isOpen: false, end: fixed.end)
    {
      return withTail(clock)
    }
    // "12 noon" says it twice.
    if index < tokens.count, bytes[tokens[index].range].elementsEqual("12".utf8),
      let fixed = phrase(at: index + 1, \.fixedClock)
    {
      return Self.clock(minutes: fixed.payload, isOpen: false, end: fixed.end)
    }
    // "오전 10시 40분": the half of the day goes before.
    if let half = half(at: index), index + 1 < tokens.count {
      return plainClock(at: half.end, half.isPM).flatMap {
        isCounting($0.end) ? nil : withTail($0)
      }
    }
    if let plain = plainClock(at: index) { return withTail(plain) }
    // "a las ocho y media": the words behind make an hour of the number.
    guard let hour = plainClock(at: index, isSure: true), !hour.hasMinutes,
      phrase(at: hour.end, \.clockTail) != nil,
      start(endingAt: index, \.isClockBefore) != nil
    else { return bareHour(at: index) }
    return withTail(hour)
  }

  /// "et demie", "menos cuarto", "반" behind an hour.
  private func withTail(_ clock: ReadClock) -> ReadClock {
    guard let tail = phrase(at: clock.end, \.clockTail), !clock.hasMinutes || clock.isFixed else {
      return clock
    }
    let end = half(at: tail.end)
    return clock.shifted(by: tail.payload, end: end?.end ?? tail.end, isPM: end?.isPM) ?? clock
  }

  static func clock(minutes: Int, isOpen: Bool, end: Int) -> ReadClock? {
    ClockTime(hour: minutes / 60 % 24, minute: minutes % 60).map {
      ReadClock(clock: $0, hasMinutes: true, isOpen: isOpen, end: end)
    }
  }

  func half(at index: Int) -> (isPM: Bool, end: Int)? {
    phrase(at: index, \.isPM).map { ($0.payload, $0.end) }
  }

  /// The hour in digits or words, with the minutes that the digits print.
  private func hour(at index: Int) -> (hour: Int, minute: Int?, end: Int, text: [UInt8])? {
    guard index < tokens.count else { return nil }
    if tokens[index].kind == .number, !tokens[index].traits.contains(.glued) || isBehindT(index) {
      let text = Array(bytes[tokens[index].range])
      if let minute = hyphenedMinute(at: index, text) { return minute }
      if let plain = plainDigits(at: index, text) { return plain }
      return Self.clockParts(text, lexicon.clockSigns).map {
        ($0.hour, $0.minute, index + 1, text)
      }
    }
    guard let word = phrase(at: index, \.number), word.payload == word.payload.rounded(),
      (1...24).contains(word.payload) || word.payload == 0 && has(word.end, \.isClockHour) != nil,
      phrase(endingAt: index, \.number) == nil
    else { return nil }
    // "eight forty", "seven thirty-five": the minutes in words behind the hour.
    let next = isHyphen(word.end) ? word.end + 1 : word.end
    if word.payload <= 12, let tens = phrase(at: next, \.number),
      (10..<60).contains(tens.payload), next == word.end
    {
      let ones = phrase(at: isHyphen(tens.end) ? tens.end + 1 : tens.end, \.number)
      guard let ones, (1..<10).contains(ones.payload), tens.payload >= 20,
        Int(held: tens.payload) % 10 == 0
      else { return (Int(held: word.payload), Int(held: tens.payload), tens.end, []) }
      return (Int(held: word.payload), Int(held: tens.payload + ones.payload), ones.end, [])
    }
    return (Int(held: word.payload), nil, word.end, [])
  }

  /// "2019-04-24T18:01"
  func isBehindT(_ index: Int) -> Bool {
    index > 1 && text(at: index - 1).elementsEqual("T".utf8) && tokens[index - 2].kind == .number
  }

  /// "340pm", "1140 a.m.", "2225 GMT", "0915 hours".
  private func plainDigits(
    at index: Int, _ text: [UInt8]
  ) -> (hour: Int, minute: Int?, end: Int, text: [UInt8])? {
    guard (3...4).contains(text.count), text.allSatisfy(Tokenizer.isDigit) else { return nil }
    let military = militaryEnd(at: index)
    guard
      half(at: index + 1) != nil || military != nil
        || text.count == 4 && (zone(at: index + 1) != nil || isMilitary(at: index)),
      let parts = Self.clockParts(text.dropLast(2) + [0x3A] + text.suffix(2), [0x3A])
    else { return nil }
    return (parts.hour, parts.minute, military ?? index + 1, text)
  }

  /// "at 11-40": a clock time behind a word that leads up to one, where no unit makes it a range.
  private func hyphenedMinute(
    at index: Int, _ hour: [UInt8]
  ) -> (hour: Int, minute: Int?, end: Int, text: [UInt8])? {
    guard hour.count == 2, isHyphen(index + 1), index + 2 < tokens.count,
      tokens[index + 2].kind == .number, tokens[index + 2].range.count == 2,
      !tokens[index + 2].traits.contains(.spaced), unit(at: index + 3, afterDigits: true) == nil,
      start(endingAt: index, \.isClockBefore) != nil,
      let parts = Self.clockParts(hour + [0x3A] + bytes[tokens[index + 2].range], [0x3A])
    else { return nil }
    return (parts.hour, parts.minute, index + 3, hour)
  }

  /// - Parameters:
  ///   - known: the half of the day where it went before.
  ///   - isSure: whether the words around make any number an hour.
  func plainClock(
    at index: Int, _ known: Bool? = nil, isSure: Bool = false
  ) -> ReadClock? {
    guard let printed = hour(at: index) else { return nil }
    var (hour, minute) = (printed.hour, printed.minute ?? 0)
    var end = printed.end
    var hasMinutes = printed.minute != nil
    let hasColon = printed.text.contains(0x3A)
    // Four digits have been taken for a clock time by what stands behind them.
    let isMilitary = fourDigits(at: index) != nil
    let isNamed = isHourNamed(before: index) && !isNoun(printed.end)
    var isMarked = hasColon || isSure || isMilitary || isNamed
    let isLed = start(endingAt: index, \.isClockBefore) != nil
    if let letters = ordinalLetters(at: end, isLed: isLed) { end = letters }
    if let hours = has(end, \.isClockHour) {
      isMarked = true
      end = hours
      let next = isAbbreviationPoint(end) ? end + 1 : end
      if !hasMinutes, let next = minutes(at: next, isLed: isLed) {
        (minute, end, hasMinutes) = (next.minute, next.end, true)
      }
    }
    if let oclock = has(end, \.isOclock) {
      isMarked = true
      hasMinutes = true
      end = oclock
    }
    var isPM = known
    var isToldOpen = false
    if isPM == nil, let half = half(at: end) {
      (isPM, end) = (half.isPM, half.end)
      // "10:40 am/pm"
      if isSign(end, "/"), let other = self.half(at: end + 1), other.isPM != half.isPM {
        (isPM, end, isToldOpen, isMarked) = (nil, other.end, true, true)
      }
    }
    // "6.57" is a time beside a.m. or behind "at"; "6" only beside a.m., o'clock and the like.
    let isLocal = has(end, \.isLocal) != nil
    if hasMinutes, isLed, printed.text.count == 5,
      let hours = unit(at: end, afterDigits: true), hours.unit == .hour, !isLocal
    {
      // "at 17.00 hrs"
      isMarked = true
      end = hours.end
    }
    guard
      isMarked || isPM != nil
        || hasMinutes && isLed && (isLocal || unit(at: end, afterDigits: true) == nil)
    else { return nil }
    if hasColon || isNamed, isPM == nil,
      unit(at: end, afterDigits: true)?.unit.dimension == .duration
    {
      return nil
    }
    if let isPM {
      guard let sure = self.hour(hour, isPM: isPM) else { return nil }
      hour = sure
    }
    let isOpen =
      isPM == nil && (1...11).contains(hour)
      && (isToldOpen
        || printed.text.first != 0x30 && !isMilitary
          && (!lexicon.isTwentyFourHours || isNamed && !hasMinutes))
    guard let clock = ClockTime(hour: hour, minute: minute) else { return nil }
    let isUntold = (1...12).contains(hour) && printed.text.first != 0x30 && !isMilitary
    return ReadClock(
      clock: clock, hasMinutes: hasMinutes, isOpen: isOpen, end: end,
      half: isPM != nil ? .told : isUntold ? .untold : .sure)
  }

  /// An hour of a half of the day on a clock of 24 hours; nil where no clock shows it so.
  private func hour(_ hour: Int, isPM: Bool) -> Int? {
    guard (1...12).contains(hour) || hour == 0 || isPM && hour < 24 else { return nil }
    if asked == .time, hour > 12 || hour == 0 && isPM { return nil }
    if isPM, hour < 12 { return hour + 12 }
    return !isPM && hour == 12 ? 0 : hour
  }

  private func minutes(at index: Int, isLed: Bool) -> (minute: Int, end: Int)? {
    // "八点二十分"
    if let word = phrase(at: index, \.number), (1..<60).contains(word.payload),
      let end = has(word.end, \.isClockMinute)
    {
      return (Int(held: word.payload), end)
    }
    guard index < tokens.count, tokens[index].kind == .number, tokens[index].range.count <= 2,
      let minute = Int(String(decoding: bytes[tokens[index].range], as: UTF8.self)), minute < 60
    else { return nil }
    if let end = has(index + 1, \.isClockMinute) {
      return (minute, end)
    }
    // "о 15 годині 24 лютого"
    guard phrase(at: index + 1, \.month) == nil else { return nil }
    // "8h45" prints the minutes directly behind.
    return tokens[index].range.count == 2 && (isLed || !tokens[index].traits.contains(.spaced))
      ? (minute, index + 1) : nil
  }

  /// The hour and the minute that digits such as 10:40, 6.57 or 9 print.
  static func clockParts(_ text: [UInt8], _ signs: Set<UInt8>) -> (hour: Int, minute: Int?)? {
    let pieces = text.split(whereSeparator: { !Tokenizer.isDigit($0) })
    guard (1...3).contains(pieces.count), pieces[0].count <= 2,
      text.allSatisfy({ Tokenizer.isDigit($0) || signs.contains($0) }),
      let hour = Int(String(decoding: pieces[0], as: UTF8.self)), hour <= 24
    else { return nil }
    guard pieces.count > 1 else { return (hour, nil) }
    guard pieces[1].count == 2, let minute = Int(String(decoding: pieces[1], as: UTF8.self)),
      minute < 60
    else { return nil }
    return (hour, minute)
  }

  /// "two hours before midnight", "через час после полудня" is a clock time; its day stays.
  func shiftedClock(_ quantity: ReadQuantity, _ parts: CalendarParts) -> ReadMoment? {
    let value = quantity.value
    guard value.unit.dimension == .duration, value.upperNumber == nil, !quantity.isAdjective,
      let side = phrase(at: quantity.tokens.upperBound, \.clockSide),
      value.siValue < 86_400,
      let moment = clockMoment(at: side.end, parts, afterMinutes: value.unit.symbol == "min"),
      let clock = moment.moment.clock
    else { return nil }
    switch value.hedge {
    case .couple, .few, .several, .plural, .range: return nil
    default: break
    }
    let minutes = Int(held: (value.siValue / 60).rounded())
    let shifted = clock.minuteOfDay + side.payload * minutes
    guard (0..<1_440).contains(shifted) || clock.minuteOfDay % 720 == 0,
      let read = Self.clock(minutes: (shifted + 1_440) % 1_440, isOpen: false, end: 0)
    else { return nil }
    var result = moment.moment
    result.clock = read.clock
    // "three minutes to eight" leaves the half of the day as open as "eight" does.
    result.isHalfDayOpen = moment.moment.isHalfDayOpen && moment.moment.hasMinutes == false
    result.hasMinutes = true
    result.hedge = value.hedge
    return ReadMoment(
      moment: result, tokens: quantity.tokens.lowerBound..<moment.tokens.upperBound,
      start: quantity.tokens.lowerBound)
  }

  /// A moment that begins with a clock time; behind minutes any hour is one.
  private func clockMoment(
    at index: Int, _ parts: CalendarParts, afterMinutes: Bool
  ) -> ReadMoment? {
    if clock(at: index) != nil { return moment(at: index, parts) }
    guard afterMinutes, let hour = plainClock(at: index, isSure: true), !hour.hasMinutes,
      unit(at: hour.end, afterDigits: true) == nil
    else { return nil }
    var moment = Moment(clock: hour.clock, hasMinutes: false, isHalfDayOpen: hour.isOpen)
    var end = hour.end
    if let half = half(at: end) {
      end = half.end
      moment.isHalfDayOpen = false
      if half.isPM, hour.clock.hour < 12 {
        moment.clock = ClockTime(hour: hour.clock.hour + 12, minute: 0)
      }
    }
    return ReadMoment(moment: moment, tokens: index..<end, start: index)
  }
}

extension TokenReader.ReadClock {
  /// Noon and midnight, which are minutes of their own.
  fileprivate var isFixed: Bool { !isOpen && clock.minuteOfDay % 720 == 0 }

  /// So many minutes on, over midnight too.
  fileprivate func shifted(by minutes: Int, end: Int? = nil, isPM: Bool? = nil) -> Self? {
    var minute = clock.minuteOfDay + minutes
    if let isPM, isPM, clock.hour < 12 { minute += 720 }
    return TokenReader.clock(
      minutes: (minute + 1_440) % 1_440, isOpen: isOpen && isPM == nil, end: end ?? self.end)
  }
}
