import Gazetteer
import Quantities
import Questions
import Railways
import Reporting
import TestSupport
import Testing
import Travel

@Suite struct RouteQuestionTests {
  @Test func `a route by published kilometrage has its stations in order`() throws {
    let answer = try RouteQuestion(from: "vn-ha-noi", to: "vn-bac-giang").answer(in: Asked.world)
    let report = try #require(answer.report as? RouteReport)
    #expect(report.mode == "rail" && report.way.kind == .track)
    #expect(report.stations.first?.place.id.text == "vn-ha-noi")
    #expect(report.stations.last?.place.id.text == "vn-bac-giang")
    let chainages = report.stations.map(\.chainage)
    #expect(chainages == chainages.sorted() && chainages.last == answer.lengths.first)
  }

  @Test func `by air it is the straight lines through all places`() throws {
    var question = RouteQuestion(from: "LHR", to: "JFK")
    question.mode = .air
    let direct = try question.answer(in: Asked.world)
    #expect(abs(direct.lengths[0].kilometers - 5_554.517) < 0.001)
    question.via = ["GRU"]
    let around = try question.answer(in: Asked.world)
    #expect(around.places.map(\.id.text) == ["LHR", "GRU", "JFK"])
    #expect(around.lengths[0] > .kilometers(17_000))
  }

  @Test func `an imported network gives ways that really differ, the best first`() throws {
    var question = RouteQuestion(from: "Nariz Baja", to: "Nariz Alta")
    question.explain = true
    let network = try Asked.network(MadeMap.zigzag)
    let answer = try question.answer(in: Asked.world, on: network)
    #expect(answer.lengths.count == 1 && abs(answer.lengths[0].kilometers - 22.46) < 0.05)
    question.gauge = 1_435
    #expect(
      Asked.refusal { try question.answer(in: Asked.world, on: network) } == nil, "no such track")
  }

  private static let wrong: [Wrong<RouteQuestion>] = [
    Wrong("alternatives", { $0.alternatives = 21 }), Wrong("snap", { $0.snap = .nan }),
    Wrong("gauge", { $0.gauge = 12 }), Wrong("max_speed", { $0.maxSpeed = 100 }),
    Wrong(
      "max_speed",
      {
        $0.objective = .fastest
        $0.maxSpeed = 0
      }
    ),
    Wrong("network", { $0.mode = .air }),
  ]

  @Test(arguments: wrong)
  func `a value that cannot be is refused with its name`(wrong: Wrong<RouteQuestion>) throws {
    let question = wrong.changed(RouteQuestion(from: "Nariz Baja", to: "Nariz Alta"))
    let network = try Asked.network(MadeMap.zigzag)
    #expect(Asked.refusal { try question.answer(in: Asked.world, on: network) } == wrong.parameter)
  }

  private static let needingNetwork: [Wrong<RouteQuestion>] = [
    Wrong("avoid", { $0.avoid = ["country:CN"] }), Wrong("gauge", { $0.gauge = 1_435 }),
    Wrong("alternatives", { $0.alternatives = 2 }), Wrong("objective", { $0.objective = .fastest }),
    Wrong("electrified", { $0.electrified = true }), Wrong("trams", { $0.trams = true }),
    Wrong("recorded_breaks_only", { $0.recordedBreaksOnly = true }), Wrong("snap", { $0.snap = 3 }),
    Wrong("explain", { $0.explain = true }), Wrong("max_speed", { $0.maxSpeed = 100 }),
  ]

  @Test(arguments: needingNetwork)
  func `what needs a network is not forgotten without one`(wrong: Wrong<RouteQuestion>) throws {
    let question = wrong.changed(RouteQuestion(from: "vn-ha-noi", to: "vn-bac-giang"))
    #expect(Asked.refusal { try question.answer(in: Asked.world) } == wrong.parameter)
  }

  @Test(arguments: [("Lima", "La Paz"), ("vn-ha-noi", "cn-beijing"), ("vn-ha-noi", "vn-ha-noi")])
  func `places that no line joins have no route`(from: String, to: String) throws {
    #expect(Asked.refusal { try RouteQuestion(from: from, to: to).answer(in: Asked.world) } == nil)
  }
}
