extension TokenReader {
  struct ReadNumber {
    let number: PrintedNumber
    let end: Int
    let isDigits: Bool
  }

  /// A number in digits or words, with what may follow it: "2 and a half", "four thousand".
  func number(at index: Int) -> ReadNumber? {
    guard index < tokens.count else { return nil }
    if tokens[index].kind == .number {
      return (fraction(at: index) ?? digits(at: index)).map { withHalf(withFraction($0)) }
    }
    if tokens[index].kind == .sign { return fraction(at: index) }
    if let half = has(index, \.isHalf) {
      return ReadNumber(
        number: PrintedNumber(value: 0.5, grain: 0.5, looksExact: false), end: half, isDigits: false
      )
    }
    if let quarter = has(index, \.isQuarter) {
      return ReadNumber(
        number: PrintedNumber(value: 0.25, grain: 0.25, looksExact: false), end: quarter,
        isDigits: false)
    }
    return (written(at: index) ?? multiple(at: index)).map(withHalf)
  }

  /// "a hundred", "a thousand"; in a field the article may be left out: "mil kilómetros".
  private func multiple(at index: Int) -> ReadNumber? {
    let article = has(index, \.isOne)
    guard let found = phrase(at: article ?? index, \.multiplier), found.payload >= 100 else {
      return nil
    }
    // "bin 600 kilometre", "ألف و200 كيلومتر"
    if let rest = rest(at: found.end, below: found.payload) {
      return ReadNumber(
        number: PrintedNumber(whole: found.payload + rest.number.value), end: rest.end,
        isDigits: true)
    }
    guard article != nil || asked != nil else { return nil }
    return ReadNumber(number: PrintedNumber(whole: found.payload), end: found.end, isDigits: false)
  }

  /// "sixty-five", "two hundred and fifty", "four thousand".
  private func written(at index: Int) -> ReadNumber? {
    var total = 0.0
    var part: Double?
    var place = index
    var lastSmall = 100.0
    while place < tokens.count, place - index < 12 {
      var next = place
      if place > index {
        if isHyphen(next) { next += 1 }
        if part.map({ $0 >= 100 }) ?? (total > 0), let and = has(next, \.isAnd) { next = and }
      }
      if let found = phrase(at: next, \.number), found.payload < lastSmall || part == nil {
        // "sixty-five" goes down; "two two" is two numbers.
        guard part == nil || found.payload < lastSmall && fits(found.payload, under: lastSmall)
        else { break }
        part = (part ?? 0) + found.payload
        lastSmall = found.payload
        place = found.end
      } else if let found = phrase(at: next, \.multiplier), let count = part {
        if found.payload >= 1_000 {
          total += count * found.payload
          part = nil
          lastSmall = 100
        } else {
          part = count * found.payload
          lastSmall = 100
        }
        place = found.end
      } else {
        break
      }
    }
    guard place > index, part != nil || total > 0 else { return nil }
    let value = total + (part ?? 0)
    return ReadNumber(number: PrintedNumber(whole: value), end: place, isDigits: false)
  }

  private func fits(_ small: Double, under large: Double) -> Bool {
    large >= 100 || large >= 20 && large.truncatingRemainder(dividingBy: 10) == 0 && small < 10
  }

  /// "1/4", "½": a fraction by itself.
  private func fraction(at index: Int) -> ReadNumber? {
    guard index < tokens.count else { return nil }
    let range = tokens[index].range
    if let sign = fractionSign(at: index) {
      return ReadNumber(
        number: PrintedNumber(
          value: sign.above / sign.below, grain: min(0.25, 1 / sign.below), looksExact: true),
        end: index + 1, isDigits: true)
    }
    guard tokens[index].kind == .number, !tokens[index].traits.contains(.glued), range.count <= 2,
      isBar(index + 1), index + 2 < tokens.count, tokens[index + 2].kind == .number,
      !tokens[index + 2].traits.contains(.spaced), tokens[index + 2].range.count <= 2,
      let above = Double(String(decoding: bytes[range], as: UTF8.self)),
      let below = Double(String(decoding: bytes[tokens[index + 2].range], as: UTF8.self)),
      (2...16).contains(below), above < below
    else { return nil }
    return ReadNumber(
      number: PrintedNumber(value: above / below, grain: 1 / below, looksExact: true),
      end: index + 3,
      isDigits: true)
  }

  /// The numerator and the denominator of a sign such as ½ or ⅓.
  func fractionSign(at index: Int) -> (above: Double, below: Double)? {
    guard index < tokens.count, tokens[index].kind == .sign else { return nil }
    return Self.fractionSigns[String(decoding: text(at: index), as: UTF8.self)]
  }

  private static let fractionSigns: [String: (above: Double, below: Double)] = [
    "½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅛": (1, 8), "⅜": (3, 8),
    "⅝": (5, 8), "⅞": (7, 8),
  ]

  /// "10 1/2", "2½": a fraction behind a whole number.
  private func withFraction(_ read: ReadNumber) -> ReadNumber {
    guard read.number.looksExact || read.number.grain >= 1, let part = fraction(at: read.end) else {
      return read
    }
    return ReadNumber(
      number: PrintedNumber(
        value: read.number.value + part.number.value, grain: part.number.grain, looksExact: true),
      end: part.end, isDigits: true)
  }

  private func withHalf(_ read: ReadNumber) -> ReadNumber {
    var next = read.end
    if isHyphen(next) { next += 1 }
    // "½" behind a number, or "and a half".
    guard let end = has(next, \.isAndHalf) else {
      // "eight and a quarter hours"
      guard let part = phrase(at: next, \.andPart) else { return read }
      return ReadNumber(
        number: PrintedNumber(
          value: read.number.value + part.payload, grain: 0.25, looksExact: true),
        end: part.end, isDigits: read.isDigits)
    }
    return ReadNumber(
      number: PrintedNumber(value: read.number.value + 0.5, grain: 0.5, looksExact: true), end: end,
      isDigits: read.isDigits)
  }

