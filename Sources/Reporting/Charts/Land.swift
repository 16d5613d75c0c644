import Geodesy

/// What a basemap shows within a picture's field: land as areas, coasts and borders as lines.
struct Land {
  /// A point of the picture.
  struct Point {
    var x: Double
    var y: Double
    /// Whether it stands for one farther away.
    var isHeld = false

    /// The point at a share of the way to another.
    func towards(_ other: Point, _ share: Double) -> Point {
      Point(x: x + share * (other.x - x), y: y + share * (other.y - y))
    }
  }

  /// The picture's field.
  let field: (left: Double, top: Double, right: Double, bottom: Double)

  /// Points closer than this are one, in units of the picture.
  private static let closest = 1.0

  /// - Parameter points: where the outline's places are in the picture, nil for what has no place on its plane.
  func parts(of outline: Basemap.Outline, _ points: [Point?]) -> [String] {
    let ring = points.compactMap(\.self)
    // What has no place lies on the other side of the Earth, and so does what is mostly far away.
    guard ring.count == outline.points.count, 2 * ring.count(where: \.isHeld) < ring.count,
      isNear(ring), isSeen(ring)
    else { return [] }
    let area = thinned(clipped(ring))
    let shape = area.count > 2 ? [Drawing.area(area.map { ($0.x, $0.y) }, "land")] : []
    return shape + lines(Array(zip(outline.points, ring)))
  }

  /// Whether it is larger than a dot.
  private func isSeen(_ ring: [Point]) -> Bool {
    let (x, y) = (ring.map(\.x), ring.map(\.y))
    let size = max((x.max() ?? 0) - (x.min() ?? 0), (y.max() ?? 0) - (y.min() ?? 0))
    return size > 2 * Self.closest
  }

  private func isNear(_ ring: [Point]) -> Bool {
    let (x, y) = (ring.map(\.x), ring.map(\.y))
    return (x.min() ?? 0) <= field.right && (x.max() ?? 0) >= field.left
      && (y.min() ?? 0) <= field.bottom && (y.max() ?? 0) >= field.top
  }

  /// The coast or border as far as it is in the field; what runs along the antimeridian is the data's edge, no border.
  private func lines(_ points: [(Coordinate, Point)]) -> [String] {
    var runs: [[Point]] = []
    var run: [Point] = []
    for (from, to) in zip(points, points.dropFirst()) {
      let isEdge = abs(from.0.longitude) > 179.99 && abs(to.0.longitude) > 179.99
      if !isEdge, touches(from.1, to.1) {
        if run.isEmpty { run.append(from.1) }
        run.append(to.1)
      } else if !run.isEmpty {
        runs.append(run)
        run = []
      }
    }
    if !run.isEmpty { runs.append(run) }
    return runs.map { Drawing.path(thinned($0).map { ($0.x, $0.y) }, "coast") }
  }

  private func touches(_ one: Point, _ other: Point) -> Bool {
    max(one.x, other.x) >= field.left && min(one.x, other.x) <= field.right
      && max(one.y, other.y) >= field.top && min(one.y, other.y) <= field.bottom
  }

  private func thinned(_ points: [Point]) -> [Point] {
    var kept: [Point] = []
    for (index, point) in points.enumerated() {
      if let last = kept.last, index < points.count - 1,
        abs(point.x - last.x) < Self.closest, abs(point.y - last.y) < Self.closest
      {
        continue
      }
      kept.append(point)
    }
    return kept
  }

  /// The part of an area that is in the field, cut side by side (I. Sutherland and G. Hodgman, Reentrant polygon
  /// clipping, Communications of the ACM 17, 1974).
  private func clipped(_ ring: [Point]) -> [Point] {
    let sides: [(axis: WritableKeyPath<Point, Double>, limit: Double, isLeast: Bool)] = [
      (\.x, field.left, true), (\.x, field.right, false), (\.y, field.top, true),
      (\.y, field.bottom, false),
    ]
    return sides.reduce(ring) { ring, side in
      func isIn(_ point: Point) -> Bool {
        side.isLeast
          ? point[keyPath: side.axis] >= side.limit : point[keyPath: side.axis] <= side.limit
      }
      var kept: [Point] = []
      for (index, point) in ring.enumerated() {
        let before = ring[index == 0 ? ring.count - 1 : index - 1]
        if isIn(point) != isIn(before) {
          let (from, to) = (before[keyPath: side.axis], point[keyPath: side.axis])
          let share = (side.limit - from) / (to - from)
          kept.append(before.towards(point, share))
        }
        if isIn(point) { kept.append(point) }
      }
      return kept
    }
  }
}
