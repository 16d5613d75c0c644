import Datasets
import Foundation
import Geodesy
import Quantities
import TestSupport
import Testing

@testable import Railways
import Gazetteer

@Suite struct ImportTests {
  private let quiet = NetworkImport.Listener(progress: { _ in }, stage: { _ in })

  private func imported(
    _ text: String, ending: String, _ change: (inout NetworkImport) -> Void = { _ in }
  ) throws -> (network: TrackNetwork, report: SurveyReport) {
    try imported(Data(text.utf8), ending: ending, change)
  }

  private func imported(
    _ bytes: Data, ending: String, _ change: (inout NetworkImport) -> Void = { _ in }
  ) throws -> (network: TrackNetwork, report: SurveyReport) {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("wayproof-\(UUID().uuidString)\(ending)").path
    let output = path + ".network"
    defer {
      try? FileManager.default.removeItem(atPath: path)
      try? FileManager.default.removeItem(atPath: output)
    }
    try bytes.write(to: URL(fileURLWithPath: path))
    var work = NetworkImport(name: "test")
    change(&work)
    let report = try work.run([path], to: output, quiet).report
    return (try TrackNetwork(file: output), report)
  }

  private static let xml = """
    <osm version="0.6">
      <node id="1" lat="0.0" lon="0.0" version="1"/>
      <node id="2" lat="0.0" lon="0.01" version="1"><tag k="railway" v="switch"/></node>
      <node id="3" lat="0.0" lon="0.02" version="1"/>
      <node id="4" lat="0.001" lon="0.02" version="1"/>
      <node id="5" lat="0.0001" lon="0.005" version="1">
        <tag k="railway" v="station"/><tag k="name" v="Älvsjö"/><tag k="name:ru" v="Эльвшё"/>
      </node>
      <node id="6" lat="0.0" lon="0.015" version="1">
        <tag k="railway" v="milestone"/><tag k="railway:position" v="12.3"/>
      </node>
      <way id="10" version="1"><nd ref="1"/><nd ref="2"/>
        <tag k="railway" v="rail"/><tag k="gauge" v="1435;1520"/><tag k="maxspeed" v="60 mph"/>
        <tag k="electrified" v="contact_line"/><tag k="voltage" v="3000"/><tag k="frequency" v="0"/>
        <tag k="maxspeed:conditional" v="40 @ wet"/>
      </way>
      <way id="11" version="1"><nd ref="2"/><nd ref="3"/>
        <tag k="railway" v="rail"/><tag k="gauge" v="1435"/><tag k="usage" v="main"/>
        <tag k="maxspeed:forward" v="80"/><tag k="maxspeed:backward" v="70"/><tag k="ref" v="2600"/>
      </way>
      <way id="12" version="1"><nd ref="2"/><nd ref="4"/><tag k="railway" v="tram"/></way>
      <way id="13" version="1"><nd ref="3"/><nd ref="4"/><tag k="railway" v="abandoned"/></way>
      <way id="14" version="1"><nd ref="1"/><nd ref="99"/><tag k="railway" v="rail"/></way>
      <way id="15" version="1"><nd ref="1"/><nd ref="4"/><tag k="route" v="ferry"/><tag k="rail" v="yes"/></way>
      <relation id="20" version="1"><member type="node" ref="5" role=""/>
        <tag k="public_transport" v="stop_area"/><tag k="name" v="Älvsjö station"/>
      </relation>
      <relation id="21" version="1"><member type="node" ref="3" role="stop"/>
        <tag k="public_transport" v="stop_area"/><tag k="name" v="Skogås"/>
      </relation>
      <relation id="22" version="1"><member type="node" ref="77" role="stop"/>
        <tag k="public_transport" v="stop_area"/><tag k="name" v="a bus stop"/>
      </relation>
    </osm>
    """

  @Test func `stop areas give stations further names and stops on track a place`() throws {
    let (network, report) = try imported(Self.xml, ending: ".osm")
    #expect(report.counts.first { $0.what == "stop areas on railways" }?.count == 2)
    #expect(network.places(named: "Älvsjö station").map(\.name) == ["Älvsjö"])
    #expect(network.places(named: "Skogås").first?.kind == .halt)
    #expect(network.places(named: "a bus stop").isEmpty)
  }

