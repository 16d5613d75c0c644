import Railways

/// What is wrong with a question: which part of it, and what to give instead.
public struct QuestionError: Error, CustomStringConvertible {
  /// What a caller may want to tell apart.
  public enum Condition: Hashable, Sendable {
    case other
    /// A scenario file was given for a case; with its name.
    case scenarioFile(String)
    case tooManyClaims
    /// More is to be tried than anybody waits for.
    case tooManyScenarios
  }

  /// The part that it is about; nil if it is about none or the whole.
  public var field: QuestionField? { message.field }
  public let condition: Condition
  private let message: QuestionMessage

  /// A failure of which the message says everything.
  init(_ message: String, _ condition: Condition = .other) {
    self.message = QuestionMessage(message)
    self.condition = condition
  }

  /// What holds of parts of a question, such as `"\(.draw) needs \(.simulate)"`.
  init(about message: QuestionMessage, _ condition: Condition = .other) {
    self.message = message
    self.condition = condition
  }

  /// A value that cannot be, and what can.
  init(_ field: QuestionField, _ given: some CustomStringConvertible, _ advice: String) {
    self.init(about: "\(field) \(words: given): \(words: advice)")
  }

  /// A failure that something else met with a part of the question.
  init(_ field: QuestionField, because error: any Error) {
    self.init(about: "\(field): \(words: "\(error)")")
  }

  /// A failure whose message may name conditions of the railways, each of which is a part of a question.
  init(naming error: some ConditionNaming) { self.init(about: QuestionMessage(error.message)) }

  /// The failure of anything that says itself what is wrong.
  init(_ error: any Error) { self.init("\(error)") }

  public var description: String { text { $0.words.joined(separator: " ") } }

  /// The whole of it, with the parts' names as the caller writes them.
  public func text(_ name: (QuestionField) -> String) -> String { message.text(name) }
}
