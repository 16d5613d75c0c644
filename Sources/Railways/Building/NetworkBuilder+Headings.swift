import Foundation
import Geodesy
import Quantities

extension NetworkBuilder {
  /// Chords of this length give the heading at an edge's ends: longer than a mapper's slip, shorter than a
  /// curve.
  private static let headingChord = 20.0

  /// The side on which track leaves the first of its points; 0 where nobody says.
  func side(_ points: some Collection<Int32>) -> UInt8 {
    guard let first = points.first, let next = points.dropFirst().first else { return 0 }
    return survey.sides[TrackSurvey.Arm(point: first, neighbour: next)] ?? 0
  }

  /// The direction in hundredths of a degree in which track leaves the first of its points.
  func heading(_ points: some Collection<Int32>) -> Int16 {
    guard let first = points.first else { return 0 }
    let start = coordinate(first)
    var end = start
    for point in points.dropFirst() {
      end = coordinate(point)
      // A degree of latitude is 111 km; this need not be exact.
      let north = (end.latitude - start.latitude) * 111_000
      let east = (end.longitude - start.longitude) * 111_000 * cos(start.latitude * .pi / 180)
      if north * north + east * east >= Self.headingChord * Self.headingChord { break }
    }
    guard start != end else { return 0 }
    let bearing = Ellipsoid.wgs84.inverse(from: start, to: end).initialBearing.degrees
    let turned = bearing > 180 ? bearing - 360 : bearing
    return Int16(held: max(-180, min(180, turned)) * 100)
  }

  private func coordinate(_ point: Int32) -> Coordinate {
    Coordinate(
      latitudeE7: survey.latitudes[Int(point)], longitudeE7: survey.longitudes[Int(point)])
  }
}
