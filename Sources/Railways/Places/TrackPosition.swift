import Foundation
public import Geodesy
public import Quantities

/// A place on a network's track: an edge, and how far along it from its first node.
public struct TrackPosition: Hashable, Sendable {
  public let edge: Int
  /// Metres from the edge's first node.
  public let offset: Double
}

extension TrackNetwork {
  /// Which kinds of track a question is about.
  public typealias Kinds = Set<TrackAttributes.Kind>

  /// The track nearest to a coordinate, one position for each edge that comes within a radius, nearest
  /// first.
  func positions(
    near coordinate: Coordinate, within radius: Distance, kinds: Kinds
  ) -> [(position: TrackPosition, distance: Distance)] {
    var found: [(position: TrackPosition, distance: Distance)] = []
    for edge in edges(near: coordinate, within: radius) where kinds.contains(kind(ofEdge: edge)) {
      guard let nearest = nearest(on: edge, to: coordinate), nearest.meters <= radius.meters else {
        continue
      }
      // Published lengths differ from the drawn ones; positions scale with them.
      found.append(
        (
          TrackPosition(edge: edge, offset: nearest.share * edgeTable.length.measure(edge)),
          .meters(nearest.meters)
        ))
    }
    return found.sorted { ($0.distance, $0.position.edge) < ($1.distance, $1.position.edge) }
  }

  /// The least distance of an edge from a point and the share of the edge before that place, on a plane
  /// that touches the Earth at the point: right to a part in a thousand for some kilometres around.
  private func nearest(
    on edge: Int, to coordinate: Coordinate
  ) -> (meters: Double, share: Double)? {
    let range = geometry.starts.range(edge, within: geometry.latitude.count)
    let (latitude, longitude) = coordinate.fixedPoint
    let metersNorth = 0.011_1195
    let metersEast = metersNorth * max(0.001, cosine(coordinate.latitude))
    func plane(_ place: Int) -> (x: Double, y: Double) {
      var east = Int(geometry.longitude[place]) - Int(longitude)
      if east > 1_800_000_000 { east -= 3_600_000_000 }
      if east < -1_800_000_000 { east += 3_600_000_000 }
      return (
        Double(east) * metersEast,
        Double(Int(geometry.latitude[place]) - Int(latitude)) * metersNorth
      )
    }
    var travelled = 0.0
    var best = (square: Double.infinity, along: 0.0)
    guard range.count >= 2 else { return nil }
    var start = plane(range.lowerBound)
    for place in range.dropFirst() {
      let end = plane(place)
      let (x, y) = (end.x - start.x, end.y - start.y)
      let square = x * x + y * y
      let share = square > 0 ? max(0, min(1, -(start.x * x + start.y * y) / square)) : 0
      let (gapX, gapY) = (start.x + share * x, start.y + share * y)
      let gap = gapX * gapX + gapY * gapY
      let length = square.squareRoot()
      if gap < best.square { best = (gap, travelled + share * length) }
      travelled += length
      start = end
    }
    return (best.square.squareRoot(), travelled > 0 ? best.along / travelled : 0)
  }

  /// The edges of the cells around a coordinate.
  private func edges(near coordinate: Coordinate, within radius: Distance) -> Set<Int> {
    let cell = Double(NetworkBuilder.cellSize) / 1e7
    let rows = radius.meters / 111_000 / cell
    let shrink = max(0.02, cosine(coordinate.latitude))
    let columns = rows / shrink
    let (latitude, longitude) = coordinate.fixedPoint
    let (row, column) = (NetworkBuilder.row(latitude), NetworkBuilder.row(longitude))
    guard rows.isFinite, rows >= 0 else { return [] }
    let (up, out) = (Int(held: min(399, rows)) + 1, Int(held: min(799, columns)) + 1)
    let world = 3_600_000_000 / NetworkBuilder.cellSize
    var edges: Set<Int> = []
    for row in max(0, row - up)...(row + up) {
      for column in (column - out)...(column + out) {
        let turned = ((column % world) + world) % world
        edges.formUnion(self.edges(inCell: NetworkBuilder.key(row, turned)))
      }
    }
    return edges
  }

  private func cosine(_ degrees: Double) -> Double {
    Foundation.cos(degrees * .pi / 180)
  }

  /// The edges of the cell in which a coordinate lies.
  func edges(inCellOf coordinate: Coordinate) -> [Int] {
    let (latitude, longitude) = coordinate.fixedPoint
    return edges(inCell: NetworkBuilder.cell(latitude, longitude))
  }

  private func edges(inCell key: UInt64) -> [Int] {
    var low = 0
    var high = grid.keys.count
    while low < high {
      let middle = (low + high) / 2
      if grid.keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    guard grid.keys.value(low) == key else { return [] }
    return grid.starts.range(low, within: grid.edges.count).map { Int(grid.edges[$0]) }
      .filter { $0 < edgeCount }
  }

  /// How far the nearest track is from a coordinate, looked for ever further out to 500 km.
  public func distanceToTrack(from coordinate: Coordinate, kinds: Kinds) -> Distance? {
    for kilometers in [1.0, 5, 25, 100, 500] {
      let near = positions(near: coordinate, within: .kilometers(kilometers), kinds: kinds)
      if let first = near.first { return first.distance }
    }
    return nil
  }
}
