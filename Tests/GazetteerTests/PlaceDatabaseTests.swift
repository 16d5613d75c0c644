import Datasets
import Foundation
import GRDB
import Geodesy
import Quantities
import TestSupport
import Testing

@testable import Gazetteer

@Suite struct PlaceDatabaseTests {
  private func withDatabase(_ body: (PlaceDatabase, String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("wayproof-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("places.sqlite").path
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try body(try PlaceDatabase(creating: path), path)
  }

  private func places(_ text: String, form: PlaceTables.Form? = nil) throws -> [Place] {
    try PlaceTables().places(bytes: Array(text.utf8), name: "mine.csv", form: form).places
  }

  private static let own = """
    name,latitude,longitude,id,country,zone,names
    Älvsjö,59.2786,18.0110,a,SE,Europe/Stockholm,Alvsjo station
    平壤站,39.0047,125.7359,b,KP,Asia/Pyongyang,평양역; Pyongyang station
    Taveuni,-16.80,179.99,c,FJ,Pacific/Fiji,
    Wallis,-16.80,-179.99,d,WF,Pacific/Wallis,

    """

  @Test func `a zone that is none is refused with its place, and every other row is read`() throws {
    #expect(try places(Self.own).count == 4)
    let text = Self.own.replacing("Pacific/Fiji", with: "Foo/Bar")
    let error = #expect(throws: DatasetError.self) { try places(text) }
    #expect("\(try #require(error))".hasPrefix("mine.csv:4:"), "\(String(describing: error))")
  }

  @Test func `names are found in every script, with and without accents, whole and in pieces`()
    throws
  {
    try withDatabase { database, _ in
      try database.add(places(Self.own), source: "mine.csv", sha256: "", attribution: "me")
      #expect(try database.places(named: "ALVSJO").map(\.id.text) == ["a"])
      #expect(try database.places(named: "평양역").map(\.id.text) == ["b"])
      #expect(try database.places(like: "alvs").map(\.id.text) == ["a"])
      #expect(try database.places(like: "평양역").map(\.id.text) == ["b"])
      #expect(try database.places(like: "\"; DROP TABLE places").isEmpty)
      #expect(try database.places(named: "'").isEmpty)
      #expect(try database.place(id: Place.ID("b"))?.zones == ["Asia/Pyongyang"])
      #expect(try database.sources().map(\.attribution) == ["me"])
    }
  }

  @Test func `the nearest are found over the antimeridian too`() throws {
    try withDatabase { database, _ in
      try database.add(places(Self.own), source: "mine.csv", sha256: "", attribution: "")
      let near = try database.places(
        near: Coordinate(latitude: -16.8, longitude: 180), within: .kilometers(5))
      #expect(Set(near.map(\.place.id.text)) == ["c", "d"])
      #expect(near.allSatisfy { $0.distance < .kilometers(2) })
    }
  }

  @Test func `a place that comes again takes the place of the old`() throws {
    try withDatabase { database, _ in
      try database.add(places(Self.own), source: "mine.csv", sha256: "", attribution: "")
      let again = try places("name,latitude,longitude,id\nElsewhere,1,2,a\n")
      try database.add(again, source: "mine.csv", sha256: "", attribution: "")
      #expect(try database.places(named: "Älvsjö").isEmpty)
      #expect(try database.places(named: "Elsewhere").count == 1)
      #expect(try database.sources().count == 1)
    }
  }

  @Test func `the gazetteer asks the added places for what it has not itself`() throws {
    try withDatabase { database, path in
      try database.add(places(Self.own), source: "mine.csv", sha256: "", attribution: "")
      let gazetteer = try DataFolder(path: Repository.geo.path).gazetteer(added: path)
      guard case .one(let place) = try gazetteer.match("älvsjö") else {
        Issue.record("not found")
        return
      }
      #expect(place.id.text == "a")
      guard case .one(let own) = try gazetteer.match("khasan") else {
        Issue.record("the built-in place is gone")
        return
      }
      #expect(own.id.text == "ru-khasan")
      let without = try DataFolder(path: Repository.geo.path).gazetteer(added: path + ".none")
      #expect(try without.match("khasan") == .one(own))
    }
  }

  @Test(arguments: [
    "name,latitude,longitude\nX,91,0\n", "name,latitude,longitude\nX,north,0\n",
    "name,latitude,longitude\nX,0,181\n", "name,latitude,longitude,kind\nX,0,0,moon\n",
    "name,latitude,longitude\n,0,0\n", "name,lat\nX,0\n", "", "name,latitude,longitude\nX,nan,0\n",
  ])
  func `mistakes in a table are told and nothing is added`(text: String) throws {
    #expect(throws: DatasetError.self) { try places(text) }
  }

  @Test func `tables are known by their columns`() throws {
    let ourAirports = """
      "id","ident","type","name","latitude_deg","longitude_deg","iso_country","municipality","iata_code","keywords"
      1,"ZKPY","large_airport","Pyongyang Sunan",39.22,125.67,"KP","Pyongyang","FNJ","Sunan, 순안"
      2,"XX","closed","Gone",1,1,"KP","","",""

      """
    let airports = try places(ourAirports)
    #expect(airports.map(\.codes) == [["FNJ", "ZKPY"]])
    #expect(airports.first?.names == ["Sunan", "순안"])
    let fields = [
      "1", "Pyongyang", "Pyongyang", "Heijo,평양", "39.03", "125.75", "P", "PPLC", "KP", "", "", "",
      "",
      "", "3222000", "", "", "Asia/Pyongyang", "2020-01-01",
    ]
    let towns = try places(fields.joined(separator: "\t") + "\n")
    #expect(towns.first?.kind == .city && towns.first?.zones == ["Asia/Pyongyang"])
  }

  @Test func `a file that is no such database is refused`() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("wayproof-\(UUID().uuidString).sqlite").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("nonsense, and long enough to be read as a header of a database file".utf8)
      .write(to: URL(fileURLWithPath: path))
    #expect(throws: PlaceDatabaseError.self) { try PlaceDatabase(reading: path) }
    #expect(throws: PlaceDatabaseError.self) { try PlaceDatabase(creating: path) }
    #expect(try PlaceDatabase(reading: path + ".none").map { _ in 1 } == nil)
  }

  @Test func `what is imported is there in whole or not at all`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("wayproof-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("places.sqlite").path
    let own = try places(Self.own)
    func add(_ some: [Place], to database: PlaceDatabase) throws {
      try database.add(some, source: "own", sha256: "", attribution: "me")
    }
    try PlaceDatabase.changing(path) { try add(Array(own.prefix(1)), to: $0) }
    // Readers that have it open go on with what they have, and new ones see no half of it.
    let reader = try #require(try PlaceDatabase(reading: path))
    try PlaceDatabase.changing(path) { database in
      try add(own, to: database)
      #expect(try reader.place(id: Place.ID("b")) == nil)
      #expect(try PlaceDatabase(reading: path)?.place(id: Place.ID("b")) == nil)
    }
    #expect(try PlaceDatabase(reading: path)?.place(id: Place.ID("b")) != nil)
    // What is thrown, or was killed, changes nothing.
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try PlaceDatabase.changing(path) { database in
        try add(try places("name,latitude,longitude,id\nX,1,1,x\n"), to: database)
        throw Stop()
      }
    }
    try Data("half".utf8).write(to: URL(fileURLWithPath: path + ".part"))
    try Data("half".utf8).write(to: URL(fileURLWithPath: path + ".part-journal"))
    try PlaceDatabase.changing(path) { database in
      let none = try database.place(id: Place.ID("x"))
      #expect(none == nil)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["places.sqlite"])
  }

  /// As an import of before leaves it that was killed while it wrote.
  @Test func `a journal that was left behind is taken back`() throws {
    try withDatabase { database, path in
      let own = try places(Self.own)
      try database.add(Array(own.prefix(1)), source: "own", sha256: "", attribution: "me")
      let copy = path + ".killed"
      let writer = try DatabaseQueue(path: path)
      try writer.inDatabase { connection in
        // A small cache, so that the file is written to before the end.
        try connection.execute(
          sql: "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE")
        try connection.execute(
          sql: """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
            INSERT INTO keys SELECT 'k' || i, 1 FROM n
            """)
        for ending in ["", "-journal"] {
          try FileManager.default.copyItem(atPath: path + ending, toPath: copy + ending)
        }
        try connection.execute(sql: "ROLLBACK")
      }
      let left = try #require(try PlaceDatabase(reading: copy))
      #expect(try left.place(id: Place.ID("a")) != nil)
      #expect(try left.places(named: "k100").isEmpty)
    }
  }

  @Test func `zones are found by geohash, the smaller cell first`() throws {
    #expect(
      String(decoding: ZoneIndex.geohash(latitude: 57.64911, longitude: 10.40744), as: UTF8.self)
        == "u4pru")
    let index = try #require(
      ZoneIndex(
        index: Array("u4---001\nu4pr-002\nu4pru003\nu4pru001\n".utf8),
        list: Array("A/A\nB/B\nC/C\n".utf8)))
    #expect(index.zones(latitude: 57.64911, longitude: 10.40744) == ["C/C", "A/A"])
    #expect(index.zones(latitude: -30, longitude: 10) == [])
    #expect(ZoneIndex(index: [], list: []) == nil)
    #expect(ZoneIndex(index: Array("what is this".utf8), list: Array("A/A".utf8)) == nil)
  }
}
