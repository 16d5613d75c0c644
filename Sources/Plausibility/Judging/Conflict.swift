public import Claims

/// A minimal set of members that cannot hold together: without any one of them they can.
public struct Conflict: Sendable {
  /// In the order of the system: assumptions and facts as well as claims.
  public let members: [Member.ID]
  public let gravity: Gravity
  /// Why: proofs that together refute every choice of readings.
  public let proofs: [Proof]
  /// What would resolve it, the least effort first.
  public let repairs: [Repair]
  /// What its members that are no claims would have to be instead: how short the distance, how fast the vehicle.
  public let requirements: [Requirement]
}

extension Conflict {
  /// What a conflict shows.
  public enum Gravity: String, CaseIterable, Comparable, Sendable {
    /// Its claims cannot all be true: everything in it that is no claim is hard or a named assumption, and it survives
    /// every hedge read as widely as still counts as loose.
    case contradiction
    /// They can, but only beyond a bound that is estimated or measured and that few of the kind pass.
    case improbable
    /// They can, if words are read more widely than they usually are.
    case wording

    public static func < (left: Gravity, right: Gravity) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  /// Whether its claims cannot all be true, however widely words are read.
  public var isFirm: Bool { gravity == .contradiction }

  /// The claims in it.
  public var claims: [Claim.ID] { repairs.map(\.claim) }
}

/// What a member would have to be for the others of a conflict to hold.
public struct Requirement: Sendable {
  public let member: Member.ID
  public let implication: Implication
}
