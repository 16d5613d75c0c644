public import Chronology
public import Plausibility
public import Wording

/// The plain names of a case's events and quantities.
public struct Titles: Sendable {
  /// What an event is called, and in which zone its clock is shown.
  public struct Event: Hashable, Sendable {
    public let words: Phrase
    public let zone: Zone
    /// The zones of the other side, where a clock at a border may be meant in either.
    public let otherZones: [Zone]
  }

  public let events: [EventID: Event]
  public let quantities: [QuantityID: Phrase]
}
