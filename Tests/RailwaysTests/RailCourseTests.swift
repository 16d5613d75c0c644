import Datasets
import FoundationEssentials
import Gazetteer
import Geodesy
import Quantities
import TestSupport
import Testing

@testable import Railways

/// Courses are the same thing, whichever store finds them.
@Suite struct RailCourseTests {
  private let network: RailNetwork
  private let gazetteer: Gazetteer

  init() throws {
    let folder = try DataFolder(path: Repository.geo.path)
    network = try folder.railNetwork()
    gazetteer = try folder.gazetteer()
  }

  private func ids(_ texts: [String]) -> [Place.ID] { texts.map { Place.ID($0) } }

  private func courses(
    _ stops: [String], avoiding places: [String] = [], _ change: (inout RailQuery) -> Void
  ) throws -> [RailCourse] {
    var query = RailQuery(stops: stops)
    change(&query)
    return try network.courses(
      query, through: ids(stops), avoiding: ids(places), in: gazetteer)
  }

  @Test func `a course by kilometrage crosses the border where its track changes country`() throws {
    let course = try network.course(
      through: ids(["kp-pyongyang", "ru-vladivostok"]), in: gazetteer)
    #expect(course.borders.map { $0.countries?.from } == ["KP"])
    #expect(course.borders.map { $0.countries?.to } == ["RU"])
    #expect(course.borders.first?.location.place == Place.ID("border-kp-ru"))
    let home = try network.course(
      through: ids(["kp-pyongyang", "kp-chongjin-chongnyon"]), in: gazetteer)
    #expect(home.borders.isEmpty)
  }

  @Test func `sections, runs and coverage add up to the length, and intervals to its interval`()
    throws
  {
    let course = try network.course(
      through: ids(["kp-pyongyang", "ru-vladivostok"]), in: gazetteer)
    let length = course.length.meters
    #expect(abs(course.sections.reduce(0) { $0 + $1.length.meters } - length) < 1e-3)
    #expect(abs(course.runs.reduce(0) { $0 + $1.length.meters } - length) < 1e-3)
    #expect(abs(course.coverage.values.reduce(0) { $0 + $1.meters } - length) < 1e-3)
    let least = course.runs.reduce(0) { $0 + ($1.lengthInterval.lower?.meters ?? 0) }
    let most = course.runs.reduce(0) { $0 + ($1.lengthInterval.upper?.meters ?? 0) }
    #expect(abs(least - (course.lengthInterval.lower?.meters ?? 0)) < 1e-3)
    #expect(abs(most - (course.lengthInterval.upper?.meters ?? 0)) < 1e-3)
    #expect(course.stations.map(\.chainage) == course.stations.map(\.chainage).sorted())
    #expect(course.sections.allSatisfy { !$0.attributes.gauges.isEmpty })
  }

