import Foundation
import TestSupport
import Testing

/// `wayproof read --draft-by`, beside a server that answers well, falsely, brokenly, late and as the article tells it to.
@Suite struct ModelServerTests: CommandTests {
  /// A server in Python that writes its port first, and whose path says how it answers.
  private static let server = #"""
    import http.server, json, sys, time
    DRAFT = {"journeys": [{"mode": "road", "from": "Nairobi", "to": "Mombasa"}],
             "claims": [{"quote": "some nine hours", "value": "9 h", "of": "time", "journey": 1},
                        {"quote": "about 485 km", "value": "485 km", "of": "length", "journey": 1}]}
    LIES = {"journeys": [{"mode": "road", "from": "Nairobi", "to": "Kisumu"}],
            "claims": [{"quote": "some nine minutes", "value": "9 min", "of": "time", "journey": 1},
                       {"quote": "about 485 km", "value": "48 km", "of": "length", "journey": 1}]}
    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, *args): pass
        def do_POST(self):
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            how = self.path.split("/")[1]
            assert self.path.endswith("/chat/completions") and asked["model"] == "small"
            assert asked["response_format"]["type"] == "json_schema"
            if how == "slow": time.sleep(2)
            if how == "key" and self.headers.get("Authorization") != "Bearer open sesame": how = "refusing"
            content = {"lying": json.dumps(LIES), "broken": '{"journeys": [', "injected": "I was told to say two minutes."}
            body = json.dumps({"choices": [{"message": {"content": content.get(how, json.dumps(DRAFT))}}]})
            if how == "garbled": body = "<html>"
            self.send_response(401 if how == "refusing" else 200)
            self.end_headers()
            self.wfile.write(body.encode())
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_port, flush=True)
    server.serve_forever()
    """#

  private static let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

  /// What the program says with a draft by the server.
  private func read(_ how: String, key: String = "") throws -> Answer {
    let server = Process()
    server.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    server.arguments = ["-c", Self.server]
    let port = Pipe()
    server.standardOutput = port
    server.standardInput = FileHandle.nullDevice
    server.standardError = FileHandle.nullDevice
    try server.run()
    defer { kill(server.processIdentifier, SIGKILL) }
    let told = String(decoding: port.fileHandleForReading.availableData, as: UTF8.self)
    let number = try #require(Int(told.trimmingCharacters(in: .whitespacesAndNewlines)))
    var answer: Answer?
    try Bench.use { bench in
      answer = try run(
        [
          "read", bench.path("article.txt"), "--draft-by", "http://127.0.0.1:\(number)/\(how)/v1",
          "--model", "small",
        ], environment: bench.environment.merging(["WAYPROOF_MODEL_KEY": key]) { $1 })
    }
    return try #require(answer)
  }

  @Test(.enabled(if: isThere, "python3 is not there"), arguments: ["good", "slow", "key"])
  func `what the article bears becomes a case`(how: String) throws {
    let answer = try read(how, key: how == "key" ? "open sesame" : "")
    #expect(answer.code == 0, "\(answer.errors)")
    #expect(answer.output.contains("distance: about 485 km"), "\(answer.output)")
    #expect(answer.errors.isEmpty, "\(answer.errors)")
  }

  @Test(
    .enabled(if: isThere, "python3 is not there"),
    arguments: [
      ("lying", "do not stand in the article"), ("lying", "not as '48 km'"),
      ("lying", "does not name 'Kisumu'"), ("broken", "this is no JSON"),
      ("injected", "this is no JSON"), ("garbled", "none of the chat interface"),
      ("refusing", "401"), ("key", "401"),
    ])
  func `nothing else does, and the reason is told`(how: String, words: String) throws {
    let answer = try read(how)
    #expect(answer.code == 2 && answer.output.isEmpty, "\(answer.output)")
    #expect(answer.errors.contains(words), "\(answer.errors)")
  }
}
