import Casework
import Plausibility
import Reporting

/// What a record came to: a line, and what is counted of it.
struct RecordAnswer: Sendable {
  /// The line with its end.
  let line: [UInt8]
  /// Why there is no answer; nil where there is one.
  let reason: String?
  /// The verdict on the whole case, where one was judged.
  let verdict: String?
  /// How many of its claims have which verdict.
  let claims: [String: Int]
}

/// What answers a question.
struct RecordContent {
  enum Body {
    /// A document of JSON, which becomes part of the line.
    case json([UInt8])
    /// A document in a format that was asked for, exactly as it is written to a file.
    case text(String)
  }

  let body: Body
  var dossier: Dossier?
}

extension RecordAnswer {
  /// The line of an answer. Its fields come in the order of their names.
  init(_ content: RecordContent, to id: JSONValue?, _ question: RecordQuestion) {
    var line: [UInt8] = []
    switch content.body {
    case .json(let bytes):
      line += Array("{\"answer\":".utf8)
      line += bytes
      line += Array(",\"ask\":\"\(question.rawValue)\"\(Self.member(id))}\n".utf8)
    case .text(let text):
      line += Array("{\"ask\":\"\(question.rawValue)\"\(Self.member(id)),\"text\":".utf8)
      line += Self.bytes(.text(text))
      line += Array("}\n".utf8)
    }
    self.line = line
    reason = nil
    verdict = content.dossier?.verdictStatus
    claims = Dictionary(
      (content.dossier?.verdictCounts ?? []).map { ($0.verdict.rawValue, $0.count) },
      uniquingKeysWith: +)
  }

  /// The line that says why there is no answer.
  init(_ failure: RecordFailure, to id: JSONValue?, _ question: RecordQuestion?) {
    var error: [String: JSONValue] = ["reason": .text(failure.reason)]
    error["field"] = failure.field.map { .text($0) }
    var fields: [String: JSONValue] = ["error": .object(error)]
    fields["ask"] = question.map { .text($0.rawValue) }
    fields["id"] = id
    line = Self.bytes(.object(fields)) + [0x0A]
    reason = failure.reason
    verdict = nil
    claims = [:]
  }

  private static func member(_ id: JSONValue?) -> String {
    id.map { ",\"id\":" + String(decoding: bytes($0), as: UTF8.self) } ?? ""
  }

  private static func bytes(_ value: JSONValue) -> [UInt8] {
    Array(value.text(isPretty: false).utf8.dropLast())
  }
}
