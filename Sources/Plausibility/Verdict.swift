public import Claims

/// What is to be said of one claim.
public enum Verdict: String, CaseIterable, Sendable {
  case fits
  /// Only if its words are read more widely than the profile does, within its limits.
  case stretched
  case contradicted
  case undecided
}

/// A claim held against everything else.
public struct Judgement: Sendable {
  public let member: Member.ID
  public let verdict: Verdict
  /// What everything undisputed implies for it, for each reading; empty where nothing bears on it.
  public let implications: [Implication]
  /// The greatest stretch that any of its conflicts asks of it.
  public let neededStretch: Stretch?
  /// The conflicts that count against it, as positions in the report's list: not those with a claim that
  /// facts alone refute, nor those that another claim would mend with a smaller stretch.
  public let conflicts: [Int]
  /// Why it is undecided, or why it fits in spite of a conflict; nil otherwise.
  public let reason: Reason?

  /// What keeps a claim from being judged by its own figures.
  public enum Reason: Hashable, Sendable {
    case notAllExplored(Undecided)
    /// It is in a conflict that these claims would mend with a smaller stretch.
    case easierMended(by: [Claim.ID])
    /// Nothing undisputed bears on it.
    case nothingBears
  }
}

/// What is to be said of all claims together.
public enum CaseVerdict: Sendable {
  case canAllBeTrue(Witness)
  case cannotAllBeTrue(isFirm: Bool)
  case undecided(Undecided)
}

extension CaseVerdict {
  /// Whether it was proved that not all can be true.
  public var isContradictory: Bool {
    if case .cannotAllBeTrue = self { return true }
    return false
  }

  /// Whether that holds however widely the words are read.
  public var isFirm: Bool {
    if case .cannotAllBeTrue(true) = self { return true }
    return false
  }
}

/// Everything that the plausibility of a case comes to.
public struct PlausibilityReport: Sendable {
  public let verdict: CaseVerdict
  public let judgements: [Judgement]
  /// Firm ones and those with fewer members first.
  public let conflicts: [Conflict]
  /// What would mend everything, for each group of members that bear on one another.
  public let corrections: [Corrections]
  /// Which members can hold together.
  public let known: KnownSets

  /// Whether more conflicts may exist than were listed.
  public var isIncomplete: Bool { known.groups.contains(where: \.isIncomplete) }
}
