import Travel
import Casework
import Chronology
import Datasets
import Flights
import FoundationEssentials
import Gazetteer
import Geodesy
import Quantities
import TestSupport
import Testing

@Suite struct FlightJourneyTests {
  let world: World

  init() throws { world = try World(folder: try DataFolder(path: Repository.geo.path)) }

  private func journey(
    _ from: String, _ to: String, _ change: (inout FlightRequest) throws -> Void = { _ in }
  ) throws -> FlightJourney {
    var request = FlightRequest(places: [try world.place(named: from), try world.place(named: to)])
    try change(&request)
    return try world.flight(by: try #require(world.aircraft("an-148")), request)
  }

  @Test func `JS621's clocks run by both zones, from a take-off at 06:57`() throws {
    let journey = try journey("FNJ", "VVO") {
      $0.date = CivilDate(iso: "2023-09-12")
      $0.departure = ClockTime(hour: 6, minute: 57)
      $0.departsAtTakeOff = true
    }
    let landing = try #require(journey.moments.first { $0.title == "landing" })
    let (date, second) = landing.zone.local(landing.typical)
    #expect(date == CivilDate(iso: "2023-09-12"))
    // Just over an hour in the air, and the clocks are an hour ahead.
    #expect((8.75 * 3_600...9.25 * 3_600).contains(second))
    let takeOff = try #require(journey.moments.first { $0.title == "take-off" })
    #expect(takeOff.earliest == takeOff.latest)
    #expect(journey.moments.map(\.title) == ["off-block", "take-off", "landing", "on-block"])
    #expect(
      zip(journey.moments, journey.moments.dropFirst()).allSatisfy { $0.0.typical < $0.1.typical })
  }

  @Test func `a flight over the date line lands on the day that its clocks show`() throws {
    let journey = try journey("HND", "HNL") {
      $0.date = CivilDate(iso: "2024-01-10")
      $0.departure = ClockTime(hour: 22, minute: 0)
    }
    let landing = try #require(journey.moments.first { $0.title == "landing" })
    #expect(landing.zone.local(landing.typical).date == CivilDate(iso: "2024-01-10"))
  }

  @Test func `a time that no clock showed is told`() throws {
    // The clocks of New York went from 02:00 to 03:00.
    #expect(throws: FlightJourneyError.self) {
      try journey("JFK", "LHR") {
        $0.date = CivilDate(iso: "2024-03-10")
        $0.departure = ClockTime(hour: 2, minute: 30)
      }
    }
  }

  @Test func `a detour raises the least time in the air`() throws {
    let straight = try journey("FNJ", "VVO").flight.fastestAirborne
    let around = try journey("FNJ", "VVO") {
      $0.places = [$0.places[0], try world.place(named: "20,125"), $0.places[1]]
    }.flight.fastestAirborne
    #expect(around > straight)
  }

  @Test func `the ledger adds up to the typical block time`() throws {
    let journey = try journey("FNJ", "VVO")
    let sum = journey.ledger.reduce(0) { $0 + $1.typical }
    #expect(abs(sum - journey.flight.typicalBlock) < 1e-6)
  }

  @Test func `an airspace in between makes the way longer`() throws {
    let free = try journey("FNJ", "VVO")
    let around = try journey("FNJ", "VVO") {
      $0.avoided = [
        try Airspace(
          name: "block",
          corners: [(41, 127), (41, 130), (42.5, 130), (42.5, 127)].map {
            try .init(latitude: $0.0, longitude: $0.1)
          })
      ]
    }
    #expect(around.flight.path.planned > free.flight.path.planned)
    #expect(around.flight.path.geodesic == free.flight.path.geodesic)
    #expect(around.flight.typicalBlock > free.flight.typicalBlock)
  }

  @Test func `a flight to where it begins, and winds that fit no legs, are told`() {
    #expect(throws: FlightJourneyError.self) { try journey("FNJ", "FNJ") }
    #expect(throws: FlightJourneyError.self) {
      try journey("FNJ", "VVO") { $0.winds = [.along(0...0), .along(1...1)] }
    }
  }

  @Test func `a round trip by way of another place has a length, without one it is open`() throws {
    let round = try journey("FNJ", "VVO") { $0.places.append($0.places[0]) }
    let single = try journey("FNJ", "VVO")
    #expect(round.flight.path.geodesic == .zero)
    let (way, back) = (round.flight.path.planned.meters, single.flight.path.planned.meters)
    #expect(abs(way - 2 * back) < 1)
    let open = RoundFlight(
      aircraft: try #require(world.aircraft("an-148")), operations: world.operations)
    #expect(open.length.contains(.kilometers(3_000)) && open.length.contains(.kilometers(1)))
    // 3,000 km in five hours, and in less than two not.
    #expect(open.physicalMinimum(over: .kilometers(3_000)) < 5 * 3_600)
    #expect(open.physicalMinimum(over: .kilometers(3_000)) > 2 * 3_600)
    #expect(open.endurance > 4 * 3_600)
  }

  @Test func `with a stop, elapsed time is block time and the stay, and block time the legs'`()
    throws
  {
    var request = FlightRequest(
      places: try ["FNJ", "VVO", "KHV"].map { try world.place(named: $0) })
    request.date = CivilDate(iso: "2023-09-12")
    let type = try #require(world.aircraft("an-148"))
    let flight = try world.flight(by: type, request, landingFor: [3_600...7_200])
    #expect(flight.legs.count == 2)
    let elapsed = try #require(flight.elapsedTimes)
    #expect(abs(elapsed.typical - flight.blockTimes.typical - 5_400) < 1e-6)
    #expect(flight.airborneTimes.typical < flight.blockTimes.typical)
    #expect(
      abs(
        flight.blockTimes.typical
          - flight.legs.reduce(0) { $0 + $1.flight.blockTimes.typical }) < 1e-6)
    #expect(elapsed.physicalMinimum > 3_600)
    #expect(try world.flight(by: type, request, landingFor: [nil]).elapsedTimes == nil)
  }
}
