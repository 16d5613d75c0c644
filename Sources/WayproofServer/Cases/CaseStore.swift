import Foundation
import GRDB

/// Kept cases with every revision of each, in SQLite.
///
/// What was acknowledged is on the disk: every write is a transaction that is synced before it is answered (write-ahead
/// log, `synchronous=FULL`).
struct CaseStore: Sendable {
  /// One state of a case.
  struct Revision: Sendable, Codable, FetchableRecord, Equatable {
    /// The case's name in the store.
    let id: String
    /// From 1 on.
    let number: Int
    let title: String
    /// The case file.
    let text: String
    let sha256: String
    /// ISO 8601 in UTC.
    let saved: String
  }

  enum Failure: Error {
    case unknown(String)
    /// Somebody else revised it in between.
    case outdated(current: Int)
    case exists(String)
    /// They take all that they may, in megabytes.
    case full(Int)
  }

  private let pool: DatabasePool
  /// How many megabytes they may take.
  private let limit: Int

  /// Opens or makes the database.
  ///
  /// - Parameter limit: how many megabytes cases may take with their histories.
  /// - Throws: `StoreError` where there can be none, or where it is that of a newer program.
  init(
    path: String, megabytes limit: Int = ServiceSettings.Limits().kept
  ) throws(StoreError) {
    do { try self.init(opening: path, limit) } catch let error as StoreError { throw error } catch {
      throw StoreError(path: path, problem: "cannot be opened (\(error.localizedDescription))")
    }
  }

