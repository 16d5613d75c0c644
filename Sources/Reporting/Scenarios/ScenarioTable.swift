public import Scenarios
import Chronology
import Plausibility
public import Wording
import Casework
import Quantities

/// Scenarios as rows of cells: the parameters in the order in which they are varied, then what was asked.
public struct ScenarioTable: Sendable {
  /// A column's name with its unit, such as `train.max_speed (km/h)`.
  public let header: [String]
  private let parameters: [CaseParameter]
  private let measures: [Measure]

  public init(parameters: [CaseParameter], measures: [Measure]) {
    self.parameters = parameters
    self.measures = measures
    header =
      parameters.map(\.title) + measures.flatMap(Self.titles).map(\.english)
  }

  /// The columns' names for readers.
  func header(in language: Language) -> [String] {
    parameters.map(\.title) + measures.flatMap(Self.titles).map(language.text)
  }

  /// The columns of a measure.
  static func titles(_ measure: Measure) -> [Phrase] {
    switch measure.form {
    case .word: ["\(measure.name)"]
    case .moments: ["\(measure.name) earliest", "\(measure.name) latest"]
    case .seconds: ["\(measure.name) least (h)", "\(measure.name) most (h)"]
    }
  }

  public func cells(_ row: Sweep.Row) -> [String] {
    zip(parameters, row.values).map { $0.text($1) }
      + zip(measures, row.answers).flatMap { Self.cells($1, $0) }
  }

  /// A row for readers: its words in a language.
  func cells(_ row: Sweep.Row, in language: Language) -> [String] {
    zip(parameters, row.values).map { $0.text($1) }
      + zip(measures, row.answers).flatMap { measure, answer in
        Self.cells(answer, measure).map { Self.said($0, answer, in: language) }
      }
  }

  /// A cell of an answer in a language, if it is a word.
  static func said(_ cell: String, _ answer: Measure.Answer, in language: Language) -> String {
    switch answer {
    case .word, .none: language.text(Phrase(term: cell))
    case .moments, .seconds: cell
    }
  }

  static func cells(_ answer: Measure.Answer, _ measure: Measure) -> [String] {
    switch answer {
    case .word(let word): [word.text]
    case .moments(let bounds): [bounds.low, bounds.high].map { Numbers.iso($0, in: measure.zone) }
    case .seconds(let bounds): [bounds.low, bounds.high].map { Numbers.shortest($0 / 3_600, 2) }
    // A blank is an end that is open; this is no value at all.
    case .none: Array(repeating: "contradictory", count: measure.form == .word ? 1 : 2)
    }
  }

  /// An answer for readers, its moments without their zone.
  static func shortCells(
    _ answer: Measure.Answer, _ measure: Measure, in language: Language
  ) -> [String] {
    guard case .moments(let bounds) = answer, let zone = try? Zone(measure.zone) else {
      return cells(answer, measure).map { said($0, answer, in: language) }
    }
    return [bounds.low, bounds.high].map { end in
      end.isFinite ? ScenarioFigure.Scale.moments(zone).text(end) : language.text("open")
    }
  }

  /// By whose clocks an answer is told, such as ` (Vladivostok)`; blank where it has no moments.
  static func zoneWords(_ measure: Measure) -> Phrase {
    guard measure.form == .moments, let zone = try? Zone(measure.zone) else { return "" }
    return " (\(term: zone.cityName))"
  }

  /// One scenario as an object of a line.
  public func line(_ row: Sweep.Row) -> JSONValue {
    .object(
      Dictionary(
        zip(header, cells(row)).map { ($0, Self.value($1)) },
        uniquingKeysWith: { first, _ in first }))
  }

  /// A cell as JSON: a number where it is one, null where it is blank.
  static func value(_ cell: String) -> JSONValue {
    cell.isEmpty ? .null : Double(cell).map { .number($0) } ?? .text(cell)
  }
}

extension CaseParameter {
  /// The path with the unit of its values.
  public var title: String { unit.map { "\(path) (\($0))" } ?? path }

  /// The unit in which its values are told as data; nil where they have none.
  var unit: String? {
    switch dimension {
    case .speed, .wind: "km/h"
    case .distance: "km"
    case .duration: "h"
    case .moment, .count, .choice, .place: nil
    }
  }

  /// A value without its unit: moments in ISO 8601 by the parameter's clocks; blank for what is as the case has it.
  public func text(_ value: ParameterValue?) -> String {
    guard let value else { return "" }
    return switch (value, dimension) {
    case (.choice(let word), _): word
    case (.number(let number), .speed), (.number(let number), .wind):
      Numbers.shortest(number * 3.6, 3)
    case (.number(let number), .distance): Numbers.shortest(number / 1_000, 3)
    case (.number(let number), .duration): Numbers.shortest(number / 3_600, 4)
    case (.number(let number), .moment(let clock)): Numbers.iso(number, in: clock.zone)
    case (.number(let number), _): Numbers.shortest(number, 3)
    }
  }

  /// A value with its unit, such as `86.2 km/h`.
  public func words(_ value: Double) -> Phrase {
    switch dimension {
    case .speed: Numbers.speed(value)
    case .wind: "\(value < 0 ? "-" : "")" + Numbers.speed(abs(value))
    case .count: "\(Numbers.shortest(value, 0))"
    case .distance: Numbers.distance(value)
    case .duration: Numbers.duration(value)
    case .moment(let clock): "\(Numbers.iso(value, in: clock.zone))"
    case .choice, .place: ""
    }
  }
}

extension Numbers {
  /// A number for a table of data: no group marks, no needless noughts.
  static func shortest(_ value: Double, _ decimals: Int) -> String {
    var text = plain(value, decimals)
    while text.contains("."), let last = text.last, last == "0" || last == "." {
      text.removeLast()
    }
    return text
  }

  /// A moment by the clocks of a zone, such as `2019-04-24T01:30+10:00`; blank where it is open.
  static func iso(_ seconds: Double, in name: String) -> String {
    guard seconds.isFinite, abs(seconds) < 2.6e11, let zone = try? Zone(name) else { return "" }
    let instant = Instant(secondsSinceEpoch: (seconds / 60).rounded() * 60)
    let (date, second) = zone.local(instant)
    let minutes = Int(held: second / 60)
    let offset = zone.offset(at: instant) / 60
    let sign = offset < 0 ? "-" : "+"
    return "\(date)T\(two(minutes / 60)):\(two(minutes % 60))\(sign)\(two(abs(offset) / 60)):"
      + two(abs(offset) % 60)
  }
}
