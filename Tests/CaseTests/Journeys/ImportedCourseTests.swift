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

/// What happens on a course over an imported network reaches a case as it does from the built-in kilometrage.
@Suite struct ImportedCourseTests {
  /// From Ansdorf by a bend of 68 km to Mittelzet, over a border and a change of gauge, then by a reversal to Zetheim;
  /// Fernzet stands by itself.
  private static let map = """
    <osm version="0.6">
      <node id="1" lat="50.0" lon="10.0" version="1">
        <tag k="railway" v="station"/><tag k="name" v="Ansdorf"/></node>
      <node id="2" lat="50.3" lon="10.1" version="1"/>
      <node id="3" lat="50.0" lon="10.2" version="1">
        <tag k="railway" v="station"/><tag k="name" v="Mittelzet"/></node>
      <node id="4" lat="50.0" lon="10.3" version="1"><tag k="railway" v="border"/></node>
      <node id="5" lat="50.0" lon="10.4" version="1"/>
      <node id="6" lat="50.0" lon="10.6" version="1"/>
      <node id="7" lat="50.0" lon="10.62" version="1"/>
      <node id="8" lat="50.02" lon="10.5" version="1">
        <tag k="railway" v="station"/><tag k="name" v="Zetheim"/></node>
      <node id="9" lat="51.0" lon="10.0" version="1">
        <tag k="railway" v="station"/><tag k="name" v="Fernzet"/></node>
      <node id="10" lat="51.0" lon="10.1" version="1"/>
      <way id="20" version="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/>
        <tag k="railway" v="rail"/><tag k="gauge" v="1435"/><tag k="name" v="Hill line"/></way>
      <way id="21" version="1"><nd ref="3"/><nd ref="4"/><nd ref="5"/>
        <tag k="railway" v="rail"/><tag k="gauge" v="1435"/><tag k="name" v="Hill line"/></way>
      <way id="22" version="1"><nd ref="5"/><nd ref="6"/><nd ref="7"/>
        <tag k="railway" v="rail"/><tag k="gauge" v="1520"/><tag k="name" v="Plain line"/></way>
      <way id="23" version="1"><nd ref="6"/><nd ref="8"/>
        <tag k="railway" v="rail"/><tag k="gauge" v="1520"/><tag k="name" v="Back line"/></way>
      <way id="24" version="1"><nd ref="9"/><nd ref="10"/>
        <tag k="railway" v="rail"/><tag k="gauge" v="1435"/></way>
    </osm>
    """

  private func judged(_ claims: String, to end: String = "Zetheim") throws -> Dossier {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("wayproof-\(UUID().uuidString)").path
    defer {
      try? FileManager.default.removeItem(atPath: path + ".osm")
      try? FileManager.default.removeItem(atPath: path + ".network")
    }
    try Data(Self.map.utf8).write(to: URL(fileURLWithPath: path + ".osm"))
    let quiet = NetworkImport.Listener(progress: { _ in }, stage: { _ in })
    _ = try NetworkImport(name: "hills").run([path + ".osm"], to: path + ".network", quiet)
    var world = try World(folder: try DataFolder(path: Repository.geo.path))
    world.tracks = [try TrackNetwork(file: path + ".network")]
    let text = """
      wayproof: 1
      id: small
      title: Small
      sources: [{id: s, outlet: O, published: 2024-04-24}]
      journeys:
        - id: j
          mode: rail
          vehicle: armoured-train
          date: 2024-04-24
          stops: [{id: a, place: Ansdorf}, {id: b, place: \(end)}]
      claims:
      \(claims)
      """
    return try CaseJudging(world: world).dossier(of: Array(text.utf8), name: "small")
  }

  private func kinds(_ dossier: Dossier) throws -> [String] {
    let text = GeoJSON.document(dossier).text()
    let root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let features = try #require(root?["features"] as? [[String: Any]])
    return features.compactMap { ($0["properties"] as? [String: Any])?["kind"] as? String }
  }

  private static let any = "  - {id: x, source: s, quote: q, duration: 5 h, from: start, to: end}"

  @Test func `its stations, its border, its change of gauge and its reversal are on it in order`()
    throws
  {
    let leg = try #require(try judged(Self.any).legs.first?.leg)
    let course = try #require(leg.way?.course)
    #expect(course.stations.map(\.name) == ["Ansdorf", "Mittelzet", "Zetheim"])
    #expect(course.gaugeBreaks.map(\.from) == [[Gauge(millimeters: 1_435)]])
    #expect(course.gaugeBreaks.map(\.to) == [[Gauge(millimeters: 1_520)]])
    #expect(course.borders.count == 1 && course.reversals.count == 1)
    let chainages =
      [course.stations[1].chainage] + course.borders.map(\.location.chainage)
      + course.gaugeBreaks.map(\.location.chainage) + course.reversals.map(\.chainage)
    #expect(chainages == chainages.sorted())
    #expect(course.lineNames == ["Hill line", "Plain line", "Back line"])
    let whole = course.sections.reduce(0) { $0 + $1.length.meters }
    #expect(abs(whole - course.length.meters) < 0.01)
    #expect(leg.run?.ledger.filter(\.isEvent).count == 2)
  }

  @Test func `a case's GeoJSON and findings tell of them, and of none where there are none`() throws
  {
    let dossier = try judged(Self.any)
    #expect(Set(try kinds(dossier)).isSuperset(of: ["gauge-break", "reversal", "border", "track"]))
    #expect(Set(dossier.findings.map(\.code)).isSuperset(of: ["gauge-break", "reversal"]))
    let plain = try judged(Self.any, to: "Mittelzet")
    #expect(Set(try kinds(plain)).isDisjoint(with: ["gauge-break", "reversal", "border"]))
    #expect(Set(plain.findings.map(\.code)).isDisjoint(with: ["gauge-break", "reversal"]))
  }

  @Test(arguments: [
    ("route: [Ansdorf, Mittelzet, Zetheim]", Verdict.consistent),
    ("route: [Zetheim, Mittelzet]", .contradicted),
    ("route: [Ansdorf, Fernzet]", .contradicted),
    ("gauge: different, from: Ansdorf, to: Zetheim", .consistent),
    ("gauge: same, from: Ansdorf, to: Zetheim", .contradicted),
    ("gauge: same, from: Ansdorf, to: Mittelzet", .consistent),
  ])
  func `claims of routes and gauges are judged by it`(claim: String, verdict: Verdict) throws {
    let dossier = try judged("  - {id: x, source: s, quote: q, \(claim)}")
    #expect(dossier.claims.map(\.verdict) == [verdict])
  }

  /// Mittelzet is 68 km on by track and 14 km in a straight line: 26 and 6 minutes at 160 km/h.
  @Test(arguments: [("14:15", true), ("14:45", false)])
  func `a sighting at a station between is as far on as the track says`(
    time: String, isContradictory: Bool
  ) throws {
    let dossier = try judged(
      """
        - {id: left, source: s, quote: q, time: "14:00, 2024-04-24", event: departure a, zone: Europe/Berlin}
        - {id: seen, source: s, quote: q, sighting: Mittelzet, radius: 500 m, time: "\(time), 2024-04-24", zone: Europe/Berlin}
      """)
    #expect(dossier.verdict.isContradictory == isContradictory)
  }
}
