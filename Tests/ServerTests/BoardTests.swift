import Datasets
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import WayproofServer

/// What the page shows of a case.
@Suite struct BoardTests {
  private static func board(
    of body: ByteBuffer, language: String = "en"
  ) async throws -> [String: Any] {
    nonisolated(unsafe) var found: [String: Any] = [:]
    try await ServerTests.serve { client in
      let answer = try await client.execute(
        uri: "/page/board?language=\(language)", method: .post,
        headers: [.contentType: "application/yaml"], body: body)
      #expect(answer.status == .ok)
      let object = try JSONSerialization.jsonObject(with: Data(answer.body.readableBytesView))
      found = object as? [String: Any] ?? [:]
    }
    return found
  }

  private static func list(_ board: [String: Any], _ key: String) -> [[String: Any]] {
    board[key] as? [[String: Any]] ?? []
  }

  @Test func `a board has the verdict, the reports in doubt with their scales, and the map`()
    async throws
  {
    let board = try await Self.board(of: try ServerTests.file("hanoi-2019"))
    #expect(board["status"] as? String == "cannot-all-be-true")
    #expect(!Self.list(board, "tally").isEmpty)
    let points = Self.list(board, "points")
    #expect(points.contains { $0["scale"] is [String: Any] })
    #expect(points.allSatisfy { !($0["why"] as? String ?? "").isEmpty })
    let conflicts = Self.list(board, "conflicts")
    #expect(
      conflicts.allSatisfy {
        !Self.list($0, "sides").isEmpty && !Self.list($0, "reasoning").isEmpty
      })
    #expect(Self.list(board, "claims").count == 5)
    let map = board["map"] as? [String: Any] ?? [:]
    #expect(Self.list(map, "lines").count >= 2)
    #expect(Self.list(map, "stops").allSatisfy { !($0["name"] as? String ?? "").isEmpty })
  }

  @Test func `the words of a board are those of its language`() async throws {
    let board = try await Self.board(of: try ServerTests.file("hanoi-2019"), language: "ru")
    let headline = board["headline"] as? String ?? ""
    #expect(
      headline.contains { $0.unicodeScalars.allSatisfy { (0x400...0x4FF).contains($0.value) } })
    let unknown = try await Self.board(of: try ServerTests.file("hanoi-2019"), language: "tlh")
    #expect(unknown["headline"] as? String == "These reports cannot all be true")
  }

  @Test func `moments that are said are on the timeline with what undisputed reports leave`()
    async throws
  {
    let board = try await Self.board(of: try ServerTests.file("april-2019-train"))
    let times = Self.list(board, "times")
    #expect(times.contains { !Self.list($0, "said").isEmpty && !Self.list($0, "windows").isEmpty })
  }

  @Test func `what is wrong with a case is an answer with its line`() async throws {
    let text = """
      {"wayproof": 1,
       "id": "a", "title": "A",
       "claims": [{"id": "x"}]}
      """
    let board = try await Self.board(of: ByteBuffer(string: text))
    #expect((board["problem"] as? String ?? "").contains("the case:3:"))
  }

  @Test func `figures whose tie is not sure are offered in a second draft`() async throws {
    let article = "The train from London to Edinburgh is fast. It takes 4 h 20."
    let body = try JSONSerialization.data(withJSONObject: [
      "articles": [["text": article]], "confidence": 0.1,
    ])
    try await ServerTests.serve { client in
      let answer = try await client.execute(
        uri: "/v1/draft", method: .post, headers: [.contentType: "application/json"],
        body: ByteBuffer(bytes: body))
      #expect(answer.status == .ok, "\(String(buffer: answer.body))")
      #expect(String(buffer: answer.body).contains("\"loose\""))
    }
  }
}
