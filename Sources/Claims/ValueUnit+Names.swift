extension ValueUnit {
  /// The unit of a name or sign such as `km`, `mph` or `hours`; nil for other words.
  public init?(symbol: String) {
    guard let unit = ValueWords.units[symbol] else { return nil }
    self = unit
  }

  /// The speed of one such unit of distance an hour; nil where nobody says that.
  public var perHour: ValueUnit? {
    switch symbol {
    case "km": ValueWords.units["km/h"]
    case "mi": ValueWords.units["mph"]
    case "nmi": ValueWords.units["kn"]
    default: nil
    }
  }
}
