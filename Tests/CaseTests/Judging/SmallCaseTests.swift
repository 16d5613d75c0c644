import Casework
import Claims
import Datasets
import Foundation
import Plausibility
import Quantities
import Railways
import Reporting
import TestSupport
import Testing
import Travel
import Wording

/// Small cases that each show one thing.
@Suite struct SmallCaseTests {
  private func judged(_ text: String) throws -> Dossier {
    let world = try World(folder: try DataFolder(path: Repository.geo.path))
    return try CaseJudging(world: world).dossier(of: Array(text.utf8), name: "small")
  }

  private func head(mode: String, vehicle: String = "", stops: String) -> String {
    """
    wayproof: 1
    id: small
    title: Small
    sources:
      - {id: s, outlet: O, published: 2019-04-24}
    journeys:
      - id: j
        mode: \(mode)
        vehicle: \(vehicle.isEmpty ? "\"\"" : vehicle)
        stops: \(stops)
    claims:

    """
  }

  /// A share of next to nothing is no whole number.
  @Test(arguments: ["0.00000000000001 s", "0.0000001 min"])
  func `a duration of next to nothing is contradicted and told`(duration: String) throws {
    let dossier = try judged(
      head(
        mode: "rail", stops: "[{id: a, place: ru-vladivostok}, {id: b, place: ru-khasan}]") + """
            - {id: tiny, source: s, quote: q, duration: \(duration), from: start, to: end}

          """)
    #expect(dossier.claims.first?.verdict == .contradicted)
    #expect(!TerminalRenderer(ReportStyle()).text(Story(dossier)).isEmpty)
  }

