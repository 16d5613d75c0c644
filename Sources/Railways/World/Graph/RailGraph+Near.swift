public import Geodesy
public import Quantities

extension RailGraph {
  /// Track near a point.
  struct Near {
    let position: TrackPosition
    /// Metres from the track as it is drawn.
    let distance: Double
    /// How far the track may run from where it is drawn, in metres: an edge that is longer than the straight line
    /// between its points winds.
    let play: Double
  }

  /// Edges lie in blocks of so many along a curve that fills the map, and so do the blocks.
  private static let block = 16
  /// No track is taken to wind further from its drawing than this, in metres.
  private static let mostPlay = 15_000.0

  /// The track that may run within a radius in metres of a point, the nearest as drawn first; no joints.
  func near(_ coordinate: Coordinate, within radius: Double) -> [Near] {
    let centre = SIMD2(
      Int(held: (coordinate.latitude * 1e4).rounded()),
      Int(held: (coordinate.longitude * 1e4).rounded()))
    let scale = PlaneScale(latitude: coordinate.latitude)
    let reach = radius + Self.mostPlay
    let box = Box(centre, reach, scale)
    var found: [Near] = []
    for outer in 0..<outerBoxes.count where box.meets(outerBoxes.value(outer)) {
      let first = outer * Self.block
      for inner in first..<min(first + Self.block, boxes.count) where box.meets(boxes.value(inner))
      {
        let start = inner * Self.block
        for edge in start..<min(start + Self.block, edgeCount) where kind(ofEdge: edge) != .joint {
          guard let near = nearest(on: edge, to: centre, scale, reach),
            near.distance <= radius + near.play
          else { continue }
          found.append(near)
        }
      }
    }
    return found.sorted { ($0.distance, $0.position.edge) < ($1.distance, $1.position.edge) }
  }

  /// The spot of an edge that is nearest to a point; nil where the whole of it is further than a reach.
  private func nearest(
    on edge: Int, to centre: SIMD2<Int>, _ scale: PlaneScale, _ reach: Double
  ) -> Near? {
    let points = points(ofEdge: edge)
    var best = (square: Double.infinity, along: 0.0, chord: 0.0)
    var travelled = 0.0
    var start = scale.vector(centre, points[0])
    for point in points.dropFirst() {
      let end = scale.vector(centre, point)
      let step = end - start
      let square = (step * step).sum()
      let share = square > 0 ? max(0, min(1, -(start * step).sum() / square)) : 0
      let gap = start + step * share
      let chord = square.squareRoot()
      let distance = (gap * gap).sum()
      if distance < best.square { best = (distance, travelled + share * chord, chord) }
      travelled += chord
      start = end
    }
    let distance = best.square.squareRoot()
    guard distance <= reach else { return nil }
    let length = length(ofEdge: edge)
    let share = travelled > 0 ? best.along / travelled : 0
    return Near(
      position: TrackPosition(edge: edge, offset: share * length), distance: distance,
      play: play(best.chord, travelled > 0 ? length / travelled : 1))
  }

  /// A string fixed at both ends of a chord reaches half the root of the difference of the squares to the side; track
  /// seldom goes half as far.
  private func play(_ chord: Double, _ ratio: Double) -> Double {
    let winding = chord * max(1, min(3, ratio))
    return min(Self.mostPlay, 0.25 * max(0, winding * winding - chord * chord).squareRoot())
  }

  /// How far the nearest track is from a coordinate as it is drawn, looked for ever further out to 500 km.
  public func distanceToTrack(from coordinate: Coordinate) -> Distance? {
    for kilometers in [5.0, 25, 100, 500] {
      let near = near(coordinate, within: kilometers * 1_000)
      if let first = near.first { return .meters(first.distance) }
    }
    return nil
  }
}

/// A stretch of the map in 65,535ths of it.
private struct Box {
  private let low: SIMD2<Double>
  private let high: SIMD2<Double>

  init(_ centre: SIMD2<Int>, _ reach: Double, _ scale: PlaneScale) {
    let size = SIMD2(reach / scale.north, reach / max(0.01, scale.east))
    let middle = SIMD2(Double(centre.x), Double(centre.y))
    let unit = SIMD2(65_535.0 / 1_800_000, 65_535.0 / 3_600_000)
    let corner = SIMD2(900_000.0, 1_800_000.0)
    low = (middle - size + corner) * unit
    high = (middle + size + corner) * unit
  }

  /// Whether it has a point in common with a box of south, west, north and east.
  func meets(_ box: SIMD4<UInt16>?) -> Bool {
    guard let box else { return false }
    return Double(box.x) <= high.x && Double(box.z) >= low.x && Double(box.y) <= high.y
      && Double(box.w) >= low.y
  }
}
