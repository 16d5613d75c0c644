import Casework
import Testing

/// What shows that a rule speaks where it should, and is silent where one thing differs.
protocol RuleSuite {
  static var code: String { get }
  static var speaking: [RuleCase] { get }
  /// Each differs in one thing from one of the others.
  static var silent: [RuleCase] { get }
  /// What the rule says of a case.
  static func findings(_ ruleCase: RuleCase) throws -> [Finding]
}

extension RuleSuite {
  static func findings(_ ruleCase: RuleCase) throws -> [Finding] {
    try ruleCase.judged().findings.filter { $0.code == code }
  }

  /// The one finding of a case on which the rule speaks.
  static func finding(_ index: Int = 0) throws -> Finding {
    let found = try findings(speaking[index])
    #expect(found.count == 1)
    return try #require(found.first)
  }
}
