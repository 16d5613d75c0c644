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
  /// What else people call it; capitals, spaces and hyphens do not matter.
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
  /// Whether the wind alone carries it, so that its cruise is the wind's.
  public let drifts: Bool
  /// Where its numbers come from, by field; estimates say so.
  public let sources: [SourcedNumbers.Source]
  /// What an unnamed one is where it flies farther than this, by identifier: a wide body for an airliner.
  let fartherType: String?
  /// The same, once found.
  var farther: Performance?

  /// What changes with the distance where nobody names the type.
  struct Performance: Hashable, Sendable {
    let cruise: Cruise
    let cruiseAltitude: ClosedRange<Double>
    let climb: Slope
    let descent: Slope
    let range: ClosedRange<Distance>
  }
}

extension Aircraft {
  /// Metres above the usual cruise that a flight may climb to for a better wind; estimated.
  private static let climbingRoom = 1_500.0

  /// Metres that no flight of the type passes.
  public var highestAltitude: Double { cruiseAltitude.upperBound + Self.climbingRoom }

  /// Its usual true airspeeds in cruise in metres a second; of a Mach number at 11,000 m.
  public var cruiseAirspeeds: ClosedRange<Double> { cruise.airspeeds }

  var performance: Performance {
    Performance(
      cruise: cruise, cruiseAltitude: cruiseAltitude, climb: climb, descent: descent, range: range)
  }

  /// The same aircraft with other performance.
  func with(_ performance: Performance, ceiling: Speed? = nil) -> Aircraft {
    Aircraft(
      id: id, name: name, names: names, ceiling: ceiling ?? self.ceiling,
      cruise: performance.cruise, cruiseAltitude: performance.cruiseAltitude,
      climb: performance.climb, descent: performance.descent, range: performance.range,
      drifts: drifts, sources: sources, fartherType: fartherType, farther: nil)
  }

  /// The same aircraft with one true airspeed in level cruise, in metres a second.
  public func cruising(at speed: Double) -> Aircraft {
    with(
      Performance(
        cruise: .trueAirspeed(speed...speed), cruiseAltitude: cruiseAltitude, climb: climb,
        descent: descent, range: farther?.range ?? range),
      ceiling: max(ceiling, .metersPerSecond(speed)))
  }

  /// The type as it is over a distance: one that nobody names is another on long flights than on short ones, and
  /// either between.
  func flying(_ distance: Distance) -> Aircraft {
    guard let farther, distance > range.lowerBound else { return self }
    return with(distance >= range.upperBound ? farther : performance.hull(farther))
  }
}

extension Aircraft.Performance {
  /// From the least to the most of both.
  func hull(_ other: Self) -> Self {
    Self(
      cruise: cruise.hull(other.cruise),
      cruiseAltitude: cruiseAltitude.hull(other.cruiseAltitude), climb: climb.hull(other.climb),
      descent: descent.hull(other.descent),
      range: min(
        range.lowerBound, other.range.lowerBound)...max(range.upperBound, other.range.upperBound))
  }
}

extension Aircraft.Cruise {
  /// From the least to the most of both; Mach numbers become airspeeds at 11,000 m beside an airspeed.
  func hull(_ other: Self) -> Self {
    if case .mach(let one) = self, case .mach(let two) = other { return .mach(one.hull(two)) }
    return .trueAirspeed(airspeeds.hull(other.airspeeds))
  }

  var airspeeds: ClosedRange<Double> {
    switch self {
    case .trueAirspeed(let range): return range
    case .mach(let range):
      let sound = StandardAtmosphere.speedOfSound(at: 11_000)
      return range.lowerBound * sound...range.upperBound * sound
    }
  }
}

extension Aircraft.Slope {
  func hull(_ other: Self) -> Self {
    Self(
      calibratedAirspeed: calibratedAirspeed.hull(other.calibratedAirspeed),
      rates: zip(rates, other.rates).map { $0.hull($1) })
  }
}

extension ClosedRange<Double> {
  /// A point of the range: 0 is its least, 1 its most.
  @inline(__always)
  func point(_ share: Double) -> Double { lowerBound + (upperBound - lowerBound) * share }

  /// From the least to the most of both.
  func hull(_ other: Self) -> Self {
    Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
  }
}
