public import Claims

/// Where a constraint comes from. A computed value is one more testimony.
public enum Origin: Hashable, Sendable {
  /// A source says so.
  case claim(Claim.ID)
  /// A model or a table of this program says so.
  case estimate
  /// A law or a physical ceiling.
  case physics
  /// Taken for granted, and named so that it can be given up.
  case assumption
}

/// How far a constraint may be trusted.
public enum Strength: String, Sendable {
  /// Arithmetic, the calendar, the geodesic, published kilometrage, physical ceilings.
  case hard
  /// Mapped or estimated geometry, simulated times, usual speeds.
  case soft
}

/// One thing that is said about the world and could be given up as a whole.
public struct Member: Sendable {
  public let id: ID
  public let origin: Origin
  public let strength: Strength
  /// What its words may mean, distinguished by their positions. It holds if one of them does. Never empty.
  public let readings: [Reading]
  /// What it may mean only where it is read loosely, counted behind the readings: a track without its outliers.
  public let looseReadings: [Reading]
  /// How good its source is held to be; nil where nobody said. For ranking only.
  public let grade: SourceGrade?

  public init(
    id: ID, origin: Origin, strength: Strength, readings: [Reading],
    looseReadings: [Reading] = [], grade: SourceGrade? = nil
  ) {
    precondition(!readings.isEmpty)
    self.id = id
    self.origin = origin
    self.strength = strength
    self.readings = readings
    self.looseReadings = looseReadings
    self.grade = grade
  }

  /// The claim it is, or nil for other origins.
  public var claim: Claim.ID? {
    if case .claim(let id) = origin { return id }
    return nil
  }
}

/// One meaning of a member: a value constraint, which may be stretched, and what must hold with it.
public struct Reading: Sendable {
  /// The bound that the words give.
  public let value: Constraint
  /// Further constraints of this reading.
  public let others: [Constraint]

  public init(value: Constraint, others: [Constraint] = []) {
    self.value = value
    self.others = others
  }
}
