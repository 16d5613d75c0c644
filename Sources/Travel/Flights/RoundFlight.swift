public import Flights
public import Quantities

/// A flight that lands where it began, without anything said of where it went: its length is open.
///
/// It may be as short as a circuit of the airfield and as long as the aircraft's range; a length or a time that a report
/// gives binds the other. One that is said to pass other places is a flight by way of them, with a known length
/// (`World.flight(by:_:)`).
public struct RoundFlight: Sendable {
  public let aircraft: Aircraft
  public let operations: FlightOperations

  public init(aircraft: Aircraft, operations: FlightOperations) {
    self.aircraft = aircraft
    self.operations = operations
  }

  /// How far it may go: from nothing to the greatest range.
  public var length: ClosedRange<Distance> { .zero...aircraft.range.upperBound }

  /// The seconds from take-off to landing that no way of a length can do without: at the ceiling with the strongest wind
  /// behind, a hard bound.
  public func physicalMinimum(over length: Distance) -> Double {
    let strongest = operations.strongestWinds.strongest(below: aircraft.highestAltitude)
    return length.meters / (aircraft.ceiling.metersPerSecond + strongest)
  }

  /// Seconds aloft for which its fuel usually lasts at the most: the greatest range at the slowest usual cruise. Loitering
  /// lasts longer; no bound to accuse by.
  public var endurance: Double {
    aircraft.range.upperBound.meters / max(1, aircraft.cruiseAirspeeds.lowerBound)
  }
}
