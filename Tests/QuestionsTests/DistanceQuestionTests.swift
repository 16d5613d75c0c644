import Gazetteer
import Quantities
import Questions
import Reporting
import TestSupport
import Testing
import Travel

@Suite struct DistanceQuestionTests {
  /// In km by Vincenty's inverse formula on WGS 84, from the airports' positions.
  @Test(arguments: [
    ("LHR", "JFK", 5_554.517), ("NBO", "JNB", 2_899.205), ("GRU", "LIM", 3_476.847),
    ("SYD", "PER", 3_284.035), ("AKL", "SCL", 9_673.653),
  ])
  func `the straight line between airports is the geodesic`(
    from: String, to: String, kilometers: Double
  ) throws {
    let report = try DistanceQuestion(places: [from, to]).answer(in: Asked.world)
    let line = try #require(report.legs.first?.distances.first { $0.kind == .geodesic })
    #expect(abs(line.central.kilometers - kilometers) < 0.001)
    #expect(line.isHard && !report.attributions.isEmpty)
  }

  @Test func `each place is measured to the next`() throws {
    let report = try DistanceQuestion(places: ["Lima", "La Paz", "Lima"]).answer(in: Asked.world)
    #expect(report.legs.count == 2)
    let lines = report.legs.compactMap { $0.distances.first { $0.kind == .geodesic } }
    #expect(lines.count == 2 && lines[0].central == lines[1].central)
    #expect(lines.allSatisfy { abs($0.central.kilometers - 1_078.917) < 0.001 })
  }

  @Test func `published track and imported track are measured as well`() throws {
    let published = try DistanceQuestion(places: ["vn-ha-noi", "vn-dong-dang"]).answer(
      in: Asked.world)
    #expect(published.legs[0].distances.map(\.kind) == [.track])
    #expect(published.legs[0].distances[0].central == .kilometers(162))

    let network = try Asked.network(MadeMap.zigzag)
    let traced = try DistanceQuestion(places: ["Nariz Baja", "Nariz Alta"]).answer(
      in: Asked.world, networks: [network])
    let track = try #require(traced.legs[0].distances.first { $0.kind == .track })
    // Two legs of a tenth of a degree of longitude near the equator, 11.1 km each, and a little.
    #expect(abs(track.central.kilometers - 22.46) < 0.05)
  }

  @Test func `no road crosses an ocean`() throws {
    for (from, to, hasRoad) in [
      ("AKL", "LAX", false), ("LHR", "JFK", false), ("PER", "JNB", false), ("HNL", "SFO", false),
      ("CPT", "VVO", true), ("ANC", "EZE", true), ("LHR", "IST", true), ("SYD", "PER", true),
    ] {
      let report = try DistanceQuestion(places: [from, to]).answer(in: Asked.world)
      #expect(report.legs[0].distances.contains { $0.kind == .road } == hasRoad, "\(from)–\(to)")
    }
  }

  @Test func `a published way is told though it goes nearly twice as far`() throws {
    let report = try DistanceQuestion(places: ["ru-khasan", "ru-irkutsk"]).answer(in: Asked.world)
    let track = try #require(report.legs[0].distances.first { $0.kind == .track })
    #expect(abs(track.central.kilometers - 4_256) < 1)
  }

  @Test func `a hard interval holds the straight line to the millimetre`() throws {
    let report = try DistanceQuestion(places: ["0,0", "0,1"]).answer(in: Asked.world)
    let text = report.json.text()
    #expect(text.contains("111.31949,") && text.contains("111.319491"), "\(text)")
    let near = try DistanceQuestion(places: ["10.0,10.0", "10.0000004,10.0000002"]).answer(
      in: Asked.world)
    let told = TerminalRenderer(width: 200, isColoured: false).text(near.story)
    #expect(told.contains("geodesic 0.049 m"), "\(told)")
  }

  @Test func `what is wrong is named`() throws {
    let world = try Asked.world
    for places in [[], ["LHR"], ["LHR", "Erewhonia"], ["131.88,43.11", "LHR"]] {
      #expect(Asked.refusal { try DistanceQuestion(places: places).answer(in: world) } == nil)
    }
    for snap in [-1, 101, Double.nan, .infinity] {
      var question = DistanceQuestion(places: ["LHR", "JFK"])
      question.snap = .kilometers(snap)
      #expect(Asked.refusal { try question.answer(in: world) } == "snap")
    }
    let network = try Asked.network(MadeMap.zigzag)
    let far = DistanceQuestion(places: ["Nariz Baja", "LHR"])
    #expect(Asked.refusal { try far.answer(in: world, networks: [network]) } == "snap")
  }
}
