public import Quantities

/// That one quantity is so much more than another, or so many times as much.
public struct QuantityComparison: Hashable, Sendable {
  public enum Relation: String, Sendable {
    /// The first is the second and the value together.
    case more
    /// The first is the value times the second.
    case times
  }

  public let relation: Relation
  /// A difference, or a bare number (`ValueUnit.times`).
  public let value: HedgedValue
  public let greater: ComparedQuantity
  public let lesser: ComparedQuantity

  public init(
    relation: Relation, value: HedgedValue, greater: ComparedQuantity, lesser: ComparedQuantity
  ) {
    self.relation = relation
    self.value = value
    self.greater = greater
    self.lesser = lesser
  }
}

/// A quantity of a case that a claim can compare with another.
public enum ComparedQuantity: Hashable, Sendable {
  /// How long it was between two events.
  case duration(from: EventReference, to: EventReference)
  /// How far a journey went between two of its events.
  case way(from: EventReference, to: EventReference)
  /// How far it is between two places.
  case distance(DistanceKind, from: String, to: String)
  /// How fast a journey went between two events on average.
  case average(from: EventReference, to: EventReference)
  /// What another claim is about, whatever it says of it.
  case claim(Claim.ID)

  /// What it measures; nil of another claim.
  public var dimension: ValueUnit.Dimension? {
    switch self {
    case .duration: .duration
    case .way, .distance: .distance
    case .average: .speed
    case .claim: nil
    }
  }
}

/// Which parts of a journey a total of hours counts.
public enum CountedTime: String, CaseIterable, Sendable {
  /// Everything from the first event to the last.
  case elapsed
  /// Only while the vehicle moves; stays at stops are left out.
  case moving
  /// Of flights, from each take-off to each landing.
  case airborne
  /// Of flights, from leaving each stand to standing at the next.
  case block
}

extension ValueUnit {
  /// A bare number, such as "three times". The grammar reads it as a length, which it stands for nowhere.
  public static var times: ValueUnit { ValueUnit(counting: "times") }
}
