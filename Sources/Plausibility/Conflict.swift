public import Claims

/// A minimal set of members that cannot hold together: without any one of them they can.
public struct Conflict: Sendable {
  /// In the order of the system: assumptions and facts as well as claims.
  public let members: [Member.ID]
  /// Whether everything in it that is no claim is hard or a named assumption, and it survives every
  /// hedge read as widely as still counts as stretched.
  public let isFirm: Bool
  /// Why: proofs that together refute every choice of readings.
  public let proofs: [Proof]
  /// What would mend it, the least effort first.
  public let repairs: [Repair]
  /// What its members that are no claims would have to be instead: how short the way, how fast the vehicle.
  public let requirements: [Requirement]
}

/// What a member would have to be for the others of a conflict to hold.
public struct Requirement: Sendable {
  public let member: Member.ID
  public let implication: Implication
}

/// A way to mend a conflict.
public struct Repair: Sendable {
  /// The claim that would have to give way.
  public let claim: Claim.ID
  /// How far its words would have to be stretched; nil where no stretch would do and it must be
  /// dropped.
  public let stretch: Stretch?
  /// The nearest value that would do, in SI; moments are seconds since 1970.
  public let value: Double?
  /// The readings of the other members under which that is the least, where they have several.
  public let readings: [Member.ID: Int]
  /// What the other members of the conflict imply for it, reading by reading.
  public let implications: [Implication]
  /// Whether the stretch is within what the profile calls one.
  public let isWithinLimit: Bool
  /// Whether the stretch is shown to do; else it takes at least as much.
  public let isExact: Bool
}
