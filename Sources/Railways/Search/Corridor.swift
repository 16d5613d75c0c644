import Geodesy
import Quantities

/// The ground that ways pass, in cells of about a kilometre: tracks side by side are one corridor.
struct Corridor {
  private static let cellSize = 100_000
  private var cells: Set<UInt64> = []

  init(_ points: [Coordinate]) {
    for (start, end) in zip(points, points.dropFirst()) {
      let steps = max(1, Int(held: Ellipsoid.wgs84.distance(from: start, to: end).meters / 500))
      for step in 0...steps {
        let share = Double(step) / Double(steps)
        let latitude = start.latitude + share * (end.latitude - start.latitude)
        let longitude = start.longitude + share * (end.longitude - start.longitude)
        let (row, column) = Self.cell(latitude, longitude)
        for up in -1...1 {
          for right in -1...1 { cells.insert(Self.key(row + up, column + right)) }
        }
      }
    }
  }

  private static func cell(_ latitude: Double, _ longitude: Double) -> (row: Int, column: Int) {
    (
      Int(held: (latitude + 90) * 1e7) / cellSize, Int(held: (longitude + 180) * 1e7) / cellSize
    )
  }

  private static func key(_ row: Int, _ column: Int) -> UInt64 {
    UInt64(max(0, row)) << 32 | UInt64(max(0, column))
  }

  func contains(_ point: Coordinate) -> Bool {
    let (row, column) = Self.cell(point.latitude, point.longitude)
    return cells.contains(Self.key(row, column))
  }

  /// The share of a line's length that lies in the corridor.
  func share(of points: [Coordinate]) -> Double {
    var inside = 0.0
    var all = 0.0
    for (start, end) in zip(points, points.dropFirst()) {
      let length = Ellipsoid.wgs84.distance(from: start, to: end).meters
      all += length
      if contains(start) { inside += length / 2 }
      if contains(end) { inside += length / 2 }
    }
    return all > 0 ? inside / all : 1
  }
}
