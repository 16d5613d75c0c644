public import Chronology
public import Plausibility
public import Wording

/// What is said of a case's events, quantities and statements in words, which the engine knows by their identifiers.
public struct Titles: Sendable {
  /// What an event is called, and in which zone its clock is shown.
  public struct Event: Hashable, Sendable {
    public let words: Phrase
    public let zone: Zone
    /// The zones of the other side, where a clock at a border may be meant in either.
    public let otherZones: [Zone]
  }

  /// What a member of the system says.
  public struct Statement: Hashable, Sendable {
    public let words: Phrase
    /// What tells each of its readings from the others, such as "in Vladivostok time"; blank where there is one.
    public let readings: [Phrase]
    /// The positions of those that its words are seldom meant by.
    public let unlikely: Set<Int>
  }

  public internal(set) var events: [EventID: Event] = [:]
  /// The day that stands for the first one where nobody gives any day: only clock times mean anything then.
  public internal(set) var firstDay: CivilDate?
  public internal(set) var quantities: [QuantityID: Phrase] = [:]
  public internal(set) var statements: [Member.ID: Statement] = [:]
  /// The quantities that are laid off as if they were times, by the events at their ends.
  public internal(set) var stands: [EventID: QuantityID] = [:]

  /// What a quantity is called.
  subscript(quantity: QuantityID) -> Phrase? {
    get { quantities[quantity] }
    set { quantities[quantity] = newValue }
  }

  /// What a member says.
  public func words(of member: Member.ID) -> Phrase { statements[member]?.words ?? "" }

  /// What tells a reading of a member from its other readings; blank where nothing need.
  public func label(of reading: Int, in member: Member.ID) -> Phrase {
    guard let labels = statements[member]?.readings, labels.indices.contains(reading) else {
      return ""
    }
    return labels[reading]
  }

  /// What tells some readings from the others of their members, in the order of the members; without those of which
  /// nothing need be told.
  public func labels(_ readings: [Member.ID: Int]) -> [(member: Member.ID, label: Phrase)] {
    readings.map { (member: $0.key, label: label(of: $0.value, in: $0.key)) }
      .filter { !$0.label.isEmpty }.sorted { $0.member < $1.member }
  }
}
