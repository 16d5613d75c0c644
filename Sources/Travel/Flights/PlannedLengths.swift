public import Chronology
import Flights
public import Geodesy
import Parallelism
public import Quantities

/// How long the planned way of a flight may have been on a day: from the straight line to the way around all airspace
/// that may have been closed to it.
///
/// The longer end is an assumption that can be dropped, and never a reason to accuse; the straight line is a hard least.
public struct PlannedLengths: Sendable {
  public let geodesic: Distance
  /// The longest that the closures make the shortest way; the geodesic where none lies across.
  public let around: Distance
  /// The turning points of that way, from end to end.
  public let waypoints: [Coordinate]
  /// The closures that the straight line crosses.
  public let closures: [AirspaceClosure]

  public var range: ClosedRange<Distance> { geodesic...around }
}

extension PlannedLengths {
  /// The lengths between two points on a day.
  ///
  /// A closure does not bind a flight that begins or ends within it. Where nothing leads around the others, they are
  /// taken not to have bound it either.
  /// - Parameters:
  ///   - start: where it begins.
  ///   - end: where it ends.
  ///   - date: the day.
  ///   - closures: those that are known (`DataFolder.airspaceClosures()`).
  ///   - ellipsoid: the figure of the Earth.
  public init(
    from start: Coordinate, to end: Coordinate, on date: CivilDate, _ closures: [AirspaceClosure],
    on ellipsoid: Ellipsoid = .wgs84
  ) {
    let geodesic = ellipsoid.distance(from: start, to: end)
    let binding = closures.filter { closure in
      closure.holds(on: date)
        && !closure.spaces.contains { $0.contains(start) || $0.contains(end) }
    }
    let spaces = binding.reduce(into: Set<Airspace>()) { $0.formUnion($1.spaces) }
    let way =
      (try? AirspaceDetour(around: spaces.sorted { $0.name < $1.name }))
      .flatMap { try? $0.waypoints(from: start, to: end) } ?? []
    let points = [start] + way + [end]
    self.geodesic = geodesic
    waypoints = way
    around = max(
      geodesic,
      zip(points, points.dropFirst()).reduce(.zero) {
        $0 + ellipsoid.distance(from: $1.0, to: $1.1)
      })
    self.closures =
      way.isEmpty
      ? [] : binding.filter { $0.spaces.contains { $0.lies(between: start, and: end) } }
  }
}

extension World {
  /// The lengths of a flight's planned way between two points on a day, with the closures of airspace that are known.
  public func plannedLengths(
    from start: Coordinate, to end: Coordinate, on date: CivilDate
  ) -> PlannedLengths {
    PlannedLengths(from: start, to: end, on: date, (try? closures.value.get()) ?? [])
  }
}
