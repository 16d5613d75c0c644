import Datasets
import Flights
import FoundationEssentials
import Geodesy
import Quantities
import TestSupport
import Testing

/// Flights that took place must lie within the extreme bounds, and far beyond the physical one.
@Suite struct RealFlightsTests {
  let fleet: [Aircraft]
  let operations: FlightOperations
  let winds: WindClimatology

  init() throws {
    let folder = try DataFolder(path: Repository.geo.path)
    fleet = try folder.aircraft()
    operations = try folder.flightOperations()
    winds = try folder.windClimatology()
  }

  private func flight(
    _ name: String, _ from: (Double, Double), _ to: (Double, Double), day: Int?,
    wind: ClosedRange<Double>? = nil
  ) throws -> Flight {
    let type = try #require(fleet.called(name))
    let path = FlightPath(
      from: try Coordinate(latitude: from.0, longitude: from.1),
      to: try Coordinate(latitude: to.0, longitude: to.1), detour: operations.detour,
      terminal: operations.terminal)
    return try type.flight(
      over: path, operations,
      winds: [wind.map(Wind.along) ?? .usual(winds, operations, dayOfYear: day)])
  }

  @Test func `flights of airlines on every continent lie within the extreme block times`() throws {
    let url = Repository.root.appendingPathComponent("Tests/FlightsTests/Vectors/block_times.csv")
    let table = try Table(
      bytes: DataFolder.bytes(of: url), name: "block_times.csv", columns: ["minutes", "source"])
    #expect(table.rows.count > 150)
    var usual = 0
    for row in table.rows {
      let from = (
        try row.requiredNumber("from_latitude"), try row.requiredNumber("from_longitude")
      )
      let to = (try row.requiredNumber("to_latitude"), try row.requiredNumber("to_longitude"))
      let month = row["day"].split(separator: "-").dropFirst().first.flatMap { Int($0) }
      let flight = try flight("jet airliner", from, to, day: month.map { $0 * 30 - 15 })
      let times = row["kind"] == "record aloft" ? flight.airborneTimes : flight.blockTimes
      let seconds = (try row.requiredNumber("minutes") * 60)
      #expect(
        times.extreme.contains(seconds),
        "\(row["origin"])–\(row["dest"]): \(seconds / 60) min, not \(times.extreme)")
      #expect(times.physicalMinimum < seconds)
      usual += times.usual.contains(seconds) ? 1 : 0
    }
    #expect(Double(usual) > 0.85 * Double(table.rows.count))
  }

  private let newYork = (40.6394, -73.7793)
  private let london = (51.4706, -0.4619)

  @Test(arguments: [
    // A 787's record of 2018 (jyllands-posten.dk), a fast flight, the mean of Flightradar24, and a usual one back.
    ("jet airliner", true, 313.0), ("Boeing 777", true, 340), ("jet airliner", true, 373),
    ("jet airliner", false, 470),
  ])
  func `flights between New York and London in winter lie within the extremes`(
    name: String, isEastward: Bool, minutes: Double
  ) throws {
    let flight = try flight(
      name, isEastward ? newYork : london, isEastward ? london : newYork, day: 40)
    let times = minutes == 313 ? flight.airborneTimes : flight.blockTimes
    #expect(times.extreme.contains(minutes * 60))
    #expect(flight.airborneTimes.physicalMinimum < minutes * 60)
  }

  @Test func `four hours from New York to London are no jet's, and faster than its usual by far`()
    throws
  {
    let flight = try flight("Boeing 777", newYork, london, day: 40)
    #expect(flight.airborneTimes.extreme.lowerBound > 4 * 3_600)
    #expect(flight.airborneTimes.physicalMinimum > 3.5 * 3_600)
  }

  @Test func `the records of Concorde, the Blackbird and Lindbergh are within their types' reach`()
    throws
  {
    // 2 h 52 min 59 s on 7 February 1996; 78 m/s of wind behind.
    let concorde = try flight("Concorde", newYork, london, day: 38, wind: 0...78)
    let record = 2 * 3_600 + 52 * 60 + 59.0
    #expect(concorde.airborneTimes.physicalMinimum < record)
    #expect(concorde.airborneTimes.extreme.contains(record))
    #expect(concorde.reach != .beyond(concorde.fastest.airDistance))
    // 1 h 54 min 56.4 s between gates 5,570.8 km apart, passed in flight, on 1 September 1974 (Guinness World Records).
    let blackbird = try flight("SR-71", newYork, london, day: 244)
    let gates = 3_600 + 54 * 60 + 56.4
    #expect(blackbird.airborneTimes.physicalMinimum < gates)
    #expect(blackbird.airborneTimes.extreme.upperBound > gates)
    #expect(concorde.airborneTimes.physicalMinimum > gates)
    // Roosevelt Field to Le Bourget in 33 h 30 min, 20 and 21 May 1927.
    let lindbergh = try flight(
      "Spirit of St. Louis", (40.7386, -73.6135), (48.9694, 2.4414), day: 140)
    let night = 33.5 * 3_600
    #expect(lindbergh.airborneTimes.extreme.contains(night))
    #expect(lindbergh.airborneTimes.physicalMinimum < night)
  }

  @Test func `a light aircraft at two kilometres has the wind of two kilometres`() throws {
    let (munich, paris) = ((48.3538, 11.7861), (48.9694, 2.4414))
    let west = try flight("Cessna 172", munich, paris, day: 122)
    // 3 h 30 min is an ordinary flight of 680 km.
    #expect(west.airborneTimes.usual.contains(3.5 * 3_600))
    let east = try flight("Cessna 172", paris, munich, day: 122)
    #expect(west.typical.time / east.typical.time < 1.2)
    // Nothing carries it there in an hour.
    #expect(west.airborneTimes.physicalMinimum > 3_600)
  }

  @Test func `a short hop of airliners may take twenty minutes in the air`() throws {
    let flight = try flight("jet airliner", (21.3187, -157.9225), (20.8986, -156.4305), day: 120)
    #expect(flight.airborneTimes.usual.contains(21 * 60))
    #expect(flight.airborneTimes.extreme.contains(18 * 60))
  }

  @Test func `the bounds lie one within the other for every type, over short ways and long`() throws
  {
    for type in fleet {
      for end in [(41.5, -72.5), (44.0, -70.0), (51.5, -0.5)] {
        guard let flight = try? flight(type.id, newYork, end, day: 100) else { continue }
        for times in [flight.airborneTimes, flight.blockTimes] {
          #expect(times.physicalMinimum <= times.extreme.lowerBound, "\(type.id)")
          #expect(times.extreme.lowerBound <= times.usual.lowerBound, "\(type.id)")
          #expect(times.usual.contains(times.typical), "\(type.id)")
          #expect(times.usual.upperBound <= times.extreme.upperBound, "\(type.id)")
        }
      }
    }
  }

  @Test func `times one after the other add their typical values, and their spread as squares`() {
    let part = FlightTimes(
      physicalMinimum: 10, extreme: 20...80, usual: 30...60, typical: 40)
    let both = part + part
    #expect(both.typical == 80 && both.physicalMinimum == 20)
    #expect(abs(both.usual.lowerBound - (80 - 200.0.squareRoot())) < 1e-9)
    #expect(abs(both.extreme.upperBound - (80 + 3_200.0.squareRoot())) < 1e-9)
    let stayed = part.adding(5...7)
    #expect(stayed.usual == 35...67 && stayed.typical == 46 && stayed.physicalMinimum == 15)
    #expect(part + .none == part)
  }
}
