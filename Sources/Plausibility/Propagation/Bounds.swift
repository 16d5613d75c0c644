/// The least and greatest value something can have, infinite where unknown.
public struct Bounds: Hashable, Sendable {
  public var low: Double
  public var high: Double

  public init(_ low: Double, _ high: Double) {
    self.low = low
    self.high = high
  }

  public static let all = Bounds(-.infinity, .infinity)

  /// The least bounds that hold both.
  public func hull(_ other: Bounds) -> Bounds {
    Bounds(min(low, other.low), max(high, other.high))
  }
}

/// Rounding away from the value, so that no arithmetic ever excludes what is possible.
enum Outward {
  static func down(_ value: Double) -> Double { value.isFinite ? value.nextDown : value }
  static func up(_ value: Double) -> Double { value.isFinite ? value.nextUp : value }
}
