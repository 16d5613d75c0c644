import Chronology
import Geodesy
import Quantities
import Testing
import PositionTracks

@Suite struct PositionTrackTests {
  private func track(_ text: String) throws -> PositionTrack {
    try PositionTrack(bytes: Array(text.utf8), name: "track")
  }

  private let gpx = """
    <?xml version="1.0" encoding="UTF-8"?>
    <gpx version="1.1" creator="logger" xmlns="http://www.topografix.com/GPX/1/1">
      <wpt lat="0" lon="0"><time>2019-04-24T00:00:00Z</time></wpt>
      <trk><name>x</name><trkseg>
        <trkpt lat="43.0" lon="131.0"><ele>12</ele><time>2019-04-24T01:40:00Z</time></trkpt>
        <trkpt lat="43.0" lon="131.1"/>
        <trkpt lat="43.1" lon="131.0"><time>2019-04-24T10:50:00.5+09:00</time></trkpt>
      </trkseg></trk>
    </gpx>
    """

  @Test func `points of a GPX track that have a time are read`() throws {
    let track = try track(gpx)
    #expect(track.points.count == 2)
    #expect(track.points[0].coordinate.latitude == 43)
    #expect(track.points[1].time.seconds(since: track.points[0].time) == 600.5)
  }

  @Test(arguments: [
    "time,lat,lon\n1556070000,43.0,131.0\n1556070600,43.1,131.0\n",
    "Timestamp,UTC,Callsign,Position,Altitude\n1,2019-04-24T01:40:00Z,X,\"43.0,131.0\",0\n2,"
      + "2019-04-24T01:50:00Z,X,\"43.1, 131.0\",0\n",
    "time,lat,lon\n2019-04-24T10:40:00+0900,43.0,131.0\n2019-04-24T10:50:00+09,43.1,131.0\n",
    "\u{FEFF}time,latitude,longitude\n2019-04-24 01:40:00Z,43.0,131.0\n2019-04-24T01:45:00Z,,\n"
      + "2019-04-24T01:50:00Z,43.1,131.0\n",
  ])
  func `tables of positions are read`(text: String) throws {
    let text = text.replacing("Timestamp,UTC", with: "Row,UTC")
    let track = try track(text)
    #expect(track.points.count == 2)
    #expect(track.points[1].time.seconds(since: track.points[0].time) == 600)
    #expect(track.points[1].coordinate.latitude == 43.1)
  }

