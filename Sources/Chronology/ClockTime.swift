/// A reading of a clock to the minute, as reports print it.
public struct ClockTime: Hashable, Comparable, Sendable {
  /// 0 to 24; 24 only with 0 minutes, for the end of a day.
  public let hour: Int
  /// 0 to 59.
  public let minute: Int

  /// The reading, or nil where no clock shows it.
  public init?(hour: Int, minute: Int) {
    guard (0...23).contains(hour) && (0...59).contains(minute) || hour == 24 && minute == 0 else {
      return nil
    }
    self.hour = hour
    self.minute = minute
  }

  /// Minutes since midnight, 0 to 1440.
  public var minuteOfDay: Int { hour * 60 + minute }

  public static func < (left: ClockTime, right: ClockTime) -> Bool {
    left.minuteOfDay < right.minuteOfDay
  }
}

extension ClockTime: CustomStringConvertible {
  /// The 24-hour form, such as `06:57`.
  public var description: String {
    "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
