public import Geodesy
public import Quantities

/// A flight along the geodesic between two points.
public struct FlightPath: Hashable, Sendable {
  public let start: Coordinate
  public let end: Coordinate
  /// The geodesic: no flight is shorter.
  public let geodesic: Distance
  /// How many times the geodesic a flown way usually is, 1 at the least.
  public let detour: Interval<Double>

  public init(
    from start: Coordinate, to end: Coordinate, detour: Interval<Double>,
    on ellipsoid: Ellipsoid = .wgs84
  ) {
    self.start = start
    self.end = end
    self.detour = detour
    geodesic = ellipsoid.distance(from: start, to: end)
  }

  /// The flown distance: the geodesic at the least, with the usual detour at the most.
  public var flown: Interval<Distance> {
    Interval(from: geodesic * max(1, detour.lower ?? 1), to: detour.upper.map { geodesic * $0 })
  }
}

/// How long a flight takes, as bounds.
public struct FlightTime: Hashable, Sendable {
  /// Less than this from take-off to landing is impossible: the geodesic at the ceiling with the
  /// strongest jet stream behind all the way.
  public let fastestAirborne: Duration
  /// The usual time from take-off to landing.
  public let airborne: Interval<Duration>
  /// The usual block time, off-block to on-block.
  public let block: Interval<Duration>
}

extension Aircraft {
  /// A tailwind that no flight has had all the way: the strongest jet streams, about 400 km/h, estimated.
  public static let strongestTailwind = Speed.kilometersPerHour(400)

  /// The time for a path, from distance over speed with stated terminal allowances.
  public func flightTime(over path: FlightPath) -> FlightTime {
    let fastest = path.geodesic.duration(at: ceiling.adding(Self.strongestTailwind)) ?? .zero
    let quick = cruise.upper.flatMap { path.flown.lower?.duration(at: $0.adding(wind)) } ?? .zero
    let slow = cruise.lower.flatMap { speed in
      path.flown.upper?.duration(at: speed.adding(wind * -1))
    }
    let airborne = Interval(
      from: quick + .minutes(terminalMinutes.lower ?? 0),
      to: slow.map { $0 + .minutes(terminalMinutes.upper ?? 0) })
    return FlightTime(
      fastestAirborne: fastest, airborne: airborne,
      block: Interval(
        from: airborne.lower.map { $0 + .minutes(taxiMinutes.lower ?? 0) },
        to: airborne.upper.map { $0 + .minutes(taxiMinutes.upper ?? 0) }))
  }
}

extension Speed {
  fileprivate func adding(_ other: Speed) -> Speed {
    .metersPerSecond(metersPerSecond + other.metersPerSecond)
  }
}
