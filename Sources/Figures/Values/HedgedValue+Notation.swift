import Quantities

extension HedgedValue {
  /// The value in the words of case files, such as `about 560 km` or `22 h 44 min`; reading them gives it back.
  public var notation: String {
    let figure: String
    switch hedge {
    case .couple, .few, .several:
      let count = [.couple: "a couple of", .few: "a few"][hedge] ?? "several"
      figure = "\(count) \(factorWord)\(unit.plural)"
    case .near: return "near"
    case .plural: figure = unit.plural
    case .range:
      figure = "\(number.notation)-\(upperNumber?.notation ?? number.notation) \(unit.symbolAfter)"
    default: figure = "\(hedge.word)\(amount)"
    }
    guard let conversion else { return figure }
    return "\(figure) (\(conversion.number.notation) \(conversion.unit.symbolAfter))"
  }

  private var amount: String {
    // Half an hour has no digits of its own: 0.5 would look exact.
    if unit.dimension == .duration, number.grain < 1, number.value > 0, !number.looksExact {
      return number.value == 0.5
        ? "half an \(unit.singular)" : "\(number.notation) \(unit.symbolAfter)"
    }
    guard unit.symbol == "min", number.value > 60, number.looksExact, number.grain == 1 else {
      return "\(number.notation) \(unit.after(number))"
    }
    let minutes = number.value.rounded()
    let hours = (minutes / 60).rounded(.down)
    let rest = minutes - hours * 60
    return rest == 0
      ? "\(number.notation) min"
      : "\(PrintedNumber.plain(hours)) h \(PrintedNumber.plain(rest)) min"
  }

  private var factorWord: String {
    switch number.value {
    case 100: "hundred "
    case 1_000: "thousand "
    default: ""
    }
  }
}

extension PrintedNumber {
  /// In digits, with as many decimals as were printed.
  public var notation: String {
    if value == value.rounded(), grain >= 1 { return Self.plain(value) }
    var text = Self.plain(value)
    if value == value.rounded() { text += "." }
    var digits = 0
    var grain = grain
    while grain < 0.999, digits < 9 {
      grain *= 10
      digits += 1
    }
    let decimals = text.split(separator: ".", omittingEmptySubsequences: false).last?.count ?? 0
    if decimals < digits { text += String(repeating: "0", count: digits - decimals) }
    return text
  }

  static func plain(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 9e18 { return "\(Int(held: value))" }
    return "\((value * 1e6).rounded() / 1e6)"
  }
}

extension Hedge {
  /// The word for it in case files, with a blank behind it; blank for none.
  fileprivate var word: String {
    switch self {
    case .exactly: "exactly "
    case .about: "about "
    case .nearly: "nearly "
    case .justOver: "just over "
    case .atLeast: "at least "
    case .atMost: "at most "
    case .upTo: "up to "
    default: ""
    }
  }
}

extension ValueUnit {
  /// As it stands behind a number.
  fileprivate var symbolAfter: String {
    switch symbol {
    case "week", "month", "year", "d": plural
    default: symbol
    }
  }

  fileprivate func after(_ number: PrintedNumber) -> String {
    number.value == 1 && symbol == "d" ? "day" : symbolAfter
  }

  fileprivate var singular: String {
    switch symbol {
    case "h": "hour"
    case "d": "day"
    case "min": "minute"
    default: symbol
    }
  }

  fileprivate var plural: String {
    switch symbol {
    case "h": "hours"
    case "min": "minutes"
    case "s": "seconds"
    case "d": "days"
    case "week": "weeks"
    case "month": "months"
    case "year": "years"
    case "km": "kilometers"
    case "mi": "miles"
    case "m": "meters"
    case "nmi": "nautical miles"
    case "kn": "knots"
    default: symbol
    }
  }
}
