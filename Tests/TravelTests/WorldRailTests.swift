import Datasets
import Foundation
import Gazetteer
import Geodesy
import Quantities
import Railways
import TestSupport
import Testing
import Travel

/// Stations by their coordinates, so that nothing depends on how names are read.
@Suite struct WorldRailTests {
  private let world: World

  init() throws {
    world = try World(folder: DataFolder(path: Repository.geo.path), vehicles: false)
  }

  private func track(_ from: String, _ to: String) throws -> TypedDistance? {
    world.distance(.track, from: try world.place(named: from), to: try world.place(named: to))
  }

  @Test(arguments: [
    // Network Rail: 401 miles and a quarter from Euston to Glasgow, less the branch.
    ("51.5282,-0.1337", "55.8593,-4.2577", 642.0),
    ("52.5251,13.3694", "48.1402,11.5586", 623), ("60.1719,24.9414", "66.4975,25.7060", 900),
    ("35.6590,51.3990", "36.3050,59.5980", 926), ("28.6429,77.2191", "22.5830,88.3426", 1_447),
    ("34.7335,135.5002", "33.5897,130.4207", 553.7),
    ("30.0630,31.2470", "31.1930,29.9060", 208), ("-26.1970,28.0420", "-33.9220,18.4250", 1_530),
    ("40.7506,-73.9935", "38.8973,-77.0063", 363.7),
    ("-34.9490,138.5800", "-31.9520,115.8850", 2_659),
    ("-34.5910,-58.3740", "-32.9440,-60.6700", 303),
  ])
  func `the shortest route is near the published length, and its interval holds it`(
    from: String, to: String, published: Double
  ) throws {
    let way = try #require(try track(from, to))
    #expect(abs(way.central.kilometers / published - 1) < 0.035)
    #expect(try #require(way.interval.lower).kilometers <= published)
    #expect(try #require(way.interval.upper).kilometers >= published)
    #expect(!way.isHard && way.isEstimate && way.followsTrack)
    let (usual, judged) = (way.interval, way.judged)
    #expect(try #require(judged.lower) <= #require(usual.lower))
    #expect(try #require(judged.upper) >= #require(usual.upper))
  }

  @Test func `a way between gauges tells its border and the change of gauge`() throws {
    var query = RailQuery(stops: ["50.44,30.4895", "52.2288,21.0031"])
    let route = try world.route(query)
    let course = try #require(route.courses.first)
    #expect(course.gaugeBreaks.count == 1)
    #expect(course.gaugeBreaks.first?.from == [Gauge(millimeters: 1_520)])
    #expect(course.gaugeBreaks.first?.to == [Gauge(millimeters: 1_435)])
    #expect(course.borders.map { $0.countries?.from } == ["UA"])
    #expect(course.borders.map { $0.countries?.to } == ["PL"])
    #expect(course.isShortestOverWorld)
    query.avoided = [.country("PL")]
    #expect(throws: RailRouteError.self) { try world.route(query) }
  }

  @Test func `other routes really differ, and a country can be avoided`() throws {
    var query = RailQuery(stops: ["39.895,116.322", "34.377,108.939"])
    query.alternatives = 3
    let lengths = try world.route(query).courses.map(\.length.kilometers)
    #expect(lengths.count > 1)
    #expect(lengths == lengths.sorted())
    query = RailQuery(stops: ["48.8768,2.3592", "47.5476,7.5896"])
    query.avoided = [.country("DE")]
    let course = try #require(try world.route(query).courses.first)
    #expect(course.sections.allSatisfy { $0.attributes.country != "DE" })
  }

  @Test func `published kilometrage goes before whatever else there is`() throws {
    let way = try #require(try track("Moscow", "Vladivostok"))
    #expect(abs(way.central.kilometers - 9_259) < 0.5)
    #expect(way.isHard && !way.isEstimate)
  }

  @Test func `what the sea parts has no track`() throws {
    #expect(try track("51.53,-0.12", "35.68,139.76")?.followsTrack == false)
    let query = RailQuery(stops: ["51.53,-0.12", "35.68,139.76"])
    let error = #expect(throws: RailRouteError.self) { try world.route(query) }
    #expect(error?.description.contains("no track joins them") == true)
  }

  @Test func `a place off the network is refused with how near the next track is`() throws {
    // Chamonix's Mont Blanc from the south: some kilometres to the nearest track.
    let query = RailQuery(stops: ["45.70,6.86", "48.85,2.35"])
    let error = #expect(throws: RailRouteError.self) { try world.route(query) }
    #expect(error?.description.contains("km away, and at most 5.0 km are allowed") == true)
    var wider = query
    wider.snapLimit = .kilometers(40)
    let route = try world.route(wider)
    let away = try #require(route.stops.first).distance.kilometers
    #expect(away > 5 && away < 40)
    // What is usual elsewhere is kept to as well if it is asked for.
    var narrower = query
    narrower.snapLimit = .kilometers(2)
    let refused = #expect(throws: RailRouteError.self) { try world.route(narrower) }
    #expect(refused?.description.contains("at most 2.0 km are allowed") == true)
  }

  @Test func `conditions that the graph cannot hold are told`() throws {
    var query = RailQuery(stops: ["51.5282,-0.1337", "55.8593,-4.2577"])
    query.needsElectrification = true
    #expect(throws: RailRouteError.self) { try world.route(query) }
    query = RailQuery(stops: query.stops)
    query.gauge = Gauge(millimeters: 1_435)
    #expect(try world.route(query).courses.count == 1)
    query.gauge = Gauge(millimeters: 1_520)
    #expect(throws: RailRouteError.self) { try world.route(query) }
  }
}
