import Quantities

/// Some sides of an outline that follow one another, with a circle that holds them.
struct OutlinePiece: Sendable {
  let points: [UnitVector]
  let middle: UnitVector
  /// Radians.
  let reach: Double

  private init(_ points: [UnitVector]) {
    self.points = points
    middle = points.reduce(.zero) { $0 + $1 }.normalized
    reach = points.reduce(0) { [middle] in max($0, middle.angle(to: $1)) }
  }

  private static let sides = 32
  /// Degrees: sides that are longer are parted, for a straight line in longitude and latitude is no great circle.
  private static let longSide = 0.5

  static func pieces(of line: [Outline.Corner]) -> [OutlinePiece] {
    var points: [UnitVector] = []
    for (index, corner) in line.enumerated() {
      if index > 0 { points += between(line[index - 1], corner) }
      points.append(UnitVector(latitude: corner.latitude, longitude: corner.longitude))
    }
    return stride(from: 0, to: max(1, points.count - 1), by: sides).map { start in
      OutlinePiece(Array(points[start..<min(points.count, start + sides + 1)]))
    }
  }

  private static func between(
    _ one: Outline.Corner, _ other: Outline.Corner
  ) -> [UnitVector] {
    let (north, east) = (other.latitude - one.latitude, other.longitude - one.longitude)
    let count = min(720, Int(held: (max(abs(north), abs(east)) / longSide).rounded(.up)))
    guard count > 1 else { return [] }
    return (1..<count).map { part in
      let share = Double(part) / Double(count)
      return UnitVector(
        latitude: one.latitude + north * share, longitude: one.longitude + east * share)
    }
  }

  /// Radians from a point to the nearest of its sides.
  func angle(to point: UnitVector) -> Double {
    guard points.count > 1 else { return points.first?.angle(to: point) ?? .pi }
    return zip(points, points.dropFirst()).reduce(.pi) {
      min($0, Self.angle(from: point, to: $1.0, $1.1))
    }
  }

  /// Radians to the nearest sides of another; sides do not cross where neither area holds the other's corners, or they
  /// are short.
  func angle(to other: OutlinePiece) -> Double {
    min(
      points.reduce(.pi) { min($0, other.angle(to: $1)) },
      other.points.reduce(.pi) { min($0, angle(to: $1)) })
  }

  /// Radians from a point to an arc.
  private static func angle(
    from point: UnitVector, to one: UnitVector, _ other: UnitVector
  ) -> Double {
    let normal = one.cross(other)
    guard normal.length > 1e-12 else { return point.angle(to: one) }
    let pole = normal.normalized
    let foot = point - pole * pole.dot(point)
    if one.cross(foot).dot(normal) >= 0, foot.cross(other).dot(normal) >= 0 {
      return abs(.pi / 2 - point.angle(to: pole))
    }
    return min(point.angle(to: one), point.angle(to: other))
  }
}
