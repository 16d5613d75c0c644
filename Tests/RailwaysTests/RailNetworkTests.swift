import Datasets
import FoundationEssentials
import Gazetteer
import Quantities
import Railways
import TestSupport
import Testing

@Suite struct RailNetworkTests {
  let network: RailNetwork

  let gazetteer: Gazetteer

  init() throws {
    let folder = try DataFolder(path: Repository.geo.path)
    network = try folder.railNetwork()
    gazetteer = try folder.gazetteer()
  }

  private func path(_ from: String, _ to: String, via: [String] = []) throws -> RailCourse {
    try network.course(through: ([from] + via + [to]).map { Place.ID($0) }, in: gazetteer)
  }

  @Test(arguments: [
    ("kp-pyongyang", "border-kp-ru", 854.0, 10.0), ("kp-pyongyang", "ru-khasan", 856.2, 10.0),
    ("ru-khasan", "ru-vladivostok", 326, 3), ("ru-khasan", "ru-ussuriysk", 261, 1.5),
    ("kp-pyongyang", "ru-vladivostok", 1_182, 10), ("ru-vladivostok", "ru-khabarovsk-1", 766, 1),
    ("ru-moscow-yaroslavsky", "ru-vladivostok", 9_259, 1), ("vn-ha-noi", "vn-dong-dang", 162, 1),
    ("cn-beijing", "kp-pyongyang", 1_364, 1), ("cn-shenyang", "cn-dandong", 277, 1),
    ("ru-khabarovsk-1", "ru-komsomolsk-na-amure", 395, 12),
    ("kp-pyongyang", "kp-chongjin-chongnyon", 720.7, 0.1),
  ])
  func `lengths are those of the published tables`(
    from: String, to: String, kilometers: Double, slack: Double
  ) throws {
    let there = try path(from, to)
    #expect(abs(there.length.kilometers - kilometers) <= slack)
    #expect(abs(try path(to, from).length.meters - there.length.meters) < 1e-6)
  }

  /// The numbers of the posts still go by way of Yaroslavl (en.wikipedia, Trans-Siberian Railway).
  @Test(arguments: [
    ("ru-vladivostok", 9_288.0), ("ru-vladivostok", 9_259), ("ru-yekaterinburg", 1_816),
    ("ru-omsk", 2_716), ("ru-novosibirsk", 3_335), ("ru-irkutsk", 5_185), ("ru-chita-2", 6_199),
    ("ru-khabarovsk-1", 8_521),
  ])
  func `a distance from Moscow is as its post is numbered, or by the shorter way of today`(
    station: String, kilometers: Double
  ) throws {
    let interval = try path("ru-moscow-yaroslavsky", station).lengthInterval
    #expect(try #require(interval.lower?.kilometers) <= kilometers)
    #expect(try #require(interval.upper?.kilometers) >= kilometers)
    #expect(try #require(interval.upper?.kilometers) < kilometers + 45)
  }

  @Test func `between stations without numbers of their own the chainages are all there is`() throws
  {
    let interval = try path("ru-moscow-yaroslavsky", "ru-vladimir").lengthInterval
    #expect(abs(try #require(interval.upper?.kilometers) - 210) < 2)
  }

  @Test func `the way to Vladivostok changes gauge at Tumangang and turns round at Baranovsky`()
    throws
  {
    let way = try path("kp-pyongyang", "ru-vladivostok")
    #expect(way.gaugeBreaks.map(\.location.place?.text) == ["kp-tumangang"])
    #expect(way.gaugeBreaks.first?.from == [Gauge(millimeters: 1_435)])
    #expect(way.gaugeBreaks.first?.to == [Gauge(millimeters: 1_520)])
    #expect(way.gaugeBreaks.first?.alternatives.map(\.place?.text) == ["kp-rajin", "ru-khasan"])
    #expect(way.reversals.map(\.place?.text) == ["ru-baranovsky"])
    #expect(way.publishedShare > 0.99)
  }

  @Test func `by way of Ussuriysk it turns round there and is 46 km longer`() throws {
    let way = try path("ru-khasan", "ru-vladivostok", via: ["ru-ussuriysk"])
    #expect(abs(way.length.kilometers - 372) < 1)
    #expect(way.reversals.map(\.place?.text) == ["ru-ussuriysk"])
  }

  @Test func `the gauge runs on from leg to leg`() throws {
    let legs = try network.courses(
      from: Place.ID("kp-pyongyang"),
      legs: [[Place.ID("ru-khasan")], [Place.ID("ru-vladivostok")]], in: gazetteer)
    #expect(legs.count == 2)
    #expect(legs[0].gaugeBreaks.map(\.location.place?.text) == ["kp-tumangang"])
    #expect(legs[1].gaugeBreaks.isEmpty)
  }

  @Test func `what is off the network or not joined is refused by name`() throws {
    #expect(throws: RailwaysError.offNetwork(Place.ID("VVO"))) {
      try path("VVO", "ru-khasan")
    }
    let error = #expect(throws: RailwaysError.self) { try path("vn-ha-noi", "ru-khasan") }
    #expect(error?.description.contains("not joined") == true)
  }

  @Test func `without the dual gauge the break moves to Rajin`() throws {
    try Repository.withChangedData([
      "sections.csv": {
        $0.replacing("\"1435;1520\"", with: "1520").replacing("1435;1520", with: "1520")
      }
    ]) { folder in
      let changed = try DataFolder(path: folder.path).railNetwork()
      let way = try changed.course(
        through: [Place.ID("kp-pyongyang"), Place.ID("ru-vladivostok")], in: gazetteer)
      #expect(way.gaugeBreaks.map(\.location.place?.text) == ["kp-rajin"])
    }
  }

  @Test func `kilometre posts out of order are refused`() throws {
    try Repository.withChangedData([
      "kilometrage.csv": {
        $0.replacing("baranovsky-khasan,238.0,", with: "baranovsky-khasan,0.0,")
      }
    ]) { folder in
      _ = #expect(throws: DatasetError.self) { try DataFolder(path: folder.path).railNetwork() }
    }
  }
}
