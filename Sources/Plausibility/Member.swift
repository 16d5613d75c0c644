public import Claims
public import Wording

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
  /// Its name in a system: the claim's identifier, or one that the casework gives.
  public struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let text: String

    public init(_ text: String) { self.text = text }

    public var description: String { text }

    public static func < (left: ID, right: ID) -> Bool { left.text < right.text }
  }

  public let id: ID
  public let origin: Origin
  public let strength: Strength
  /// What it says, in words.
  public let words: Phrase
  /// What its words may mean. It holds if one of them does. Never empty.
  public let readings: [Reading]
  /// How good its source is held to be; nil where nobody said. For ranking only.
  public let grade: SourceGrade?

  public init(
    id: ID, origin: Origin, strength: Strength, words: Phrase, readings: [Reading],
    grade: SourceGrade? = nil
  ) {
    precondition(!readings.isEmpty)
    self.id = id
    self.origin = origin
    self.strength = strength
    self.words = words
    self.readings = readings
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
  /// What tells it from the other readings, such as "in Vladivostok time"; blank where there is one.
  public let label: Phrase
  /// The bound that the words give.
  public let value: Constraint
  /// Further constraints of this reading.
  public let others: [Constraint]

  public init(label: Phrase, value: Constraint, others: [Constraint] = []) {
    self.label = label
    self.value = value
    self.others = others
  }
}
