import Claims

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
    if let tail = phrase(at: unit.end, \.clockTail), tail.payload > 0, unit.unit.symbol == "h",
      let minutes = ValueUnit(symbol: "min")
    {
      // "doce horas y cuarto"
      return (
        PrintedNumber(
          value: low.number.value * 60 + Double(tail.payload), grain: 1, looksExact: true), minutes,
        tail.end
      )
    }
    var seconds = low.number.value * unit.unit.siSize
    var smallest = unit.unit
    var end = unit.end
    while true {
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
    let minutes =
      larger.symbol == "h" && next.isDigits ? ValueUnit(symbol: "min") : nil
    guard let followed = unit(at: next.end, afterDigits: next.isDigits) else {
      let isGlued = !tokens[index].traits.contains(.spaced) && tokens[index].range.count == 2
      let isBare =
        larger.symbol == "h" && (5..<60).contains(next.number.value) && isEnd(next.end)
      return isGlued || isBare
        ? ValueUnit(symbol: "min").map { (next.number, $0, next.end) } : nil
    }
    if followed.unit.symbol == "m", let minutes { return (next.number, minutes, followed.end) }
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
