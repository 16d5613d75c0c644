import Geodesy
import Quantities

extension Polyline {
  /// The piece between the points nearest to two places, the second behind the first; nil where the line does not come
  /// near them in that order.
  func piece(
    from start: Coordinate, to end: Coordinate
  ) -> [SectionSpeeds.WayPoint]? {
    let reach = Distance.meters(500)
    let first = nearestPoint(to: start)
    guard first.distance <= reach, first.segment + 1 < points.count,
      let rest = try? Polyline([first.point] + points[(first.segment + 1)...])
    else { return nil }
    let last = rest.nearestPoint(to: end)
    guard last.distance <= reach, last.chainage.meters > 1 else { return nil }
    var way: [SectionSpeeds.WayPoint] = [(first.point, 0)]
    var travelled = 0.0
    for (from, to) in zip(rest.points.prefix(last.segment + 1), rest.points.dropFirst()) {
      guard travelled < last.chainage.meters else { break }
      travelled += Ellipsoid.wgs84.distance(from: from, to: to).meters
      way.append((to, min(travelled, last.chainage.meters)))
    }
    return way
  }
}
