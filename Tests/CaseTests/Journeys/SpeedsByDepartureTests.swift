import Travel
import Casework
import Claims
import Datasets
import FoundationEssentials
import Gazetteer
import Plausibility
import Quantities
import TestSupport
import Testing

@Suite struct SpeedsByDepartureTests {
  private func way() throws -> TypedDistance {
    let world = try World(folder: try DataFolder(path: Repository.geo.path))
    let start = try world.gazetteer.only("kp-pyongyang")
    let end = try world.gazetteer.only("ru-khasan")
    return try #require(world.distance(.track, from: start, to: end))
  }

  private func window(from start: Double, to end: Double, arrival: Double) -> ElapsedWindow {
    ElapsedWindow(
      readings: [:], seconds: Bounds(0, arrival - start), start: Bounds(start, end),
      end: Bounds(arrival, arrival))
  }

  @Test func `leaving later needs more, as in the worked example`() throws {
    // Midnight to 06:00, and 10:50 in Vladivostok time, which is 9 h 50 later.
    let sweep = try #require(
      SpeedsByDeparture(
        window: window(from: 0, to: 6 * 3_600, arrival: 35_400), way: try way()))
    let needed = sweep.rows.compactMap { $0.needed.lower?.kilometersPerHour }
    #expect(needed == needed.sorted())
    #expect(abs(needed[0] - 86) < 0.5 && abs(needed[1] - 96) < 0.5 && abs(needed[3] - 124) < 0.5)
  }

  @Test func `a departure known to the hour needs no sweep`() throws {
    #expect(
      SpeedsByDeparture(window: window(from: 0, to: 600, arrival: 35_400), way: try way()) == nil)
  }
}
