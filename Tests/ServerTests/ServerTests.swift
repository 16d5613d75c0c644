import Configuration
import Datasets
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import TestSupport
import Testing

@testable import WayproofServer

/// The service as programs see it.
@Suite struct ServerTests {
  /// A service over the built-in data, with a database of its own.
  static func service(_ change: (inout ServiceSettings) -> Void = { _ in }) throws -> Service {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "wayproof-\(UUID().uuidString)")
    var settings = try ServiceSettings(
      ConfigReader(provider: InMemoryProvider(values: [:])),
      database: folder.appendingPathComponent("cases.sqlite").path)
    settings.geo = Repository.geo.path
    change(&settings)
    return try Service(settings)
  }

  static func serve(
    _ change: (inout ServiceSettings) -> Void = { _ in },
    _ body: @Sendable @escaping (any TestClientProtocol) async throws -> Void
  ) async throws {
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    let app = try application(try service(change), logger: logger)
    try await app.test(.router) { try await body($0) }
  }

  static func file(_ name: String) throws -> ByteBuffer {
    ByteBuffer(
      bytes: try DataFolder.bytes(of: Repository.geo.appendingPathComponent("cases/\(name).yaml")))
  }

  static let local: HTTPFields = [:]

  @Test func `the dossier is that of the command line`() async throws {
    try await Self.serve { client in
      let answer = try await client.execute(
        uri: "/v1/check", method: .post, headers: [.contentType: "application/yaml"],
        body: try Self.file("js621-flight"))
      #expect(answer.status == .ok)
      let expected = try String(
        contentsOf: Repository.root.appendingPathComponent(
          "Tests/CaseTests/Cases/js621-flight/expected.json"), encoding: .utf8)
      #expect(String(buffer: answer.body) == expected)
    }
  }

  @Test(arguments: [
    ("/v1/distance?place=pyongyang&place=vladivostok", "application/json", "688.7"),
    ("/v1/route?from=khasan&to=vladivostok&format=geojson", "application/geo+json", "LineString"),
    ("/v1/run?from=khasan&to=vladivostok&train=armoured-train", "application/json", "km"),
    ("/v1/fly?from=FNJ&to=VVO&aircraft=an-148", "application/json", "climb"),
    ("/v1/fly?from=FNJ&to=VVO&format=text", "text/plain", "block time"),
    (
      "/v1/estimate?distance=1180km&speed=uniform(59,59)km/h&samples=1000&claim=20%20hours",
      "application/json", "almost certain"
    ),
    ("/v1/places?name=khasan", "application/json", "ru-khasan"),
    ("/v1/places?near=42.43,130.64", "application/json", "ru-khasan"),
    ("/v1/networks", "application/json", "["), ("/health", "application/json", "pass"),
    ("/ready", "application/json", "pass"), ("/metrics", "text/plain", "wayproof_waiting"),
    ("/v1/openapi.json", "application/json", "3.1.1"),
    ("/docs", "text/html", "/v1/check"), ("/", "text/html", "Kept cases"),
    ("/?q=By%20train%20from%20London%20to%20Edinburgh%20in%204%20h", "text/html", "/answer?q="),
    ("/assets/map/atlas.js", "text/javascript", "export"), ("/favicon.ico", "image/svg+xml", "svg"),
    ("/map/land", "text/tab-separated-values", "Kenya"),
    ("/map/names", "text/tab-separated-values", "Nairobi"),
    ("/page/places?name=momba", "application/json", "city-ke-mombasa"),
    ("/page/places?name=zzqqzz", "application/json", "["),
    (
      "/answer?q=London%20to%20Edinburgh%20by%20train%20in%204%20hours", "text/html",
      "No contradiction"
    ),
  ])
  func `questions are answered`(path: String, type: String, part: String) async throws {
    try await Self.serve { client in
      let answer = try await client.execute(uri: path, method: .get)
      #expect(answer.status == .ok, "\(String(buffer: answer.body))")
      #expect(answer.headers[.contentType]?.hasPrefix(type) == true)
      #expect(String(buffer: answer.body).contains(part))
    }
  }

  @Test(arguments: [
    ("/v1/distance?place=pyongyang", 422, "two places"),
    ("/v1/distance?place=zzqq&place=khasan", 422, "zzqq"),
    ("/v1/distance", 400, "place is missing"),
    ("/v1/distance?place=a&place=b&pace=c", 400, "no parameter 'pace'"),
    ("/v1/route?from=khasan&to=vladivostok&gauge=3", 400, "180 to 2500"),
    ("/v1/route?from=khasan&to=vladivostok&objective=fastest", 422, "needs an imported network"),
    ("/v1/route?from=khasan&to=vladivostok&network=../../etc/passwd", 422, "no network"),
    ("/v1/route?from=khasan&from=khasan&to=vladivostok", 400, "given twice"),
    ("/v1/run?from=khasan&to=vladivostok&max_speed=nan", 400, "max_speed"),
    ("/v1/fly?from=FNJ&to=VVO&depart=25:00&date=2023-09-12", 422, "no clock shows that"),
    ("/v1/distance?place=%FF&place=b", 400, "percent-encoded"),
    ("/v1/estimate?distance=file(/etc/hostname)&speed=60km/h", 422, "no files are read here"),
    ("/v1/estimate?distance=x&speed=60km/h", 422, "\"parameter\" : \"distance\""),
    ("/v1/cases/none", 404, "no case is kept"), ("/v1/cases/..%2f..%2fetc", 404, "no case is kept"),
    ("/v1/nothing", 404, "there is no"), ("/assets/..%2f..%2fPackage.swift", 404, "there is no"),
    ("/assets/map/..%2f..%2f..%2fetc%2fpasswd", 404, "there is no"),
  ])
  func `what is wrong is a problem document`(path: String, code: Int, words: String) async throws {
    try await Self.serve { client in
      let answer = try await client.execute(uri: path, method: .get)
      #expect(answer.status.code == code)
      #expect(answer.headers[.contentType] == "application/problem+json")
      #expect(String(buffer: answer.body).contains(words), "\(String(buffer: answer.body))")
    }
  }

  @Test func `a timetable is held against the tracks, and no file is opened for a what-if`()
    async throws
  {
    let text = String(buffer: try Self.file("april-2019-train"))
    let question = try JSONSerialization.data(withJSONObject: [
      "case": text, "simulate": 10, "draw": ["train.max_speed= file (/etc/hostname:a)km/h"],
    ])
    try await Self.serve { client in
      let answer = try await client.execute(
        uri: "/v1/timetable?format=csv&trip=one", method: .post,
        headers: [.contentType: "text/csv"], body: ByteBuffer(string: Examples.timetable))
      #expect(answer.status == .ok, "\(String(buffer: answer.body))")
      #expect(String(buffer: answer.body).contains("kilometrage"))
      let refused = try await client.execute(
        uri: "/v1/what-if", method: .post, headers: [.contentType: "application/json"],
        body: ByteBuffer(bytes: question))
      #expect(refused.status == .unprocessableContent)
      #expect(String(buffer: refused.body).contains("no files are read here"))
    }
  }

  @Test func `limits of time are whole seconds where they are`() async throws {
    #expect(RequestQueue.late(20).detail.contains("than the 20 s that"))
    #expect(RequestQueue.late(0.5).detail.contains("than the 0.5 s that"))
  }

  @Test func `a method that is not answered is told those that are`() async throws {
    try await Self.serve { client in
      let answer = try await client.execute(uri: "/v1/distance", method: .post)
      #expect(answer.status == .methodNotAllowed && answer.headers[.allow] == "GET")
    }
  }

  @Test(arguments: [
    ("", "text/plain", 422), ("{", "application/yaml", 422), ("a: b", "application/yaml", 422),
    ("\u{0}", "application/yaml", 422), ("wayproof: 1", "image/png", 415),
    ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", "application/yaml", 422),
    (String(repeating: "[", count: 100_000), "application/yaml", 422),
  ])
  func `what is no case file is refused`(body: String, type: String, code: Int) async throws {
    try await Self.serve { client in
      let answer = try await client.execute(
        uri: "/v1/check", method: .post, headers: [.contentType: type],
        body: ByteBuffer(string: body))
      #expect(answer.status.code == code, "\(String(buffer: answer.body))")
    }
  }

  @Test func `limits are told`() async throws {
    let file = try Self.file("april-2019-train")
    try await Self.serve({ $0.limits.body = 1_024 }) { client in
      let answer = try await client.execute(uri: "/v1/check", method: .post, body: file)
      #expect(answer.status == .contentTooLarge)
    }
    try await Self.serve({ $0.limits.claims = 3 }) { client in
      let answer = try await client.execute(uri: "/v1/check", method: .post, body: file)
      #expect(answer.status == .contentTooLarge)
      #expect(String(buffer: answer.body).contains("3 are judged here"))
    }
    try await Self.serve({ $0.limits.memory = 1 }) { client in
      let answer = try await client.execute(uri: "/v1/check", method: .post, body: file)
      #expect(answer.status == .serviceUnavailable && answer.headers[.retryAfter] != nil)
    }
    try await Self.serve({ $0.limits.seconds = 0.001 }) { client in
      let answer = try await client.execute(
        uri: "/v1/check", method: .post, body: try Self.file("april-2019-outlets"))
      #expect([.gatewayTimeout, .requestTimeout].contains(answer.status))
    }
  }

  /// Claims that contradict each other in more ways than can be looked at in the time.
  @Test func `work of which nobody waits for the answer ends`() async throws {
    let stops = (0..<40).map { place in
      "      - {id: p\(place), place: \(place % 2 == 0 ? "kp-tumangang" : "ru-khasan")}"
    }
    let claims = (0..<400).map { number in
      """
        - id: c\(number)
          source: s
          quote: q
          time: about \(number % 12 + 1):\(10 + number * 7 % 50) \(number % 3 == 0 ? "a.m." : "p.m."), Wednesday
          event: \(number % 2 == 0 ? "arrival" : "departure") p\(number * 13 % 40)
      """
    }
    let text =
      "wayproof: 1\nid: hard\ntitle: hard\nsources:\n  - {id: s, outlet: S, published: 2019-04-24}\njourneys:\n"
      + "  - id: j\n    mode: rail\n    vehicle: armoured-train\n    date: 2019-04-24\n    stops:\n"
      + stops.joined(separator: "\n") + "\nclaims:\n" + claims.joined(separator: "\n") + "\n"
    // Far less than four hundred claims take on the fastest machine.
    let service = try Self.service { $0.limits.seconds = 0.02 }
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    try await application(service, logger: logger).test(.router) { client in
      let answer = try await client.execute(
        uri: "/v1/check", method: .post, body: ByteBuffer(string: text))
      #expect(answer.status == .gatewayTimeout, "\(String(buffer: answer.body).prefix(300))")
      for _ in 0..<600 where service.queue.load > 0 {
        try await Task.sleep(for: .milliseconds(100))
      }
      #expect(service.queue.load == 0)
    }
  }

  @Test func `tokens are asked for where there are some`() async throws {
    let token = "0123456789abcdef"
    try await Self.serve({ $0.tokens = [token] }) { client in
      let path = "/v1/places?name=khasan"
      #expect(try await client.execute(uri: path, method: .get).status == .unauthorized)
      for (sent, status) in [(token, 200), (token + "0", 401), ("", 401)] {
        let answer = try await client.execute(
          uri: path, method: .get, headers: [.authorization: "Bearer \(sent)"])
        #expect(answer.status.code == status)
      }
      #expect(try await client.execute(uri: "/health", method: .get).status == .ok)
    }
  }

  @Test func `pages of other sites change nothing, and none may ask unless told`() async throws {
    try await Self.serve { client in
      let answer = try await client.execute(
        uri: "/v1/cases", method: .post, headers: [.origin: "https://example.org"],
        body: try Self.file("js621-flight"))
      #expect(answer.status == .forbidden)
      let read = try await client.execute(
        uri: "/v1/networks", method: .get, headers: [.origin: "https://example.org"])
      #expect(read.headers[.accessControlAllowOrigin] == nil)
      #expect(read.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
    }
    try await Self.serve({ $0.corsOrigin = "https://example.org" }) { client in
      let read = try await client.execute(
        uri: "/v1/networks", method: .get, headers: [.origin: "https://example.org"])
      #expect(read.headers[.accessControlAllowOrigin] == "https://example.org")
    }
  }

  @Test func `an address has so many requests a second`() {
    let limit = RateLimit(rate: 5)
    let now = ContinuousClock.now
    #expect((0..<8).map { _ in limit.take("10.0.0.1", at: now) }.count { $0 } == 5)
    #expect(limit.take("10.0.0.2", at: now))
    #expect(limit.take("10.0.0.1", at: now + .seconds(1)))
    #expect(RateLimit.isLoopback("127.0.0.1") && !RateLimit.isLoopback("10.0.0.1"))
  }

  @Test func `what-if answers at once, or in events`() async throws {
    let text = String(buffer: try Self.file("april-2019-train"))
    let question = try JSONSerialization.data(withJSONObject: [
      "case": text, "vary": ["train.max_speed=60..100:20km/h"], "show": "possible.khasan-1040",
    ])
    try await Self.serve { client in
      let headers: HTTPFields = [.contentType: "application/json"]
      let plain = try await client.execute(
        uri: "/v1/what-if", method: .post, headers: headers, body: ByteBuffer(bytes: question))
      #expect(plain.status == .ok && String(buffer: plain.body).contains("\"sweep\""))
      var accepting = headers
      accepting[.accept] = "text/event-stream"
      let events = try await client.execute(
        uri: "/v1/what-if", method: .post, headers: accepting, body: ByteBuffer(bytes: question))
      let told = String(buffer: events.body)
      #expect(events.headers[.contentType] == "text/event-stream")
      #expect(told.contains("event: progress") && told.contains("event: answer"))
    }
    try await Self.serve({ $0.limits.scenarios = 2 }) { client in
      let refused = try await client.execute(
        uri: "/v1/what-if", method: .post, headers: [.contentType: "application/json"],
        body: ByteBuffer(bytes: question))
      #expect(refused.status == .unprocessableContent)
      #expect(String(buffer: refused.body).contains("at most 2"))
    }
  }

  @Test func `articles become a draft, a tree and a text again`() async throws {
    let body = try JSONSerialization.data(withJSONObject: [
      "articles": [["text": Examples.article, "outlet": "An outlet", "published": "2019-04-24"]]
    ])
    try await Self.serve { client in
      let json: HTTPFields = [.contentType: "application/json"]
      let draft = try await client.execute(
        uri: "/v1/draft", method: .post, headers: json, body: ByteBuffer(bytes: body))
      #expect(draft.status == .ok, "\(String(buffer: draft.body))")
      let object = try JSONSerialization.jsonObject(with: Data(draft.body.readableBytesView))
      let tree = try #require((object as? [String: Any])?["tree"])
      let text = try await client.execute(
        uri: "/v1/text", method: .post, headers: json,
        body: ByteBuffer(bytes: try JSONSerialization.data(withJSONObject: tree)))
      #expect(String(buffer: text.body).contains("200 kilometers"))
      let check = try await client.execute(uri: "/v1/check", method: .post, body: text.body)
      #expect(check.status == .ok, "\(String(buffer: check.body))")
    }
  }
}
