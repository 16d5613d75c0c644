/// The units of duration that reports use. Years and months are the Gregorian calendar's means, and have a least and a greatest size.
public enum DurationUnit: String, CaseIterable, Sendable {
  case second = "s"
  case minute = "min"
  case hour = "h"
  case day = "d"
  case week, month, year

  /// Size of one unit in seconds: 365.2425 days to a year.
  public var seconds: Double {
    switch self {
    case .second: 1
    case .minute: 60
    case .hour: 3_600
    case .day: 86_400
    case .week: 7 * 86_400
    case .month: 365.2425 / 12 * 86_400
    case .year: 365.2425 * 86_400
    }
  }

  /// The least and the greatest size of one unit in seconds.
  public var range: ClosedRange<Double> {
    switch self {
    case .month: 28 * 86_400...31 * 86_400
    case .year: 365 * 86_400...366 * 86_400
    default: seconds...seconds
    }
  }
}
