import Foundation
import TestSupport
import Testing

@Suite struct SnapshotTests {
  @Test(arguments: [
    (#"{"a": [1, {"b": "x"}]}"#, #"{"a": [1, {"b": "y"}]}"#, "$.a[1].b"),
    (#"{"a": 1, "b": 2}"#, #"{"a": 1}"#, "$.b"),
    (#"{"a": [1, 2]}"#, #"{"a": [1, 2, 3]}"#, "$.a[2]"),
    (#"{"a": {"b": 1}}"#, #"{"a": [1]}"#, "$.a"),
    (#"[true, 2]"#, #"[true, 2.5]"#, "$[1]"),
  ])
  func `a JSON document says where it first differs`(one: String, other: String, path: String) {
    #expect(JSONPath(ofFirstDifferenceIn: one, and: other)?.description == path)
    #expect(JSONPath(ofFirstDifferenceIn: one, and: one) == nil)
    #expect(JSONPath(ofFirstDifferenceIn: one, and: "no JSON") == nil)
  }

  @Test func `a text says its first line that differs, with the lines around`() {
    let stored = "one\ntwo\nthree\nfour\nfive\nsix\n"
    let difference = SnapshotDifference(
      stored: stored, now: stored.replacing("five", with: "5"))
    #expect(difference.line == 5 && difference.path == nil)
    #expect(
      difference.description == """
        first difference, line 5:
          two
          three
          four
        - five
        - six
        -\u{20}
        + 5
        + six
        +\u{20}
        """)
    #expect(SnapshotDifference(stored: stored, now: stored + "seven").line == 7)
  }

  @Test func `a snapshot is written where it is missing, and what differs is written beside it`()
    throws
  {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "wayproof-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("expected.json")
    let actual = folder.appendingPathComponent("expected.json.actual")
    withKnownIssue { try expectSnapshot("[1]", at: file) }
    #expect(try String(contentsOf: file, encoding: .utf8) == "[1]")
    try withKnownIssue {
      try expectSnapshot("[2]", at: file)
    } matching: { issue in
      issue.comments.contains { $0.rawValue.contains("$[0]") }
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == "[1]")
    #expect(try String(contentsOf: actual, encoding: .utf8) == "[2]")
    // What fits again leaves nothing of what did not.
    try expectSnapshot("[1]", at: file)
    #expect(!FileManager.default.fileExists(atPath: actual.path))
  }
}
