public import Travel
public import Chronology
public import Plausibility
public import Quantities

/// How fast a leg would have had to be, for each hour at which it may have begun.
public struct SpeedsByDeparture: Sendable {
  /// One departure and the speeds it asks for.
  public struct Row: Sendable {
    public let departure: Instant
    /// The average at the least length of the way, and at its greatest.
    public let needed: Interval<Speed>
  }

  /// The readings under which the arrival is what it is.
  public let readings: [Member.ID: Int]
  public let rows: [Row]

  /// The departures that a window leaves, by the hour.
  ///
  /// Nil where the departure is known to within the hour, or the arrival is open.
  public init?(window: ElapsedWindow, way: TypedDistance) {
    guard window.start.low.isFinite, window.start.high.isFinite, window.end.high.isFinite,
      window.start.high - window.start.low > 3_600
    else { return nil }
    let hours = Int(held: min(48, (window.start.high - window.start.low) / 3_600))
    rows = (0...hours).compactMap { hour in
      let departure = window.start.low + Double(hour) * 3_600
      let left = Bounds(0, window.end.high - departure)
      guard let needed = LegAccount.neededSpeed(over: way, within: left) else { return nil }
      return Row(departure: Instant(secondsSinceEpoch: departure), needed: needed)
    }
    readings = window.readings
  }
}
