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

/// A subject that would have to be at most `upper` and at least `lower`, which is more.
public struct ProofCrossing: Hashable, Sendable {
  public let subject: ProofSubject
  public let upper: Double
  public let lower: Double
  /// The steps from which the upper and the lower bound follow.
  public let upperSteps: [Int]
  public let lowerSteps: [Int]
}

/// Statements that, each multiplied by its weight and all added up, say that `lower` is at most `upper`, which
/// is less.
public struct ProofSum: Hashable, Sendable {
  public struct Part: Hashable, Sendable {
    public let weight: Double
    public let statement: Statement
    /// The member that says so, nil for arithmetic and for what follows from the steps.
    public let member: Member.ID?
    /// The steps that it rests on.
    public let steps: [Int]
  }

  public enum Statement: Hashable, Sendable {
    case bound(ProofSubject, ProofStep.Relation, Double)
    /// The first is at least the second.
    case order(QuantityID, QuantityID)
    case total(QuantityID, of: [QuantityID])
    /// Distance, speed and time, held by the plane through bounds of speed and time.
    case product(ProofProduct)
  }

  public let parts: [Part]
  public let lower: Double
  public let upper: Double
}

/// A product of speed and time, as a linear statement: where the speed is on one side of `pace` and the time
/// on one side of `time`, the distance is on one side of pace·t + time·v − pace·time.
public struct ProofProduct: Hashable, Sendable {
  public let distance: QuantityID
  public let speed: QuantityID
  public let from: EventID
  public let to: EventID
  /// Metres a second and seconds.
  public let pace: Double
  public let time: Double
  /// Whether the distance is at most that.
  public let isUpper: Bool
}
