import Datasets
import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Synchronization
import TestSupport
import Testing

@testable import WayproofServer

/// Cases that are kept.
@Suite struct KeptCaseTests {
  private static func path() -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent(
      "wayproof-\(UUID().uuidString)/cases.sqlite"
    ).path
  }

  @Test func `a case is kept, revised and forgotten, and its history stays`() async throws {
    try await ServerTests.serve { client in
      let file = try ServerTests.file("js621-flight")
      let made = try await client.execute(uri: "/v1/cases", method: .post, body: file)
      #expect(made.status == .created && made.headers[.location] == "/v1/cases/js621-flight")
      let again = try await client.execute(uri: "/v1/cases", method: .post, body: file)
      #expect(again.headers[.location] == "/v1/cases/js621-flight-2")

      let path = "/v1/cases/js621-flight"
      let read = try await client.execute(uri: path, method: .get)
      #expect(read.body == file && read.headers[.eTag] == "\"1\"")
      let same = try await client.execute(
        uri: path, method: .get, headers: [.ifNoneMatch: "\"1\""])
      #expect(same.status == .notModified)

      var text = String(buffer: file)
      text.replace("title: Flight JS621", with: "title: The flight JS621")
      let changed = ByteBuffer(string: text)
      let blind = try await client.execute(uri: path, method: .put, body: changed)
      #expect(blind.status == .preconditionRequired)
      let revised = try await client.execute(
        uri: path, method: .put, headers: [.ifMatch: "\"1\""], body: changed)
      #expect(revised.status == .ok && revised.headers[.eTag] == "\"2\"")
      let late = try await client.execute(
        uri: path, method: .put, headers: [.ifMatch: "\"1\""], body: file)
      #expect(late.status == .preconditionFailed)
      let wrong = try await client.execute(
        uri: path, method: .put, headers: [.ifMatch: "\"2\""], body: ByteBuffer(string: "a: b"))
      #expect(wrong.status == .unprocessableContent)

      let first = try await client.execute(uri: path + "/revisions/1", method: .get)
      #expect(first.body == file)
      let report = try await client.execute(uri: path + "/check?format=html", method: .get)
      #expect(String(buffer: report.body).contains("The flight JS621"))
      let gone = try await client.execute(
        uri: path, method: .delete, headers: [.ifMatch: "\"2\""])
      #expect(gone.status == .noContent)
      #expect(try await client.execute(uri: path, method: .get).status == .notFound)
    }
  }

  @Test func `what was exported can be imported, all of it or nothing`() async throws {
    let file = try ServerTests.file("js621-flight")
    let exported = Mutex(ByteBuffer())
    try await ServerTests.serve { client in
      _ = try await client.execute(uri: "/v1/cases", method: .post, body: file)
      let all = try await client.execute(uri: "/v1/export", method: .get)
      exported.withLock { $0 = all.body }
    }
    let all = exported.withLock { $0 }
    try await ServerTests.serve { client in
      let headers: HTTPFields = [.contentType: "application/jsonl"]
      for count in [1, 0] {
        let taken = try await client.execute(
          uri: "/v1/import", method: .post, headers: headers, body: all)
        #expect(String(buffer: taken.body).contains("\"revisions\" : \(count)"))
      }
      var forged = String(buffer: all)
      forged.replace("JS621", with: "JS622")
      let refused = try await client.execute(
        uri: "/v1/import", method: .post, headers: headers, body: ByteBuffer(string: forged))
      #expect(refused.status == .unprocessableContent)
    }
  }

  @Test func `of many writers at once each revision is one writer's`() async throws {
    let store = try CaseStore(path: Self.path())
    _ = try await store.create("a", title: "t", text: "0", sha256: "s")
    let accepted = await withTaskGroup(of: Int.self) { group in
      for writer in 0..<8 {
        group.addTask {
          var count = 0
          for _ in 0..<20 {
            guard let known = try? await store.revision("a") else { continue }
            let revised = try? await store.revise(
              "a", from: known.number, title: "t", text: "\(writer)", sha256: "s")
            if revised != nil { count += 1 }
          }
          return count
        }
      }
      return await group.reduce(0, +)
    }
    let history = try await store.history("a")
    #expect(history.count == accepted + 1)
    #expect(history.map(\.number) == Array(1...history.count))
  }

  @Test
  func `a database of the first version is brought up to date, one of a newer program is refused`()
    async throws
  {
    let path = Self.path()
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    let old = try DatabaseQueue(path: path)
    try CaseStore.migrator.migrate(old, upTo: "1 revisions")
    try await old.write {
      try $0.execute(
        sql: "INSERT INTO revision VALUES ('a', 1, 't', 'x', 's', '2026-11-26T00:00:00Z')")
    }
    try old.close()
    #expect(try await CaseStore(path: path).list().map(\.text) == ["x"])

    let newer = try DatabaseQueue(path: path)
    var migrator = CaseStore.migrator
    migrator.registerMigration("9 of the future") { _ in }
    try migrator.migrate(newer)
    try newer.close()
    #expect(throws: StoreError.self) { try CaseStore(path: path) }
  }
}