  @Test(arguments: [
    ("", "points of at least two moments"), ("<gpx", "no well-formed XML"),
    ("<kml/>", "outermost element"), ("<gpx></gpx>", "no point with a time"),
    ("a,b\n1,2\n", "names no time"), ("time,x\n1,2\n", "names no position"),
    ("time,lat,lon\n1,2,3\n", "at least two moments"),
    ("time,lat,lon\n1,200,3\n2,3,4\n", "line 2: no latitude"),
    ("time,lat,lon\nnan,2,3\n2,3,4\n", "'nan' is no time"),
    ("time,lat,lon\n1,nan,3\n2,3,4\n", "line 2: no latitude"),
    ("time,lat,lon\n1,131,43\n2,3,4\n", "line 2: no latitude"),
    ("time,lat,lon\n2019-13-40T00:00:00Z,2,3\n2,3,4\n", "is no time"),
    ("time,lat,lon\n1,2\n", "fields"),
    ("time,position\n1,43\n2,44\n", "line 2: no latitude"),
    ("time,position\n1,\"43,131,5\"\n2,44\n", "line 2: no latitude"),
    ("time,lat,lon\n2019-04-24T01:40:00+09:xx,2,3\n2,3,4\n", "is no time"),
    ("time,lat,lon\n2019-04-24T01:40:00+-9:00,2,3\n2,3,4\n", "is no time"),
    ("time,lat,lon\n2019-04-24T01:40:00+9,2,3\n2,3,4\n", "is no time"),
    (
      "<gpx><trkpt lat=\"x\" lon=\"1\"><time>2019-04-24T01:40:00Z</time></trkpt></gpx>",
      "no 'lat' and 'lon'"
    ),
  ])
  func `what is no track is told`(text: String, message: String) {
    let text = text.isEmpty ? "time,lat,lon\n" : text
    #expect {
      try track(text)
    } throws: {
      "\($0)".contains(message)
    }
  }

  @Test func `entities are not replaced, and deep nesting is read without recursion`() throws {
    let bomb = """
      <!DOCTYPE gpx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
      <gpx><trkpt lat="1" lon="1"><time>&b;&b;</time></trkpt></gpx>
      """
    #expect(throws: PositionTrackError.self) { try track(bomb) }
    // Nor is a document type taken that declares what would not be used, or only in another place.
    let points = "<trkpt lat=\"1\" lon=\"1\"><time>2019-04-24T01:40:00Z</time></trkpt>"
    for head in [
      "<!DOCTYPE gpx [<!ENTITY a \"b\">]>", "<!DOCTYPE gpx SYSTEM \"file:///etc/hostname\">",
      "<!DOCTYPE gpx>",
    ] {
      #expect {
        try self.track("\(head)<gpx>\(points)\(points.replacing("01:40", with: "02:40"))</gpx>")
      } throws: {
        "\($0)".contains("without a document type")
      }
    }
    let deep = String(repeating: "<a>", count: 200) + String(repeating: "</a>", count: 200)
    #expect(throws: PositionTrackError.self) { try track("<gpx>\(deep)</gpx>") }
  }

  @Test func `a stay within a circle lies between the last moment before and the first after`()
    throws
  {
    let rows = (0..<60).map { "\($0 * 60),43.0,\(131 + Double($0) * 0.01)" }
    let track = try track("time,lat,lon\n" + rows.joined(separator: "\n") + "\n")
    let place = try Coordinate(latitude: 43, longitude: 131.3)
    let passing = try #require(track.passing(place, within: .kilometers(1)))
    #expect(passing.points == 29...31)
    #expect(passing.before?.secondsSinceEpoch == 1_680.0)
    #expect(passing.after?.secondsSinceEpoch == 1_920.0)
    #expect(
      try track.passing(Coordinate(latitude: 44, longitude: 131), within: .kilometers(1)) == nil)
    // 0.01 degrees of longitude at 43 degrees are 815 m.
    let length = track.length(between: 0, and: 59, error: .meters(10)).meters
    #expect(abs(length - 59 * 815) < 59 * 3)
    let speed = try #require(track.greatestSpeed(over: 60, error: .meters(0)))
    #expect(abs(speed.metersPerSecond - 815.0 / 60) < 0.1)
  }

  @Test func `jitter is no way`() throws {
    let rows = (0..<100).map { "\($0),\($0 % 2 == 0 ? 43.0 : 43.0001),131.0" }
    let track = try track("time,lat,lon\n" + rows.joined(separator: "\n") + "\n")
    #expect(track.length(between: 0, and: 99, error: .meters(20)) == .zero)
    #expect(track.greatestSpeed(over: 10, error: .meters(20)) == nil)
  }
}

/// Positions that nothing could have come to and gone on from.
@Suite struct OutlierTests {
  /// North along a meridian, 250 m every ten seconds (90 km/h), with some positions elsewhere.
  private func track(_ count: Int, wrong: [Int: (Double, Double)]) throws -> PositionTrack {
    let rows = (0..<count).map { index in
      let (latitude, longitude) = wrong[index] ?? (10 + 0.00226 * Double(index), 20)
      return "\(1_700_000_000 + 10 * index),\(latitude),\(longitude)"
    }
    let text = "time,lat,lon\n" + rows.joined(separator: "\n") + "\n"
    return try PositionTrack(bytes: Array(text.utf8), name: "t.csv")
  }

  @Test func `each outlier is found, wherever it is`() throws {
    let wrong = [
      0: (11.0, 20.0), 17: (10.2, 20.5), 18: (10.2, 20.5), 40: (-33.0, 151.0), 99: (10.1, 21),
    ]
    let track = try track(100, wrong: wrong)
    #expect(
      track.outliers(beyond: .kilometersPerHour(160), error: .meters(50)) == [0, 17, 18, 40, 99])
    let rest = try #require(track.without([0, 17, 18, 40, 99]))
    #expect(rest.points.count == 95)
    #expect(rest.outliers(beyond: .kilometersPerHour(160), error: .meters(50)).isEmpty)
    #expect(track.distanceAside(of: 17, without: [17, 18]).kilometers > 40)
  }

  @Test func `a track that keeps to the speed has none, nor one that is wrong all over`() throws {
    #expect(
      try track(100, wrong: [:]).outliers(beyond: .kilometersPerHour(160), error: .zero).isEmpty)
    let all = Dictionary(
      uniqueKeysWithValues: stride(from: 0, to: 100, by: 3).map { ($0, (50.0, 60.0 + Double($0))) })
    #expect(
      try track(100, wrong: all).outliers(beyond: .kilometersPerHour(160), error: .zero).isEmpty)
  }
}
