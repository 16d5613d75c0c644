import Parallelism
import Reporting

/// Answers the lines of a stream, one line each, in their order.
struct Worker {
  let desk: RecordDesk
  let identity: EngineIdentity
  /// How many bytes a line may have.
  let limit: Int
  /// How many records are answered at once, where several wait; nil for as many as there are cores.
  let threads: Int?

  /// How many lines that wait are taken together.
  private static let group = 64

  /// The first line: what answers, and what can be asked.
  var ready: JSONValue {
    var fields = identity.fields
    fields["ready"] = .flag(true)
    fields["limits"] = .object(["line_bytes": .whole(limit)])
    fields["questions"] = .array(RecordQuestion.allCases.map { .text($0.rawValue) })
    return .object(fields)
  }

  /// - Parameters:
  ///   - descriptor: where the lines are read.
  ///   - write: is given whole lines.
  func run(_ descriptor: Int32, _ write: ([UInt8]) -> Void) {
    write(Array(ready.text(isPretty: false).utf8))
    var source = LineSource(descriptor, limit: limit)
    while true {
      let lines = source.next(atMost: Self.group)
      guard !lines.isEmpty else { return }
      let answers = parallelPieces(of: lines.count, threads: threads) { range in
        lines[range].flatMap { desk.answer($0, limit: limit).line }
      }
      for answer in answers { write(answer) }
    }
  }
}
