import Testing

/// A value that a question refuses.
struct Wrong<Question: Sendable>: Sendable, CustomTestStringConvertible {
  /// What it is refused for; nil for what no one parameter is to blame.
  let parameter: String?
  let change: @Sendable (inout Question) -> Void

  init(_ parameter: String?, _ change: @escaping @Sendable (inout Question) -> Void) {
    self.parameter = parameter
    self.change = change
  }

  func changed(_ question: Question) -> Question {
    var other = question
    change(&other)
    return other
  }

  var testDescription: String { parameter ?? "no one parameter" }
}
