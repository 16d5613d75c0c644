import Geodesy
import Quantities
import Railways

extension RailCourse {
  /// Its points with how far on they are: where it is drawn, at most 500 m apart; its stations that have a position
  /// where it is not.
  var wayPoints: [SectionSpeeds.WayPoint] {
    guard isDrawn else {
      return stations.compactMap { station in
        station.coordinate.map { ($0, station.chainage.meters) }
      }
    }
    var way: [SectionSpeeds.WayPoint] = []
    for section in sections {
      let points = points(of: section)
      let line = try? Polyline(points).densified(every: .meters(500))
      let drawn = line?.points ?? points
      var lengths = [0.0]
      for (from, to) in zip(drawn, drawn.dropFirst()) {
        lengths.append(
          lengths[lengths.count - 1] + Ellipsoid.wgs84.distance(from: from, to: to).meters)
      }
      // A published section is as long as it says, however it is drawn.
      let scale = lengths.last.map { $0 > 0 ? section.length.meters / $0 : 1 } ?? 1
      for (point, length) in zip(drawn, lengths) {
        way.append((point, section.chainage.meters + length * scale))
      }
    }
    return way
  }
}
