/// Reads one value from its tokens, left to right.
///
/// This is the one place that knows how values are worded; case files and articles share it.
struct ValueParser {
  let tokens: [ValueToken]
  var position = 0

  init(_ text: String) throws(ValueError) { tokens = try ValueTokenizer.tokens(of: text) }

  var current: ValueToken? { position < tokens.count ? tokens[position] : nil }

  func failure(_ message: String) -> ValueError {
    ValueError(message: message, offset: current?.offset ?? tokens.last?.offset ?? 0)
  }

  /// Steps over a word if it is next.
  mutating func take(_ words: String...) -> Bool {
    guard let word = current?.word, words.contains(word) else { return false }
    position += 1
    return true
  }

  /// Steps over a sign if it is next.
  mutating func take(sign: Character...) -> Bool {
    guard case .sign(let character) = current?.kind, sign.contains(character) else { return false }
    position += 1
    return true
  }

  /// Steps over a hedge if one is next.
  mutating func takeHedge() -> Hedge? {
    for entry in ValueWords.hedges where follows(entry.words) {
      position += entry.words.count
      return entry.hedge
    }
    return nil
  }

  func follows(_ words: [String]) -> Bool {
    guard position + words.count <= tokens.count else { return false }
    return zip(words, tokens[position...]).allSatisfy { $0 == $1.word }
  }
}

extension HedgedValue {
  /// The value that words such as "about 560 km", "150 km (95 miles)" or "22 h 44 min" give.
  ///
  /// - Parameters:
  ///   - text: the words, in English.
  ///   - dimension: what it must measure.
  /// - Throws: `ValueError` with the place of what could not be read.
  public init(
    parsing text: String, as dimension: ValueUnit.Dimension
  ) throws(ValueError) {
    var parser = try ValueParser(text)
    let value = try parser.quantity()
    guard value.unit.dimension == dimension else {
      throw ValueError(
        message: "'\(text)' is a \(value.unit.dimension.rawValue), not a \(dimension.rawValue)",
        offset: 0)
    }
    self = value
  }
}

extension ValueParser {
  mutating func quantity() throws(ValueError) -> HedgedValue {
    let isFrom = follows(["from"])
    var hedge = takeHedge()
    while let more = takeHedge() { hedge = hedge == .bare || hedge == nil ? more : hedge }
    let isRange = take("between")
    if let counted = try countedWithoutNumber(hedge) {
      if let hedge, [.atLeast, .atMost, .nearly, .justOver, .exactly].contains(hedge) {
        throw failure("a bound needs a number; 'a few' and the like have none of their own")
      }
      return try finish(counted)
    }
    if hedge == nil, take("near", "nearby") || takeCloseTo() {
      guard let kilometers = ValueWords.units["km"] else { throw failure("the unit is unknown") }
      return try finish(
        HedgedValue(
          hedge: .near, number: PrintedNumber(whole: 1), upperNumber: nil, unit: kilometers,
          conversion: nil))
    }
    if take(sign: "-", "−") { throw failure("no distance, speed or duration is negative") }
    guard let low = try number() else { throw failure("a number is missing") }
    var unit = takeUnit()
    var high: PrintedNumber?
    if takeRangeSign(isRange: isRange || hedge == .atLeast) {
      guard let second = try number() else { throw failure("the second number is missing") }
      high = second
      unit = takeUnit() ?? unit
    }
    guard let unit else {
      throw failure("a unit is missing after the number; write km, mi, h, min, km/h, mph …")
    }
    if let high {
      guard low.value <= high.value else { throw failure("the range is upside down") }
      // Of a range with a bound before it, only the one end is said.
      if let hedge, !isFrom, hedge == .atLeast || hedge == .atMost {
        return try finish(
          HedgedValue(
            hedge: hedge, number: hedge == .atLeast ? low : high, upperNumber: nil, unit: unit,
            conversion: nil))
      }
      return try finish(
        HedgedValue(
          hedge: .range, number: low, upperNumber: high, unit: unit, conversion: nil))
    }
    if isRange { throw failure("'between' needs a second number") }
    let (whole, smallest) = try compound(low, unit)
    return try finish(
      HedgedValue(
        hedge: hedge ?? .bare, number: whole, upperNumber: nil, unit: smallest, conversion: nil))
  }

  /// "a couple of hours", "several hundred km", or a bare "hours".
  private mutating func countedWithoutNumber(_ hedge: Hedge?) throws(ValueError) -> HedgedValue? {
    let start = position
    _ = take("a")
    if let word = current?.word, let count = ValueWords.counts[word] {
      position += 1
      _ = take("of")
      var factor = 1.0
      if let next = current?.word, let multiplier = ValueWords.multipliers[next] {
        factor = multiplier
        position += 1
      }
      guard let unit = takeUnit() else { throw failure("a unit is missing") }
      return HedgedValue(
        hedge: count, number: PrintedNumber(value: factor, grain: factor, looksExact: false),
        upperNumber: nil, unit: unit, conversion: nil)
    }
    position = start
    if let word = current?.word, word.hasSuffix("s"), word.count > 3, let unit = takeUnit() {
      return HedgedValue(
        hedge: .plural, number: PrintedNumber(whole: 1), upperNumber: nil, unit: unit,
        conversion: nil)
    }
    return nil
  }

  private mutating func takeCloseTo() -> Bool {
    let start = position
    if take("close", "next"), take("to") { return true }
    position = start
    return false
  }

