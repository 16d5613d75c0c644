import Quantities

/// A unit as the grammar reads it: what it measures and its size in SI.
public struct ValueUnit: Hashable, Sendable {
  public enum Dimension: String, CaseIterable, Sendable { case distance, duration, speed }

  public let dimension: Dimension
  /// The sign used when it is printed back, such as `km/h`.
  public let symbol: String
  /// One unit in metres, seconds or metres a second.
  public let siSize: Double

  init(_ dimension: Dimension, _ symbol: String, _ siSize: Double) {
    self.dimension = dimension
    self.symbol = symbol
    self.siSize = siSize
  }

  /// A unit of things that are counted, such as "times"; it has the size 1, and counts among lengths.
  public init(counting symbol: String) { self.init(.distance, symbol, 1) }
}

extension ValueUnit {
  public static let kilometer = ValueUnit(length: .kilometer)
  public static let hour = ValueUnit(duration: .hour)
  public static let minute = ValueUnit(duration: .minute)
  public static let second = ValueUnit(duration: .second)
  public static let day = ValueUnit(duration: .day)
  /// Of the air at cruising altitudes, -56.5 °C (ISO 2533).
  public static let mach = ValueUnit(.speed, "Mach", 295.07)

  /// Every unit that a lexicon can name.
  static let all: [ValueUnit] =
    LengthUnit.allCases.map(ValueUnit.init(length:))
    + SpeedUnit.allCases.map(ValueUnit.init(speed:))
    + DurationUnit.allCases.map(ValueUnit.init(duration:)) + [mach]

  private init(length unit: LengthUnit) { self.init(.distance, unit.rawValue, unit.meters) }

  private init(speed unit: SpeedUnit) { self.init(.speed, unit.rawValue, unit.metersPerSecond) }

  private init(duration unit: DurationUnit) {
    self.init(.duration, unit.rawValue, unit.seconds)
  }

  /// The unit of a sign such as `km`, `mph`, `h` or `mach`; nil for other words.
  public init?(symbol: String) {
    guard let unit = Self.all.first(where: { $0.symbol.lowercased() == symbol.lowercased() })
    else { return nil }
    self = unit
  }

  /// The speed of one such unit of distance an hour; nil where nobody says that.
  public var perHour: ValueUnit? {
    switch symbol {
    case "km": ValueUnit(speed: .kilometersPerHour)
    case "mi": ValueUnit(speed: .milesPerHour)
    case "nmi": ValueUnit(speed: .knots)
    default: nil
    }
  }
}

extension ValueUnit {
  /// Calendar years and months have no one length.
  var leastSize: Double { durationUnit?.range.lowerBound ?? siSize }

  var greatestSize: Double { durationUnit?.range.upperBound ?? siSize }

  private var durationUnit: DurationUnit? {
    dimension == .duration ? DurationUnit(rawValue: symbol) : nil
  }
}
