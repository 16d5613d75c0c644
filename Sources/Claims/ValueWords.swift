import Quantities

/// The English words of the value grammar.
enum ValueWords {
  /// Hedges by their words, longest first, before or behind a number.
  static let hedges: [(words: [String], hedge: Hedge)] = {
    let split = phrases.map { phrase, hedge in
      (words: phrase.split(separator: " ").map(String.init), hedge: hedge)
    }
    return split.sorted { $0.words.count > $1.words.count }
  }()

  private static let phrases: [(String, Hedge)] = [
    ("a little over", .justOver), ("a bit over", .justOver), ("just over", .justOver),
    ("slightly more than", .justOver), ("just under", .nearly), ("a little under", .nearly),
    ("well over", .atLeast), ("more than", .atLeast), ("not less than", .atLeast),
    ("no less than", .atLeast), ("at least", .atLeast), ("or more", .atLeast),
    ("no more than", .atMost), ("not more than", .atMost), ("at most", .atMost),
    ("top speed of", .atMost), ("maximum speed of", .atMost),
    ("up to", .atMost), ("or less", .atMost), ("less than", .atMost), ("a maximum of", .atMost),
    ("give or take", .about), ("or so", .about),
    ("about", .about), ("around", .about), ("roughly", .about), ("approximately", .about),
    ("approx.", .about), ("approx", .about), ("circa", .about), ("ca.", .about), ("some", .about),
    ("nearly", .nearly), ("almost", .nearly), ("over", .atLeast), ("above", .atLeast),
    ("exceeding", .atLeast), ("from", .atLeast), ("under", .atMost), ("below", .atMost),
    ("maximum", .atMost), ("max.", .atMost), ("max", .atMost), ("top", .atMost),
    ("only", .bare), ("just", .bare), ("exactly", .exactly), ("precisely", .exactly),
    ("before", .atMost), ("by", .atMost), ("after", .atLeast), ("since", .atLeast),
  ]

  /// Small numbers written out.
  static let numbers: [String: Double] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "dozen": 12,
  ]

  static let multipliers: [String: Double] = ["hundred": 100, "thousand": 1_000]

  /// Counts without a number.
  static let counts: [String: Hedge] = ["couple": .couple, "few": .few, "several": .several]

  static let units: [String: ValueUnit] = {
    var units: [String: ValueUnit] = [:]
    func add(_ names: String, _ dimension: ValueUnit.Dimension, _ symbol: String, _ size: Double) {
      for name in names.split(separator: " ") {
        units[String(name)] = ValueUnit(dimension: dimension, symbol: symbol, siSize: size)
      }
    }
    add("km kilometer kilometers kilometre kilometres", .distance, "km", 1_000)
    add("m meter meters metre metres", .distance, "m", 1)
    add("mi mile miles", .distance, "mi", LengthUnit.mile.meters)
    add("nmi", .distance, "nmi", LengthUnit.nauticalMile.meters)
    add("verst versts", .distance, "verst", LengthUnit.verst.meters)
    add("li", .distance, "li", LengthUnit.li.meters)
    add("h hr hrs hour hours", .duration, "h", 3_600)
    add("min mins minute minutes", .duration, "min", 60)
    add("s sec second seconds", .duration, "s", 1)
    add("d day days", .duration, "d", 86_400)
    add("week weeks", .duration, "week", 604_800)
    add("month months", .duration, "month", 86_400 * 365.2425 / 12)
    add("year years", .duration, "year", 86_400 * 365.2425)
    add("km/h kmh kph kmph kmh", .speed, "km/h", 1 / 3.6)
    add("mph", .speed, "mph", SpeedUnit.milesPerHour.metersPerSecond)
    add("kn kt knot knots", .speed, "kn", SpeedUnit.knots.metersPerSecond)
    add("m/s", .speed, "m/s", 1)
    // Of the air at cruising altitudes, -56.5 °C (ISO 2533).
    add("mach", .speed, "Mach", 295.07)
    return units
  }()

  static let months: [String: Int] = {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    var months: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      months[name] = index + 1
      months[String(name.prefix(3))] = index + 1
    }
    months["sept"] = 9
    return months
  }()

  /// Zone abbreviations that the reports of this part of the world use, as fixed offsets.
  static let zones: [String: String] = [
    "kst": "+09:00", "vlat": "+10:00", "msk": "+03:00", "gmt": "UTC", "utc": "UTC",
    "cst": "+08:00", "jst": "+09:00",
  ]
}
