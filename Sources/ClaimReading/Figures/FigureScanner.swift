import Chronology
import Claims

/// Finds the figures of a text, left to right, each token looked at a bounded number of times.
struct FigureScanner {
  struct Found {
    enum Value {
      case quantity(TokenReader.ReadQuantity)
      case moment(Moment)
    }

    let value: Value
    let tokens: Range<Int>
  }

  let reader: TokenReader
  let parts: CalendarParts

  func figures() -> [Found] {
    var found: [Found] = []
    var index = 0
    var free = 0
    let tokens = reader.tokens
    while index < tokens.count {
      let token = tokens[index]
      let begins: Lexicon.Beginnings =
        token.kind == .number
        ? [.quantity, .moment] : token.word >= 0 ? reader.lexicon.begins[Int(token.word)] : []
      guard !begins.isEmpty, !isBareArticle(index), let figure = figure(at: index, begins) else {
        index += 1
        continue
      }
      let start = max(free, figure.tokens.lowerBound)
      if figure.tokens.upperBound > index, isWanted(figure) {
        found.append(Found(value: figure.value, tokens: start..<figure.tokens.upperBound))
        free = figure.tokens.upperBound
      }
      index = max(index + 1, figure.tokens.upperBound)
    }
    return found
  }

  /// The longer of what can begin here.
  private func figure(at index: Int, _ begins: Lexicon.Beginnings) -> Found? {
    let quantity = begins.contains(.quantity) ? reader.quantity(at: index) : nil
    let moment = begins.contains(.moment) ? reader.moment(at: index, parts) : nil
    if let quantity, let shifted = reader.shiftedClock(quantity, parts) {
      return Found(value: .moment(shifted.moment), tokens: shifted.tokens)
    }
    if let quantity, let day = reader.daysAgo(quantity) {
      return Found(value: .moment(day.moment), tokens: day.tokens)
    }
    switch (quantity, moment) {
    case (nil, nil): return nil
    case (let quantity?, let moment?)
    where isDayOfMonth(moment.moment) && quantity.value.unit.symbol == "d":
      // "24일" is the 24th, unless something takes so long.
      let isSpan = (0..<3).contains {
        reader.has(quantity.tokens.upperBound + $0, \.isTakes) != nil
      }
      return isSpan
        ? Found(value: .quantity(quantity), tokens: quantity.tokens)
        : Found(value: .moment(moment.moment), tokens: moment.tokens)
    case (let quantity?, let moment?) where isAtClock(moment, index, quantity.tokens.upperBound):
      return Found(value: .moment(moment.moment), tokens: moment.tokens)
    case (let quantity?, let moment)
    where quantity.tokens.upperBound >= (moment?.tokens.upperBound ?? 0):
      return Found(value: .quantity(quantity), tokens: quantity.tokens)
    case (_, let moment?): return Found(value: .moment(moment.moment), tokens: moment.tokens)
    case (let quantity?, nil): return Found(value: .quantity(quantity), tokens: quantity.tokens)
    }
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
    let isOfJourney = (0...1).contains { offset in
      reader.has(end + offset, { if case .journey = $0 { true } else { false } }) != nil
    }
    return moment.moment.clock != nil && moment.tokens.upperBound >= end && !isOfJourney
      && (printsMinutes || reader.phrase(endingAt: index, \.hedge) == nil)
      && reader.phrase(endingAt: index) { role -> Bool? in
        if case .clockBefore = role { true } else { nil }
      } != nil
  }

  private func isDayOfMonth(_ moment: Moment) -> Bool {
    if case .dayOfMonth = moment.day { true } else { false }
  }

  /// Spans that are no travel figures stay out: "100-year plan", "70-year-old".
  private func isWanted(_ found: Found) -> Bool {
    guard case .quantity(let quantity) = found.value, quantity.value.unit.dimension == .duration
    else { return true }
    // "2018 году" is a year and no span.
    let number = quantity.value.number
    if quantity.value.unit.symbol == "year", number.grain == 1,
      (1_800...2_199).contains(number.value)
    {
      return false
    }
    var place = found.tokens.upperBound
    if reader.isHyphen(place) { place += 1 }
    return reader.has(place, \.isExcludedBehind) == nil
  }
}
