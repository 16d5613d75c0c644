/// A length along something or between two points, in metres.
///
/// Any finite value is allowed; a negative one is a backwards step along a line.
public struct Distance: Hashable, Comparable, Sendable {
  /// The length in metres (SI).
  public let meters: Double

  /// The length in kilometres.
  public var kilometers: Double { meters / 1_000 }
  /// The length in international miles of exactly 1,609.344 m.
  public var miles: Double { meters / LengthUnit.mile.meters }

  private init(meters: Double) { self.meters = meters }

  public static let zero = Distance(meters: 0)

  public static func meters(_ value: Double) -> Distance { Distance(meters: value) }
  public static func kilometers(_ value: Double) -> Distance { Distance(meters: value * 1_000) }
  public static func miles(_ value: Double) -> Distance { LengthUnit.mile.distance(value) }

  public static func < (left: Distance, right: Distance) -> Bool { left.meters < right.meters }
  public static func + (left: Distance, right: Distance) -> Distance {
    Distance(meters: left.meters + right.meters)
  }
  public static func - (left: Distance, right: Distance) -> Distance {
    Distance(meters: left.meters - right.meters)
  }
  public static func * (left: Distance, right: Double) -> Distance {
    Distance(meters: left.meters * right)
  }
  public static func / (left: Distance, right: Distance) -> Double { left.meters / right.meters }
}
