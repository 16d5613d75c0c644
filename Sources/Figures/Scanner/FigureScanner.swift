package import Chronology

/// Finds the figures of an article, left to right, each token looked at a bounded number of times.
package struct FigureScanner {
  private let reader: TokenReader
  private let parts: CalendarParts

  package init(reader: TokenReader, parts: CalendarParts) {
    self.reader = reader
    self.parts = parts
  }

  package func figures() -> [FoundFigure] {
    var found: [FoundFigure] = []
    var index = 0
    var free = 0
    while index < reader.tokens.count {
      let begins = begins(at: index)
      guard !begins.isEmpty, !isBareArticle(index),
        let figure = figure(at: index, begins) ?? withoutUnit(at: index, found)
      else {
        index += 1
        continue
      }
      if figure.tokens.upperBound > index, isWanted(figure) {
        found.append(figure.begun(at: free))
        free = figure.tokens.upperBound
      }
      index = max(index + 1, figure.tokens.upperBound)
    }
    return found
  }

  private func begins(at index: Int) -> Lexicon.Beginnings {
    let token = reader.tokens[index]
    if token.kind == .number { return [.quantity, .moment] }
    if reader.fractionSign(at: index) != nil { return .quantity }
    return token.word >= 0 ? reader.lexicon.begins[Int(token.word)] : []
  }

  /// The longer of what can begin here.
  private func figure(at index: Int, _ begins: Lexicon.Beginnings) -> FoundFigure? {
    let quantity = begins.contains(.quantity) ? reader.quantity(at: index) : nil
    let moment = begins.contains(.moment) ? reader.moment(at: index, parts) : nil
    if let quantity, let shifted = reader.shiftedClock(quantity, parts) {
      return FoundFigure(shifted)
    }
    if let quantity, let day = reader.daysAgo(quantity) { return FoundFigure(day) }
    guard let quantity else { return moment.map { FoundFigure($0) } }
    guard let moment else { return FoundFigure(quantity) }
    if isDayOfMonth(moment.moment), quantity.value.unit == .day {
      // "24일" is the 24th, unless something takes so long.
      let isSpan = (0..<3).contains {
        reader.has(quantity.tokens.upperBound + $0, \.isTakes) != nil
      }
      return isSpan ? FoundFigure(quantity) : FoundFigure(moment)
    }
    if isAtClock(moment, index, quantity.tokens.upperBound) { return FoundFigure(moment) }
    return quantity.tokens.upperBound >= moment.tokens.upperBound
      ? FoundFigure(quantity) : FoundFigure(moment)
  }

  /// So many tokens behind a figure its unit is still understood, and past so many others.
  private static let reach = 40
  private static let beside = 3

  /// "runs at 50 knots and can reach 58", "125 kilometres from A to B, 150 from there to C": a number that has the unit of
  /// the figure before it.
  private func withoutUnit(at index: Int, _ found: [FoundFigure]) -> FoundFigure? {
    guard reader.tokens[index].kind == .number else { return nil }
    // "never above 40 mph; in the two hours of the last stage we averaged 37"
    let isAverage = reader.start(endingAt: index, \.isAverage) != nil
    let last = isAverage ? found.suffix(Self.beside).last(where: \.isSpeed) : found.last
    guard let last, case .quantity(let before) = last.value,
      index - last.tokens.upperBound <= Self.reach, let number = reader.number(at: index),
      number.isDigits, number.number.value > 0,
      (0.2...5).contains(number.number.value / max(1e-9, before.number.value)),
      !reader.tokens[last.tokens.upperBound..<index].contains(where: { $0.kind == .lineEnd })
    else { return nil }
    switch before.unit.dimension {
    case .speed where isAtEnd(number.end) && (isAverage || isBounded(index)),
      .distance where reader.has(number.end, \.isFrom) != nil && !isAfterStop(last, index):
      let read = reader.finish(
        index, number.end, number.number, nil, before.unit, nil, isAdjective: false)
      return FoundFigure(read)
    default: return nil
    }
  }

  /// Whether nothing behind is counted: "can reach 58, which", and not "can carry 58 passengers".
  private func isAtEnd(_ index: Int) -> Bool {
    guard index < reader.tokens.count else { return true }
    let token = reader.tokens[index]
    return token.kind == .lineEnd || reader.isSign(index, ",.;)!?»”\"")
      || reader.has(index, \.isInside) != nil || reader.has(index, \.isAnd) != nil
      || token.kind == .word && token.word >= 0 && reader.lexicon.common.contains(token.word)
  }

  /// Whether words before a number make it the greatest of its kind.
  private func isBounded(_ index: Int) -> Bool {
    reader.phrase(endingAt: index) { role -> Bool? in
      switch role {
      case .bound: true
      case .hedge(let hedge): [.atMost, .upTo].contains(hedge) ? true : nil
      default: nil
      }
    } != nil
  }

  /// Whether a sentence ends between a figure and a token.
  private func isAfterStop(_ last: FoundFigure, _ index: Int) -> Bool {
    (last.tokens.upperBound..<index).contains { reader.isSign($0, ".") }
  }

  /// "a" and "an" begin a figure only before words that mean something.
  private func isBareArticle(_ index: Int) -> Bool {
    guard index + 1 < reader.tokens.count, reader.tokens[index + 1].word < 0,
      !reader.isHyphen(index + 1)
    else { return false }
    return reader.tokens[index].kind == .word && reader.has(index, \.isOne) == index + 1
      && reader.phrase(at: index, \.number) == nil
  }

  /// "в 18 часов", "à 18 h": behind "at" the hours are the clock's.
  private func isAtClock(_ moment: TokenReader.ReadMoment, _ index: Int, _ end: Int) -> Bool {
    // "около 18 часов" may be a span; "vers 10h40" is none.
    let printsMinutes =
      moment.tokens.upperBound - index >= 3
      && reader.tokens[moment.tokens.upperBound - 1].kind == .number
    // "après 6 h 52 de voyage"
    let isOfJourney = (0...1).contains { reader.has(end + $0, \.isJourney) != nil }
    return moment.moment.clock != nil && moment.tokens.upperBound >= end && !isOfJourney
      && (printsMinutes || reader.phrase(endingAt: index, \.hedge) == nil)
      && (reader.start(endingAt: index, \.isClockBefore) != nil
        || printsMinutes && isBehindEvent(index))
  }

  /// "départ 21 h 50, arrivée 6 h 20"
  private func isBehindEvent(_ index: Int) -> Bool {
    reader.phrase(endingAt: index) { role -> Bool? in
      if case .event(let event) = role { event.isTravel ? true : nil } else { nil }
    } != nil
  }

  private func isDayOfMonth(_ moment: Moment) -> Bool {
    if case .dayOfMonth = moment.day { true } else { false }
  }

  /// Spans that are no travel figures stay out: "100-year plan", "70-year-old".
  private func isWanted(_ found: FoundFigure) -> Bool {
    guard case .quantity(let value) = found.value, value.unit.dimension == .duration else {
      return true
    }
    // "2018 году" is a year and no span.
    if value.unit.symbol == "year", value.number.grain == 1,
      (1_800...2_199).contains(value.number.value)
    {
      return false
    }
    var place = found.tokens.upperBound
    if reader.isHyphen(place) { place += 1 }
    return reader.has(place, \.isExcludedBehind) == nil
  }
}
