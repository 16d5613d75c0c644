extension QuestionError {
  /// A value of a part of a question about ways, by its name in words joined by underscores.
  init(_ parameter: String, _ given: some CustomStringConvertible, _ advice: String) {
    guard let field = Self.field(parameter) else {
      self.init("\(parameter) \(given): \(advice)")
      return
    }
    self.init(field, given, advice)
  }

  /// A rule about parts of a question that stand between backticks.
  init(rule: String) {
    var parts = QuestionMessage.StringInterpolation(literalCapacity: 0, interpolationCount: 0)
    for (place, part) in rule.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
      if !place.isMultiple(of: 2), let field = Self.field(String(part)) {
        parts.appendInterpolation(field)
      } else {
        parts.appendLiteral(String(part))
      }
    }
    self.init(about: QuestionMessage(stringInterpolation: parts))
  }

  private static func field(_ name: String) -> QuestionField? {
    QuestionField.allCases.first { $0.words.joined(separator: "_") == name }
  }
}
