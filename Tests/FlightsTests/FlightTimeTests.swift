import Datasets
import Flights
import FoundationEssentials
import Geodesy
import Quantities
import TestSupport
import Testing

@Suite struct FlightTimeTests {
  @Test func `the An-148 from Pyongyang to Vladivostok takes what the schedule of 2023 gave`()
    throws
  {
    let fleet = try DataFolder(path: Repository.geo.path).aircraft()
    let aircraft = try #require(fleet.first { $0.id == "an-148" })
    let path = FlightPath(
      from: try Coordinate(latitude: 39.2241, longitude: 125.67),
      to: try Coordinate(latitude: 43.399, longitude: 132.148), detour: Interval(from: 1, to: 1.1))
    #expect(abs(path.geodesic.kilometers - 713.2) < 0.1)
    let time = aircraft.flightTime(over: path)
    #expect(time.block.contains(.minutes(90)) && time.block.contains(.minutes(100)))
    let least = try #require(time.airborne.lower)
    #expect(time.fastestAirborne < least)
    // 713.2 km at 870 + 400 km/h
    #expect(abs(time.fastestAirborne.inSeconds - 713.2 / 1_270 * 3_600) < 1)
  }

  @Test func `a flown way is never shorter than the geodesic`() throws {
    let path = FlightPath(
      from: try Coordinate(latitude: 0, longitude: 0),
      to: try Coordinate(latitude: 0, longitude: 9),
      detour: Interval(from: 0.5, to: 1.2))
    #expect(path.flown.lower == path.geodesic)
  }
}
