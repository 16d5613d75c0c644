import Gazetteer
import Geodesy
import Quantities

extension Polyline {
  /// The straight line between two places, with a point at least every 50 km; nil where one has no position, or both
  /// have the same.
  init?(from start: Place, straightTo end: Place) {
    guard let one = start.coordinate, let other = end.coordinate, one != other,
      let line = try? Polyline([one, other]).densified(every: .kilometers(50))
    else { return nil }
    self = line
  }

  /// The straight line of each pair of neighbours that has one, with what it is called.
  static func straightLines(through places: [Place]) -> [(title: String, line: Polyline)] {
    zip(places, places.dropFirst()).compactMap { start, end in
      Polyline(from: start, straightTo: end).map { ("\(start.name) – \(end.name)", $0) }
    }
  }
}
