public import Geodesy
public import Quantities

/// A flight along geodesics from point to point.
public struct FlightPath: Hashable, Sendable {
  /// The ends, and the waypoints between them in order; at least two.
  public let points: [Coordinate]
  /// From end to end: no flight is shorter.
  public let geodesic: Distance
  /// By the waypoints.
  public let planned: Distance
  /// How many times the planned way a flown one usually is, 1 at the least.
  public let detour: ClosedRange<Double>

  /// Metres from which on a flight is led about its ends as much as any; as on flights of 2008
  /// (Scripts/compare-flights).
  private static let fullTerminal = 300_000.0

  public var start: Coordinate { points[0] }
  public var end: Coordinate { points[points.count - 1] }

  /// - Parameters:
  ///   - start: where it begins.
  ///   - end: where it ends.
  ///   - waypoints: points to pass between, in order.
  ///   - detour: the flown way divided by the planned one, en route.
  ///   - terminal: metres that departure and arrival are led about besides.
  ///   - ellipsoid: the figure of the Earth.
  public init(
    from start: Coordinate, to end: Coordinate, via waypoints: [Coordinate] = [],
    detour: ClosedRange<Double>, terminal: ClosedRange<Double> = 0...0,
    on ellipsoid: Ellipsoid = .wgs84
  ) {
    points = [start] + waypoints + [end]
    geodesic = ellipsoid.distance(from: start, to: end)
    planned = zip(points, points.dropFirst()).reduce(.zero) {
      $0 + ellipsoid.distance(from: $1.0, to: $1.1)
    }
    let length = max(1, planned.meters)
    // A hop is led about less than a long flight.
    let share = min(1, length / Self.fullTerminal)
    func times(_ detour: Double, _ terminal: Double) -> Double {
      max(1, detour + max(0, terminal) * share / length)
    }
    let least = times(detour.lowerBound, terminal.lowerBound)
    self.detour = least...max(least, times(detour.upperBound, terminal.upperBound))
  }

  /// The flown distance: the planned way at the least, with the usual detour at the most.
  public var flown: Interval<Distance> {
    Interval(from: planned * detour.lowerBound, to: planned * detour.upperBound)
  }

  /// A piece of the way within which the wind is taken as one.
  struct Piece {
    /// Metres along the planned way.
    let end: Double
    let wind: Wind
    /// Its middle, and where the aircraft goes there.
    let place: Coordinate
    let course: Bearing
  }

  /// The way in pieces of about 100 km.
  ///
  /// - Parameter winds: one for the whole way, or one for each leg between waypoints.
  func pieces(_ winds: [Wind], on ellipsoid: Ellipsoid = .wgs84) -> [Piece] {
    var pieces: [Piece] = []
    var before = 0.0
    for (leg, (from, to)) in zip(points, points.dropFirst()).enumerated() {
      let wind = winds.isEmpty ? .along(0...0) : winds[min(leg, winds.count - 1)]
      let line = ellipsoid.line(from: from, to: to)
      let count = max(1, min(1_000, Int(held: (line.length.kilometers / 100).rounded(.up))))
      for part in 0..<count {
        let middle = line.point(at: line.length * ((Double(part) + 0.5) / Double(count)))
        let course = ellipsoid.inverse(from: middle, to: to).initialBearing
        pieces.append(
          Piece(
            end: before + line.length.meters * Double(part + 1) / Double(count),
            wind: wind, place: middle, course: course))
      }
      before += line.length.meters
    }
    return pieces
  }
}
