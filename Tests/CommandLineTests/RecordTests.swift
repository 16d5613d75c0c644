import Datasets
import Foundation
import Reporting
import TestSupport
import Testing
import Travel

@testable import WayproofCLI

/// What records come to, each by itself.
@Suite struct RecordTests {
  private static let loaded = Result {
    try RecordDesk(world: World(folder: DataFolder(path: Repository.geo.path)))
  }

  static var desk: RecordDesk {
    get throws { try loaded.get() }
  }

  /// The fields of the answer to a line.
  private func answer(_ line: String) throws -> [String: Any] {
    let answer = try Self.desk.answer(.text(Array(line.utf8)), limit: 1_000)
    #expect(answer.line.last == 10 && answer.line.filter { $0 == 10 }.count == 1)
    let object = try JSONSerialization.jsonObject(with: Data(answer.line))
    return try #require(object as? [String: Any])
  }

  private func reason(_ line: String) throws -> String {
    let error = try #require(answer(line)["error"] as? [String: Any])
    return try #require(error["reason"] as? String)
  }

  @Test(arguments: [
    (#"{"ask":"distance","places":["LHR","JFK"]}"#, "5554.517"),
    (#"{"ask":"distance","from":"LHR","to":"JFK","format":"csv"}"#, "5554.517"),
    (#"{"ask":"route","from":"vn-ha-noi","to":"vn-dong-dang"}"#, "\"length_km\":162"),
    (#"{"ask":"route","from":"LHR","to":"JFK","mode":"air","only":"geodesic_km"}"#, "5554.517"),
    (#"{"ask":"run","from":"vn-ha-noi","to":"vn-dong-dang"}"#, "\"length_km\":162"),
    (#"{"ask":"fly","from":"LHR","to":"JFK","aircraft":"b777"}"#, "\"aircraft\":\"b777"),
    (
      #"{"ask":"verify","sentence":"London to Edinburgh is 450 km by rail, 4 h 20"}"#,
      "\"status\":\"cannot-all-be-true\""
    ),
    (
      #"{"ask":"check","article":"The bus from Nairobi to Mombasa covered about 485 km.","only":["verdict"]}"#,
      "{\"answer\":{\"verdict\":{"
    ),
    (
      #"{"ask":"read","article":"The bus from Nairobi to Mombasa covered about 485 km."}"#,
      "\"language\":\"en\""
    ),
    (
      #"{"ask":"read","article":"The bus from Nairobi to Mombasa took 9 hours.","format":"draft"}"#,
      "wayproof: 1\\nid: reading"
    ),
    (#"{"ask":"pairs","csv":"0,0,0,1\nLHR,JFK\n"}"#, #"0,0,0,1,111.319491,\nLHR,JFK,5554.517"#),
    (
      #"{"ask":"logbook","csv":"from,to,mode,hours\nNairobi,Mombasa,bus,0.4\n"}"#,
      "\"verdict\":\"impossible\""
    ),
  ])
  func `every question is answered`(line: String, words: String) throws {
    let answer = try Self.desk.answer(.text(Array(line.utf8)), limit: 1_000)
    #expect(answer.reason == nil)
    let text = String(decoding: answer.line, as: UTF8.self)
    #expect(text.contains(words), "\(text.prefix(1_000))")
  }

  @Test func `every question has an example above`() {
    #expect(RecordQuestion.allCases.count == 9)
  }

  @Test(arguments: [
    ("", "not a JSON object"), ("[]", "not a JSON object"), ("{", "not a JSON object"),
    ("{}", "ask is missing"), (#"{"ask":"dance"}"#, "ask must be one of check, read"),
    (#"{"ask":1}"#, "ask must be a text"),
    (#"{"ask":"distance","id":[1]}"#, "id must be a text or a number"),
    (#"{"ask":"distance","pace":1}"#, "there is no field 'pace'"),
    (#"{"ask":"distance"}"#, "from is missing"),
    (#"{"ask":"distance","places":["LHR"]}"#, "two places"),
    (#"{"ask":"distance","places":["LHR",1]}"#, "places must be a list of texts"),
    (#"{"ask":"distance","places":["LHR","Erewhonia"]}"#, "no place is called"),
    (#"{"ask":"distance","places":["LHR","JFK"],"format":"odt"}"#, "there is no such format"),
    (#"{"ask":"distance","places":["LHR","JFK"],"format":"csv","only":"x"}"#, "without format"),
    (#"{"ask":"route","from":"vn-ha-noi","to":"LHR","gauge":"wide"}"#, "gauge must be a number"),
    (#"{"ask":"route","from":"LHR","to":"JFK","mode":"sea"}"#, "mode must be one of rail, air"),
    (#"{"ask":"run","from":"vn-ha-noi","to":"vn-dong-dang","train":"kite"}"#, "there are"),
    (#"{"ask":"run","from":"vn-ha-noi","to":"vn-dong-dang","max_speed":0}"#, "1 to 1000 km/h"),
    (#"{"ask":"fly","from":"LHR","to":"JFK","take_off":"no"}"#, "take_off must be true or false"),
    (#"{"ask":"check"}"#, "either case or article"),
    (#"{"ask":"check","case":"- one\n"}"#, "named fields"),
    (#"{"ask":"read","article":"Nothing","language":"tlh"}"#, "no lexicon; there are "),
    (#"{"ask":"verify","sentence":"The train was late"}"#, "has no distance, time or speed"),
    (#"{"ask":"logbook","csv":"a,b\n1,2\n"}"#, "no columns for both ends"),
  ])
  func `what is wrong with a record is said`(line: String, words: String) throws {
    let reason = try reason(line)
    #expect(reason.contains(words), "\(reason)")
  }

  @Test func `an error names its field, the question and the record`() throws {
    let answer = try answer(#"{"ask":"distance","places":["LHR","JFK"],"pace":1,"id":"one"}"#)
    #expect(answer["id"] as? String == "one" && answer["ask"] as? String == "distance")
    #expect((answer["error"] as? [String: Any])?["field"] as? String == "pace")
  }

  @Test func `what is no text and what is too long are errors`() throws {
    let bad = try Self.desk.answer(.text([0x7B, 0xFF, 0x7D]), limit: 1_000)
    #expect(bad.reason == "the line is not valid UTF-8")
    let long = try Self.desk.answer(.tooLong, limit: 1_000)
    #expect(long.reason == "the line has more than 1000 bytes")
  }

  @Test func `a record opens no file that its case names`() throws {
    let file = """
      wayproof: 2
      id: log
      title: A log
      sources: [{id: one, outlet: One}]
      journeys: [{id: j, mode: road, stops: [{id: a, place: Lima}, {id: b, place: La Paz}]}]
      claims: [{id: t, source: one, quote: q, track: /etc/passwd, journey: j}]
      """
    let line = JSONValue.object(["ask": .text("check"), "case": .text(file)]).text(isPretty: false)
    let answer = try answer(line)
    #expect(answer["error"] != nil && !"\(answer)".contains("root:"))
  }

  @Test func `the same record has the same answer, alone or among others`() throws {
    let line = SourceLine.text(
      Array(#"{"ask":"verify","sentence":"London to Edinburgh is 450 km by rail"}"#.utf8))
    let desk = try Self.desk
    let first = desk.answer(line, limit: 1_000).line
    for _ in 0..<3 { #expect(desk.answer(line, limit: 1_000).line == first) }
  }
}

/// JSON on one line, and lines of streams.
@Suite struct LineTests {
  @Test(arguments: [
    ("{\n  \"a b\" : [\n    1.50,\n    \"x : \\\" y\"\n  ]\n}\n", #"{"a b":[1.50,"x : \" y"]}"#),
    ("[\n\n]\n", "[]"), ("{ }", "{}"), ("\"\\\\\"", "\"\\\\\""),
  ])
  func `space outside texts is left out, and nothing else`(pretty: String, compact: String) {
    #expect(String(decoding: CompactJSON.bytes(pretty), as: UTF8.self) == compact)
  }

  @Test func `only the fields that are asked for are kept`() {
    let text = #"{"a":{"b":1,"c":[2,3]},"b":"x,\"c\":","c":null,"d":[{"a":1}]}"#
    func kept(_ names: Set<String>) -> String {
      String(decoding: CompactJSON.bytes(text, keeping: names), as: UTF8.self)
    }
    #expect(kept(["b", "d"]) == #"{"b":"x,\"c\":","d":[{"a":1}]}"#)
    #expect(kept(["a"]) == #"{"a":{"b":1,"c":[2,3]}}"#)
    #expect(kept(["e"]) == "{}")
  }

  /// What a source makes of a file, each line as text, or `…` where it was too long.
  private func lines(_ bytes: [UInt8], limit: Int, atMost: Int = 3) throws -> [String] {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "wayproof-\(UUID().uuidString)")
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let file = try FileHandle(forReadingFrom: url)
    var source = LineSource(file.fileDescriptor, limit: limit)
    var found: [String] = []
    while true {
      let lines = source.next(atMost: atMost)
      if lines.isEmpty { break }
      #expect(lines.count <= atMost)
      for line in lines {
        if case .text(let bytes) = line {
          found.append(String(decoding: bytes, as: UTF8.self))
        } else {
          found.append("…")
        }
      }
    }
    #expect(source.position == bytes.count)
    return found
  }

  @Test func `lines end in any way, blank ones and a byte order mark are none`() throws {
    let text = "\u{FEFF}a\r\n\n  \nb\nc"
    #expect(try lines(Array(text.utf8), limit: 10) == ["a", "b", "c"])
    #expect(try lines([], limit: 10) == [])
  }

  @Test func `a line that is too long is passed over, whatever its length`() throws {
    for length in [11, 300_000, 1_000_000] {
      let text = "first\n" + String(repeating: "x", count: length) + "\nlast\n"
      #expect(try lines(Array(text.utf8), limit: 10) == ["first", "…", "last"])
      let open = "first\n" + String(repeating: "x", count: length)
      #expect(try lines(Array(open.utf8), limit: 10) == ["first", "…"])
    }
    let most = String(repeating: "x", count: 600_000)
    #expect(try lines(Array("\(most)\nb\n".utf8), limit: 600_000) == [most, "b"])
  }
}
