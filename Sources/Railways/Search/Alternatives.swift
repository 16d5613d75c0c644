import Geodesy
import Quantities

/// The ground that ways pass, in cells of about a kilometre: tracks side by side are one corridor.
struct Corridor {
  private static let cellSize = 100_000
  private var cells: Set<UInt64> = []

  init(_ points: [Coordinate]) {
    for (start, end) in zip(points, points.dropFirst()) {
      let steps = max(1, Int(Ellipsoid.wgs84.distance(from: start, to: end).meters / 500))
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
      Int((latitude + 90) * 1e7) / cellSize, Int((longitude + 180) * 1e7) / cellSize
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

extension TrackNetwork {
  /// Several ways that really differ, the best first: of each, more than a fifth runs a kilometre or more
  /// from every other, and none is longer than twice the best.
  public func paths(_ query: TrackQuery, count: Int) -> [TrackPath] {
    var query = query
    var found: [(path: TrackPath, corridor: Corridor)] = []
    var tries = 0
    while found.count < count, tries < 4 * count {
      tries += 1
      guard let path = path(query) else { break }
      if let best = found.first, path.length.meters > 2 * best.path.length.meters { break }
      let points = path.points
      let corridor = Corridor(points)
      if found.allSatisfy({ $0.corridor.share(of: points) < 0.8 }) {
        found.append((path, corridor))
      }
      if found.count < count { penalize(corridor, along: points, in: &query) }
    }
    return found.map(\.path)
  }

  /// Makes the corridor of a found way dearer, so that the next search looks elsewhere.
  private func penalize(
    _ corridor: Corridor, along points: [Coordinate], in query: inout TrackQuery
  ) {
    var edges: Set<Int> = []
    for point in points { edges.formUnion(self.edges(inCellOf: point)) }
    for edge in edges {
      let share = corridor.share(of: self.points(ofEdge: edge))
      if share > 0.05 { query.penalties[edge] = (query.penalties[edge] ?? 1) * (1 + 0.5 * share) }
    }
  }
}
