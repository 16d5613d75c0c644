public import Claims
public import Plausibility
public import Wording

/// A claim with its verdict.
public struct ClaimAccount: Sendable {
  public let claim: Claim
  public let verdict: Verdict
  /// What everything undisputed implies for it, reading by reading.
  public let implications: [Implication]
  public let neededStretch: Stretch?
  /// The conflicts it is in. For a forecast they are its own and not those of the case.
  public let conflicts: [Conflict]
  /// A sentence on why, where the numbers do not say it.
  public let reason: Phrase
  /// The position of the only reading that fits, where its words are seldom meant so: 10:40 for 22:40.
  public var unlikelyReading: Int?
}
