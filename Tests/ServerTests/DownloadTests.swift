import Datasets
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import TestSupport
import Testing

/// The data shelf against a server on loopback.
@Suite struct DownloadTests {
  private static let content = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 / 251) }

  /// Serves the content, from the middle where that is asked for; `stops` sends half and no more.
  private func server(
    honoursRange: Bool, honoursCondition: Bool, seen: Seen
  ) -> some ApplicationProtocol {
    let router = Router()
    router.get("extract.osm.pbf") { request, _ in
      let asked = request.headers[.range] ?? ""
      await seen.note(asked)
      let start = Int(asked.drop { !$0.isNumber }.prefix { $0.isNumber }) ?? 0
      let condition = request.headers[.ifRange]
      guard honoursRange, !honoursCondition || condition == nil || condition == "\"new\"",
        start > 0, start < Self.content.count
      else {
        return Response(
          status: .ok, headers: [.eTag: "\"new\""],
          body: ResponseBody(byteBuffer: ByteBuffer(bytes: Self.content)))
      }
      var headers = HTTPFields()
      if !honoursCondition { headers[.eTag] = "\"new\"" }
      headers[.contentRange] = "bytes \(start)-\(Self.content.count - 1)/\(Self.content.count)"
      return Response(
        status: .partialContent, headers: headers,
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: Self.content[start...])))
    }
    return Application(
      router: router,
      configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)))
  }

  private actor Seen {
    private(set) var ranges: [String] = []
    func note(_ range: String) { ranges.append(range) }
  }

  /// Waits for blocking work on a thread of its own: the server needs the others.
  private static func aside<Result: Sendable>(
    _ work: @Sendable @escaping () throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Swift.Result { try work() }) }
    }
  }

  private func withShelf(
    honoursRange: Bool = true, honoursCondition: Bool = true,
    _ body: @Sendable @escaping (DataShelf, String, Seen) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("wayproof-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let seen = Seen()
    let server = server(
      honoursRange: honoursRange, honoursCondition: honoursCondition, seen: seen)
    try await server.test(.live) { client in
      let port = try #require(client.port)
      try await body(
        DataShelf(folder: folder), "http://127.0.0.1:\(port)/extract.osm.pbf", seen)
    }
  }

  @Test func `a download is kept with its digest, and verified`() async throws {
    try await withShelf { shelf, address, _ in
      let expected = sha256(Self.content)
      let label = DataShelf.Label(name: "mine", sha256: expected, attribution: "me")
      let item = try await Self.aside { try shelf.add(from: address, label, date: "2026-11-24") }
      #expect(item.sha256 == expected && item.bytes == Self.content.count)
      #expect(item.file == "mine.osm.pbf")
      try shelf.verify("mine")
      // The same name again takes the place of the old, and the file stays whole.
      let again = try await Self.aside { try shelf.add(from: address, label, date: "2026-11-25") }
      #expect(again.added == "2026-11-25")
      try shelf.verify("mine")
      let kept = try shelf.item("mine")
      let url = try #require(kept).url
      try Data("changed".utf8).write(to: url)
      #expect(throws: DataShelfError.self) { try shelf.verify("mine") }
      try shelf.remove("mine")
      let left = try shelf.items()
      #expect(left.isEmpty)
      #expect(!FileManager.default.fileExists(atPath: url.path))
      #expect(throws: DataShelfError.unknown("mine")) { try shelf.remove("mine") }
    }
  }

  /// What is here may be the first half of what was there before.
  @Test(arguments: [
    (true, "ETag: \"new\"", 1, 100_000), (false, "ETag: \"new\"", 2, 100_000),
    (true, "ETag: \"old\"", 2, 100_000), (true, "ETag: W/\"new\"", 1, 0), (true, "", 1, 0),
    (true, "Last-Modified: Mon, 01 Jan 2024 00:00:00 GMT", 2, 100_000),
  ])
  func `a download that was cut short goes on if it is still the same, or begins again`(
    honoursRange: Bool, header: String, count: Int, start: Int
  ) async throws {
    try await withShelf(honoursRange: honoursRange) { shelf, address, seen in
      try FileManager.default.createDirectory(at: shelf.folder, withIntermediateDirectories: true)
      let part = shelf.folder.appendingPathComponent(
        "mine.osm.pbf.\(sha256(Array(address.utf8)).prefix(8)).part")
      let half = header.contains("new") ? Self.content : Self.content.reversed()
      try Data(half.prefix(100_000)).write(to: part)
      try Data("HTTP/1.1 302 Found\r\nETag: \"x\"\r\n\r\nHTTP/1.1 200 OK\r\n\(header)\r\n\r\n".utf8)
        .write(to: part.appendingPathExtension("head"))
      let item = try await Self.aside {
        try shelf.add(from: address, DataShelf.Label(name: "mine"), date: "2026-11-24")
      }
      #expect(item.sha256 == sha256(Self.content))
      let ranges = await seen.ranges
      #expect(ranges.first == (start > 0 ? "bytes=\(start)-" : ""))
      #expect(ranges.count == count)
      let left = try FileManager.default.contentsOfDirectory(atPath: shelf.folder.path)
      #expect(left.sorted() == ["manifest.json", "mine.osm.pbf"])
    }
  }

  @Test func `a server that goes on with another file is asked for the whole of it`() async throws {
    try await withShelf(honoursCondition: false) { shelf, address, seen in
      try FileManager.default.createDirectory(at: shelf.folder, withIntermediateDirectories: true)
      let part = shelf.folder.appendingPathComponent(
        "mine.osm.pbf.\(sha256(Array(address.utf8)).prefix(8)).part")
      try Data(Self.content.reversed().prefix(100_000)).write(to: part)
      try Data("HTTP/1.1 200 OK\r\nETag: \"old\"\r\n\r\n".utf8)
        .write(to: part.appendingPathExtension("head"))
      let item = try await Self.aside {
        try shelf.add(from: address, DataShelf.Label(name: "mine"), date: "2026-11-24")
      }
      #expect(item.sha256 == sha256(Self.content))
      #expect(await seen.ranges == ["bytes=100000-", ""])
    }
  }

  @Test func `no password is written down, and what nobody goes on with is removed`() async throws {
    try await withShelf { shelf, address, _ in
      try FileManager.default.createDirectory(at: shelf.folder, withIntermediateDirectories: true)
      for (name, age) in [
        ("old.osm.pbf.1.part", 8.0), ("old.osm.pbf.1.part.head", 8), ("new.1.part", 1),
      ] {
        let file = shelf.folder.appendingPathComponent(name)
        try Data("half".utf8).write(to: file)
        try FileManager.default.setAttributes(
          [.modificationDate: Date.now - age * 86_400], ofItemAtPath: file.path)
      }
      let secret = address.replacing("http://", with: "http://me:pass-word@")
      for address in [secret, address] {
        let item = try await Self.aside {
          try shelf.add(from: address, DataShelf.Label(name: "mine"), date: "2026-11-24")
        }
        #expect(!item.origin.contains("pass") && item.origin.hasPrefix("http://127.0.0.1:"))
      }
      let left = try FileManager.default.contentsOfDirectory(atPath: shelf.folder.path)
      #expect(left.sorted() == ["manifest.json", "mine.osm.pbf", "new.1.part"])
      await #expect {
        try await Self.aside {
          try shelf.add(from: secret + ".none", DataShelf.Label(name: "other"), date: "")
        }
      } throws: {
        !"\($0)".contains("pass")
      }
    }
  }

  @Test func `what is wrong, too large or not there is not kept`() async throws {
    try await withShelf { shelf, address, _ in
      let refused: [(String, DataShelf.Label)] =
        [
          (address, DataShelf.Label(name: "mine", sha256: String(repeating: "0", count: 64))),
          (address, DataShelf.Label(name: "mine", limit: 1_000)),
        ]
        + [address + ".none", "http://127.0.0.1:1/x", "file:///etc/hostname", "/none", "/"].map {
          ($0, DataShelf.Label(name: "mine"))
        }
        + ["", "../up", ".hidden", "a b", "a/b"].map { (address, DataShelf.Label(name: $0)) }
      for (origin, label) in refused {
        await #expect(throws: DataShelfError.self) {
          try await Self.aside { try shelf.add(from: origin, label, date: "") }
        }
      }
      let left = try shelf.items()
      #expect(left.isEmpty)
    }
  }
}
