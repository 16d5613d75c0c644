public import Casework

/// The rules behind the notes of a report: what each says, from where on, and what it rests on.
public struct RuleReport: Sendable {
  public let rules: [any FindingRule.Type]

  public init(_ rules: [any FindingRule.Type]) { self.rules = rules }

  public static let formats = DocumentFormats<RuleReport>([
    .text(\.story), .markdown(\.story), .json(\.json),
  ])

  public var story: Story {
    var story = Story()
    story.blocks = [
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
    return story
  }

  /// An array of objects.
  public var json: JSONValue {
    .array(
      rules.map { rule in
        .object([
          "code": .text(rule.code), "summary": .text(rule.summary),
          "threshold": .text(rule.threshold), "basis": .text(rule.basis),
        ])
      })
  }
}
