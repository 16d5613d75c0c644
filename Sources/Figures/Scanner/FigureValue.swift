/// What a figure says: how much, or when.
public enum FigureValue: Hashable, Sendable {
  case quantity(HedgedValue)
  case moment(Moment)
}

/// A figure as it was found in a text.
package struct FoundFigure: Sendable {
  package let value: FigureValue
  /// From its hedge to its end.
  package let tokens: Range<Int>
  /// Whether its unit hangs on it with a hyphen: "six-day trip".
  package let isAdjective: Bool
  /// Whether its words make a speed an average.
  package let isAverage: Bool

  init(_ quantity: TokenReader.ReadQuantity) {
    value = .quantity(quantity.value)
    tokens = quantity.tokens
    isAdjective = quantity.isAdjective
    isAverage = quantity.isAverage
  }

  init(_ moment: TokenReader.ReadMoment) {
    value = .moment(moment.moment)
    tokens = moment.tokens
    (isAdjective, isAverage) = (false, false)
  }

  /// The same figure, begun no earlier than at a token.
  func begun(at token: Int) -> FoundFigure {
    FoundFigure(
      value: value, tokens: max(token, tokens.lowerBound)..<tokens.upperBound,
      isAdjective: isAdjective, isAverage: isAverage)
  }

  private init(value: FigureValue, tokens: Range<Int>, isAdjective: Bool, isAverage: Bool) {
    self.value = value
    self.tokens = tokens
    self.isAdjective = isAdjective
    self.isAverage = isAverage
  }
}

extension FoundFigure {
  var isSpeed: Bool {
    if case .quantity(let value) = value { value.unit.dimension == .speed } else { false }
  }
}
