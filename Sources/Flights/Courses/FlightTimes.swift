/// How long something may take, as three bounds that mean different things, in seconds.
///
/// Only the physical one can contradict a report. What lies beyond the extreme one is unlikely, what lies beyond the
/// usual one unusual and no more.
public struct FlightTimes: Hashable, Sendable {
  /// Less is impossible: the planned way at the type's greatest airspeed, the strongest wind ever measured up to its
  /// altitudes behind it all along. A hard fact about the vehicle.
  public let physicalMinimum: Double
  /// Beyond it are fewer than 1 in 1,000 flights, as measured (`geo/compared-flights.md`); never less than the physical
  /// minimum.
  public let extreme: ClosedRange<Double>
  /// Within it are 9 in 10 flights.
  public let usual: ClosedRange<Double>
  /// The likeliest.
  public let typical: Double

  /// All in seconds; `extreme` holds `usual`, and `usual` holds `typical`.
  public init(
    physicalMinimum: Double, extreme: ClosedRange<Double>, usual: ClosedRange<Double>,
    typical: Double
  ) {
    self.physicalMinimum = physicalMinimum
    self.extreme = extreme
    self.usual = usual
    self.typical = typical
  }
}

extension FlightTimes {
  /// One after the other, and independent: a flight and the taxiing around it, or the legs of a journey. How far the ends
  /// are from what is typical adds as squares do; the physical minimums add.
  public static func + (left: FlightTimes, right: FlightTimes) -> FlightTimes {
    let typical = left.typical + right.typical
    func ends(_ range: (FlightTimes) -> ClosedRange<Double>) -> ClosedRange<Double> {
      func away(_ end: (FlightTimes) -> Double) -> Double {
        let (one, other) = (end(left), end(right))
        return (one * one + other * other).squareRoot()
      }
      let below = away { max(0, $0.typical - range($0).lowerBound) }
      let above = away { max(0, range($0).upperBound - $0.typical) }
      return typical - below...typical + above
    }
    let physical = left.physicalMinimum + right.physicalMinimum
    let (extreme, usual) = (ends { $0.extreme }, ends { $0.usual })
    return FlightTimes(
      physicalMinimum: physical,
      extreme: min(max(physical, extreme.lowerBound), usual.lowerBound)...extreme.upperBound,
      usual: usual, typical: typical)
  }

  /// With its ends so many times as far from what is typical.
  func widened(usual: Double, extreme: Double) -> FlightTimes {
    func wide(_ range: ClosedRange<Double>, _ factor: Double) -> ClosedRange<Double> {
      typical - (typical - range.lowerBound) * factor...typical
        + (range.upperBound - typical) * factor
    }
    let (rare, common) = (wide(self.extreme, extreme), wide(self.usual, usual))
    let least = min(max(physicalMinimum, common.lowerBound), typical)
    return FlightTimes(
      physicalMinimum: physicalMinimum,
      extreme: min(
        max(physicalMinimum, rare.lowerBound), least)...max(rare.upperBound, common.upperBound),
      usual: least...common.upperBound, typical: typical)
  }

  /// With something before or after it that lasts from the least to the most seconds that a report says: its ends add, as
  /// nothing is known of what is typical within.
  public func adding(_ seconds: ClosedRange<Double>) -> FlightTimes {
    func longer(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
      range.lowerBound + seconds.lowerBound...range.upperBound + seconds.upperBound
    }
    return FlightTimes(
      physicalMinimum: physicalMinimum + seconds.lowerBound, extreme: longer(extreme),
      usual: longer(usual), typical: typical + (seconds.lowerBound + seconds.upperBound) / 2)
  }

  /// No time at all.
  public static let none = FlightTimes(
    physicalMinimum: 0, extreme: 0...0, usual: 0...0, typical: 0)
}
