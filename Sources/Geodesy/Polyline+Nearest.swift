public import Quantities

/// The point of a line that is nearest to another point.
public struct NearestPoint: Hashable, Sendable {
  public let point: Coordinate
  /// How far it is from the point that was asked about.
  public let distance: Distance
  /// How far along the line it is.
  public let chainage: Distance
  /// The index of the segment on which it lies.
  public let segment: Int
}

extension Polyline {
  /// The nearest point of the line to `target`, to about a millimetre.
  ///
  /// Every segment is a geodesic. On it the distance to `target` is searched by golden section within
  /// the third that holds the least of a few samples, which a geodesic shorter than half the Earth
  /// allows.
  public func nearestPoint(
    to target: Coordinate, on ellipsoid: Ellipsoid = .wgs84
  ) -> NearestPoint {
    var travelled = Distance.zero
    var best = NearestPoint(
      point: points[0], distance: ellipsoid.distance(from: points[0], to: target),
      chainage: .zero, segment: 0)
    for (segment, ends) in zip(points, points.dropFirst()).enumerated() {
      let line = ellipsoid.line(from: ends.0, to: ends.1)
      // A segment whose ends are too far to hold a nearer point needs no search.
      let reach = ellipsoid.distance(from: ends.0, to: target).meters - line.length.meters
      if reach < best.distance.meters {
        let along = Self.nearest(on: line, to: target, ellipsoid)
        let point = line.point(at: along)
        let distance = ellipsoid.distance(from: point, to: target)
        if distance < best.distance {
          best = NearestPoint(
            point: point, distance: distance, chainage: travelled + along, segment: segment)
        }
      }
      travelled = travelled + line.length
    }
    return best
  }

  private static func nearest(
    on line: GeodesicLine, to target: Coordinate, _ ellipsoid: Ellipsoid
  ) -> Distance {
    let total = line.length.meters
    func gap(_ meters: Double) -> Double {
      ellipsoid.distance(from: line.point(at: .meters(meters)), to: target).meters
    }
    let samples = 8
    let step = total / Double(samples)
    let least = (0...samples).min { gap(Double($0) * step) < gap(Double($1) * step) } ?? 0
    var low = max(0, Double(least - 1) * step)
    var high = min(total, Double(least + 1) * step)
    let golden = (5.0.squareRoot() - 1) / 2
    var left = high - golden * (high - low)
    var right = low + golden * (high - low)
    var leftGap = gap(left)
    var rightGap = gap(right)
    while high - low > 1e-3 {
      if leftGap < rightGap {
        (high, right, rightGap) = (right, left, leftGap)
        left = high - golden * (high - low)
        leftGap = gap(left)
      } else {
        (low, left, leftGap) = (left, right, rightGap)
        right = low + golden * (high - low)
        rightGap = gap(right)
      }
    }
    return .meters((low + high) / 2)
  }
}
