import Casework
import Chronology
import Datasets
import Flights
import FoundationEssentials
import Geodesy
import Quantities
import TestSupport
import Testing
import Travel

@Suite struct PlannedLengthsTests {
  let closures: [AirspaceClosure]

  init() throws {
    closures = try DataFolder(path: Repository.geo.path).airspaceClosures()
  }

  private func lengths(
    _ from: (Double, Double), _ to: (Double, Double), _ day: String
  ) throws -> PlannedLengths {
    PlannedLengths(
      from: try Coordinate(latitude: from.0, longitude: from.1),
      to: try Coordinate(latitude: to.0, longitude: to.1),
      on: try #require(CivilDate(iso: day)), closures)
  }

  private let helsinki = (60.3172, 24.9633)
  private let tokyo = (35.7647, 140.386)
  private let london = (51.4706, -0.4619)

  @Test
  func `Helsinki to Tokyo takes 13 hours without Russia since 2022, and went straight before`()
    throws
  {
    // Some 13 h, south about or by way of the North Pole, where it was 9.5 to 10 (Independent Barents Observer,
    // 2022-03-14); 8,000 miles by the pole (CNN).
    let now = try lengths(helsinki, tokyo, "2023-06-01")
    #expect((10_500...13_300).contains(now.around.kilometers))
    #expect((7_700...7_950).contains(now.geodesic.kilometers))
    #expect(now.closures.map(\.id) == ["russia-2022"])
    let folder = try DataFolder(path: Repository.geo.path)
    let operations = try folder.flightOperations()
    func block(_ waypoints: [Coordinate]) throws -> FlightTimes {
      try #require(try folder.aircraft().called("A350")).flight(
        over: FlightPath(
          from: Coordinate(latitude: helsinki.0, longitude: helsinki.1),
          to: Coordinate(latitude: tokyo.0, longitude: tokyo.1), via: waypoints,
          detour: operations.detour, terminal: operations.terminal), operations,
        winds: [.usual(folder.windClimatology(), operations, dayOfYear: 152)]
      ).blockTimes
    }
    #expect(try block(now.waypoints).extreme.contains(13 * 3_600))
    #expect(try block([]).usual.contains(9.5 * 3_600))
    #expect(try !block([]).extreme.contains(13 * 3_600))
    let before = try lengths(helsinki, tokyo, "2019-06-01")
    #expect(before.around == before.geodesic && before.closures.isEmpty)
  }

  @Test func `the same two points in the Cold War had to keep out of Soviet airspace`() throws {
    let then = try lengths(london, tokyo, "1975-03-01")
    #expect(then.closures.map(\.id).contains("soviet-union"))
    #expect(then.around.kilometers > 11_000)
  }

  @Test func `a flight within a closed country is not bound by its closure`() throws {
    let moscow = (55.9726, 37.4146)
    let vladivostok = (43.399, 132.148)
    let home = try lengths(moscow, vladivostok, "2023-06-01")
    #expect(!home.closures.map(\.id).contains("russia-2022"))
    #expect(home.around.kilometers / home.geodesic.kilometers < 1.1)
  }

  @Test func `closures hold on their first and last days and not beside them`() throws {
    let pakistan = try #require(closures.first { $0.id == "pakistan-2019" })
    let days = ["2019-02-26", "2019-02-27", "2019-07-16", "2019-07-17"]
    #expect(
      days.compactMap { CivilDate(iso: $0) }.map { pakistan.holds(on: $0) } == [
        false, true, true, false,
      ])
    // Delhi to London in May 2019 went south about.
    let delhi = (28.5665, 77.1031)
    let way = try lengths(delhi, london, "2019-05-01")
    #expect(way.closures.map(\.id).contains("pakistan-2019"))
    #expect(way.around > way.geodesic)
  }

  @Test func `Doha to Cairo's neighbours went around the blockade`() throws {
    let (doha, tunis) = ((25.2731, 51.608), (36.851, 10.2272))
    let blockaded = try lengths(doha, tunis, "2018-01-15")
    #expect(blockaded.closures.map(\.id).contains("qatar-blockade"))
    #expect(blockaded.around.kilometers > blockaded.geodesic.kilometers + 20)
    #expect(try !lengths(doha, tunis, "2022-01-15").closures.map(\.id).contains("qatar-blockade"))
  }

  @Test func `no way around is shorter than the straight line, and all turning points are free`()
    throws
  {
    for day in ["1960-01-01", "1985-01-01", "2015-01-01", "2019-03-01", "2025-06-01"] {
      for (from, to) in [
        (helsinki, tokyo), (london, tokyo), ((1.3502, 103.994), london),
        ((28.5665, 77.1031), (40.6394, -73.7793)), ((25.2528, 55.3644), (37.619, -122.375)),
      ] {
        let lengths = try lengths(from, to, day)
        #expect(lengths.range.lowerBound == lengths.geodesic)
        #expect(lengths.around >= lengths.geodesic)
        for point in lengths.waypoints {
          for closure in lengths.closures {
            #expect(!closure.spaces.contains { $0.contains(point) })
          }
        }
      }
    }
  }

  @Test func `a closure of an unknown area is a mistake with its line`() throws {
    try Repository.withChangedData([
      "aircraft/closures.csv": { $0.replacing(",BHR;EGY", with: ",ATLANTIS;EGY") }
    ]) { folder in
      _ = #expect(throws: DatasetError.self) {
        try DataFolder(path: folder.path).airspaceClosures()
      }
    }
  }

  @Test(arguments: [
    ("aircraft/closures.csv", ",BHR;EGY", ",ATLANTIS;EGY"),
    ("aircraft/closure_areas.csv", "MULTIPOLYGON (((48.57 41.84,", "POLYGON ((48.57 41.84,"),
    ("aircraft/closure_areas.csv", "(((48.57 41.84,", "(((48.57 north,"),
    ("aircraft/closure_areas.csv", "(((48.57 41.84,", "(((48.57 141.84,"),
  ])
  func `a mistake in what is closed is told where a flight is judged, and only there`(
    file: String, own: String, wrong: String
  ) throws {
    try Repository.withChangedData([file: { $0.replacing(own, with: wrong) }]) { folder in
      let judging = CaseJudging(world: try World(folder: DataFolder(path: folder.path)))
      func text(_ mode: String) -> [UInt8] {
        Array(
          JudgedText.text(
            "{id: j, mode: \(mode), date: 2024-05-01, stops: [{id: a, place: London}, {id: b, place: Paris}]}",
            "{id: c, distance: 350 km, from: London, to: Paris, kind: geodesic}"
          ).utf8)
      }
      #expect { _ = try judging.model(of: text("air"), name: "air.yaml") } throws: { error in
        "\(error)".contains("\(file):")
      }
      _ = try judging.model(of: text("rail"), name: "rail.yaml")
    }
  }
}
