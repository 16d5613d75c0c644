import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import NIOPosix
import TestSupport
import Testing

@testable import WayproofServer

/// What becomes of work and of answers that nobody waits for.
@Suite struct AbandonedWorkTests {
  private static let patience = 60.0

  /// A service with somebody at the other end of a connection.
  private func withConnections(
    _ service: Service, _ body: @Sendable @escaping (Int) async throws -> Void
  ) async throws {
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    try await application(service, logger: logger).test(.live) { client in
      try await body(try #require(client.port))
    }
  }

  /// Whether nothing is worked out any more within so many seconds.
  private static func isIdle(_ service: Service, within seconds: Int) async throws -> Bool {
    for _ in 0..<(seconds * 20) where service.queue.load > 0 {
      try await Task.sleep(for: .milliseconds(50))
    }
    return service.queue.load == 0
  }

  @Test(
    arguments: [
      (["sensitivity": true, "simulate": 20_000], "application/json"),
      (["sensitivity": true, "simulate": 20_000], "text/event-stream"),
      (["simulate": 20_000], "text/event-stream"), (["simulate": 20_000], "application/json"),
    ] as [([String: any Sendable], String)])
  func `a what-if ends when whoever asked has gone`(
    asked: [String: any Sendable], accepted: String
  ) async throws {
    var fields: [String: any Sendable] = asked
    fields["case"] = String(buffer: try ServerTests.file("april-2019-outlets"))
    fields["draw"] = ["train.max_speed=uniform(40,90)km/h"]
    fields["show"] = "verdict"
    let question = try JSONSerialization.data(withJSONObject: fields)
    let service = try ServerTests.service { $0.limits.seconds = Self.patience }
    try await withConnections(service) { port in
      let head =
        "POST /v1/what-if HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + "Accept: \(accepted)\r\nContent-Length: \(question.count)\r\n\r\n"
      let connection = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .connect(host: "127.0.0.1", port: port).get()
      try await connection.writeAndFlush(ByteBuffer(bytes: Array(head.utf8) + question)).get()
      for _ in 0..<200 where service.queue.load == 0 {
        try await Task.sleep(for: .milliseconds(20))
      }
      #expect(service.queue.load > 0)
      try await connection.close().get()
      #expect(try await Self.isIdle(service, within: 20))
    }
  }

  @Test func `an article that takes too long is given up`() async throws {
    let words = "the train left Khasan at 5 pm and took 20 hours over 300 km to Vladivostok and "
    let service = try ServerTests.service { $0.limits.seconds = 1 }
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    try await application(service, logger: logger).test(.router) { client in
      let answer = try await client.execute(
        uri: "/v1/read", method: .post,
        body: ByteBuffer(string: String(repeating: words, count: 5_000)))
      #expect(answer.status == .gatewayTimeout)
      #expect(try await Self.isIdle(service, within: 60))
    }
  }

  @Test func `who reads nothing of an answer is let go`() async throws {
    let service = try ServerTests.service { $0.limits.seconds = 1 }
    let text =
      String(buffer: try ServerTests.file("js621-flight"))
      + "# " + String(repeating: "x", count: 1 << 20) + "\n"
    try await withConnections(service) { port in
      for number in 0..<40 {
        _ = try await service.store.create(
          "a-\(number)", title: "t", text: text, sha256: "s")
      }
      let connection = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .channelOption(.autoRead, value: false)
        .connect(host: "127.0.0.1", port: port).get()
      try await connection.writeAndFlush(
        ByteBuffer(string: "GET /v1/export HTTP/1.1\r\nHost: localhost\r\n\r\n")
      ).get()
      try await Task.sleep(for: .seconds(4))
      // It is closed at the other end: what was sent before can be read, and then no more comes.
      try await connection.setOption(.autoRead, value: true).get()
      let isClosed = try await withThrowingTaskGroup(of: Bool.self) { group in
        group.addTask {
          try? await connection.closeFuture.get()
          return true
        }
        group.addTask {
          try await Task.sleep(for: .seconds(10))
          return false
        }
        let first = try await group.next() ?? false
        group.cancelAll()
        return first
      }
      #expect(isClosed)
      try? await connection.close().get()
    }
  }
}
