import Datasets
import Foundation
import TestSupport
import Testing

/// The worker as other programs run it.
@Suite struct WorkerCommandTests: CommandTests {
  private func lines(_ answer: Answer) -> [String] {
    answer.output.split(separator: "\n").map(String.init)
  }

  @Test func `the first line says what answers, and by which data`() throws {
    let ready = try #require(lines(run(["worker"])).first)
    let digest = try DataFolder(path: Repository.geo.path).digest()
    #expect(ready.contains("\"data\":{\"sha256\":\"\(digest)\"}"), "\(ready)")
    #expect(ready.contains("\"version\":\"") && ready.contains("\"ready\":true"))
    try Repository.withChangedData(["modes.csv": { $0 + "\n" }]) { folder in
      let changed = try DataFolder(path: folder.path).digest()
      #expect(changed != digest)
    }
  }

  @Test func `answers come in order, one a line, whatever the records are`() throws {
    let input = """
      {"ask": "distance", "id": "a", "places": ["LHR", "JFK"], "format": "csv"}
      nonsense

      {"ask": "distance", "id": "c", "places": ["LHR", "\(String(repeating: "x", count: 2_000))"]}
      {"ask": "distance", "id": "d", "places": ["LHR", "CDG"], "format": "csv"}
      """
    let answer = try run(["worker", "--max-line", "1500"], input: input)
    #expect(answer.code == 0 && answer.errors.isEmpty)
    let lines = lines(answer).dropFirst()
    #expect(lines.count == 4)
    let expected = [
      "\"id\":\"a\"", "not a JSON object", "the line has more than 1500 bytes", "\"id\":\"d\"",
    ]
    for (line, words) in zip(lines, expected) { #expect(line.contains(words), "\(line)") }
  }

  @Test func `a format has the bytes that the command line writes`() throws {
    let asked = ["route", "vn-ha-noi", "vn-dong-dang", "--format"]
    for format in ["json", "geojson", "csv", "gpx"] {
      let record =
        "{\"ask\": \"route\", \"from\": \"vn-ha-noi\", \"to\": \"vn-dong-dang\", \"format\": \"\(format)\"}"
      let line = try #require(lines(run(["worker"], input: record)).last)
      let fields = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(try fields?["text"] as? String == run(asked + [format]).output)
    }
  }

  @Test func `threads change no byte`() throws {
    let input = String(repeating: Bench.records, count: 20)
    let one = try run(["worker", "--threads", "1"], input: input)
    let all = try run(["worker"], input: input)
    #expect(one.output == all.output && one.code == 0)
  }
}
