import Chronology
public import Claims
import Quantities

/// What the values of something are, and how they are written.
public struct ValueKind: Hashable, Sendable {
  /// Such as `train.max_speed`.
  public let name: String
  public let dimension: Dimension
  /// What its values may be, in SI, where not everything makes sense.
  let limits: ClosedRange<Double>?
  /// How its values are understood.
  let grammar: FigureGrammar

  public init(
    name: String, dimension: Dimension, limits: ClosedRange<Double>? = nil, grammar: FigureGrammar
  ) {
    self.name = name
    self.dimension = dimension
    self.limits = limits
    self.grammar = grammar
  }

  public enum Dimension: Hashable, Sendable {
    /// Metres a second, metres, seconds.
    case speed, distance, duration
    /// Seconds since 1970, told by the clocks of a zone on a date, where the journey has one.
    case moment(Clock)
    /// Metres a second, positive from behind.
    case wind
    /// A whole number.
    case count
    /// One of some words.
    case choice([String])
    /// The name of a place.
    case place

  }

  /// The clocks by which moments are told.
  public struct Clock: Hashable, Sendable {
    public let zone: String
    /// Of the journey, as ISO 8601; nil where the case does not say it.
    public let date: String?
  }
}

/// What a parameter is taken to be: a number in SI, a moment in seconds since 1970, or one of some words.
public enum ParameterValue: Hashable, Sendable {
  case number(Double)
  case choice(String)
}

extension ValueKind {
  var isMoment: Bool {
    if case .moment = dimension { return true }
    return false
  }

  /// Whether its values may be less than nothing.
  var isSigned: Bool { isMoment || dimension == .wind }

  /// The unit behind a number, where its values have one.
  func sharedUnit(of text: String) -> String {
    switch dimension {
    case .moment, .count, .choice, .place: ""
    case .speed, .distance, .duration, .wind:
      String(text.drop { $0.isNumber || $0 == "." || $0 == "-" || $0 == " " })
    }
  }

  /// The value that some words give.
  func value(parsing text: String) throws(ScenarioError) -> ParameterValue {
    switch dimension {
    case .choice(let words):
      guard words.contains(text) else {
        throw ScenarioError(
          "'\(text)': \(name) is one of \(words.joined(separator: ", "))")
      }
      return .choice(text)
    case .place: return .choice(text)
    default: break
    }
    return .number(try number(parsing: text))
  }

  /// The number that some words give, within what the parameter may be.
  func number(parsing text: String) throws(ScenarioError) -> Double {
    let number = try anyNumber(parsing: text)
    // A limit in round km/h is met to the last bit but one.
    if let limits, number < limits.lowerBound - 1e-9 || number > limits.upperBound + 1e-9 {
      throw ScenarioError(
        "'\(text)': \(name) is between \(words(limits.lowerBound)) and \(words(limits.upperBound))")
    }
    return number
  }

  private func anyNumber(parsing text: String) throws(ScenarioError) -> Double {
    switch dimension {
    case .speed: return try quantity(text, .speed, "60 km/h, 37 mph or 17 m/s")
    case .distance: return try quantity(text, .distance, "326 km or 150 mi")
    case .duration: return try quantity(text, .duration, "2h, 90min or 1 h 30 min")
    case .moment(let clock): return try clock.moment(parsing: text)
    case .wind:
      let speed = try quantity(
        text.hasPrefix("-") ? String(text.dropFirst()) : text, .speed, "40 km/h, or -40 km/h")
      return text.hasPrefix("-") ? -speed : speed
    case .count:
      guard let count = Int(text) else {
        throw ScenarioError("'\(text)': \(name) is a whole number")
      }
      return Double(count)
    case .choice, .place: throw ScenarioError("'\(text)': \(name) takes words")
    }
  }

  /// A limit with its unit.
  private func words(_ limit: Double) -> String {
    switch dimension {
    case .speed, .wind: "\((limit * 3.6).rounded()) km/h"
    default: "\(Int(held: limit))"
    }
  }

  /// The width of a step: of moments a duration.
  func width(parsing text: String) throws(ScenarioError) -> Double {
    if isMoment { return try quantity(text, .duration, "1h or 30min") }
    if dimension == .wind { return try quantity(text, .speed, "20 km/h") }
    if dimension == .count { return try anyNumber(parsing: text) }
    guard case .number(let number) = try value(parsing: text) else { return 0 }
    return number
  }

  private func quantity(
    _ text: String, _ dimension: ValueUnit.Dimension, _ example: String
  ) throws(ScenarioError) -> Double {
    let value: HedgedValue
    do { value = try grammar.value(text, as: dimension) } catch {
      throw ScenarioError("'\(text)' is no value of \(name): \(error.message); write \(example)")
    }
    guard value.hedge == .bare, value.upperNumber == nil else {
      throw ScenarioError("'\(text)': write one value without a hedge, such as \(example)")
    }
    return value.siValue
  }
}

extension ValueKind.Clock {
  /// The moment that some words give, in seconds since 1970.
  func moment(parsing text: String) throws(ScenarioError) -> Double {
    let form =
      "write 2019-04-24T01:30, or 01:30 where the journey has a date; '+09:00' or 'Z' behind it names the zone"
    var (day, time) = (self.date ?? "", text)
    if let mark = text.firstIndex(of: "T") {
      day = String(text[..<mark])
      time = String(text[text.index(after: mark)...])
    }
    guard let date = CivilDate(iso: day) else { throw ScenarioError("'\(text)': \(form)") }
    var offset: Double?
    if time.hasSuffix("Z") {
      offset = 0
      time.removeLast()
    } else if let sign = time.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      guard let shift = Self.seconds(time[time.index(after: sign)...]) else {
        throw ScenarioError("'\(text)': \(form)")
      }
      offset = time[sign] == "-" ? -shift : shift
      time = String(time[..<sign])
    }
    guard let second = Self.seconds(time[...]), second < 86_400,
      let zone = try? Zone(self.zone)
    else { throw ScenarioError("'\(text)': \(form)") }
    guard let offset else { return zone.instant(of: date, secondOfDay: second).secondsSinceEpoch }
    return Zone.utc.instant(of: date, secondOfDay: second).secondsSinceEpoch - offset
  }

  /// The seconds of `01:30` or `01:30:15`.
  private static func seconds(_ text: Substring) -> Double? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.count == 2 && part.allSatisfy(\.isASCII) ? UInt8(part) : nil
    }
    guard numbers.count == parts.count, (2...3).contains(numbers.count), numbers[0] < 24,
      numbers[1] < 60, numbers.last.map({ $0 < 60 }) ?? false
    else { return nil }
    return Double(numbers[0]) * 3_600 + Double(numbers[1]) * 60
      + (numbers.count == 3 ? Double(numbers[2]) : 0)
  }
}

extension StringProtocol {
  /// Without blanks at its ends.
  var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
