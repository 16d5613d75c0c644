import Foundation
import GRDB
public import Geodesy
public import Quantities

/// Places that a user added, in SQLite: found by name in any script, by a piece of a name, and by position.
public struct PlaceDatabase: Sendable {
  static let version = 1
  /// Marks the file as ours: the letters WPLC.
  private static let applicationID = 0x5750_4C43
  private let database: DatabaseQueue
  private let path: String

  /// The database in a file, made where there is none.
  ///
  /// - Throws: `PlaceDatabaseError` for what is no such database or of another version.
  init(creating path: String) throws(PlaceDatabaseError) {
    self.path = path
    do {
      database = try DatabaseQueue(path: path)
      try database.write { database in
        if try database.tableExists("places") { return }
        try database.execute(sql: Self.schema)
      }
    } catch {
      throw .failed(path, reason: "\(error)")
    }
    try checkVersion()
  }

  /// The database in a file, for reading; nil where there is none.
  ///
  /// - Throws: `PlaceDatabaseError` for what is no such database or of another version.
  public init?(reading path: String) throws(PlaceDatabaseError) {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    self.path = path
    var configuration = Configuration()
    // An import of before that was killed left a journal, which somebody who may write has to take back.
    configuration.readonly = !FileManager.default.fileExists(atPath: path + "-journal")
    do { database = try DatabaseQueue(path: path, configuration: configuration) } catch {
      throw .failed(path, reason: "\(error)")
    }
    try checkVersion()
  }

