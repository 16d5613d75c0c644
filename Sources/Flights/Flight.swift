public import Quantities

/// How long an aircraft needs over a way, as bounds and as the likeliest.
public struct Flight: Sendable {
  public let path: FlightPath
  public let aircraft: Aircraft
  public let operations: FlightOperations
  /// One for the whole way, or one for each leg between waypoints.
  public let winds: [Wind]
  /// Less than this from take-off to landing is impossible: the planned way at the ceiling with the strongest jet
  /// stream behind all along.
  public let fastestAirborne: Duration
  public let fastest: FlightCurve
  public let typical: FlightCurve
  public let slowest: FlightCurve

  /// Whether the aircraft has fuel for it.
  public enum Reach: Hashable, Sendable {
    case within
    /// Farther than with a usual load, in metres through the air.
    case onlyLightlyLoaded(Double)
    case beyond(Double)
  }

  /// Seconds from take-off to landing.
  public var airborne: ClosedRange<Double> {
    let times = [fastest.time, typical.time, slowest.time]
    return (times.min() ?? 0)...(times.max() ?? 0)
  }

  /// Seconds from off-block to on-block.
  public var block: ClosedRange<Double> {
    let (out, inward) = (operations.taxiOut, operations.taxiIn)
    let least = airborne.lowerBound + (out.lowerBound + inward.lowerBound) * 60
    return least...airborne.upperBound + (out.upperBound + inward.upperBound) * 60
  }

  /// The likeliest block time in seconds.
  public var typicalBlock: Double {
    typical.time + (operations.typicalTaxiOut + operations.typicalTaxiIn) * 60
  }

  /// Seconds from off-block to on-block as a timetable prints them: the time aloft, typical taxiing, and the reserve that
  /// schedules hold.
  public var scheduledBlock: ClosedRange<Double> {
    let ground = operations.typicalTaxiOut + operations.typicalTaxiIn
    let padding = operations.schedulePadding
    let least = max(airborne.lowerBound, airborne.lowerBound + (ground + padding.lowerBound) * 60)
    return least...max(least, airborne.upperBound + (ground + padding.upperBound) * 60)
  }

  /// The range is held against the way that the best flight makes through the air.
  public var reach: Reach {
    let way = fastest.airDistance
    if way > aircraft.range.upperBound.meters { return .beyond(way) }
    return way > aircraft.range.lowerBound.meters ? .onlyLightlyLoaded(way) : .within
  }

  /// A tailwind that no flight has had all the way: the strongest jet streams, about 400 km/h, estimated.
  public static let strongestTailwind = Speed.kilometersPerHour(400)
}

extension Aircraft {
  /// The flight over a way.
  ///
  /// - Parameters:
  ///   - path: the way flown.
  ///   - operations: how flights are flown.
  ///   - winds: one for the whole way, or one for each leg between waypoints.
  ///   - altitude: of the cruise in metres, in place of the usual ones.
  /// - Throws: `FlightsError.headwind` where the wind is as fast as the aircraft.
  public func flight(
    over path: FlightPath, _ operations: FlightOperations, winds: [Wind],
    altitude: ClosedRange<Double>? = nil
  ) throws(FlightsError) -> Flight {
    let pieces = path.pieces(winds)
    func curve(_ share: Double) throws(FlightsError) -> FlightCurve {
      try FlightCase(
        share: share, aircraft: self, altitudes: altitude ?? cruiseAltitude, pieces: pieces,
        detour: path.detour.point(1 - share)
      ).curve()
    }
    let best = Speed.metersPerSecond(
      ceiling.metersPerSecond + Flight.strongestTailwind.metersPerSecond)
    return Flight(
      path: path, aircraft: self, operations: operations, winds: winds,
      fastestAirborne: path.planned.duration(at: best) ?? .zero, fastest: try curve(1),
      typical: try curve(0.5), slowest: try curve(0))
  }
}
