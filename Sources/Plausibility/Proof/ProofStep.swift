/// What a step of a proof is about.
public enum ProofSubject: Hashable, Sendable {
  case quantity(QuantityID)
  /// The seconds from one event to another; from the epoch, a moment.
  case elapsed(EventID, EventID)
}

/// A step: something is at least or at most a value, because of a member and earlier steps.
public struct ProofStep: Hashable, Sendable {
  public enum Relation: String, Sendable { case atLeast, atMost }

  public let subject: ProofSubject
  public let relation: Relation
  /// Metres, metres a second or seconds; moments are seconds since 1970.
  public let value: Double
  /// The member that says so, or nil where it follows by arithmetic from the premises.
  public let member: Member.ID?
  /// The positions of the steps it follows from.
  public let premises: [Int]
}