  @Test func `the kilometrage keeps its reversals and lengths when it is imported`() throws {
    let output = FileManager.default.temporaryDirectory
      .appendingPathComponent("wayproof-\(UUID().uuidString).network").path
    defer { try? FileManager.default.removeItem(atPath: output) }
    _ = try NetworkImport(name: "kilometrage").run([Repository.geo.path], to: output, quiet)
    let network = try TrackNetwork(file: output)
    let stops = try ["ru-khasan", "ru-vladivostok"].map { id in
      try network.places(named: id).map {
        try network.snap($0, within: .kilometers(1), kinds: RailQuery.mainlineKinds)
      }.flatMap(\.positions)
    }
    let path = try #require(network.course(PlacedQuery(stops: stops)))
    #expect(path.reversals.count == 1)
    #expect(abs(path.length.kilometers - 326) < 0.5)
  }

  @Test func `OpenStreetMap tags are read as the community writes them`() throws {
    let (network, report) = try imported(Self.xml, ending: ".osm")
    let all = (0..<network.edgeCount).flatMap { network.sections(ofEdge: $0) }
      .map { network.attributes($0.attributes) }
    let dual = try #require(all.first { $0.gauges.count == 2 })
    #expect(dual.gauges.map(\.millimeters) == [1_435, 1_520])
    #expect(dual.forwardSpeed == 97 && dual.backwardSpeed == 97)
    #expect(dual.electrification == .contactLine && dual.voltage == 3_000 && dual.frequency == 0)
    let main = try #require(all.first { $0.use == .main })
    #expect(
      main.forwardSpeed == 80 && main.backwardSpeed == 70 && main.number == "2600"
        && main.title == "2600")
    #expect(all.contains { $0.kind == .tram })
    #expect(network.edgeCount == 3)
    #expect(report["ways taken"] == 4)
    #expect(report["ways dropped: railway=abandoned"] == 1)
    #expect(report["conditional speeds left out"] == 1)
    #expect(report["nodes missing in the extract"] == 1)
    #expect(report["milestones"] == 1)
    #expect(network.places(named: "ALVSJO").first?.name == "Älvsjö")
    #expect(network.places(named: "эльвшё").count == 1)
    let withFerries = try imported(Self.xml, ending: ".osm") { $0.takesFerries = true }
    #expect(withFerries.report["ways taken"] == 5)
  }

  @Test(arguments: [
    ("", ".osm"), ("<osm><node id='1'", ".osm"), ("\u{1}\u{2}nonsense", ".osm.pbf"),
    ("", ".osm.pbf"),
    ("{}", ".geojson"), ("", ".geojson"), ("[1, 2", ".geojson"), ("x", ".shp"),
    (#"{"features": []}"#, ".geojson"),
    (
      #"{"features": [{"geometry": {"type": "LineString", "coordinates": [[43, 131], [44, 132]]}}]}"#,
      ".geojson"
    ),
    (#"{"features": [{"geometry": {"type": "LineString", "coordinates": [["a"]]}}]}"#, ".geojson"),
  ])
  func `files that hold no railways are refused and leave nothing behind`(
    text: String, ending: String
  ) throws {
    #expect(throws: ImportError.self) { try imported(text, ending: ending) }
  }

  /// libosmium's own walk over the tags of this way leaves their list.
  @Test func `a text with a NUL in an extract is refused`() throws {
    let bytes = try #require(
      Data(
        base64Encoded:
          "AAAADQoJT1NNSGVhZGVyGB4KHCIOT3NtU2NoZW1hLVYwLjYiCkRlbnNlTm9kZXMAAAALCgdPU01EYXRhGEwKSgobCgAKB3JhaWx3"
          + "YXkKBXJhAGlsCgRuYW1lCgF4EhkSFwoCAgJCCICU69wDgIl6SgeA9uBCgIl6EhAaDggBEgIBAxoCAgRCAgIC"
      ))
    #expect {
      try imported(bytes, ending: ".osm.pbf")
    } throws: {
      "\($0)".contains("holds a NUL")
    }
  }

  @Test func `entities in an extract are refused`() throws {
    let text = """
      <?xml version="1.0"?>
      <!DOCTYPE osm [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
      <osm version="0.6"><node id="1" lat="1" lon="1" version="1"><tag k="name" v="&b;"/></node></osm>
      """
    #expect {
      try imported(text, ending: ".osm")
    } throws: {
      "\($0)".contains("entities are not supported")
    }
  }

  @Test func `lines of GeoJSON meet where their positions are the same`() throws {
    let text = """
      {"features": [
        {"properties": {"name": "one", "gauge": 1520},
         "geometry": {"type": "LineString", "coordinates": [[0, 0], [0.1, 0], [0.2, 0]]}},
        {"properties": null,
         "geometry": {"type": "MultiLineString", "coordinates": [[[0.1, 0], [0.1, 0.1]]]}}]}
      """
    let (network, _) = try imported(text, ending: ".geojson") {
      $0.usualGauge = Gauge(millimeters: 1_435)
    }
    #expect(network.edgeCount == 3)
    #expect(network.nodeCount == 4)
    #expect(network.detail == .lines)
    #expect(abs(network.meta.totals.kilometers - 33.3) < 0.1)
    #expect(network.meta.totals.assumedGaugeKilometers > 11)
  }

  @Test func `long segments are found along all their length, and lines meet at the antimeridian`()
    throws
  {
    let text = """
      {"features": [
        {"properties": {}, "geometry": {"type": "LineString", "coordinates": [[10, 50], [13, 51]]}},
        {"properties": {}, "geometry": {"type": "LineString", "coordinates": [[178, 65], [180, 65]]}},
        {"properties": {}, "geometry": {"type": "LineString", "coordinates": [[-180, 65], [-178, 65]]}}]}
      """
    let (network, _) = try imported(text, ending: ".geojson")
    for share in stride(from: 0.0, through: 1, by: 0.05) {
      let near = network.positions(
        near: try Coordinate(latitude: 50 + share, longitude: 10 + 3 * share),
        within: .meters(200), kinds: [.rail])
      #expect(near.count == 1)
    }
    #expect(network.edgeCount == 2)
  }

  @Test func `an import never writes over its input or over what is no network`() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("wayproof-\(UUID().uuidString).geojson").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let text =
      #"{"features": [{"geometry": {"type": "LineString", "coordinates": [[0, 0], [1, 0]]}}]}"#
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    #expect(throws: ImportError.self) {
      try NetworkImport(name: "x").run([path], to: path, quiet)
    }
    #expect(throws: ImportError.self) {
      try NetworkImport(name: "x").run([path], to: Repository.root.path + "/README.md", quiet)
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test func `loose ends are joined within a distance and gaps by name`() throws {
    let text = """
      {"features": [
        {"properties": {}, "geometry": {"type": "LineString", "coordinates": [[0, 0], [0.1, 0]]}},
        {"properties": {}, "geometry": {"type": "LineString", "coordinates": [[0.1005, 0], [0.2, 0]]}}]}
      """
    #expect(try imported(text, ending: ".geojson").network.edgeCount == 2)
    let joined = try imported(text, ending: ".geojson") { $0.joinsWithin = 100 }
    #expect(joined.report["loose ends joined"] == 1)
    #expect(joined.network.nodeCount == 2)
    let far = try imported(text, ending: ".geojson") { $0.joinsWithin = 10 }
    #expect(far.report["loose ends joined"] == 0)
  }

  @Test func `the built-in kilometrage becomes a network with its published lengths`() throws {
    let output = FileManager.default.temporaryDirectory
      .appendingPathComponent("wayproof-\(UUID().uuidString).network").path
    defer { try? FileManager.default.removeItem(atPath: output) }
    _ = try NetworkImport(name: "kilometrage").run([Repository.geo.path], to: output, quiet)
    let network = try TrackNetwork(file: output)
    #expect(network.meta.totals.kilometers > 2_000)
    #expect(network.places(named: "ru-khasan").count == 1)
  }

  @Test
  func
    `a station without a position stands between others, and nobody is put on track beside its line`()
    throws
  {
    let output = FileManager.default.temporaryDirectory
      .appendingPathComponent("wayproof-\(UUID().uuidString).network").path
    defer { try? FileManager.default.removeItem(atPath: output) }
    _ = try NetworkImport(name: "kilometrage").run([Repository.geo.path], to: output, quiet)
    let network = try TrackNetwork(file: output)
    func stops(_ id: String) throws -> [TrackPosition] {
      try network.places(named: id).map {
        try network.snap($0, within: .kilometers(1), kinds: RailQuery.mainlineKinds)
      }.flatMap(\.positions)
    }
    // Nobody says where Shenyang's station is; the way through it is 859 and 277 km long all the same.
    let path = try #require(
      network.course(PlacedQuery(stops: [stops("cn-beijing"), stops("cn-dandong")])))
    #expect(abs(path.length.kilometers - 1_136) < 0.5)
    let gazetteer = try DataFolder(path: Repository.geo.path).gazetteer()
    let ends = ["cn-beijing", "cn-shenyang"].compactMap {
      network.places(named: $0).first?.coordinate
    }
    #expect(gazetteer[id: Place.ID("cn-shenyang")]?.coordinate == nil && ends.count == 2)
    let middle = Ellipsoid.wgs84.line(from: ends[0], to: ends[1]).waypoints(pieces: 2)[1]
    let place = Place(
      id: Place.ID("middle"), name: "middle", kind: .point, country: "", zones: [],
      coordinate: middle, isEstimated: false, extent: .zero, names: [], codes: [], city: "",
      source: "")
    #expect(throws: TrackError.courseUnknown("middle")) {
      try network.snap(place, within: .kilometers(5), kinds: RailQuery.mainlineKinds)
    }
  }

  @Test(.enabled(if: Repository.hasShared("data/osm"), "the extracts are not beside the project"))
  func `extracts of OpenStreetMap count as another program counted them`() throws {
    let shared = try #require(Repository.shared)
    // Counted with pyosmium: ways of the kinds taken; track in km along WGS 84 geodesics.
    let expected: [(file: String, ways: Int, kilometers: Double)] = [
      ("cologne-railway.osm.pbf", 7_154, 1_938.1), ("helsinki.osm.pbf", 329, 31.0),
      ("vde8.2-rail.osm.pbf", 1_823, 697.0), ("liechtenstein.osm.pbf", 31, 11.1),
      ("monaco.osm.xml.gz", 1, 5.9),
    ]
    for (file, ways, kilometers) in expected {
      let output = FileManager.default.temporaryDirectory
        .appendingPathComponent("wayproof-\(UUID().uuidString).network").path
      defer { try? FileManager.default.removeItem(atPath: output) }
      let path = shared.appendingPathComponent("data/osm/\(file)").path
      let (meta, report) = try NetworkImport(name: "x").run([path], to: output, quiet)
      #expect(report["ways taken"] == ways)
      #expect(abs(meta.totals.kilometers - kilometers) < 0.06)
    }
  }

  @Test(arguments: ["<tag k=\"route\" v=\"ferry\"/>", ""])
  func `a train ferry goes on from its quay at any angle, however it is tagged`(
    tag: String
  ) throws {
    let map = """
      <osm version="0.6">
        <node id="1" lat="-41.30" lon="174.70" version="1"/>
        <node id="2" lat="-41.28" lon="174.70" version="1"/>
        <node id="3" lat="-41.25" lon="174.45" version="1"/>
        <node id="4" lat="-41.28" lon="174.20" version="1"/>
        <node id="5" lat="-41.30" lon="174.20" version="1"/>
        <way id="11" version="1"><nd ref="1"/><nd ref="2"/><tag k="railway" v="rail"/></way>
        <way id="12" version="1"><nd ref="2"/><nd ref="3"/><nd ref="4"/>\(tag)<tag k="railway" v="ferry"/></way>
        <way id="13" version="1"><nd ref="4"/><nd ref="5"/><tag k="railway" v="rail"/></way>
      </osm>
      """
    let (network, _) = try imported(map, ending: ".osm") { $0.takesFerries = true }
    let rails = (0..<network.edgeTable.kind.count).filter { network.kind(ofEdge: $0) == .rail }
    #expect(rails.count == 2)
    let stops = rails.map { [TrackPosition(edge: $0, offset: 100)] }
    #expect(network.course(PlacedQuery(stops: stops)) != nil)
  }
}