  private mutating func takeRangeSign(isRange: Bool) -> Bool {
    if isRange, take("and", "to") { return true }
    if take("to") || take(sign: "–", "—") { return true }
    // A hyphen is a range only before another number: "50-60", not "six-day".
    if case .sign("-") = current?.kind, position + 1 < tokens.count,
      case .number = tokens[position + 1].kind
    {
      position += 1
      return true
    }
    return false
  }

  mutating func takeUnit() -> ValueUnit? {
    let start = position
    _ = take(sign: "-")
    if take("nautical"), take("miles", "mile") { return ValueWords.units["nmi"] }
    guard let word = current?.word, let unit = ValueWords.units[word] else {
      position = start
      return nil
    }
    position += 1
    if unit.dimension == .distance {
      let perStart = position
      if take("per", "an", "a"), take("hour", "h") { return unit.perHour }
      position = perStart
    }
    return unit
  }

  /// Adds smaller units behind: "22 h 44 min", "1 day, 3 hours and 43 minutes".
  private mutating func compound(
    _ number: PrintedNumber, _ unit: ValueUnit
  ) throws(ValueError) -> (PrintedNumber, ValueUnit) {
    guard unit.dimension == .duration else { return (number, unit) }
    var seconds = number.value * unit.siSize
    var smallest = unit
    while true {
      let start = position
      _ = take(sign: ",")
      _ = take("and")
      guard let next = try self.number() else {
        position = start
        break
      }
      let followed = takeUnit() ?? (smallest.symbol == "h" ? ValueWords.units["min"] : nil)
      guard let followed, followed.dimension == .duration, followed.siSize < smallest.siSize else {
        position = start
        break
      }
      guard next.value * followed.siSize < smallest.siSize else {
        throw failure(
          "\(Int(min(next.value, 1e6))) \(followed.symbol) are more than one \(smallest.symbol)")
      }
      seconds += next.value * followed.siSize
      smallest = followed
    }
    guard smallest != unit else { return (number, unit) }
    // Printed to the smaller unit, so its grain is one of them.
    return (
      PrintedNumber(value: seconds / smallest.siSize, grain: 1, looksExact: true), smallest
    )
  }

  /// Digits, a written number, "two and a half", "half an", "a dozen".
  mutating func number() throws(ValueError) -> PrintedNumber? {
    if case .number(let number, _) = current?.kind {
      position += 1
      return takeAndAHalf(number)
    }
    if follows(["half", "an"]) || follows(["half", "a"]) {
      position += 2
      return PrintedNumber(value: 0.5, grain: 0.5, looksExact: false)
    }
    if follows(["a", "dozen"]) {
      position += 2
      return PrintedNumber(value: 12, grain: 1, looksExact: false)
    }
    guard let word = current?.word else { return nil }
    if (word == "an" || word == "a"), position + 1 < tokens.count,
      let next = tokens[position + 1].word,
      ValueWords.units[next] != nil || ValueWords.multipliers[next] != nil
    {
      position += 1
      return takeAndAHalf(multiplied(PrintedNumber(whole: 1)))
    }
    guard let value = ValueWords.numbers[word] else { return nil }
    position += 1
    return takeAndAHalf(multiplied(PrintedNumber(whole: value + takeOnes(after: value))))
  }

  private mutating func takeOnes(after tens: Double) -> Double {
    guard tens >= 20, case .sign("-") = current?.kind, position + 1 < tokens.count,
      let word = tokens[position + 1].word, let ones = ValueWords.numbers[word], ones < 10
    else { return 0 }
    position += 2
    return ones
  }

  private mutating func multiplied(_ number: PrintedNumber) -> PrintedNumber {
    guard let word = current?.word, let factor = ValueWords.multipliers[word] else { return number }
    position += 1
    return PrintedNumber(whole: number.value * factor)
  }

  private mutating func takeAndAHalf(_ number: PrintedNumber) -> PrintedNumber {
    let start = position
    _ = take(sign: "-")
    if take("and") {
      _ = take(sign: "-")
      if take("a") {
        _ = take(sign: "-")
        if take("half") {
          return PrintedNumber(value: number.value + 0.5, grain: 0.5, looksExact: true)
        }
      }
    }
    position = start
    return number
  }

  /// What may follow a value: a hedge behind it, a conversion in brackets, and then nothing.
  private mutating func finish(_ value: HedgedValue) throws(ValueError) -> HedgedValue {
    var hedge = value.hedge
    if let behind = takeHedge(), hedge == .bare { hedge = behind }
    var conversion: HedgedValue.Conversion?
    if take(sign: "(") {
      _ = takeHedge()
      guard let number = try number(), let unit = takeUnit(),
        unit.dimension == value.unit.dimension, take(sign: ")")
      else {
        throw failure("the bracket should hold the same value in another unit")
      }
      conversion = HedgedValue.Conversion(number: number, unit: unit)
    }
    var unit = value.unit
    // "60 kilometres (37 miles) per hour": the hour belongs to both.
    if unit.dimension == .distance, let pace = unit.perHour, take("per", "an", "a"),
      take("hour", "h")
    {
      unit = pace
      conversion = conversion.flatMap { converted in
        converted.unit.perHour.map { HedgedValue.Conversion(number: converted.number, unit: $0) }
      }
    }
    if let left = current {
      throw ValueError(message: "this part of the value was not understood", offset: left.offset)
    }
    return HedgedValue(
      hedge: hedge, number: value.number, upperNumber: value.upperNumber, unit: unit,
      conversion: conversion)
  }
}