  /// Digits with the language's separators, and thousands behind blanks: "1 180".
  private func digits(at index: Int) -> ReadNumber? {
    let token = tokens[index]
    guard token.kind == .number, !token.traits.contains(.glued), !isBelowBar(index) else {
      return nil
    }
    if isMiddleDot(index - 1), index > 1, tokens[index - 2].kind == .number { return nil }
    var text = Array(bytes[token.range])
    var end = index + 1
    // "552・6キロ"
    if isMiddleDot(end), end + 1 < tokens.count, tokens[end + 1].kind == .number,
      unit(at: end + 2, afterDigits: true)?.unit.dimension == .distance
    {
      text += [lexicon.decimal] + bytes[tokens[end + 1].range]
      end += 2
    }
    while text.count <= 12, end < tokens.count, tokens[end].kind == .number,
      tokens[end].range.count == 3 || isGrouped(tokens[end]), tokens[end].traits.contains(.spaced),
      tokens[end].start - tokens[end - 1].end <= 3,
      end == index + 1 ? token.range.count <= 3 : true,
      text.allSatisfy(Tokenizer.isDigit),
      bytes[tokens[end].range.lowerBound...].prefix(3).allSatisfy(Tokenizer.isDigit),
      text.first != 0x30
    {
      text += bytes[tokens[end].range]
      end += 1
    }
    guard let number = printed(text) else { return nil }
    var read = ReadNumber(number: number, end: end, isDigits: true)
    if let found = phrase(at: end, \.multiplier) {
      let factor = found.payload
      read = ReadNumber(
        number: number.looksExact && number.grain < 1
          ? PrintedNumber(
            value: number.value * factor, grain: number.grain * factor,
            looksExact: number.grain * factor <= 1)
          : PrintedNumber(whole: number.value * factor), end: found.end, isDigits: true)
      if let rest = rest(at: found.end, below: factor), number.grain >= 1 {
        read = ReadNumber(
          number: PrintedNumber(whole: read.number.value + rest.number.value), end: rest.end,
          isDigits: true)
      }
    }
    return read
  }

  /// "4천500", "2 bin 500 kilometre", "3 آلاف و400 كيلومتر": digits that go on behind a multiplier, directly or before a unit.
  private func rest(at index: Int, below factor: Double) -> ReadNumber? {
    let start = has(index, \.isAnd) ?? index
    guard start < tokens.count, tokens[start].kind == .number, let rest = digits(at: start),
      rest.number.value < factor
    else { return nil }
    let isDirect = start == index && !tokens[start].traits.contains(.spaced)
    let isOfUnit =
      factor >= 1_000 && tokens[start].range.count <= 3
      && unit(at: rest.end, afterDigits: true) != nil
    return isDirect || isOfUnit ? rest : nil
  }

  /// The point of Japanese papers between digits.
  private func isMiddleDot(_ index: Int) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].kind == .sign
      && !tokens[index].traits.contains(.spaced)
      && text(at: index).elementsEqual("・".utf8)
  }

  /// A solidus or a fraction slash.
  private func isBar(_ index: Int) -> Bool {
    isSign(index, "/")
      || index >= 0 && index < tokens.count && bytes[tokens[index].range].elementsEqual(Self.slash)
  }

  private static let slash: [UInt8] = Array("\u{2044}".utf8)

  /// Whether digits stand below the bar of a fraction that is none: "1/0".
  private func isBelowBar(_ index: Int) -> Bool {
    index > 1 && !tokens[index].traits.contains(.spaced) && isBar(index - 1)
      && tokens[index - 2].kind == .number
  }

  /// "180,5" behind a blank: the last group with its decimals.
  private func isGrouped(_ token: Token) -> Bool {
    let text = bytes[token.range]
    guard let sign = text.firstIndex(of: lexicon.decimal) else { return false }
    return sign - text.startIndex == 3
  }

  /// The number of digits in the language's own notation; nil where they print none, such as a clock time.
  func printed(_ text: [UInt8]) -> PrintedNumber? {
    guard !text.contains(0x3A), text.count <= 18 else { return nil }
    var plain: [UInt8] = []
    let signs = text.indices.filter { !Tokenizer.isDigit(text[$0]) }
    let isGrouping = isGrouping(text, signs)
    var decimals = false
    for (index, byte) in text.enumerated() {
      if Tokenizer.isDigit(byte) {
        plain.append(byte)
      } else if isGrouping, byte != lexicon.decimal || signs.count > 1 && index != signs.last {
        continue
      } else if isGrouping, signs.allSatisfy({ text[$0] == byte }) {
        continue
      } else {
        guard !decimals else { return nil }
        decimals = true
        plain.append(0x2E)
      }
    }
    return PrintedNumber(digits: String(decoding: plain, as: UTF8.self))
  }

  /// Whether the signs part groups of three digits.
  private func isGrouping(_ text: [UInt8], _ signs: [Int]) -> Bool {
    guard let first = signs.first, (1...3).contains(first), text[0] != 0x30 else { return false }
    let parting = signs.filter { text[$0] != lexicon.decimal }
    let groups = parting.isEmpty && signs.count > 1 ? signs : parting
    guard !groups.isEmpty,
      groups.allSatisfy({ lexicon.grouping.contains(text[$0]) || signs.count > 1 })
    else { return false }
    for (index, sign) in groups.enumerated() {
      let next =
        index + 1 < groups.count ? groups[index + 1] : signs.first { $0 > sign } ?? text.count
      if next - sign != 4 { return false }
    }
    return true
  }
}
