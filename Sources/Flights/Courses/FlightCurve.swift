/// A flight from take-off to landing: where the aircraft is, how high, how fast over ground and when.
public struct FlightCurve: Hashable, Sendable {
  public enum Phase: String, CaseIterable, Sendable { case climb, cruise, descent }

  /// Where a step of the flight ends.
  public struct Point: Hashable, Sendable {
    /// Metres flown over ground since take-off.
    public let position: Double
    /// Metres.
    public let altitude: Double
    /// Metres a second over ground.
    public let groundSpeed: Double
    /// Seconds since take-off.
    public let time: Double
    /// What the aircraft did since the point before.
    public let phase: Phase
  }

  /// In order; the first is the take-off.
  public let points: [Point]
  /// Metres flown through the air, which is what fuel is burnt for.
  public let airDistance: Double

  /// Seconds from take-off to landing.
  public var time: Double { points.last?.time ?? 0 }

  /// The greatest altitude in metres.
  public var cruiseAltitude: Double { points.reduce(0) { max($0, $1.altitude) } }

  /// Seconds in a phase.
  public func time(in phase: Phase) -> Double {
    zip(points, points.dropFirst()).reduce(0) {
      $0 + ($1.1.phase == phase ? $1.1.time - $1.0.time : 0)
    }
  }
}

/// One of the flights that an aircraft may make over a way: the slowest, the fastest, or one between.
struct FlightCase {
  /// 0 for the slowest and 1 for the fastest.
  let share: Double
  let aircraft: Aircraft
  /// Metres; the aircraft's own usual ones, unless told.
  let altitudes: ClosedRange<Double>
  let pieces: [FlightPath.Piece]
  /// Flown metres for a planned one.
  let detour: Double

  private var planned: Double { pieces.last?.end ?? 0 }
  private var length: Double { planned * detour }

  /// Metres between the altitudes at which vertical motion is worked out.
  private static let layer = 250.0
  /// Under 10,000 ft aircraft fly at most 250 kt (14 CFR 91.117).
  private static let lowAltitude = 3_048.0
  private static let lowAirspeed = 128.6
  /// Climb and descent take at most this share of a way; shorter flights stay lower. As on flights of 2008
  /// (Scripts/compare-flights).
  private static let slopeShare = 0.8

  /// The speed over ground in metres a second, through air that moves.
  private func groundSpeed(_ airspeed: Double, at position: Double, altitude: Double) -> Double {
    guard !aircraft.drifts else { return airspeed }
    let planned = position / detour
    let piece = pieces.first { $0.end >= planned } ?? pieces[pieces.count - 1]
    let wind = piece.wind.effect(
      at: piece.place, course: piece.course, altitude: altitude, cruise: altitudes.point(0.5))
    let forward = max(0, airspeed * airspeed - wind.across * wind.across).squareRoot()
    return forward + wind.along.point(share)
  }

  /// The true airspeed on a slope, and which of its vertical rates holds.
  private func airspeed(
    on slope: Aircraft.Slope, at altitude: Double
  ) -> (speed: Double, rate: Double) {
    let calibrated = slope.calibratedAirspeed.point(share)
    let isLow = altitude < Self.lowAltitude
    let mach = StandardAtmosphere.mach(
      calibrated: isLow ? min(Self.lowAirspeed, calibrated) : calibrated, at: altitude)
    let speed = StandardAtmosphere.trueAirspeed(mach: mach, at: altitude)
    let ceiling = cruiseAirspeed(at: altitude)
    let rate = slope.rates[isLow ? 0 : speed < ceiling ? 1 : 2].point(share)
    return (min(speed, ceiling), rate)
  }

  /// The true airspeed that the cruise speed is at an altitude.
  private func cruiseAirspeed(at altitude: Double) -> Double {
    switch aircraft.cruise {
    case .mach(let range):
      StandardAtmosphere.trueAirspeed(mach: range.point(share), at: altitude)
    case .trueAirspeed(let range): range.point(share)
    }
  }

