/// A minimal set of members that cannot hold together: without any one of them they can.
public struct Conflict: Sendable {
  /// In the order of the system: assumptions and facts as well as claims.
  public let members: [Member.ID]
  /// Whether everything in it that is no claim is hard or a named assumption, and it survives every
  /// hedge read as widely as still counts as stretched.
  public let isFirm: Bool
  /// Why: proofs that together refute every choice of readings.
  public let proofs: [Proof]
  /// What would resolve it, the least effort first.
  public let repairs: [Repair]
  /// What its members that are no claims would have to be instead: how short the distance, how fast the vehicle.
  public let requirements: [Requirement]
}

/// What a member would have to be for the others of a conflict to hold.
public struct Requirement: Sendable {
  public let member: Member.ID
  public let implication: Implication
}
