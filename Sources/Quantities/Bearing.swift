/// A direction on the Earth, clockwise from north, in degrees from 0 (included) to 360 (excluded).
public struct Bearing: Hashable, Sendable {
  /// Degrees clockwise from north, in [0, 360).
  public let degrees: Double

  private init(degrees: Double) {
    let turned = degrees.truncatingRemainder(dividingBy: 360)
    self.degrees = turned < 0 ? turned + 360 : turned
  }

  /// A bearing from any angle in degrees; it is brought into [0, 360).
  public static func degrees(_ value: Double) -> Bearing { Bearing(degrees: value) }

  /// The opposite direction.
  public var reversed: Bearing { Bearing(degrees: degrees + 180) }

  /// The smaller angle between two bearings, in degrees from 0 to 180.
  public func angle(to other: Bearing) -> Double {
    let difference = abs(degrees - other.degrees)
    return min(difference, 360 - difference)
  }
}
