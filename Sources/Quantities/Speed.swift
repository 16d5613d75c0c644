/// How fast something moves, in metres a second.
public struct Speed: Hashable, Comparable, Sendable {
  /// The speed in metres a second (SI).
  public let metersPerSecond: Double

  /// The speed in kilometres an hour.
  public var kilometersPerHour: Double { metersPerSecond * 3.6 }

  private init(metersPerSecond: Double) { self.metersPerSecond = metersPerSecond }

  public static func metersPerSecond(_ value: Double) -> Speed { Speed(metersPerSecond: value) }
  public static func kilometersPerHour(_ value: Double) -> Speed {
    Speed(metersPerSecond: value / 3.6)
  }

  public static func < (left: Speed, right: Speed) -> Bool {
    left.metersPerSecond < right.metersPerSecond
  }
  public static func * (left: Speed, right: Double) -> Speed {
    Speed(metersPerSecond: left.metersPerSecond * right)
  }
}
