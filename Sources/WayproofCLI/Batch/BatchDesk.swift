import Datasets
import Foundation
import Parallelism
import Questions
import Reporting

/// What pieces of the input came to.
struct BatchOutcome: Sendable {
  var output: [[UInt8]] = []
  var tally = BatchTally()
  /// The first records that were bad, by their number among those of the outcome, with the reason.
  var problems: [(record: Int, reason: String)] = []

  /// No reader goes through more.
  private static let problemLimit = 20

  mutating func add(_ answer: RecordAnswer) {
    tally.add(answer)
    output.append(answer.line)
    if let reason = answer.reason { note(tally.records, reason) }
  }

  mutating func add(_ piece: PairTable.Piece) {
    for problem in piece.problems { note(tally.records + problem.line, problem.message) }
    tally.records += piece.lines
    tally.bad += piece.problems.count
    output.append(piece.output)
  }

  mutating func add(_ other: BatchOutcome) {
    for problem in other.problems { note(tally.records + problem.record, problem.reason) }
    tally.add(other.tally)
    output += other.output
  }

  private mutating func note(_ record: Int, _ reason: String) {
    if problems.count < Self.problemLimit { problems.append((record, reason)) }
  }
}

/// Does with the pieces of an input what is asked, on all cores.
struct BatchDesk: Sendable {
  let desk: RecordDesk
  let pairs: PairTable
  /// How many bytes a record may have.
  let limit: Int
  /// What is asked where a record does not say it.
  let usual: RecordQuestion?
  /// The fields of answers that are kept where a record does not say it; empty for all.
  let only: [String]
  /// The folder whose files are read, where it is one.
  let folder: URL?

  /// What the items came to, in their order.
  func outcome(of items: [BatchItem]) -> BatchOutcome {
    if case .pairs(let bytes)? = items.first {
      var outcome = BatchOutcome()
      for piece in pairs.measure(bytes) { outcome.add(piece) }
      return outcome
    }
    let parts = parallelPieces(of: items.count, threads: desk.threads) { range in
      var outcome = BatchOutcome()
      for item in items[range] { outcome.add(answer(item)) }
      return outcome
    }
    var outcome = BatchOutcome()
    for part in parts { outcome.add(part) }
    return outcome
  }

  private func answer(_ item: BatchItem) -> RecordAnswer {
    do throws(RecordFailure) {
      switch item {
      case .line(.text(let bytes)): return answer(try RecordFields(line: bytes))
      case .line(.tooLong): throw RecordFailure("the line has more than \(limit) bytes")
      case .row(let fields): return answer(fields)
      case .broken(let reason): throw RecordFailure(reason)
      case .file(let path): return answer(try record(of: path))
      case .pairs: throw RecordFailure("pairs are measured by themselves")
      }
    } catch {
      var id: JSONValue?
      if case .file(let path) = item { id = .text(path) }
      return RecordAnswer(error, to: id, usual)
    }
  }

  private func answer(_ fields: RecordFields) -> RecordAnswer {
    var fields = fields
    let question = (try? fields.choice("ask", RecordQuestion.self)) ?? usual
    let takesOnly = question?.fields.contains("only") == true && fields.values["format"] == nil
    if !only.isEmpty, takesOnly, fields.values["only"] == nil {
      fields.values["only"] = .array(only.map { .text($0) })
    }
    return desk.answer(fields, usually: usual)
  }

  /// A file of the folder as a record: a case to check, or an article.
  private func record(of path: String) throws(RecordFailure) -> RecordFields {
    let url = URL(fileURLWithPath: path, relativeTo: folder)
    let bytes: [UInt8]
    do { bytes = try DataFolder.bytes(of: url, limit: limit) } catch {
      throw RecordFailure("\(path): it cannot be read, or has more than \(limit) bytes")
    }
    var fields = RecordFields(["id": .text(path)])
    let isArticle = ArticlesQuestion.isArticle(bytes, name: path)
    fields.folder = url.deletingLastPathComponent()
    if usual == .verify {
      fields.documents["sentence"] = bytes
    } else {
      fields.documents[isArticle || usual == .read ? "article" : "case"] = bytes
      fields.values["name"] = .text(url.lastPathComponent)
    }
    return fields
  }
}