  @Test func `a drive by road is bounded by the geodesic and a stated detour`() throws {
    let dossier = try judged(
      head(mode: "road", stops: "[{id: a, place: ru-vladivostok}, {id: b, place: ru-khasan}]") + """
          - {id: four, source: s, quote: q, duration: about four hours, from: start, to: end}
          - {id: brief, source: s, quote: q, duration: 20 minutes, from: start, to: end}
        """)
    let way = try #require(dossier.legs.first?.leg.way)
    #expect(way.kind == .road && !way.isHard)
    #expect(dossier.account(of: Claim.ID("brief"))?.verdict == .disputed)
    #expect(dossier.conflicts.allSatisfy { !$0.isFirm || $0.members.count == 2 })
    #expect(
      dossier.conflicts.contains {
        $0.members.compactMap { dossier.members[$0]?.claim?.text } == ["brief"]
      })
  }

  @Test func `an abbreviated zone is that of the place's country`() throws {
    let dossier = try judged(
      head(
        mode: "rail", stops: "[{id: a, place: city-us-milwaukee}, {id: b, place: city-us-chicago}]")
          + """
            - {id: left, source: s, quote: q, time: "10:00 a.m. CST, 2024-01-10", event: departure a}
            - {id: came, source: s, quote: q, time: "11:45 a.m., 2024-01-10", event: arrival b}
            - {id: hours, source: s, quote: q, duration: 1 hour 45 minutes, from: start, to: end}
          """)
    #expect(dossier.conflicts.isEmpty)
    let left = try #require(dossier.members[.claim(Claim.ID("left"))])
    #expect(left.readings.count == 1)
  }

  @Test func `an abbreviated zone that no country settles keeps all it can mean`() throws {
    let dossier = try judged(
      head(mode: "rail", stops: "[{id: a, place: ru-vladivostok}, {id: b, place: ru-khasan}]") + """
          - {id: left, source: s, quote: q, time: "10:00 a.m. CST, 2024-01-10", event: departure a}
        """)
    let left = try #require(dossier.members[.claim(Claim.ID("left"))])
    #expect(left.readings.count == 3)
  }

  @Test func `two modes of one journey cannot stand together`() throws {
    let stops = "[{id: a, place: kp-pyongyang}, {id: b, place: ru-khasan}]"
    let claims = """
        - {id: train, source: s, quote: by train, mode: rail}
        - {id: plane, source: s, quote: by plane, mode: air}
      """
    let dossier = try judged(head(mode: "rail", stops: stops) + claims)
    #expect(dossier.account(of: Claim.ID("plane"))?.verdict == .contradicted)
    #expect(dossier.account(of: Claim.ID("train"))?.verdict == .consistent)
    let pair = dossier.conflicts.contains {
      $0.members.compactMap { dossier.members[$0]?.claim?.text }.sorted() == ["plane", "train"]
    }
    #expect(pair)
  }

  @Test(arguments: [
    ("[kp-tumangang, ru-baranovsky]", Verdict.consistent),
    ("[ru-vladivostok, ru-khasan]", .contradicted),
    ("ru-ussuriysk", .untested),
    ("HAN", .untested),
  ])
  func `a route is held against the way`(places: String, verdict: Verdict) throws {
    let stops = "[{id: a, place: kp-pyongyang}, {id: b, place: ru-vladivostok}]"
    let claims = "  - {id: way, source: s, quote: q, route: \(places)}"
    let dossier = try judged(head(mode: "rail", stops: stops) + claims)
    #expect(dossier.account(of: Claim.ID("way"))?.verdict == verdict)
  }

  @Test func `near is a distance of some kilometres`() throws {
    let stops = "[{id: a, place: kp-pyongyang}, {id: b, place: ru-vladivostok}]"
    let claims = """
        - {id: near, source: s, quote: q, distance: near, from: ru-khasan, to: kp-tumangang, kind: geodesic}
        - {id: far, source: s, quote: q, distance: close to, from: ru-khasan, to: ru-vladivostok, kind: geodesic}
      """
    let dossier = try judged(head(mode: "rail", stops: stops) + claims)
    #expect(dossier.account(of: Claim.ID("near"))?.verdict == .consistent)
    #expect(dossier.account(of: Claim.ID("far"))?.verdict == .contradicted)
  }

  @Test func `an unknown place is told where its name stands`() throws {
    let text =
      head(mode: "rail", stops: "[{id: a, place: kp-pyongyang}, {id: b, place: ru-khasan}]")
      + "  - {id: d, source: s, quote: q, distance: 5 km, from: ru-khasan, to: [ru-khasan, Nowhere]}"
    let error = #expect(throws: CaseJudging.Failure.self) { try judged(text) }
    guard case .caseFile(let mistakes)? = error else {
      Issue.record("\(error.map { "\($0)" } ?? "")")
      return
    }
    let problem = try #require(mistakes.problems.first)
    #expect(problem.position.line == text.split(separator: "\n").count)
    let last = try #require(text.split(separator: "\n").last)
    let before = try #require(last.range(of: "Nowhere")).lowerBound
    #expect(problem.position.column == last.distance(from: last.startIndex, to: before) + 1)
  }

  @Test func `what is done at a stop takes its time`() throws {
    let stops = """
      [{id: a, place: kp-pyongyang}, {id: t, place: kp-tumangang, procedures: \
      [{name: bogie exchange, duration: 2 to 3 hours}]}, {id: b, place: ru-khasan}]
      """
    let claims = """
        - {id: in, source: s, quote: q, time: "2019-04-24 06:00", event: arrival t}
        - {id: out, source: s, quote: q, time: "2019-04-24 07:30", event: departure t}
      """
    let dossier = try judged(head(mode: "rail", stops: stops) + claims)
    let conflict = try #require(dossier.conflicts.first)
    #expect(!conflict.isFirm)
    #expect(conflict.members.contains { $0.text == "procedures j t" })
  }

  @Test func `an average speed is held against its distance and its time`() throws {
    let stops = "[{id: a, place: ru-vladivostok}, {id: b, place: ru-khabarovsk-1}]"
    let dossier = try judged(
      head(mode: "rail", vehicle: "passenger-train", stops: stops) + """
          - {id: pace, source: s, quote: q, speed: about 60 km/h, kind: average, from: start, to: end}
          - {id: right, source: s, quote: q, duration: about 13 hours, from: start, to: end}
          - {id: wrong, source: s, quote: q, duration: about 7 hours, from: start, to: end}
        """)
    let sets = dossier.conflicts.map { conflict in
      Set(conflict.members.compactMap { dossier.members[$0]?.claim?.text })
    }
    #expect(sets.contains(["pace", "wrong"]))
    #expect(sets.contains(["right", "wrong"]))
    #expect(!sets.contains(["pace", "right"]))
  }

  @Test func `a ceiling over two legs must reach exactly what both ask for`() throws {
    let stops =
      "[{id: a, place: kp-pyongyang}, {id: b, place: ru-khasan}, {id: c, place: ru-vladivostok}]"
    let dossier = try judged(
      head(mode: "rail", vehicle: "armoured-train", stops: stops) + """
          - {id: left, source: s, quote: q, time: early hours of 24 April 2019, event: departure a}
          - {id: came, source: s, quote: q, time: "2019-04-24 17:50", event: arrival c, zone: Asia/Vladivostok}
          - {id: top, source: s, quote: q, speed: at most 68 km/h, kind: maximum, vehicle: armoured-train, years: 2019}
        """)
    let account = try #require(dossier.account(of: Claim.ID("top")))
    #expect(account.verdict == .loose)
    guard case .share(let share)? = account.neededStretch else {
      Issue.record("no stretch")
      return
    }
    // (846.2 + 323.6) km from midnight in Pyongyang to 17:51 in Vladivostok, 16 h 51 later.
    #expect(abs(68 * (1 + share) - 1_169.8 / 16.85) < 0.02)
  }

  @Test func `an average by air beyond what airliners fly is unlikely`() throws {
    let dossier = try judged(
      head(
        mode: "air", vehicle: "jet-airliner", stops: "[{id: a, place: FNJ}, {id: b, place: SVO}]")
          + """
            - {id: pace, source: s, quote: q, speed: 3000 km/h, kind: average, from: take-off a, to: landing b}
          """)
    #expect(dossier.account(of: Claim.ID("pace"))?.verdict == .unlikely)
  }

  @Test func `nobody leaves the second stop before coming to the first`() throws {
    let stops =
      "[{id: a, place: kp-pyongyang}, {id: b, place: ru-khasan}, {id: c, place: ru-vladivostok}]"
    let dossier = try judged(
      head(mode: "rail", stops: stops) + """
          - {id: one, source: s, quote: q, time: 24 April 2019, event: departure b}
          - {id: two, source: s, quote: q, time: 26 April 2019, event: arrival a}
        """)
    #expect(dossier.conflicts.contains { $0.isFirm })
  }

  @Test func `a gauge that the network refutes makes the case implausible`() throws {
    let dossier = try judged(
      head(mode: "rail", stops: "[{id: a, place: kp-pyongyang}, {id: b, place: ru-khasan}]")
        + "  - {id: g, source: s, quote: q, gauge: same, from: kp-pyongyang, to: ru-vladivostok}\n")
    #expect(dossier.verdict.isContradictory)
  }

  @Test func `mistakes of every kind come in one go`() throws {
    let text =
      head(
        mode: "rail", vehicle: "Eurostat",
        stops: "[{id: a, place: Erewhonia}, {id: b, place: ru-khasan}]")
        + """
          - {id: x, source: s, quote: q, time: 2019-02-30, event: departure a}
          - {id: y, source: s, quote: q, distance: 5 km, from: Lemuria, to: ru-khasan}
        """
    let error = #expect(throws: CaseJudging.Failure.self) { try judged(text) }
    let told = error?.description ?? ""
    for word in ["Eurostat", "Erewhonia", "2019-02-30", "Lemuria"] {
      #expect(told.contains(word), "\(told)")
    }
  }

  @Test func `a vehicle that is mistyped is told with its line`() throws {
    let text =
      head(
        mode: "rail", vehicle: "Eurostat",
        stops: "[{id: a, place: kp-pyongyang}, {id: b, place: ru-khasan}]")
      + "  - {id: x, source: s, quote: q, duration: 5 h, from: start, to: end}\n"
    let error = #expect(throws: (any Error).self) { try judged(text) }
    #expect("\(error.map { "\($0)" } ?? "")".contains("did you mean 'Eurostar'"))
  }

  @Test func `many readings are given up rather than tried for ever`() throws {
    let places = "[ru-khasan, border-kp-ru, kp-tumangang]"
    let claims = (0..<8).map { index in
      "  - {id: c\(index), source: s, quote: q, distance: \(100 + 40 * index) km, from: \(places), "
        + "to: [ru-vladivostok, VVO], kind: [geodesic, track]}"
    }
    let dossier = try judged(
      head(mode: "rail", stops: "[{id: a, place: kp-pyongyang}, {id: b, place: ru-khasan}]")
        + claims.joined(separator: "\n"))
    #expect(dossier.claims.count == 8)
  }

  @Test func `where the kilometrage has no way an imported network gives it`() throws {
    let map = """
      <osm version="0.6">
        <node id="1" lat="50.0" lon="10.0" version="1">
          <tag k="railway" v="station"/><tag k="name" v="Ansdorf"/></node>
        <node id="2" lat="50.2" lon="10.1" version="1"/>
        <node id="3" lat="50.0" lon="10.4" version="1">
          <tag k="railway" v="station"/><tag k="name" v="Zetheim"/></node>
        <way id="10" version="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/>
          <tag k="railway" v="rail"/><tag k="gauge" v="1435"/><tag k="name" v="Hill line"/></way>
      </osm>
      """
    var world = try World(folder: try DataFolder(path: Repository.geo.path))
    world.tracks = [try MadeNetwork.imported(map)]
    let text =
      head(mode: "rail", stops: "[{id: a, place: Ansdorf}, {id: b, place: Zetheim}]") + """
          - {id: far, source: s, quote: q, distance: 54.5 km, kind: track, from: Ansdorf, to: Zetheim}
          - {id: near, source: s, quote: q, distance: 28.6 km, kind: track, from: Ansdorf, to: Zetheim}
        """
    let dossier = try CaseJudging(world: world).dossier(of: Array(text.utf8), name: "small")
    #expect(dossier.claims.map(\.verdict) == [.consistent, .contradicted])
    #expect(
      dossier.datasets.contains { $0.attribution.contains("OpenStreetMap contributors, ODbL") })
    let leg = try #require(dossier.legs.first?.leg)
    #expect(leg.wayProblem.isEmpty)
    #expect(leg.way?.course?.lineNames == ["Hill line"])
  }

  @Test func `a place that is unknown or ambiguous is told with its line`() throws {
    for place in ["Erewhonia", "vlad", "'131.9,43.1'"] {
      let text =
        head(mode: "rail", stops: "[{id: a, place: \(place)}, {id: b, place: ru-khasan}]")
        + "  - {id: x, source: s, quote: q, duration: 5 h, from: start, to: end}\n"
      let error = #expect(throws: (any Error).self) { try judged(text) }
      #expect("\(error.map { "\($0)" } ?? "")".hasPrefix("small:10:"), "\(place)")
    }
  }

  /// Ipswich in Queensland is in no table; the one in England is no place to go to by rail.
  @Test func `a town across an ocean is not taken for one that no table has`() throws {
    let text =
      head(mode: "rail", stops: "[{id: a, place: Brisbane}, {id: b, place: Ipswich}]")
      + "  - {id: x, source: s, quote: q, duration: 1 h, from: start, to: end}\n"
    let error = #expect(throws: CaseJudging.Failure.self) { try judged(text) }
    #expect(error?.description.contains("Ipswich, GB") == true)
  }

  private func manyClaims(_ count: Int, hours: ClosedRange<Int>) throws -> Dossier {
    var random = SeededGenerator(seed: 31)
    let claims = (0..<count).map { index in
      let hours = Int.random(in: hours, using: &random)
      return "  - {id: c\(index), source: s, quote: q, duration: about \(hours) hours, "
        + "from: start, to: end}"
    }
    let stops = "[{id: a, place: ru-vladivostok}, {id: b, place: ru-khabarovsk-1}]"
    return try judged(head(mode: "rail", stops: stops) + claims.joined(separator: "\n"))
  }

  @Test func `a case of five hundred claims is judged`() throws {
    let dossier = try manyClaims(500, hours: 19...20)
    #expect(dossier.claims.count == 500)
    if case .noContradiction = dossier.verdict {} else { Issue.record("\(dossier.verdict)") }
  }

  @Test func `where there are too many conflicts to list, the report says so`() throws {
    let dossier = try manyClaims(70, hours: 17...23)
    #expect(dossier.isIncomplete)
    #expect(dossier.conflicts.count > 100)
  }
}
