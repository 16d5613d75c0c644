import Claims
import Plausibility
public import Casework

/// Something that holds in a scenario or does not, such as `possible.early-hours+khasan-1040` or
/// `arrival.vladivostok <= 2019-04-24T18:01+10:00`.
public struct Condition: Sendable {
  private enum Test: Hashable, Sendable {
    case isWord(AnswerWord)
    case isNotWord(AnswerWord)
    /// Can be that early; can be that late.
    case canBeBy(Double)
    case canBeAfter(Double)
  }

  /// As it was written.
  public let text: String
  private let measure: Measure
  private let test: Test

  /// - Throws: `ScenarioError` with what may be written.
  public init(parsing text: String, _ model: CaseModel) throws(ScenarioError) {
    self.text = text
    for sign in ["<=", ">=", "!=", "="] {
      guard let place = text.firstRange(of: sign) else { continue }
      let name = text[..<place.lowerBound].trimmed
      let value = text[place.upperBound...].trimmed
      measure = try Measure(parsing: name, model)
      test = try Self.test(measure, sign, value, model)
      return
    }
    measure = try Measure(parsing: text.trimmed, model)
    switch measure.kind {
    case .possible: test = .isWord(.possible(true))
    case .verdict: test = .isWord(.verdict(true))
    case .claimVerdict: test = .isWord(.claimVerdict(.consistent))
    case .window, .running:
      throw ScenarioError("'\(text)': write a bound behind it, such as <= 2019-04-24T18:01")
    }
  }

  private static func test(
    _ measure: Measure, _ sign: String, _ value: String, _ model: CaseModel
  ) throws(ScenarioError) -> Test {
    switch (measure.kind, sign) {
    case (.window(let event), "<="):
      return .canBeBy(try model.moment(value, of: event))
    case (.window(let event), ">="):
      return .canBeAfter(try model.moment(value, of: event))
    case (.running, "<="): return .canBeBy(try model.duration.number(parsing: value))
    case (.running, ">="): return .canBeAfter(try model.duration.number(parsing: value))
    case (.verdict, "="), (.claimVerdict, "="), (.possible, "="):
      return .isWord(try word(value, measure))
    case (.verdict, "!="), (.claimVerdict, "!="), (.possible, "!="):
      return .isNotWord(try word(value, measure))
    default:
      throw ScenarioError(
        "'\(measure.name)' cannot be compared by \(sign); moments and times are by <= and >=, words by = and !="
      )
    }
  }

  /// An answer that the measure can give.
  private static func word(
    _ text: String, _ measure: Measure
  ) throws(ScenarioError) -> AnswerWord {
    let words: [AnswerWord] =
      switch measure.kind {
      case .verdict: [.verdict(true), .verdict(false), .verdict(nil)]
      case .claimVerdict: Verdict.allCases.map { .claimVerdict($0) }
      default: [.possible(true), .possible(false), .possible(nil)]
      }
    guard let word = words.first(where: { $0.text == text }) else {
      throw ScenarioError(
        "'\(text)': \(measure.name) is one of \(words.map(\.text).joined(separator: ", "))")
    }
    return word
  }

  /// Whether it holds; nil where that is not decided.
  func holds(in outcome: CaseOutcome, believing believed: [Claim.ID]?) -> Bool? {
    switch (measure.answer(outcome, believing: believed), test) {
    case (.word(let word), .isWord(let wanted)) where word.isUndecided && !wanted.isUndecided:
      return nil
    case (.word(let word), .isWord(let wanted)): return word == wanted
    case (.word(let word), .isNotWord(let other)): return word != other
    case (.moments(let bounds), .canBeBy(let most)), (.seconds(let bounds), .canBeBy(let most)):
      return bounds.low <= most
    case (.moments(let bounds), .canBeAfter(let least)),
      (.seconds(let bounds), .canBeAfter(let least)):
      return bounds.high >= least
    default: return false
    }
  }
}

extension CaseModel {
  fileprivate var duration: ValueKind { kind("a time", .duration) }

  /// A moment by the clocks at an event.
  fileprivate func moment(
    _ text: String, of event: EventReference
  ) throws(ScenarioError) -> Double {
    let journey: Journey? =
      if case .stop(let id, _, _) = event { caseFile.journeys.first { $0.id == id } } else { nil }
    let clock = ValueKind.Clock(
      zone: zones(of: event).first ?? "UTC", date: journey?.date.map { "\($0)" })
    return try clock.moment(parsing: text)
  }
}
