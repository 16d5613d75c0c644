/// A text that is one value of a dimension.
struct ValueField {
  private let field: FieldText
  private let dimension: ValueUnit.Dimension

  init(_ text: String, _ lexicon: Lexicon, _ dimension: ValueUnit.Dimension) {
    field = FieldText(text, lexicon, asked: .value(dimension))
    self.dimension = dimension
  }

  private var reader: TokenReader { field.reader }

  func value() throws(ValueError) -> HedgedValue {
    if let near = near() { return near }
    var best: TokenReader.ReadQuantity?
    for index in 0..<field.count {
      guard let quantity = reader.quantity(at: index), quantity.tokens.upperBound > index else {
        continue
      }
      best = quantity
      break
    }
    guard let best else { throw unread() }
    let lead = field.lead(before: best.tokens.lowerBound)
    var value = best.value
    if lead.start > 0 { throw before(lead.start, value) }
    if best.tokens.upperBound < field.count { throw behind(best.tokens.upperBound, value) }
    if let hedge = try bound(lead, value) { value = value.with(hedge) }
    guard value.unit.dimension == dimension else {
      throw ValueError(
        message:
          "'\(field.text)' is a \(value.unit.dimension.rawValue), not a \(dimension.rawValue)",
        offset: 0)
    }
    return value
  }

  /// The hedge that the words before a value give it where it has none of its own.
  private func bound(
    _ lead: (start: Int, hedge: Hedge?, isAverage: Bool), _ value: HedgedValue
  ) throws(ValueError) -> Hedge? {
    guard let hedge = lead.hedge, hedge != .bare else {
      // "from 8 km"
      let opens = reader.has(0, \.isFrom) != nil && lead.start == 0
      return value.hedge == .bare && opens ? .atLeast : nil
    }
    switch value.hedge {
    case .bare: return hedge
    case .couple, .few, .several, .plural:
      guard [.atLeast, .atMost, .upTo, .nearly, .justOver, .exactly].contains(hedge) else {
        return nil
      }
      throw field.failure(
        "a bound needs a number; 'a few' and the like have none of their own", at: 0)
    default: return nil
    }
  }

  /// "near" gives no number.
  private func near() -> HedgedValue? {
    guard dimension == .distance, field.count > 0, reader.has(0, \.isNear) == field.count else {
      return nil
    }
    return HedgedValue(hedge: .near, number: PrintedNumber(whole: 1), unit: .kilometer)
  }

  // MARK: What is wrong

  private static let units = "write km, mi, h, min, km/h, mph …"

  private func unread() -> ValueError {
    for index in 0..<field.count {
      if reader.isDash(index), index == 0 {
        return field.failure("no distance, speed or duration is negative", at: 0)
      }
      guard let number = reader.number(at: index) else { continue }
      if reader.isDash(number.end) || reader.has(number.end, { $0.isTo || $0.isAnd }) != nil {
        let next = reader.has(number.end, { $0.isTo || $0.isAnd }) ?? number.end + 1
        if let second = reader.number(at: next), second.number.value <= number.number.value {
          return field.failure("the range is upside down", at: next)
        }
      }
      return field.failure("a unit is missing after the number; \(Self.units)", at: number.end)
    }
    let digits = (0..<field.count).first { reader.tokens[$0].kind == .number }
    return digits.map {
      field.failure(
        "'\(String(decoding: reader.text(at: $0), as: UTF8.self))' is not a number", at: $0)
    } ?? field.failure("a number is missing; \(Self.example(of: dimension))", at: field.count)
  }

  private func before(_ start: Int, _ value: HedgedValue) -> ValueError {
    if reader.isDash(start - 1) {
      return reader.tokens[..<(start - 1)].contains { $0.kind == .number }
        ? field.failure("the range is upside down", at: start)
        : field.failure("no distance, speed or duration is negative", at: start - 1)
    }
    if reader.start(endingAt: start, \.isBetween) != nil {
      return field.failure("'between' needs a second number", at: field.count)
    }
    return field.failure(notUnderstood, at: 0)
  }

  private func behind(_ end: Int, _ value: HedgedValue) -> ValueError {
    if reader.isSign(end, "(") {
      return field.failure("the bracket should hold the same value in another unit", at: end)
    }
    if value.unit.dimension == .duration, let next = reader.number(at: end),
      let smaller = [ValueUnit.hour: ValueUnit.minute, .minute: .second, .day: .hour][value.unit],
      next.number.value * smaller.siSize >= value.unit.siSize
    {
      return field.failure(
        "\(next.number.notation) \(smaller.symbol) are more than one \(value.unit.symbol)", at: end)
    }
    if reader.isDash(end), reader.number(at: end + 1) != nil {
      return field.failure("the range is upside down", at: end + 1)
    }
    return field.failure(notUnderstood, at: end)
  }

  private var notUnderstood: String {
    "this part of the value was not understood; \(Self.example(of: dimension))"
  }

  private static func example(of dimension: ValueUnit.Dimension) -> String {
    switch dimension {
    case .distance: "write such as 'about 560 km' or '150 km (95 miles)'"
    case .duration: "write such as 'about 20 hours' or '22 h 44 min'"
    case .speed: "write such as 'at most 60 km/h' or '38 mph'"
    }
  }
}
