#if canImport(Glibc)
  import Glibc
#endif

/// A point on the unit sphere.
package struct UnitVector: Hashable, Sendable {
  package let x: Double
  package let y: Double
  package let z: Double

  package static let zero = UnitVector(x: 0, y: 0, z: 0)

  package init(x: Double, y: Double, z: Double) {
    self.x = x
    self.y = y
    self.z = z
  }

  package init(_ place: Coordinate) {
    self.init(latitude: place.latitude, longitude: place.longitude)
  }

  /// Degrees.
  package init(latitude: Double, longitude: Double) {
    let (latitude, longitude) = (latitude * .pi / 180, longitude * .pi / 180)
    self.init(
      x: cos(latitude) * cos(longitude), y: cos(latitude) * sin(longitude), z: sin(latitude))
  }

  package var coordinate: Coordinate? {
    try? Coordinate(
      latitude: atan2(z, (x * x + y * y).squareRoot()) * 180 / .pi,
      longitude: atan2(y, x) * 180 / .pi)
  }

  package var length: Double { dot(self).squareRoot() }
  package var normalized: UnitVector { length > 0 ? self * (1 / length) : self }

  package func dot(_ other: UnitVector) -> Double { x * other.x + y * other.y + z * other.z }

  package func cross(_ other: UnitVector) -> UnitVector {
    UnitVector(
      x: y * other.z - z * other.y, y: z * other.x - x * other.z, z: x * other.y - y * other.x)
  }

  /// Radians to another point.
  package func angle(to other: UnitVector) -> Double {
    atan2(cross(other).length, dot(other))
  }

  /// The direction in which another point lies, along the surface.
  package func direction(to other: UnitVector) -> UnitVector {
    (other - self * dot(other)).normalized
  }

  package static func + (left: UnitVector, right: UnitVector) -> UnitVector {
    UnitVector(x: left.x + right.x, y: left.y + right.y, z: left.z + right.z)
  }
  package static func - (left: UnitVector, right: UnitVector) -> UnitVector { left + right * -1 }
  package static func * (left: UnitVector, right: Double) -> UnitVector {
    UnitVector(x: left.x * right, y: left.y * right, z: left.z * right)
  }
}
