extension TokenReader {
  /// Smaller units behind: "22 h 44 min", "10h45m", "1 day, 3 hours and 43 minutes", "an hour and a half".
  func compound(
    _ low: ReadNumber, _ unit: ReadUnit
  ) -> (number: PrintedNumber, unit: ValueUnit, end: Int) {
    guard unit.unit.dimension == .duration else { return (low.number, unit.unit, unit.end) }
    if let half = has(unit.end, \.isAndHalf) {
      return (
        PrintedNumber(value: low.number.value + 0.5, grain: 0.5, looksExact: true), unit.unit, half
      )
    }
    if let tail = phrase(at: unit.end, \.clockTail), tail.payload > 0, unit.unit == .hour {
      // "doce horas y cuarto"
      return (
        PrintedNumber(
          value: low.number.value * 60 + Double(tail.payload), grain: 1, looksExact: true), .minute,
        tail.end
      )
    }
    var seconds = low.number.value * unit.unit.siSize
    var smallest = unit.unit
    var end = unit.end
    // "13 and a half hours, 20 minutes longer": what has a half has no minutes.
    while low.number.value == low.number.value.rounded() {
      var place = end
      if isSign(place, ",") || isAbbreviationPoint(place) { place += 1 }
      if let and = has(place, \.isAnd) { place = and }
      guard let next = part(at: place, behind: smallest), next.unit.siSize < smallest.siSize,
        next.number.value * next.unit.siSize < smallest.siSize
      else { break }
      seconds += next.number.value * next.unit.siSize
      smallest = next.unit
      end = next.end
    }
    guard smallest != unit.unit else { return (low.number, unit.unit, unit.end) }
    return (
      PrintedNumber(value: seconds / smallest.siSize, grain: 1, looksExact: true), smallest, end
    )
  }

  /// "1:30 hours", and where a duration is asked for "4:56" or "4:56:30": a span and no time of the day. "took 01+32" is
  /// written by airlines.
  func hoursAndMinutes(at index: Int) -> ReadQuantity? {
    guard index < tokens.count, tokens[index].kind == .number,
      !tokens[index].traits.contains(.glued)
    else { return nil }
    let isAsked = asked == .value(.duration)
    if let span = hoursPlusMinutes(at: index, isAsked: isAsked) { return span }
    let parts = text(at: index).split(separator: 0x3A, omittingEmptySubsequences: false)
      .map { $0.allSatisfy(Tokenizer.isDigit) ? Int(String(decoding: $0, as: UTF8.self)) : nil }
    guard (2...3).contains(parts.count), let hours = parts[0], let minutes = parts[1],
      hours < 10_000, minutes < 60
    else { return nil }
    var seconds: Int?
    if parts.count == 3 {
      guard let last = parts[2], last < 60, isAsked else { return nil }
      seconds = last
    }
    let unit = unit(at: index + 1, afterDigits: true)
    guard unit.map({ $0.unit == .hour && has(index + 1, \.isClockHour) == nil }) ?? isAsked else {
      return nil
    }
    let total = Double(hours * 60 + minutes)
    let number = PrintedNumber(
      value: seconds.map { total * 60 + Double($0) } ?? total, grain: 1, looksExact: true)
    return finish(
      index, unit?.end ?? index + 1, number, nil, seconds == nil ? .minute : .second, nil,
      isAdjective: unit?.isHung ?? false)
  }

  private func hoursPlusMinutes(at index: Int, isAsked: Bool) -> ReadQuantity? {
    guard isSign(index + 1, "+"), index + 2 < tokens.count, tokens[index + 2].kind == .number,
      !tokens[index + 1].traits.contains(.spaced), !tokens[index + 2].traits.contains(.spaced),
      isAsked || start(endingAt: index, \.isTakes) != nil,
      let hours = whole(at: index, 0...99, digits: 2...2),
      let minutes = whole(at: index + 2, 0...59, digits: 2...2)
    else { return nil }
    return finish(
      index, index + 3,
      PrintedNumber(
        value: Double(hours.value * 60 + minutes.value), grain: 1, looksExact: true), nil, .minute,
      nil, isAdjective: false)
  }

  /// "22 ч. 44 мин.": the point of a short unit ends no sentence before a smaller one.
  func isAbbreviationPoint(_ index: Int) -> Bool {
    guard index > 0, isSign(index, "."), index + 1 < tokens.count else { return false }
    return tokens[index - 1].range.count <= 6 && tokens[index - 1].kind == .word
      && tokens[index + 1].kind == .number
  }

  /// The next smaller part of a span: behind hours "45m" is minutes, and "8h45" prints them without a unit.
  private func part(
    at index: Int, behind larger: ValueUnit
  ) -> (number: PrintedNumber, unit: ValueUnit, end: Int)? {
    guard let next = number(at: index) ?? gluedNumber(at: index) else { return nil }
    guard let followed = unit(at: next.end, afterDigits: next.isDigits) else {
      let isGlued = !tokens[index].traits.contains(.spaced) && tokens[index].range.count == 2
      let isBare =
        larger == .hour && next.number.value < 60 && isEnd(next.end)
        && (next.number.value >= 5 || tokens[index].range.count == 2)
      return larger == .hour && (isGlued || isBare) ? (next.number, .minute, next.end) : nil
    }
    if followed.unit.symbol == "m", larger == .hour, next.isDigits {
      return (next.number, .minute, followed.end)
    }
    return followed.unit.dimension == .duration
      ? (next.number, followed.unit, followed.end) : nil
  }

  /// Whether nothing behind is counted: "8 hours 20 on Monday" and not "8 hours 20 people".
  private func isEnd(_ index: Int) -> Bool {
    guard index < tokens.count else { return true }
    if tokens[index].kind != .word { return !isHyphen(index) && tokens[index].kind != .number }
    return lexicon.common.contains(tokens[index].word)
  }

  /// Digits that hang on the unit before them: "5h30m".
  private func gluedNumber(at index: Int) -> ReadNumber? {
    guard index < tokens.count, tokens[index].kind == .number,
      tokens[index].traits.contains(.glued), tokens[index].range.count <= 2
    else { return nil }
    return printed(Array(bytes[tokens[index].range])).map {
      ReadNumber(number: $0, end: index + 1, isDigits: true)
    }
  }
}
