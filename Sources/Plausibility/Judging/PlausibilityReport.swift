/// Everything that the plausibility of a case comes to.
public struct PlausibilityReport: Sendable {
  public let verdict: CaseVerdict
  public let judgements: [Judgement]
  /// Firm ones and those with fewer members first.
  public let conflicts: [Conflict]
  /// What would mend everything, for each group of members that bear on one another.
  public let corrections: [Corrections]
  /// Whether not all was worked out of some conflict for which it takes too much.
  let isHurried: Bool
  /// Which members can hold together.
  public let known: KnownSets

  /// Whether more conflicts may exist than were listed.
  public var isIncomplete: Bool { isHurried || known.groups.contains(where: \.isIncomplete) }
}
