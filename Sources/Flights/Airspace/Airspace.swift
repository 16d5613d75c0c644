import FoundationEssentials
public import Geodesy

#if canImport(Glibc)
  import Glibc
#endif

/// An area that flights keep out of: a ring of corners joined by great circles, less than a hemisphere.
public struct Airspace: Hashable, Sendable {
  public let name: String
  /// In order, the first not repeated; at least three.
  public let corners: [Coordinate]
  let ring: [UnitVector]

  /// - Parameters:
  ///   - name: what it is called.
  ///   - corners: in order, either way round; a last one that is the first is left out.
  /// - Throws: `FlightsError.airspace` where they are no area.
  public init(name: String, corners: [Coordinate]) throws(FlightsError) {
    var corners = corners
    if corners.count > 1, corners.first == corners.last { corners.removeLast() }
    guard corners.count >= 3 else {
      throw .airspace("'\(name)' has \(corners.count) corners; an area has three at least")
    }
    var ring = corners.map(UnitVector.init)
    let center = ring.reduce(UnitVector.zero) { $0 + $1 }
    guard center.length > 1e-9, ring.allSatisfy({ $0.dot(center) > 0 }) else {
      throw .airspace("'\(name)' is as large as half the Earth")
    }
    // Counter-clockwise, seen from outside.
    let turning = zip(ring, ring.dropFirst() + ring.prefix(1)).reduce(0.0) {
      $0 + $1.0.cross($1.1).dot(center)
    }
    if turning < 0 {
      ring.reverse()
      corners.reverse()
    }
    self.name = name
    self.corners = corners
    self.ring = ring
  }

  /// Whether a point is within.
  public func contains(_ place: Coordinate) -> Bool { contains(UnitVector(place)) }

  /// Whether the great circle between two points outside passes through.
  public func lies(between start: Coordinate, and end: Coordinate) -> Bool {
    blocks(from: UnitVector(start), to: UnitVector(end))
  }

  /// Whether a point is within, by the angle that the ring turns around it.
  func contains(_ point: UnitVector) -> Bool {
    var angle = 0.0
    for (one, other) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
      let (a, b) = (one - point * one.dot(point), other - point * other.dot(point))
      angle += atan2(point.dot(a.cross(b)), a.dot(b))
    }
    return angle > .pi
  }

  /// Whether a great circle between two points outside passes through: whether it crosses the ring anywhere.
  func blocks(from start: UnitVector, to end: UnitVector) -> Bool {
    let normal = start.cross(end)
    guard normal.length > 1e-12, var one = ring.last else { return false }
    var side = normal.dot(one)
    for other in ring {
      let next = normal.dot(other)
      if side * next < 0 {
        // Where the edge meets the circle, on the edge's own side of the Earth.
        let point = one * abs(next) + other * abs(side)
        if start.cross(point).dot(normal) > 0, point.cross(end).dot(normal) > 0 { return true }
      }
      (one, side) = (other, next)
    }
    return false
  }

  /// Points a distance outside each corner, to turn at.
  ///
  /// - Parameter clearance: radians.
  func turningPoints(clearance: Double) -> [UnitVector] {
    ring.indices.compactMap { index in
      let corner = ring[index]
      let before = ring[(index + ring.count - 1) % ring.count]
      let after = ring[(index + 1) % ring.count]
      // A shortest way turns only where the ring bulges out.
      guard before.cross(corner).dot(after) > 0 else { return nil }
      let (one, two) = (corner.direction(to: before), corner.direction(to: after))
      // Away from both neighbours; on a straight line, away from the inside.
      let sum = (one + two) * -1
      let outward = sum.length > 0.05 ? sum.normalized : (two.cross(corner)).normalized
      let half = max(0.34, (one + two * -1).length / 2)
      let reach = clearance / half
      let point = (corner * cos(reach) + outward * sin(reach)).normalized
      return contains(point) ? nil : point
    }
  }
}
