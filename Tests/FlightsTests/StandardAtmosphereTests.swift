import Flights
import Testing

@Suite struct StandardAtmosphereTests {
  /// Altitude in m, temperature in K, pressure in Pa and speed of sound in m/s: ICAO Doc 7488, tables 1 and 3.
  @Test(arguments: [
    (0.0, 288.150, 101_325.0, 340.294), (1_000, 281.650, 89_874.6, 336.434),
    (5_000, 255.650, 54_019.9, 320.529), (11_000, 216.650, 22_632.1, 295.069),
    (15_000, 216.650, 12_044.6, 295.069), (20_000, 216.650, 5_474.89, 295.069),
    (25_000, 221.650, 2_511.02, 298.455),
  ])
  func `the standard atmosphere is the table's`(
    altitude: Double, temperature: Double, pressure: Double, sound: Double
  ) {
    #expect(abs(StandardAtmosphere.temperature(at: altitude) - temperature) < 0.001)
    #expect(abs(StandardAtmosphere.pressure(at: altitude) / pressure - 1) < 2e-5)
    #expect(abs(StandardAtmosphere.speedOfSound(at: altitude) - sound) < 0.001)
  }

  @Test func `calibrated and true airspeed agree at sea level and part with altitude`() {
    #expect(abs(StandardAtmosphere.mach(calibrated: 150, at: 0) - 150 / 340.294) < 1e-5)
    // 300 kt at 10,000 m are Mach 0.845 or so: the impact pressure is the same as at sea level.
    let mach = StandardAtmosphere.mach(calibrated: 154.33, at: 10_000)
    #expect((0.82...0.86).contains(mach))
  }
}