  /// The true airspeed in level flight: that of the cruise from the usual altitudes on; lower down no faster than where
  /// the climb left off, or in proportion for aircraft that climb much slower than they fly.
  private func levelAirspeed(at altitude: Double) -> Double {
    let climbed = airspeed(on: aircraft.climb, at: altitude).speed
    guard case .trueAirspeed(let range) = aircraft.cruise else { return climbed }
    let least = altitudes.lowerBound
    return max(climbed, range.point(share) * (least > 0 ? min(1, altitude / least) : 1))
  }

  /// Up to an altitude, or down from it: steps in the order of rising altitude, from an end of the way.
  private func slope(
    _ slope: Aircraft.Slope, to altitude: Double, near position: Double
  ) -> [(altitude: Double, time: Double, ground: Double, air: Double)] {
    var steps: [(altitude: Double, time: Double, ground: Double, air: Double)] = []
    var height = 0.0
    while height < altitude - 1e-6 {
      let next = min(altitude, height + Self.layer)
      let middle = (height + next) / 2
      let (airspeed, rate) = airspeed(on: slope, at: middle)
      let time = (next - height) / rate
      let speed = max(1, groundSpeed(airspeed, at: position, altitude: middle))
      steps.append((next, time, speed * time, airspeed * time))
      height = next
    }
    return steps
  }

  /// The highest cruise that the way leaves room for.
  private func cruiseAltitude() -> Double {
    // The fastest flight climbs least.
    let wanted = altitudes.point(1 - share)
    func room(_ altitude: Double) -> Bool {
      let ground = { (steps: [(altitude: Double, time: Double, ground: Double, air: Double)]) in
        steps.reduce(0) { $0 + $1.ground }
      }
      return ground(slope(aircraft.climb, to: altitude, near: 0))
        + ground(slope(aircraft.descent, to: altitude, near: length)) <= Self.slopeShare * length
    }
    if room(wanted) { return wanted }
    var (low, high) = (0.0, wanted)
    for _ in 0..<24 {
      let middle = (low + high) / 2
      if room(middle) { low = middle } else { high = middle }
    }
    return low
  }

  /// The flight.
  ///
  /// - Throws: `FlightsError.headwind` where the wind is as fast as the aircraft.
  func curve() throws(FlightsError) -> FlightCurve {
    let altitude = cruiseAltitude()
    let climb = slope(aircraft.climb, to: altitude, near: 0)
    let descent = slope(aircraft.descent, to: altitude, near: length)
    var points = [
      FlightCurve.Point(position: 0, altitude: 0, groundSpeed: 0, time: 0, phase: .climb)
    ]
    var (place, time, air) = (0.0, 0.0, 0.0)
    func add(_ phase: FlightCurve.Phase, _ altitude: Double, _ ground: Double, _ taken: Double) {
      place += ground
      time += taken
      points.append(
        .init(
          position: place, altitude: altitude, groundSpeed: taken > 0 ? ground / taken : 0,
          time: time, phase: phase))
    }
    for step in climb {
      add(.climb, step.altitude, step.ground, step.time)
      air += step.air
    }
    let top = length - descent.reduce(0) { $0 + $1.ground }
    let cruise = levelAirspeed(at: altitude)
    for piece in pieces where piece.end * detour > place && place < top {
      let end = min(top, piece.end * detour)
      let speed = groundSpeed(cruise, at: (place + end) / 2, altitude: altitude)
      guard speed > 1 else { throw .headwind(aircraft.name) }
      let taken = (end - place) / speed
      add(.cruise, altitude, end - place, taken)
      air += cruise * taken
    }
    for (index, step) in descent.enumerated().reversed() {
      add(.descent, index > 0 ? descent[index - 1].altitude : 0, step.ground, step.time)
      air += step.air
    }
    return FlightCurve(points: points, airDistance: air)
  }
}
