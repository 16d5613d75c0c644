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
  private func server(honoursRange: Bool, seen: Seen) -> some ApplicationProtocol {
    let router = Router()
    router.get("extract.osm.pbf") { request, _ in
      let asked = request.headers[.range] ?? ""
      await seen.note(asked)
      let start = Int(asked.drop { !$0.isNumber }.prefix { $0.isNumber }) ?? 0
      guard honoursRange, start > 0, start < Self.content.count else {
        return Response(
          status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(bytes: Self.content)))
      }
      var headers = HTTPFields()
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
    honoursRange: Bool = true,
    _ body: @Sendable @escaping (DataShelf, String, Seen) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("wayproof-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let seen = Seen()
    try await server(honoursRange: honoursRange, seen: seen).test(.live) { client in
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

  @Test(arguments: [true, false])
  func `a download that was cut short goes on, or begins again`(honoursRange: Bool) async throws {
    try await withShelf(honoursRange: honoursRange) { shelf, address, seen in
      try FileManager.default.createDirectory(at: shelf.folder, withIntermediateDirectories: true)
      try Data(Self.content.prefix(100_000)).write(
        to: shelf.folder.appendingPathComponent(
          "mine.osm.pbf.\(sha256(Array(address.utf8)).prefix(8)).part"))
      let item = try await Self.aside {
        try shelf.add(from: address, DataShelf.Label(name: "mine"), date: "2026-11-24")
      }
      #expect(item.sha256 == sha256(Self.content))
      let ranges = await seen.ranges
      #expect(ranges.first == "bytes=100000-")
      #expect(ranges.count == (honoursRange ? 1 : 2))
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
