public import Chronology
public import Geodesy
public import Quantities

/// A stay of a track within a circle.
public struct TrackPassing: Hashable, Sendable {
  /// The last moment outside before it; nil where the track begins inside.
  public let before: Instant?
  /// The first and the last moment inside.
  public let first: Instant
  public let last: Instant
  /// The first moment outside after it; nil where the track ends inside.
  public let after: Instant?
  /// The positions of the first and last point inside.
  public let points: ClosedRange<Int>
}

extension PositionTrack {
  /// The first stay within a distance of a place, at or after a point of the track.
  public func passing(
    _ coordinate: Coordinate, within radius: Distance, from start: Int = 0
  ) -> TrackPassing? {
    let isInside = { (index: Int) in
      Ellipsoid.wgs84.distance(from: points[index].coordinate, to: coordinate) <= radius
    }
    guard let first = (start..<points.count).first(where: isInside) else { return nil }
    let end = (first..<points.count).first { !isInside($0) }
    let last = (end ?? points.count) - 1
    return TrackPassing(
      before: first > 0 ? points[first - 1].time : nil, first: points[first].time,
      last: points[last].time, after: end.map { points[$0].time }, points: first...last)
  }

  /// How near the track comes to a place.
  public func nearest(to coordinate: Coordinate) -> Distance {
    points.reduce(.kilometers(.greatestFiniteMagnitude)) {
      min($0, Ellipsoid.wgs84.distance(from: $1.coordinate, to: coordinate))
    }
  }

  /// How far it is from point to point between two points, leaving out moves that may be no more than the error of
  /// both positions: the vehicle went at least about as far.
  public func length(between start: Int, and end: Int, error: Distance) -> Distance {
    guard start < end, points.indices.contains(start), points.indices.contains(end) else {
      return .zero
    }
    var total = Distance.zero
    var anchor = points[start].coordinate
    for point in points[(start + 1)...end] {
      let step = Ellipsoid.wgs84.distance(from: anchor, to: point.coordinate)
      guard step > error + error else { continue }
      total = total + step
      anchor = point.coordinate
    }
    return total
  }

  /// The longest wait between two points that follow each other, and the farthest the positions lie apart.
  public func greatestGap(between start: Int, and end: Int) -> Distance {
    guard start < end else { return .zero }
    return (start..<end).reduce(.zero) {
      max(
        $0, Ellipsoid.wgs84.distance(from: points[$1].coordinate, to: points[$1 + 1].coordinate))
    }
  }

  /// The greatest speed that it must have had, whatever the error of its positions: kept up over at least a time, or in a
  /// jump within less, of which the times may be a second off.
  public func greatestSpeed(over seconds: Double, error: Distance) -> Speed? {
    var best = greatestJump(within: seconds, error: error)?.speed.metersPerSecond
    var start = 0
    for end in points.indices {
      while start < end,
        points[end].time.seconds(since: points[start + 1].time) >= seconds
      {
        start += 1
      }
      let time = points[end].time.seconds(since: points[start].time)
      guard time >= seconds else { continue }
      let way = Ellipsoid.wgs84.distance(from: points[start].coordinate, to: points[end].coordinate)
      let least = way.meters - 2 * error.meters
      if least > 0 { best = max(best ?? 0, least / time) }
    }
    return best.map { .metersPerSecond($0) }
  }

  /// The least speed between two points that follow each other within less than a time, where it is greatest, and the
  /// second of the two; nil where errors of position explain all.
  public func greatestJump(
    within seconds: Double, error: Distance
  ) -> (point: Int, speed: Speed)? {
    var best: (point: Int, speed: Speed)?
    for index in points.indices.dropFirst() {
      let (one, other) = (points[index - 1], points[index])
      // Times are printed to the second.
      let time = other.time.seconds(since: one.time) + 1
      let way = Ellipsoid.wgs84.distance(from: one.coordinate, to: other.coordinate)
      let speed = Speed.metersPerSecond((way.meters - 2 * error.meters) / time)
      guard time - 1 < seconds, speed.metersPerSecond > 0 else { continue }
      if best.map({ $0.speed < speed }) ?? true { best = (index, speed) }
    }
    return best
  }
}
