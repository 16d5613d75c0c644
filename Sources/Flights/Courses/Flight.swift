import Quantities

/// How long an aircraft needs over a way, as bounds and as the likeliest.
public struct Flight: Sendable {
  public let path: FlightPath
  public let aircraft: Aircraft
  public let operations: FlightOperations
  /// One for the whole way, or one for each leg between waypoints.
  public let winds: [Wind]
  /// Less than this from take-off to landing is impossible: the planned way at the ceiling with the strongest wind ever
  /// measured up to the aircraft's altitudes behind all along.
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

  /// The range is held against the way that the best flight makes through the air.
  public var reach: Reach {
    let way = fastest.airDistance
    if way > aircraft.range.upperBound.meters { return .beyond(way) }
    return way > aircraft.range.lowerBound.meters ? .onlyLightlyLoaded(way) : .within
  }
}

extension Flight {
  /// Usual seconds from take-off to landing: 9 in 10 flights.
  public var airborne: ClosedRange<Double> {
    let times = [fastest.time, typical.time, slowest.time]
    return (times.min() ?? 0)...(times.max() ?? 0)
  }

  /// Usual seconds from off-block to on-block.
  public var block: ClosedRange<Double> { blockTimes.usual }

  /// The likeliest block time in seconds.
  public var typicalBlock: Double { blockTimes.typical }

  /// From take-off to landing.
  public var airborneTimes: FlightTimes {
    let (usual, typical) = (airborne, typical.time)
    let physical = fastestAirborne.inSeconds
    let least = typical - operations.extremeFast * (typical - usual.lowerBound)
    let most = typical + operations.extremeSlow * (usual.upperBound - typical)
    let low = min(max(physical, min(least, usual.lowerBound)), usual.upperBound)
    return FlightTimes(
      physicalMinimum: physical,
      extreme: low...max(most, usual.upperBound) + operations.longestHolding * 60, usual: usual,
      typical: typical)
  }

  /// From off-block to on-block; with no stop on the way this is the elapsed time too.
  public var blockTimes: FlightTimes {
    (operations.taxiOutTimes + airborneTimes + operations.taxiInTimes).widened(
      usual: operations.blockUsual, extreme: operations.blockExtreme)
  }

  /// Seconds from off-block to on-block as a timetable prints them: the time aloft, typical taxiing, and the reserve that
  /// schedules hold.
  public var scheduledBlock: ClosedRange<Double> {
    let ground = operations.typicalTaxiOut + operations.typicalTaxiIn
    let padding = operations.schedulePadding
    let least = max(airborne.lowerBound, airborne.lowerBound + (ground + padding.lowerBound) * 60)
    return least...max(least, airborne.upperBound + (ground + padding.upperBound) * 60)
  }
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
    let aircraft = flying(path.planned)
    let altitudes = altitude ?? aircraft.cruiseAltitude
    let pieces = path.pieces(winds)
    func curve(_ share: Double) throws(FlightsError) -> FlightCurve {
      try FlightCase(
        share: share, aircraft: aircraft, altitudes: altitudes, pieces: pieces,
        detour: path.detour.point(1 - share)
      ).curve()
    }
    let strongest = operations.strongestWinds.strongest(
      below: max(aircraft.highestAltitude, altitudes.upperBound))
    let best = Speed.metersPerSecond(ceiling.metersPerSecond + strongest)
    return Flight(
      path: path, aircraft: aircraft, operations: operations, winds: winds,
      fastestAirborne: path.planned.duration(at: best) ?? .zero, fastest: try curve(1),
      typical: try curve(0.5), slowest: try curve(0))
  }
}