  private init(opening path: String, _ limit: Int) throws {
    self.limit = limit
    // Where that fails, SQLite says why.
    try? FileManager.default.createDirectory(
      at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    configuration.busyMode = .timeout(5)
    pool = try DatabasePool(path: path, configuration: configuration)
    let migrator = Self.migrator
    guard try pool.read({ try !migrator.hasBeenSuperseded($0) }) else {
      throw StoreError(path: path, problem: "was written by a newer version of the program")
    }
    try migrator.migrate(pool)
  }

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 revisions") { database in
      try database.execute(
        sql: """
          CREATE TABLE revision (
            id TEXT NOT NULL, number INTEGER NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,
            sha256 TEXT NOT NULL, saved TEXT NOT NULL, PRIMARY KEY (id, number)
          ) WITHOUT ROWID
          """)
    }
    // The newest of each is what is asked for most.
    migrator.registerMigration("2 newest") { database in
      try database.execute(
        sql:
          "CREATE VIEW newest AS SELECT * FROM revision AS one WHERE number = (SELECT max(number) FROM revision WHERE id = one.id)"
      )
    }
    return migrator
  }

  // MARK: Reading

  /// The newest revision of each case, by name, after one of them.
  func list(after id: String = "", limit: Int = 100) async throws -> [Revision] {
    try await pool.read { database in
      try Revision.fetchAll(
        database, sql: "SELECT * FROM newest WHERE id > ? ORDER BY id LIMIT ?",
        arguments: [id, limit])
    }
  }

  /// A revision of a case, the newest where no number is given.
  ///
  /// - Throws: `Failure.unknown`.
  func revision(_ id: String, _ number: Int? = nil) async throws -> Revision {
    let found = try await pool.read { database in
      if let number {
        return try Revision.fetchOne(
          database, sql: "SELECT * FROM revision WHERE id = ? AND number = ?",
          arguments: [id, number])
      }
      return try Revision.fetchOne(
        database, sql: "SELECT * FROM newest WHERE id = ?", arguments: [id])
    }
    guard let found else { throw Failure.unknown(id) }
    return found
  }

  /// Every revision of a case, the first first.
  ///
  /// - Throws: `Failure.unknown`.
  func history(_ id: String) async throws -> [Revision] {
    let all = try await pool.read { database in
      try Revision.fetchAll(
        database, sql: "SELECT * FROM revision WHERE id = ? ORDER BY number", arguments: [id])
    }
    guard !all.isEmpty else { throw Failure.unknown(id) }
    return all
  }

  /// The next few revisions after one, of all cases by name; the first where none is given.
  func revisions(after last: Revision?) async throws -> [Revision] {
    try await pool.read { database in
      try Revision.fetchAll(
        database,
        sql: "SELECT * FROM revision WHERE (id, number) > (?, ?) ORDER BY id, number LIMIT 20",
        arguments: [last?.id ?? "", last?.number ?? 0])
    }
  }

  func answers() async -> Bool {
    (try? await pool.read { try Int.fetchOne($0, sql: "SELECT 1") }) == 1
  }

  // MARK: Writing

  /// Keeps a case under a name that is not taken.
  ///
  /// - Throws: `Failure.exists`.
  func create(_ id: String, title: String, text: String, sha256: String) async throws -> Revision {
    try await pool.write { database in
      guard try Self.newest(id, database) == nil else { throw Failure.exists(id) }
      return try insert(
        Revision(
          id: id, number: 1, title: title, text: text, sha256: sha256, saved: Self.now), database)
    }
  }

  /// Adds a revision to a case, if its newest is still the one that the writer knows.
  ///
  /// - Throws: `Failure.unknown`, `Failure.outdated`.
  func revise(
    _ id: String, from known: Int, title: String, text: String, sha256: String
  ) async throws -> Revision {
    try await pool.write { database in
      guard let newest = try Self.newest(id, database) else { throw Failure.unknown(id) }
      guard newest == known else { throw Failure.outdated(current: newest) }
      return try insert(
        Revision(
          id: id, number: newest + 1, title: title, text: text, sha256: sha256, saved: Self.now),
        database)
    }
  }

  /// Forgets a case with its history.
  ///
  /// - Throws: `Failure.unknown`, `Failure.outdated`.
  func delete(_ id: String, from known: Int) async throws {
    try await pool.write { database in
      guard let newest = try Self.newest(id, database) else { throw Failure.unknown(id) }
      guard newest == known else { throw Failure.outdated(current: newest) }
      try database.execute(sql: "DELETE FROM revision WHERE id = ?", arguments: [id])
    }
  }

  /// Takes cases over with their histories, all of them or none.
  ///
  /// - Returns: how many revisions are new; those that are here already, byte for byte, are passed over.
  /// - Throws: `Failure.exists` for a case that is here with another history.
  func take(_ revisions: [Revision]) async throws -> Int {
    try await pool.write { database in
      var count = 0
      for revision in revisions {
        let known = try Revision.fetchOne(
          database, sql: "SELECT * FROM revision WHERE id = ? AND number = ?",
          arguments: [revision.id, revision.number])
        if let known {
          guard known.text == revision.text else { throw Failure.exists(revision.id) }
          continue
        }
        guard try (Self.newest(revision.id, database) ?? 0) == revision.number - 1 else {
          throw Failure.exists(revision.id)
        }
        _ = try insert(revision, database)
        count += 1
      }
      return count
    }
  }

  private static func newest(_ id: String, _ database: Database) throws -> Int? {
    try Int.fetchOne(
      database, sql: "SELECT max(number) FROM revision WHERE id = ?", arguments: [id])
  }

  /// What all of them take in the file; room that deleted ones left is free.
  private static func bytes(_ database: Database) throws -> Int {
    func value(_ name: String) throws -> Int {
      try Int.fetchOne(database, sql: "PRAGMA \(name)") ?? 0
    }
    return try (value("page_count") - value("freelist_count")) * value("page_size")
  }

  private static var now: String { Date.now.formatted(.iso8601) }

  private func insert(_ revision: Revision, _ database: Database) throws -> Revision {
    guard try Self.bytes(database) + revision.text.utf8.count <= limit << 20 else {
      throw Failure.full(limit)
    }
    try database.execute(
      sql: "INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [
        revision.id, revision.number, revision.title, revision.text, revision.sha256,
        revision.saved,
      ])
    return revision
  }
}

/// A database of a newer program.
struct StoreError: Error, CustomStringConvertible {
  let path: String
  let problem: String
  var description: String { "\(path) \(problem); --database names another place for kept cases" }
}