  @Test func `the kilometrage keeps to the gauge, and avoids countries, lines and places`() throws {
    let bound = try courses(["kp-pyongyang", "ru-khasan"]) { $0.gauge = Gauge(millimeters: 1_435) }
    #expect(bound[0].gaugeBreaks.isEmpty)
    for change: (inout RailQuery) -> Void in [
      { $0.gauge = Gauge(millimeters: 1_435) }, { $0.avoided = [.country("RU")] },
      { $0.needsElectrification = true },
    ] {
      #expect(throws: RailRequestError.self) {
        try courses(["kp-pyongyang", "ru-vladivostok"], change)
      }
    }
    let usual = try courses(["ru-khasan", "ru-vladivostok"]) { _ in }
    let line = try #require(usual[0].lineNames.first)
    #expect(throws: RailRequestError.self) {
      try courses(["ru-khasan", "ru-vladivostok"]) { $0.avoided = [.line(line)] }
    }
    #expect(throws: RailRequestError.self) {
      try courses(["ru-khasan", "ru-vladivostok"], avoiding: ["ru-baranovsky"]) { _ in }
    }
    let error = #expect(throws: RailRequestError.self) {
      try courses(["ru-khasan", "ru-vladivostok"]) { $0.avoided = [.country("FR")] }
    }
    #expect(error?.description.contains("country:FR") == true)
  }

  @Test func `what the kilometrage cannot hold is refused by condition and not by a flag's name`()
    throws
  {
    let error = #expect(throws: RailRequestError.self) {
      try courses(["ru-khasan", "ru-vladivostok"]) {
        $0.objective = .fastest
        $0.furtherKinds = [.tram]
      }
    }
    #expect(error?.message.conditions == [.objective, .furtherKinds, .network])
    #expect(error?.description.contains("--") == false)
    let words = error?.message.words { "<\($0)>" } ?? ""
    #expect(words == "<objective>, <furtherKinds> needs an imported <network>")
  }

  @Test func `other courses by kilometrage run on other track`() throws {
    func line(_ id: String, _ posts: [(String, Double)]) -> RailwayLine {
      let posts = posts.map {
        KilometragePost(
          place: Place.ID($0.0), chainage: .kilometers($0.1), status: .published, halfWidth: .zero)
      }
      return RailwayLine(
        id: id, name: id, posts: posts,
        sections: [
          LineSection(
            range: .zero...posts[posts.count - 1].chainage, gauges: [Gauge(millimeters: 1_435)],
            electrification: "", country: "", lineSpeed: nil)
        ], halfWidth: .zero, halfWidthShare: 0)
    }
    let toy = try RailNetwork(
      lines: [
        line("short", [("a", 0), ("b", 10), ("z", 100)]),
        line("coast", [("a", 0), ("c", 60), ("z", 130)]),
        line("round", [("a", 0), ("d", 150), ("z", 300)]),
      ], sides: [:], breakSites: [:])
    var query = RailQuery(stops: ["a", "z"])
    query.alternatives = 3
    let found = try toy.courses(query, through: ids(["a", "z"]), avoiding: [], in: gazetteer)
    #expect(found.map(\.lineNames) == [["short"], ["coast"]])
  }

  @Test func `mapped track tells the stations beside it and the countries at its border`() throws {
    var sketch = Sketch()
    for (name, east) in [("a", 0.0), ("m", 3_000), ("z", 9_000)] { sketch.point(name, east, 0) }
    sketch.point("b", 6_000, 0, role: .border)
    sketch.track("a m b", line: "one", country: "AA")
    sketch.track("b z", line: "two", country: "BB")
    for (name, east, north) in [
      ("End", 9_000.0, 40.0), ("Middle", 3_000, 100), ("Off", 5_000, 900),
    ] {
      sketch.station(name, east, north)
    }
    let network = try sketch.network()
    let ends = ["a", "z"].map { name in
      network.positions(
        near: Coordinate(
          latitudeE7: sketch.survey.latitudes[sketch[name]],
          longitudeE7: sketch.survey.longitudes[sketch[name]]),
        within: .meters(2), kinds: RailQuery.mainlineKinds
      ).map(\.position)
    }
    let course = try #require(network.course(PlacedQuery(stops: ends)))
    #expect(course.stations.map(\.name) == ["Middle", "End"])
    #expect(course.borders.map { $0.countries?.from } == ["AA"])
    #expect(course.borders.map { $0.countries?.to } == ["BB"])
    #expect(abs((course.borders.first?.location.chainage.meters ?? 0) - 6_000) < 1)
    let place = Place(
      id: Place.ID("town"), name: "Town", kind: .town, country: "", zones: [],
      coordinate: course.stations[0].coordinate, isEstimated: false, extent: .kilometers(1),
      names: [], codes: [], city: "", source: "test")
    #expect(course.stations(at: place).map(\.name) == ["Middle"])
    #expect(course.points.count >= 3 && course.isDrawn)
  }
}
