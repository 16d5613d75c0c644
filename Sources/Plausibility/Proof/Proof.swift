/// Why a set of members cannot hold under one choice of readings: a tree, whose branches are distinctions of
/// cases and whose leaves are steps with what cannot be at their end.
public struct Proof: Hashable, Sendable {
  /// What cannot be.
  public indirect enum End: Hashable, Sendable {
    case crossing(ProofCrossing)
    case sum(ProofSum)
    /// Neither can a quantity be at most a value nor at least it.
    case cases(QuantityID, Double, below: Proof, above: Proof)
  }

  /// The readings that were chosen, where a member has several.
  public let readings: [Member.ID: Int]
  /// In an order in which each follows from those before it.
  public let steps: [ProofStep]
  public let end: End

  /// The members that the proof and its branches rest on.
  public var members: Set<Member.ID> {
    let own = Set(steps.compactMap(\.member))
    switch end {
    case .crossing: return own
    case .sum(let sum): return own.union(sum.parts.compactMap(\.member))
    case .cases(_, _, let below, let above): return own.union(below.members).union(above.members)
    }
  }
}
