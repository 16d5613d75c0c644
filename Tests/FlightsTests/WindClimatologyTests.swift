import Datasets
import Flights
import FoundationEssentials
import Geodesy
import TestSupport
import Testing

@Suite struct WindClimatologyTests {
  let winds: WindClimatology
  let operations: FlightOperations

  init() throws {
    let folder = try DataFolder(path: Repository.geo.path)
    winds = try folder.windClimatology()
    operations = try folder.flightOperations()
  }

  private func wind(
    _ latitude: Double, _ longitude: Double, _ altitude: Double, day: Int?
  ) throws -> Double {
    winds.westWind(
      at: try Coordinate(latitude: latitude, longitude: longitude), altitude: altitude,
      dayOfYear: day)
  }

  @Test func `the jet of January blows off Japan and is weaker over Europe, in summer and below`()
    throws
  {
    let japan = try wind(35, 140, 11_800, day: 15)
    #expect((50...75).contains(japan))
    #expect(try wind(50, 10, 11_800, day: 15) < japan / 2)
    #expect(try wind(35, 140, 11_800, day: 196) < japan / 2)
    #expect(try wind(35, 140, 2_000, day: 15) < japan / 3)
    #expect(try wind(10, 80, 11_800, day: 196) < -10)
  }

  @Test func `winds are continuous over the date line, the levels, the pole and the year`() throws {
    for latitude in [-89.0, -41, 0, 37, 62, 90] {
      #expect(
        abs(
          try wind(latitude, 179.999, 10_000, day: 40) - wind(latitude, -179.999, 10_000, day: 40))
          < 0.01)
      for altitude in [0.0, 1_457, 5_574, 11_784, 16_180] {
        #expect(
          abs(
            try wind(latitude, 10, altitude - 1, day: 40)
              - wind(latitude, 10, altitude + 1, day: 40))
            < 0.1)
      }
      #expect(
        abs(try wind(latitude, 10, 9_000, day: 365) - wind(latitude, 10, 9_000, day: 1)) < 0.1)
      let mean = try wind(latitude, 10, 9_000, day: nil)
      let ends = [
        try wind(latitude, 10, 9_000, day: 15), try wind(latitude, 10, 9_000, day: 198),
      ].sorted()
      #expect((ends[0] - 0.1...ends[1] + 0.1).contains(mean))
    }
  }

  @Test func `the strongest winds rise with altitude to the jet and bound the climatology`() throws
  {
    let strongest = operations.strongestWinds
    #expect(strongest.speed(at: 2_000) < 70)
    #expect((110...120).contains(strongest.speed(at: 10_500)))
    #expect(strongest.strongest(below: 25_000) == strongest.speed(at: 10_500))
    for altitude in stride(from: 0.0, through: 20_000, by: 1_000) {
      for latitude in stride(from: -80.0, through: 80, by: 20) {
        for longitude in stride(from: -180.0, to: 180, by: 45) {
          #expect(
            abs(try wind(latitude, longitude, altitude, day: 15)) < strongest.speed(at: altitude))
        }
      }
    }
  }
}
