import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#endif

/// The International Standard Atmosphere up to 32 km (ICAO Doc 7488; ISO 2533:1975), and what an airspeed indicator
/// shows in it. SI throughout; altitudes are geopotential and held within 0 and 32,000 m.
public enum StandardAtmosphere {
  /// Joules a kilogram and kelvin.
  static let gasConstant = 287.052_87
  static let heatRatio = 1.4
  static let seaLevelPressure = 101_325.0
  static let seaLevelTemperature = 288.15
  private static let gravity = 9.806_65

  /// Base altitude in m, its temperature in K, its pressure in Pa, and how the temperature changes in K/m.
  private static let layers:
    [(base: Double, temperature: Double, pressure: Double, lapse: Double)] =
      [
        (0, 288.15, 101_325, -0.006_5), (11_000, 216.65, 22_632.06, 0),
        (20_000, 216.65, 5_474.889, 0.001),
      ]

  private static func layer(
    at altitude: Double
  ) -> (base: Double, temperature: Double, pressure: Double, lapse: Double) {
    altitude < layers[1].base ? layers[0] : altitude < layers[2].base ? layers[1] : layers[2]
  }

  /// Kelvin.
  public static func temperature(at altitude: Double) -> Double {
    let altitude = min(32_000, max(0, altitude))
    let layer = layer(at: altitude)
    return layer.temperature + layer.lapse * (altitude - layer.base)
  }

  /// Pascals.
  public static func pressure(at altitude: Double) -> Double {
    let altitude = min(32_000, max(0, altitude))
    let layer = layer(at: altitude)
    guard layer.lapse != 0 else {
      return layer.pressure
        * exp(-gravity * (altitude - layer.base) / (gasConstant * layer.temperature))
    }
    return layer.pressure
      * pow(
        temperature(at: altitude) / layer.temperature, -gravity / (layer.lapse * gasConstant))
  }

  /// The altitude in metres where the atmosphere has a pressure in pascals, within 0 and 32,000 m.
  public static func altitude(pressure: Double) -> Double {
    var (low, high) = (0.0, 32_000.0)
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if self.pressure(at: middle) > pressure { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// Metres a second.
  public static func speedOfSound(at altitude: Double) -> Double {
    (heatRatio * gasConstant * temperature(at: altitude)).squareRoot()
  }

  /// The true airspeed of a Mach number, in metres a second.
  public static func trueAirspeed(mach: Double, at altitude: Double) -> Double {
    mach * speedOfSound(at: altitude)
  }

  /// The Mach number of a calibrated airspeed in metres a second, below the speed of sound (compressible flow: Young,
  /// Performance of the Jet Transport Airplane, 2018, eq. 5.23).
  public static func mach(calibrated speed: Double, at altitude: Double) -> Double {
    let ratio = speed / (heatRatio * gasConstant * seaLevelTemperature).squareRoot()
    let impact = seaLevelPressure * (pow(1 + 0.2 * ratio * ratio, 3.5) - 1)
    return (5 * (pow(impact / pressure(at: altitude) + 1, 1 / 3.5) - 1)).squareRoot()
  }
}
