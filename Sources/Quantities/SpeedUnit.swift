/// The units of speed that reports use.
public enum SpeedUnit: String, CaseIterable, Sendable {
  case kilometersPerHour = "km/h"
  case milesPerHour = "mph"
  case knots = "kn"
  case metersPerSecond = "m/s"

  /// Size of one unit in metres a second: exact by the mile and the nautical mile.
  public var metersPerSecond: Double {
    switch self {
    case .kilometersPerHour: 1_000 / 3_600
    case .milesPerHour: LengthUnit.mile.meters / 3_600
    case .knots: LengthUnit.nauticalMile.meters / 3_600
    case .metersPerSecond: 1
    }
  }

  /// `value` of this unit as a speed.
  public func speed(_ value: Double) -> Speed { .metersPerSecond(value * metersPerSecond) }
}
