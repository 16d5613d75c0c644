import Quantities

extension Polyline {
  /// The line cut where it crosses the antimeridian, as RFC 7946 §3.1.9 asks.
  ///
  /// Each part stays on one side; the cut is on the geodesic, and both parts share it: one ends at
  /// 180, the next begins at -180, or the reverse. The parts are positions of longitude and latitude as
  /// GeoJSON wants them, because -180 and 180 must be told apart there.
  public func partsByAntimeridian(
    on ellipsoid: Ellipsoid = .wgs84
  ) -> [[(longitude: Double, latitude: Double)]] {
    var parts: [[(longitude: Double, latitude: Double)]] = []
    var part = [(longitude: points[0].longitude, latitude: points[0].latitude)]
    for (start, end) in zip(points, points.dropFirst()) {
      if abs(end.longitude - start.longitude) > 180 {
        let latitude = Self.crossing(ellipsoid, start, end)
        let side: Double = start.longitude > 0 ? 180 : -180
        part.append((side, latitude))
        if part.count > 1 { parts.append(part) }
        part = [(-side, latitude)]
      }
      part.append((end.longitude, end.latitude))
    }
    // A line that ends on the antimeridian itself leaves a part of one place there: no line.
    if Set(part.map { "\($0.longitude) \($0.latitude)" }).count > 1 || parts.isEmpty {
      parts.append(part)
    }
    return parts
  }

  private static func crossing(
    _ ellipsoid: Ellipsoid, _ start: Coordinate, _ end: Coordinate
  ) -> Double {
    let line = ellipsoid.line(from: start, to: end)
    var low = 0.0
    var high = line.length.meters
    let startsEast = start.longitude > 0
    for _ in 0..<60 {
      let middle = (low + high) / 2
      let isEast = line.point(at: .meters(middle)).longitude > 0
      if isEast == startsEast { low = middle } else { high = middle }
    }
    return line.point(at: .meters((low + high) / 2)).latitude
  }
}
