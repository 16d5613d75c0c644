public import Claims

/// What would mend everything in a group of members that bear on one another.
public struct Corrections: Sendable {
  /// The cheapest first.
  public let list: [Correction]
  /// How many larger ones there are besides, which were not costed.
  public let more: Int
}

/// A smallest set of statements that would have to give way for all others to hold.
public struct Correction: Sendable {
  /// One of its statements.
  public struct Part: Sendable {
    public let member: Member.ID
    /// How far its words would have to be stretched so that the others can hold; nil where it would have to be
    /// dropped, or is no claim.
    public let stretch: Stretch?
    public let isWithinLimit: Bool
    /// What a member that is no claim would have to be instead, as near to what it says as may be; nil where
    /// that is not one value.
    public let implication: Implication?
  }

  public let parts: [Part]
  /// Whether its stretches are shown to do; else it takes at least as much.
  public let isExact: Bool
  /// The efforts of its parts, each weighed by the grade of its source, for ranking alone. A stretch costs its
  /// share of the profile's limit, up to 4; a claim to be dropped 4; an assumption 2, an estimate 1, and five times more the
  /// farther from what it says it would have to go, up to 4.5.
  public let cost: Double
}
