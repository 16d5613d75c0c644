public import Datasets
public import Quantities

/// An aircraft type as the time of a flight needs it: a kinematic model of constant airspeeds and mean vertical rates
/// (Sun, Ellerbroek and Hoekstra, WRAP: An open-source kinematic aircraft performance model, Transportation Research C
/// 98, 2019). SI throughout; every range runs from the least to the most that is usual.
public struct Aircraft: Hashable, Sendable {
  /// How fast it goes in level cruise.
  public enum Cruise: Hashable, Sendable {
    case mach(ClosedRange<Double>)
    /// Metres a second, for aircraft without Mach schedules.
    case trueAirspeed(ClosedRange<Double>)
  }

  /// A climb or a descent: the calibrated airspeed, and the vertical rates below 3,048 m (10,000 ft), at constant
  /// calibrated airspeed, and at constant Mach above; metres a second, all positive.
  public struct Slope: Hashable, Sendable {
    public let calibratedAirspeed: ClosedRange<Double>
    public let rates: [ClosedRange<Double>]
  }

  public let id: String
  public let name: String
  public let names: [String]
  /// A true airspeed that the type cannot pass in level flight.
  public let ceiling: Speed
  public let cruise: Cruise
  /// Metres.
  public let cruiseAltitude: ClosedRange<Double>
  public let climb: Slope
  public let descent: Slope
  /// How far it flies with a usual load and with the least; farther it cannot.
  public let range: ClosedRange<Distance>
  /// Where its numbers come from, by field; estimates say so.
  public let sources: [SourcedNumbers.Source]
}

extension Aircraft {
  /// The same aircraft with one true airspeed in level cruise, in metres a second.
  public func cruising(at speed: Double) -> Aircraft {
    Aircraft(
      id: id, name: name, names: names, ceiling: max(ceiling, .metersPerSecond(speed)),
      cruise: .trueAirspeed(speed...speed), cruiseAltitude: cruiseAltitude, climb: climb,
      descent: descent, range: range, sources: sources)
  }
}

extension ClosedRange<Double> {
  /// A point of the range: 0 is its least, 1 its most.
  @inline(__always)
  func point(_ share: Double) -> Double { lowerBound + (upperBound - lowerBound) * share }
}
