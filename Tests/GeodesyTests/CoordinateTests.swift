import Geodesy
import Testing

@Suite struct CoordinateTests {
  @Test(arguments: [
    ("43.1112,131.8819", 43.1112, 131.8819), ("43.1112 131.8819", 43.1112, 131.8819),
    ("-33.9, 151.2", -33.9, 151.2), ("43°06'40\"N 131°52'55\"E", 43.111_111, 131.881_944),
    ("N43 06 40 E131 52 55", 43.111_111, 131.881_944), ("131.8819E 43.1112N", 43.1112, 131.8819),
    ("33°54'S 151°12'E", -33.9, 151.2), ("43.1112, -179.5", 43.1112, -179.5),
    ("10 30 N, 20 15 W", 10.5, -20.25),
  ])
  func `coordinates are read as people write them`(
    text: String, latitude: Double, longitude: Double
  ) throws {
    let coordinate = try Coordinate(parsing: text)
    #expect(abs(coordinate.latitude - latitude) < 1e-6)
    #expect(abs(coordinate.longitude - longitude) < 1e-6)
  }

  @Test(arguments: ["", "43", "a,b", "43,131,5", "43N 44N", "1 2 3", "43..1,5", "--3,4", "1e3,4"])
  func `what is no coordinate is refused`(text: String) {
    #expect(throws: GeodesyError.self) { try Coordinate(parsing: text) }
  }

  @Test func `swapped coordinates are refused with advice, never turned round`() {
    let error = #expect(throws: GeodesyError.self) { try Coordinate(parsing: "131.8819,43.1112") }
    #expect(error == .invalidLatitude(131.8819))
    #expect(error?.description.contains("swapped") == true)
  }

  @Test func `longitudes come into their range and bad numbers stay out`() throws {
    #expect(try Coordinate(latitude: 0, longitude: 190).longitude == -170)
    #expect(try Coordinate(latitude: 0, longitude: -180).longitude == 180)
    #expect(throws: GeodesyError.self) { try Coordinate(latitude: .nan, longitude: 0) }
    #expect(throws: GeodesyError.self) { try Coordinate(latitude: 0, longitude: .infinity) }
  }
}
