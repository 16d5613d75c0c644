public import Railways

/// What is wrong with a question: which parameter, and what to write instead.
public struct QuestionError: Error, CustomStringConvertible {
  /// The parameter that it is about, as programs write it, such as `max_speed`; nil where it is about none.
  public let parameter: String?
  /// The conditions that it is about, which each caller knows by names of its own.
  public let conditions: [RailCondition]
  private let message: ConditionText
  /// Whether names of parameters stand in the message between backticks.
  private let isRule: Bool

  /// A failure of which the message says everything.
  init(_ message: String) {
    parameter = nil
    conditions = []
    self.message = "\(message)"
    isRule = false
  }

  /// A failure whose message may name conditions.
  init(naming error: some ConditionNaming) {
    parameter = nil
    conditions = error.message.conditions
    message = error.message
    isRule = false
  }

  /// A rule about parameters that stand between backticks, such as "`draw` needs `simulate`".
  init(rule: String) {
    parameter = rule.split(separator: "`", omittingEmptySubsequences: false).dropFirst().first
      .map(String.init)
    conditions = []
    message = "\(rule)"
    isRule = true
  }

  /// A value that cannot be, and what can.
  init(_ parameter: String, _ given: some CustomStringConvertible, _ advice: String) {
    self.parameter = parameter
    conditions = []
    message = "\(given): \(advice)"
    isRule = false
  }

  /// The failure of anything that says itself what is wrong.
  init(_ error: any Error) { self.init("\(error)") }

  public var description: String { words({ $0 }, \.words) }

  /// The whole of it, with parameters and conditions as the caller calls them.
  public func words(
    _ name: (String) -> String, _ condition: (RailCondition) -> String
  ) -> String {
    let message = message.words(condition)
    guard isRule else { return parameter.map { "\(name($0)) \(message)" } ?? message }
    return message.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .map { $0.isMultiple(of: 2) ? String($1) : name(String($1)) }.joined()
  }
}
