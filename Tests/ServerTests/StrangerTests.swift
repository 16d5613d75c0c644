import Configuration
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import TestSupport
import Testing

@testable import WayproofServer

/// Who may ask, under which names and how much.
@Suite struct StrangerTests {
  @Test func `beyond this machine there must be tokens or names`() throws {
    func settings(_ values: [AbsoluteConfigKey: ConfigValue]) throws -> ServiceSettings {
      try ServiceSettings(ConfigReader(provider: InMemoryProvider(values: values)), database: "d")
    }
    for host in ["0.0.0.0", "::", "192.0.2.1", "example.org"] {
      #expect {
        try settings(["wayproof.host": .init(stringLiteral: host)])
      } throws: {
        "\($0)".contains("give it tokens, or the names")
      }
      for (key, value) in [("names", "example.org"), ("tokens", "0123456789abcdef")] {
        _ = try settings([
          "wayproof.host": .init(stringLiteral: host),
          AbsoluteConfigKey(["wayproof", key]): .init(stringLiteral: value),
        ])
      }
    }
    for host in ["127.0.0.1", "localhost", "::1"] {
      _ = try settings(["wayproof.host": .init(stringLiteral: host)])
    }
  }

  @Test(arguments: [
    ("localhost", "localhost"), ("LOCALHOST:80", "localhost"), ("[::1]:80", "[::1]"),
    ("[::1]", "[::1]"), ("192.0.2.1:8080", "192.0.2.1"), ("[::1].evil", nil), ("[::1", nil),
    ("localhost:80@evil", nil), ("evil/localhost", nil), ("localhost evil", nil), ("", nil),
    (":80", nil), ("localhost:80:80", nil),
  ])
  func `a name is read in whole`(authority: String, name: String?) {
    #expect(Guard.name(of: authority) == name)
  }

  /// A page elsewhere may have a name of its own lead here: it is asked under that name then.
  @Test(arguments: [
    ("127.0.0.1", "evil.example", 421), ("127.0.0.1", "192.0.2.1", 421),
    ("127.0.0.1", "localhost:1", 200), ("127.0.0.1", "[::1].evil", 400),
    ("0.0.0.0", "evil.example", 421), ("0.0.0.0", "own.example:80", 200),
    ("0.0.0.0", "OWN.example", 200), ("0.0.0.0", "192.0.2.1:80", 200), ("0.0.0.0", "", 400),
    ("0.0.0.0", "[2001:db8::1]", 200), ("0.0.0.0", "192.0.2.1.evil.example", 421),
  ])
  func `only its own names are answered`(host: String, asked: String, code: Int) throws {
    let head = HTTPRequest(method: .get, scheme: "http", authority: asked, path: "/health")
    var settings = try ServerTests.service().settings
    settings.host = host
    settings.names = ["own.example"]
    #expect(Self.code(of: head, settings) == code)
  }

  /// The status of a request whose names are checked.
  private static func code(of head: HTTPRequest, _ settings: ServiceSettings) -> Int {
    do {
      try Guard(settings: settings).checkName(head)
      return 200
    } catch let problem as Problem { return problem.status.code } catch { return 500 }
  }

  @Test func `a request with two names is refused`() async throws {
    let host = try #require(HTTPField.Name("Host"))
    try await ServerTests.serve { client in
      let twice = try await client.execute(
        uri: "/health", method: .get, headers: [host: "evil.example"])
      #expect(twice.status == .badRequest)
    }
  }

  @Test func `what can be got can be asked for its head`() async throws {
    try await ServerTests.serve { client in
      for path in ["/health", "/v1/places?name=khasan", "/"] {
        let head = try await client.execute(uri: path, method: .head)
        #expect(head.status == .ok && head.body.readableBytes == 0)
      }
      let wrong = try await client.execute(uri: "/v1/check", method: .head)
      #expect(wrong.status == .methodNotAllowed)
    }
  }

  @Test func `who asks through a proxy is whom the proxy names`() {
    let limit = RateLimit(rate: 5, proxies: ["10.0.0.9"])
    #expect(limit.client("127.0.0.1", []) == nil && limit.client(nil, ["192.0.2.1"]) == nil)
    #expect(limit.client("127.0.0.1", ["192.0.2.1"]) == "192.0.2.1")
    #expect(limit.client("10.0.0.9", ["198.51.100.1, 192.0.2.1"]) == "192.0.2.1")
    #expect(limit.client("127.0.0.1", ["192.0.2.1", "10.0.0.9"]) == "192.0.2.1")
    // A stranger may say what it likes.
    #expect(limit.client("192.0.2.7", ["198.51.100.1"]) == "192.0.2.7")
  }

  @Test func `kept cases take so much and no more`() async throws {
    let file = try ServerTests.file("js621-flight")
    try await ServerTests.serve({ $0.limits.kept = 1 }) { client in
      var codes: Set<Int> = []
      let text = String(buffer: file) + "# " + String(repeating: "x", count: 200_000) + "\n"
      for _ in 0..<8 {
        let made = try await client.execute(
          uri: "/v1/cases", method: .post, body: ByteBuffer(string: text))
        codes.insert(made.status.code)
      }
      #expect(codes == [201, 507])
      let gone = try await client.execute(
        uri: "/v1/cases/js621-flight", method: .delete, headers: [.ifMatch: "\"1\""])
      #expect(gone.status == .noContent)
      let made = try await client.execute(
        uri: "/v1/cases", method: .post, body: ByteBuffer(string: text))
      #expect(made.status == .created)
    }
  }

  @Test func `readiness tells what a request would be told`() async throws {
    try await ServerTests.serve({ $0.limits.memory = 1 }) { client in
      let ready = try await client.execute(uri: "/ready", method: .get)
      #expect(ready.status == .serviceUnavailable)
      #expect(String(buffer: ready.body).contains("MB are in use"))
    }
  }

  @Test func `memory that work no longer uses does not count`() {
    let guardian = MemoryGuard(megabytes: 1_024)
    var pieces = (0..<200_000).map { _ in [UInt8](repeating: 1, count: 4_096) }
    let full = pieces.isEmpty ? 0 : MemoryGuard.heldMegabytes ?? 0
    pieces = []
    guardian.giveBack()
    let left = MemoryGuard.heldMegabytes ?? 0
    #expect(full > 700 && left < full - 500, "\(full) MB, then \(left) MB")
  }

  @Test func `more than a body may have can be exported and imported again`() async throws {
    let text =
      String(buffer: try ServerTests.file("js621-flight")) + "# "
      + String(repeating: "x", count: 20_000) + "\n"
    let exported = Kept()
    try await ServerTests.serve({ $0.limits.body = 40_000 }) { client in
      for _ in 0..<45 {
        let made = try await client.execute(
          uri: "/v1/cases", method: .post, body: ByteBuffer(string: text))
        #expect(made.status == .created)
      }
      await exported.keep(try await client.execute(uri: "/v1/export", method: .get).body)
    }
    let all = await exported.bytes
    #expect(String(buffer: all).split(separator: "\n").count == 45)
    try await ServerTests.serve({ $0.limits.body = 80_000 }) { client in
      let taken = try await client.execute(
        uri: "/v1/import", method: .post, headers: [.contentType: "application/jsonl"], body: all)
      #expect(String(buffer: taken.body).contains("\"revisions\" : 45"))
    }
  }

  private actor Kept {
    var bytes = ByteBuffer()
    func keep(_ all: ByteBuffer) { bytes = all }
  }

  @Test(arguments: [
    ("text/html", true), ("text/markdown; charset=utf-8", true), ("text/plain", false),
  ])
  func `an article is read as what it is sent as`(type: String, isMarkup: Bool) async throws {
    let article = "The train from Khasan to Vladivostok took 5&nbsp;hours for 326&#32;km."
    try await ServerTests.serve { client in
      let answer = try await client.execute(
        uri: "/v1/read?format=jsonl", method: .post, headers: [.contentType: type],
        body: ByteBuffer(string: article))
      #expect(answer.status == .ok)
      #expect(
        String(buffer: answer.body).contains("326 km") == isMarkup, "\(String(buffer: answer.body))"
      )
    }
  }
}
