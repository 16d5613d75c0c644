public import Quantities

/// A line through two or more points, joined by geodesics.
public struct Polyline: Hashable, Sendable {
  /// The points in travel order, at least 2.
  public let points: [Coordinate]

  /// - Throws: `GeodesyError.tooFewPoints` for fewer than 2 points.
  public init(_ points: [Coordinate]) throws(GeodesyError) {
    guard points.count >= 2 else { throw .tooFewPoints(points.count) }
    self.points = points
  }

  /// The sum of the geodesics from point to point.
  public func length(on ellipsoid: Ellipsoid = .wgs84) -> Distance {
    .meters(
      zip(points, points.dropFirst()).reduce(0) { sum, pair in
        sum + ellipsoid.distance(from: pair.0, to: pair.1).meters
      })
  }

  /// The same line with points at most `step` apart on the geodesics, closer near a pole.
  ///
  /// - Throws: `GeodesyError.invalidStep` where `step` is not positive.
  public func densified(
    every step: Distance, on ellipsoid: Ellipsoid = .wgs84
  ) throws(GeodesyError) -> Polyline {
    var result = [points[0]]
    for (start, end) in zip(points, points.dropFirst()) {
      result += try ellipsoid.line(from: start, to: end).drawnWaypoints(every: step).dropFirst()
    }
    return try Polyline(result)
  }
}
