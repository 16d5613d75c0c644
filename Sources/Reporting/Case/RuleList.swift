public import Casework

extension Story {
  /// Rules with what they say, from where on, and where they come from.
  public init(rules: [any FindingRule.Type]) {
    self.init()
    blocks = [
      .items(
        rules.map { rule in
          (
            Line(rule.code, .strong) + Line(": \(rule.summary)."),
            [
              .items([
                (Line("speaks from: \(rule.threshold)"), []),
                (Line("rests on: \(rule.basis)", .dim), []),
              ])
            ]
          )
        })
    ]
  }
}

extension JSONValue {
  /// Rules as an array of objects.
  public init(rules: [any FindingRule.Type]) {
    self = .array(
      rules.map { rule in
        .object([
          "code": .text(rule.code), "summary": .text(rule.summary),
          "threshold": .text(rule.threshold), "basis": .text(rule.basis),
        ])
      })
  }
}
