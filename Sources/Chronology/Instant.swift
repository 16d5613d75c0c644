/// A point in time, the same everywhere on Earth.
public struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01 00:00 UTC, leap seconds not counted (POSIX time).
  public let secondsSinceEpoch: Double

  /// - Parameter secondsSinceEpoch: any finite number; one that is not finite becomes 0.
  public init(secondsSinceEpoch: Double) {
    self.secondsSinceEpoch = secondsSinceEpoch.isFinite ? secondsSinceEpoch : 0
  }

  public static func < (left: Instant, right: Instant) -> Bool {
    left.secondsSinceEpoch < right.secondsSinceEpoch
  }

  /// The instant `seconds` later, or earlier where it is negative.
  public func advanced(bySeconds seconds: Double) -> Instant {
    Instant(secondsSinceEpoch: secondsSinceEpoch + seconds)
  }

  /// The seconds from `earlier` to this instant.
  public func seconds(since earlier: Instant) -> Double {
    secondsSinceEpoch - earlier.secondsSinceEpoch
  }
}
