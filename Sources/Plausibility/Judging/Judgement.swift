public import Claims

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