  /// The version of SQLite that databases are read with, such as "3.46.1"; nil where it cannot be asked.
  public static var libraryVersion: String? {
    try? DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }
  }

  private func checkVersion() throws(PlaceDatabaseError) {
    let found: Int?
    do {
      let owner = try database.read { try Int.fetchOne($0, sql: "PRAGMA application_id") }
      guard owner == Self.applicationID else {
        throw PlaceDatabaseError.failed(path, reason: "this is a database, but not of places")
      }
      found = try database.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
    } catch let error as PlaceDatabaseError {
      throw error
    } catch {
      throw .failed(path, reason: "\(error)")
    }
    guard found == Self.version else { throw .otherVersion(path, found: found ?? 0) }
  }

  private static let schema = """
    CREATE TABLE sources (
      name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, attribution TEXT NOT NULL, rows INTEGER NOT NULL);
    CREATE TABLE places (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL,
      country TEXT NOT NULL, zones TEXT NOT NULL, latitude REAL NOT NULL, longitude REAL NOT NULL,
      extent_m REAL NOT NULL, names TEXT NOT NULL, codes TEXT NOT NULL, city TEXT NOT NULL,
      source TEXT NOT NULL);
    CREATE TABLE keys (key TEXT NOT NULL, number INTEGER NOT NULL REFERENCES places ON DELETE CASCADE);
    CREATE INDEX keys_by_key ON keys (key);
    CREATE INDEX keys_by_number ON keys (number);
    CREATE VIRTUAL TABLE words USING fts5(
      text, tokenize = "unicode61 remove_diacritics 2");
    CREATE VIRTUAL TABLE pieces USING fts5(text, tokenize = "trigram");
    CREATE VIRTUAL TABLE positions USING rtree(number, south, north, west, east);
    PRAGMA user_version = \(version);
    PRAGMA application_id = \(applicationID);
    """

  // MARK: Adding

  /// Changes the database in a file, made where there is none: aside, and put in its place when all is done. Whoever reads it
  /// meanwhile, or after this was killed, reads it as it was before.
  ///
  /// - Throws: `PlaceDatabaseError` for what is no such database, of another version or cannot be written, and what `change`
  ///   throws; the file is as it was then.
  public static func changing(
    _ path: String, _ change: (PlaceDatabase) throws -> Void
  ) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch { throw PlaceDatabaseError.failed(path, reason: "its folder cannot be made") }
    // Of two at once the second waits for what the first adds.
    let lock = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { close(lock) }
    guard lock >= 0, flock(lock, LOCK_EX) == 0 else {
      throw PlaceDatabaseError.failed(path, reason: "its folder cannot be locked")
    }
    let aside = path + ".part"
    func clear() {
      for ending in ["", "-journal", "-wal", "-shm"] { unlink(aside + ending) }
    }
    clear()
    defer { clear() }
    try copy(path, to: aside)
    try change(PlaceDatabase(creating: aside))
    guard rename(aside, path) == 0 else {
      throw PlaceDatabaseError.failed(path, reason: "the new file cannot be put in its place")
    }
    fsync(lock)
  }

  /// A copy of a database as readers see it, where there is one.
  private static func copy(_ path: String, to aside: String) throws {
    guard let old = try PlaceDatabase(reading: path) else { return }
    do { try old.database.backup(to: DatabaseQueue(path: aside)) } catch {
      throw PlaceDatabaseError.failed(path, reason: "\(error)")
    }
  }

  /// Adds places, all or none; one whose identifier is known takes the place of the old.
  ///
  /// - Parameters:
  ///   - places: what to add; those without a position are left out.
  ///   - source: the name of the file they come from.
  ///   - sha256: the digest of the file they come from.
  ///   - attribution: who has to be named.
  public func add(
    _ places: [Place], source: String, sha256: String, attribution: String
  ) throws(PlaceDatabaseError) {
    do {
      try database.write { database in
        for place in places where place.coordinate != nil { try Self.add(place, to: database) }
        try database.execute(
          sql: "INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?)",
          arguments: [source, sha256, attribution, places.count])
      }
    } catch {
      throw .failed(path, reason: "\(error)")
    }
  }

  private static func add(_ place: Place, to database: Database) throws {
    guard let coordinate = place.coordinate else { return }
    if let old = try Int64.fetchOne(
      database, sql: "SELECT number FROM places WHERE id = ?", arguments: [place.id.text])
    {
      for table in ["words", "pieces"] {
        try database.execute(sql: "DELETE FROM \(table) WHERE rowid = ?", arguments: [old])
      }
      try database.execute(sql: "DELETE FROM positions WHERE number = ?", arguments: [old])
      try database.execute(sql: "DELETE FROM keys WHERE number = ?", arguments: [old])
      try database.execute(sql: "DELETE FROM places WHERE number = ?", arguments: [old])
    }
    try database.execute(
      sql: """
        INSERT INTO places (id, name, kind, country, zones, latitude, longitude, extent_m, names, codes,
          city, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        place.id.text, place.name, place.kind.rawValue, place.country,
        place.zones.joined(separator: "\n"), coordinate.latitude, coordinate.longitude,
        place.extent.meters, place.names.joined(separator: "\n"),
        place.codes.joined(separator: "\n"), place.city, place.source,
      ])
    let number = database.lastInsertedRowID
    let names = [place.name] + place.names + place.codes
    for key in Set(names.map { NameKey($0).text }) where !key.isEmpty {
      try database.execute(sql: "INSERT INTO keys VALUES (?, ?)", arguments: [key, number])
    }
    let text = (names + [place.city]).joined(separator: "\n")
    for table in ["words", "pieces"] {
      try database.execute(
        sql: "INSERT INTO \(table) (rowid, text) VALUES (?, ?)", arguments: [number, text])
    }
    try database.execute(
      sql: "INSERT INTO positions VALUES (?, ?, ?, ?, ?)",
      arguments: [
        number, coordinate.latitude, coordinate.latitude, coordinate.longitude,
        coordinate.longitude,
      ])
  }

  // MARK: Finding

  /// The place of an identifier.
  public func place(id: Place.ID) throws(PlaceDatabaseError) -> Place? {
    try places("SELECT * FROM places WHERE id = ?", [id.text]).first
  }

  /// The places that bear a name or code, whatever its case and accents.
  public func places(named name: String) throws(PlaceDatabaseError) -> [Place] {
    let key = NameKey(name).text
    guard !key.isEmpty else { return [] }
    return try places(
      """
      SELECT places.* FROM keys JOIN places USING (number) WHERE key = ? ORDER BY number LIMIT 50
      """, [key])
  }

  /// The places of whose names a text is a part: words that begin so, or for scripts without blanks any three
  /// signs and more.
  public func places(like text: String, limit: Int = 20) throws(PlaceDatabaseError) -> [Place] {
    let quoted = text.replacing("\"", with: "\"\"")
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return [] }
    let words = try places(
      """
      SELECT places.* FROM words JOIN places ON places.number = words.rowid
      WHERE words MATCH ? ORDER BY rank, number LIMIT ?
      """, ["\"\(quoted)\"*", limit])
    guard words.isEmpty, text.count >= 3 else { return words }
    return try places(
      """
      SELECT places.* FROM pieces JOIN places ON places.number = pieces.rowid
      WHERE pieces MATCH ? ORDER BY rank, number LIMIT ?
      """, ["\"\(quoted)\"", limit])
  }

  /// The places nearest to a coordinate within a distance, nearest first.
  public func places(
    near coordinate: Coordinate, within radius: Distance, limit: Int = 10
  ) throws(PlaceDatabaseError) -> [(place: Place, distance: Distance)] {
    let up = radius.meters / 110_500
    let out = up / max(0.01, cos(coordinate.latitude * .pi / 180))
    let found = try places(
      """
      SELECT places.* FROM positions JOIN places USING (number)
      WHERE south <= ? AND north >= ? AND ((west <= ? AND east >= ?) OR (west <= ? AND east >= ?)
        OR (west <= ? AND east >= ?))
      """,
      [
        coordinate.latitude + up, coordinate.latitude - up, coordinate.longitude + out,
        coordinate.longitude - out, coordinate.longitude + out - 360,
        coordinate.longitude - out - 360, coordinate.longitude + out + 360,
        coordinate.longitude - out + 360,
      ])
    let measured = found.compactMap { place in
      place.coordinate.map {
        (place: place, distance: Ellipsoid.wgs84.distance(from: coordinate, to: $0))
      }
    }
    return Array(
      measured.filter { $0.distance <= radius }.sorted { $0.distance < $1.distance }.prefix(
        max(0, limit)))
  }

  /// The files that went into it, with who has to be named.
  public func sources() throws(PlaceDatabaseError) -> [(
    name: String, rows: Int, attribution: String
  )] {
    do {
      return try database.read { database in
        try Row.fetchAll(database, sql: "SELECT name, rows, attribution FROM sources ORDER BY name")
          .map { (name: $0["name"], rows: $0["rows"], attribution: $0["attribution"]) }
      }
    } catch {
      throw .failed(path, reason: "\(error)")
    }
  }

  private func places(
    _ sql: String, _ arguments: StatementArguments
  ) throws(PlaceDatabaseError) -> [Place] {
    do {
      return try database.read { database in
        try Row.fetchAll(database, sql: sql, arguments: arguments).compactMap(Self.place)
      }
    } catch {
      throw .failed(path, reason: "\(error)")
    }
  }

  /// The place of a row; nil for one that some other program wrote and that makes no sense.
  private static func place(_ row: Row) -> Place? {
    func value<Value: DatabaseValueConvertible>(_ column: String) -> Value? {
      guard row.hasColumn(column) else { return nil }
      return Value.fromDatabaseValue(row[column])
    }
    func text(_ column: String) -> String { value(column) ?? "" }
    func list(_ column: String) -> [String] {
      text(column).split(separator: "\n").map(String.init)
    }
    guard let id: String = value("id"), let latitude: Double = value("latitude"),
      let longitude: Double = value("longitude")
    else { return nil }
    let extent: Double = value("extent_m") ?? 0
    return Place(
      id: Place.ID(id), name: text("name"), kind: Place.Kind(rawValue: text("kind")) ?? .town,
      country: text("country"), zones: list("zones"),
      coordinate: try? Coordinate(latitude: latitude, longitude: longitude), isEstimated: false,
      extent: .meters(extent.isFinite ? extent : 0), names: list("names"), codes: list("codes"),
      city: text("city"), source: text("source"))
  }
}

/// Why the places that a user added cannot be used.
public enum PlaceDatabaseError: Error, Hashable, Sendable, CustomStringConvertible {
  case failed(String, reason: String)
  case otherVersion(String, found: Int)

  public var description: String {
    switch self {
    case .failed(let path, let reason): "\(path): \(reason)"
    case .otherVersion(let path, let found):
      "\(path): it is of version \(found) and this program reads version \(PlaceDatabase.version); "
        + "remove it and import the places again"
    }
  }
}
