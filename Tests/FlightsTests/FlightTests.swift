import Datasets
import Flights
import FoundationEssentials
import Geodesy
import Quantities
import TestSupport
import Testing

@Suite struct FlightTests {
  let fleet: [Aircraft]
  let operations: FlightOperations
  let winds: WindClimatology

  init() throws {
    let folder = try DataFolder(path: Repository.geo.path)
    fleet = try folder.aircraft()
    operations = try folder.flightOperations()
    winds = try folder.windClimatology()
  }

  private func aircraft(_ id: String) throws -> Aircraft {
    try #require(fleet.first { $0.id == id })
  }

  private func path(
    _ from: (Double, Double), _ to: (Double, Double), detour: ClosedRange<Double> = 1...1.1
  ) throws -> FlightPath {
    FlightPath(
      from: try Coordinate(latitude: from.0, longitude: from.1),
      to: try Coordinate(latitude: to.0, longitude: to.1), detour: detour)
  }

  private let sunan = (39.2241, 125.67)
  private let knevichi = (43.399, 132.148)

  @Test func `the An-148 from Pyongyang to Vladivostok takes what the schedule of 2023 gave`()
    throws
  {
    let path = FlightPath(
      from: try Coordinate(latitude: sunan.0, longitude: sunan.1),
      to: try Coordinate(latitude: knevichi.0, longitude: knevichi.1),
      detour: operations.detour, terminal: operations.terminal)
    #expect(abs(path.geodesic.kilometers - 713.2) < 0.1)
    let flight = try aircraft("an-148").flight(
      over: path, operations, winds: [.usual(winds, operations, dayOfYear: 255)])
    #expect(flight.scheduledBlock.contains(90 * 60) && flight.scheduledBlock.contains(100 * 60))
    #expect(flight.fastestAirborne.inSeconds < flight.airborne.lowerBound)
    // 713.2 km at 870 km/h and the 118.5 m/s of the strongest wind
    #expect(abs(flight.fastestAirborne.inSeconds - 713.2 / (870 + 118.5 * 3.6) * 3_600) < 1)
    #expect(flight.reach == .within)
  }

  @Test func `a flight climbs, cruises and descends, and is flown from end to end`() throws {
    let path = try path((40.64, -73.78), (51.47, -0.46), detour: 1...1)
    for type in fleet {
      let flight = try type.flight(over: path, operations, winds: [.along(0...0)])
      for curve in [flight.fastest, flight.typical, flight.slowest] {
        let phases = curve.points.dropFirst().map(\.phase).reduce(into: [FlightCurve.Phase]()) {
          if $0.last != $1 { $0.append($1) }
        }
        #expect(phases == [.climb, .cruise, .descent], "\(type.id)")
        #expect(abs((curve.points.last?.position ?? 0) / path.planned.meters - 1) < 1e-9)
        #expect(curve.points.last?.altitude == 0)
        #expect(zip(curve.points, curve.points.dropFirst()).allSatisfy { $0.0.time < $0.1.time })
      }
      #expect(flight.fastest.time <= flight.typical.time)
      #expect(flight.typical.time <= flight.slowest.time)
      #expect(flight.fastestAirborne.inSeconds < flight.fastest.time)
    }
  }

  @Test func `a short hop stays low`() throws {
    let path = try path((50.866, 7.143), (51.289, 6.767), detour: 1...1)
    let flight = try aircraft("jet-airliner").flight(over: path, operations, winds: [.along(0...0)])
    #expect(flight.typical.cruiseAltitude < 3_000)
    #expect(flight.typical.time > 0)
  }

  @Test func `Concorde's record from New York to London is within reach and no jet's`() throws {
    // 2 h 52 min 59 s on 7 February 1996, with 175 mph of wind behind it (78 m/s).
    let record = 2 * 3_600 + 52 * 60 + 59.0
    let path = try path((40.64, -73.78), (51.47, -0.46), detour: 1...1.05)
    let wind = Wind.along(0...78)
    let concorde = try aircraft("concorde").flight(over: path, operations, winds: [wind])
    #expect(concorde.fastestAirborne.inSeconds < record)
    #expect(concorde.airborne.contains(record) || concorde.block.contains(record))
    let jet = try aircraft("b747").flight(over: path, operations, winds: [wind])
    #expect(jet.fastestAirborne.inSeconds > record)
  }

  @Test func `a wind as fast as the aircraft is told, one from behind helps, a cross wind hinders`()
    throws
  {
    let path = try path((0, 0), (0, 10), detour: 1...1)
    let jet = try aircraft("jet-airliner")
    let calm = try jet.flight(over: path, operations, winds: [.along(0...0)]).typical.time
    let behind = try jet.flight(over: path, operations, winds: [.along(30...30)]).typical.time
    let across = try jet.flight(
      over: path, operations, winds: [.blowing(from: .degrees(0), 50...50)]
    ).typical.time
    let west = try jet.flight(
      over: path, operations, winds: [.blowing(from: .degrees(270), 30...30)]
    ).typical.time
    #expect(behind < calm && calm < across)
    #expect(abs(west - behind) < 1)
    #expect(throws: FlightsError.self) {
      try jet.flight(over: path, operations, winds: [.along(-400 ... -400)])
    }
  }

  @Test func `a westerly of the season favours eastbound flights, in winter more than in summer`()
    throws
  {
    let jet = try aircraft("jet-airliner")
    func time(_ day: Int, east: Bool) throws -> Double {
      let ends = [(40.64, -73.78), (37.62, -122.38)]
      let path = try path(ends[east ? 1 : 0], ends[east ? 0 : 1])
      return try jet.flight(
        over: path, operations, winds: [.usual(winds, operations, dayOfYear: day)]
      ).typical.time
    }
    let winter = try time(15, east: false) - time(15, east: true)
    let summer = try time(196, east: false) - time(196, east: true)
    #expect(winter > summer && summer > 600)
  }

  @Test func `a flight beyond its range is told`() throws {
    let path = try path(sunan, (55.97, 37.41))
    let flight = try aircraft("an-148").flight(over: path, operations, winds: [.along(0...0)])
    guard case .beyond = flight.reach else {
      Issue.record("6,400 km are no range of an An-148")
      return
    }
  }

  @Test func `a flown way is never shorter than the geodesic`() throws {
    let path = try path((0, 0), (0, 9), detour: 0.5...1.2)
    #expect(path.flown.lower == path.geodesic)
  }
}
