/// A number with the precision it was printed in.
public struct PrintedNumber: Hashable, Sendable {
  public let value: Double
  /// The place of its last significant digit: 10 for 560, 1 for 326, 0.1 for 6.5.
  public let grain: Double
  /// Whether it has no trailing zero or has decimals, and so looks exact.
  public let looksExact: Bool

  /// The place of its last printed digit: 1 for a whole number, 0.1 for one decimal.
  public var lastDigit: Double { min(grain, 1) }

  public init(value: Double, grain: Double, looksExact: Bool) {
    self.value = value
    self.grain = grain
    self.looksExact = looksExact
  }

  /// A whole number as it would be printed.
  public init(whole: Double) {
    var grain = 1.0
    while whole != 0, abs(whole) < 1e15,
      (whole / (grain * 10)).truncatingRemainder(dividingBy: 1) == 0
    {
      grain *= 10
    }
    self.init(value: whole, grain: grain, looksExact: grain == 1)
  }

  /// The number that digits such as `1,180`, `1 180` or `6.57` print; nil where they print none.
  ///
  /// A comma or space before exactly three digits separates thousands; a point begins decimals.
  public init?(digits: String) {
    var plain = ""
    var decimals: Int?
    for character in digits {
      switch character {
      case "0"..."9":
        plain.append(character)
        if let count = decimals { decimals = count + 1 }
      case ".":
        guard decimals == nil else { return nil }
        decimals = 0
        plain.append(".")
      case ",", " ", "\u{A0}", "\u{2009}", "\u{202F}":
        guard decimals == nil else { return nil }
      default: return nil
      }
    }
    guard plain.count <= 18, let value = Double(plain), value.isFinite else { return nil }
    if let decimals, decimals > 0 {
      var grain = 1.0
      for _ in 0..<decimals { grain /= 10 }
      self.init(value: value, grain: grain, looksExact: true)
    } else {
      self.init(whole: value)
    }
  }
}
