/// The units of length that reports use, each with its exact or customary size in metres.
///
/// Sources: international mile, nautical mile: SI Brochure (9th ed.) table 8 and the 1959 yard and
/// pound agreement; verst: 500 sazhen of 7 English feet; li: the metric market li of 1930.
public enum LengthUnit: String, CaseIterable, Sendable {
  case meter = "m"
  case kilometer = "km"
  case mile = "mi"
  case nauticalMile = "nmi"
  case verst = "verst"
  case li = "li"

  /// Size of one unit in metres.
  public var meters: Double {
    switch self {
    case .meter: 1
    case .kilometer: 1_000
    case .mile: 1_609.344
    case .nauticalMile: 1_852
    case .verst: 1_066.8
    case .li: 500
    }
  }

  /// `value` of this unit as a distance.
  public func distance(_ value: Double) -> Distance { .meters(value * meters) }
}
