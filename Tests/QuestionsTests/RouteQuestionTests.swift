import Gazetteer
import Quantities
import Questions
import Railways
import Reporting
import TestSupport
import Testing
import Travel

@Suite struct RouteQuestionTests {
  private static func question(_ stops: String...) -> RouteQuestion {
    RouteQuestion(RailQuery(stops: stops))
  }

  @Test func `a route by published kilometrage has its stations in order`() throws {
    let answer = try Self.question("vn-ha-noi", "vn-bac-giang").answer(in: Asked.world)
    let document = try Asked.fields(answer.report.json)
    let paths = try #require(document["paths"] as? [[String: Any]])
    let sections = try #require(paths.first?["sections"] as? [[String: Any]])
    let starts = sections.compactMap { $0["chainage_km"] as? Double }
    #expect(starts.count == sections.count && starts == starts.sorted() && starts.first == 0)
    let lengths = sections.compactMap { $0["length_km"] as? Double }
    #expect(abs(lengths.reduce(0, +) - answer.lengths[0].kilometers) < 0.001)
    #expect(answer.places.map(\.id.text) == ["vn-ha-noi", "vn-bac-giang"])
  }

  @Test func `by air it is the straight lines through all places`() throws {
    var question = Self.question("LHR", "JFK")
    question.mode = .air
    let direct = try question.answer(in: Asked.world)
    #expect(abs(direct.lengths[0].kilometers - 5_554.517) < 0.001)
    question.query.stops = ["LHR", "GRU", "JFK"]
    let around = try question.answer(in: Asked.world)
    #expect(around.places.map(\.id.text) == ["LHR", "GRU", "JFK"])
    #expect(around.lengths[0] > .kilometers(17_000))
  }

  @Test func `an imported network gives ways that really differ, the best first`() throws {
    var question = Self.question("Nariz Baja", "Nariz Alta")
    question.explain = true
    let network = try Asked.network(MadeMap.zigzag)
    let answer = try question.answer(in: Asked.world, on: network)
    #expect(answer.lengths.count == 1 && abs(answer.lengths[0].kilometers - 22.46) < 0.05)
    question.query.gauge = Gauge(millimeters: 1_435)
    #expect(
      Asked.refusal { try question.answer(in: Asked.world, on: network) } == nil, "no such track")
  }

  private static let wrong: [Wrong<RouteQuestion>] = [
    Wrong("alternatives", { $0.query.alternatives = 21 }),
    Wrong("snap", { $0.query.snapLimit = .kilometers(.nan) }),
    Wrong("gauge", { $0.query.gauge = Gauge(millimeters: 12) }),
    Wrong("max_speed", { $0.query.trainSpeed = .kilometersPerHour(100) }),
    Wrong(
      "max_speed",
      {
        $0.query.objective = .fastest
        $0.query.trainSpeed = .kilometersPerHour(0)
      }
    ),
    Wrong("network", { $0.mode = .air }),
  ]

  @Test(arguments: wrong)
  func `a value that cannot be is refused with its name`(wrong: Wrong<RouteQuestion>) throws {
    let question = wrong.changed(Self.question("Nariz Baja", "Nariz Alta"))
    let network = try Asked.network(MadeMap.zigzag)
    #expect(Asked.refusal { try question.answer(in: Asked.world, on: network) } == wrong.parameter)
  }

  private static let needingNetwork: [Wrong<RouteQuestion>] = [
    Wrong("objective", { $0.query.objective = .fastest }),
    Wrong("trams", { $0.query.furtherKinds = RailQuery.urbanKinds }),
    Wrong("snap", { $0.query.snapLimit = .kilometers(3) }),
  ]

  @Test(arguments: needingNetwork)
  func `what needs a network is not forgotten without one`(wrong: Wrong<RouteQuestion>) throws {
    let question = wrong.changed(Self.question("vn-ha-noi", "vn-bac-giang"))
    #expect(Asked.refusal { try question.answer(in: Asked.world) } == wrong.parameter)
  }

  @Test func `the built-in kilometrage keeps to a gauge and to what is avoided`() throws {
    var narrow = Self.question("vn-ha-noi", "vn-bac-giang")
    narrow.query.gauge = Gauge(millimeters: 1_000)
    #expect(try narrow.answer(in: Asked.world).lengths[0].kilometers == 49)
    narrow.query.gauge = Gauge(millimeters: 1_520)
    #expect(Asked.refusal { try narrow.answer(in: Asked.world) } == nil, "no such track")
    var around = Self.question("vn-ha-noi", "vn-bac-giang")
    around.query.avoided = [RailAvoidance("country:VN")]
    #expect(Asked.refusal { try around.answer(in: Asked.world) } == nil, "all of it is there")
  }

  @Test func `a country is avoided by its code or by its name`() throws {
    var question = Self.question("Paris", "Warsaw")
    let straight = try #require(try question.answer(in: Asked.world).lengths.first)
    let around = try ["country:DE", "country:Germany", "Germany"].map { name in
      question.query.avoided = [RailAvoidance(name)]
      return try #require(try question.answer(in: Asked.world).lengths.first)
    }
    #expect(Set(around).count == 1 && around[0] > straight)
  }

  @Test(arguments: [("Lima", "La Paz"), ("vn-ha-noi", "Tokyo"), ("vn-ha-noi", "vn-ha-noi")])
  func `places that no line joins have no route`(from: String, to: String) throws {
    #expect(Asked.refusal { try Self.question(from, to).answer(in: Asked.world) } == nil)
  }
}
