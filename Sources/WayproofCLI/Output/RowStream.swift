import ArgumentParser
import Foundation
import Scenarios

/// Rows written as they are ready, in whole lines, to standard output or a file that can be gone on with.
struct RowStream {
  /// What stands before the first row; blank for nothing.
  let header: String
  /// How many rows there will be.
  let count: Int
  /// What names the question that they answer.
  let question: String
  /// A row as a line.
  let line: (Sweep.Row) -> String

  /// - Parameters:
  ///   - path: a file; nil for standard output.
  ///   - isResumed: whether an unfinished file is gone on with.
  ///   - run: hands rows over from a number on, for as long as more are wanted.
  /// - Throws: `CommandFailure` where the file cannot be written or holds other rows; `ExitCode` 130 after Ctrl-C.
  func write(
    to path: String?, resuming isResumed: Bool, _ progress: Progress,
    _ run: (_ start: Int, _ take: ([Sweep.Row]) -> Bool) -> Void
  ) throws {
    Interrupt.watch()
    let file = try path.map {
      try RowFile($0, beginning: header, of: question, resuming: isResumed)
    }
    if file == nil { Output.write(header) }
    var progress = progress
    var done = file?.rows ?? 0
    var failure: CommandFailure?
    // The last row of an unfinished file is worked out again: it must be the same.
    var expected = file?.lastLine
    if expected != nil { done -= 1 }
    run(done) { rows in
      var lines = rows.map(line)
      if let known = expected {
        expected = nil
        guard lines.first == known else {
          failure = CommandFailure(
            "\(path ?? ""): its rows are not those of this question; take another --out")
          return false
        }
        lines.removeFirst()
      }
      do throws(CommandFailure) {
        if let file { try file.append(lines.joined()) } else { Output.write(lines.joined()) }
      } catch {
        failure = error
        return false
      }
      done += rows.count
      progress.report(done)
      return !Interrupt.isRequested
    }
    progress.end()
    if let failure { throw failure }
    guard done >= count else { throw stopped(after: done, canResume: path != nil) }
    try file?.finish()
  }

  private func stopped(after done: Int, canResume: Bool) -> ExitCode {
    Output.error(
      "stopped after \(done) of \(count)"
        + (canResume ? "; continue with the same command and --resume" : ""))
    return ExitCode(130)
  }
}

/// A file of lines that grows beside its name and takes that name when it is whole.
struct RowFile {
  private let target: String
  private let handle: FileHandle
  /// How many whole rows it has.
  let rows: Int
  /// The last of them, where there is one.
  let lastLine: String?

  private static func partial(_ target: String) -> String { target + ".partial" }
  /// Names the question whose rows are in the unfinished file.
  private static func question(_ target: String) -> String { target + ".partial.question" }

  /// - Parameters:
  ///   - header: what stands before the first row; blank for nothing.
  ///   - question: what names the question; an unfinished file of another is not gone on with.
  /// - Throws: `CommandFailure` where it cannot be opened, or belongs to another question.
  init(
    _ path: String, beginning header: String, of question: String, resuming isResumed: Bool
  ) throws(CommandFailure) {
    target = try Output.target(path).path
    let partial = Self.partial(target)
    var whole = Data(header.utf8)
    if isResumed {
      let files = FileManager.default
      guard let known = files.contents(atPath: partial),
        let asked = files.contents(atPath: Self.question(target))
      else { throw CommandFailure("\(partial) is not there; there is nothing to go on with") }
      guard asked == Data(question.utf8) else {
        throw CommandFailure("\(partial): its rows are those of another question")
      }
      // What Ctrl-C or a full disk left of a line goes.
      let end = known.lastIndex(of: 10).map { known.index(after: $0) } ?? known.startIndex
      if known[..<end].starts(with: whole) { whole = Data(known[..<end]) }
    }
    let lines = whole.dropFirst(header.utf8.count).split(separator: 10)
    rows = lines.count
    lastLine = lines.last.map { String(decoding: $0, as: UTF8.self) + "\n" }
    handle = try Self.opened(target, holding: whole, question)
  }

  /// The unfinished file with just what is whole of it.
  private static func opened(
    _ target: String, holding whole: Data, _ question: String
  ) throws(CommandFailure) -> FileHandle {
    let partial = partial(target)
    do {
      try Data(question.utf8).write(
        to: URL(fileURLWithPath: Self.question(target)), options: .atomic)
      try whole.write(to: URL(fileURLWithPath: partial), options: .atomic)
      let handle = try FileHandle(forUpdating: URL(fileURLWithPath: partial))
      try handle.seekToEnd()
      return handle
    } catch {
      throw CommandFailure(
        "\(partial): could not be written; does the folder exist, and may you write there?")
    }
  }

  func append(_ text: String) throws(CommandFailure) {
    do { try handle.write(contentsOf: Data(text.utf8)) } catch {
      throw CommandFailure("\(Self.partial(target)): could not be written; is the disk full?")
    }
  }

  /// Gives it its name.
  func finish() throws(CommandFailure) {
    let partial = Self.partial(target)
    do {
      try handle.close()
      if rename(partial, target) != 0 { throw CocoaError(.fileWriteUnknown) }
    } catch {
      throw CommandFailure("\(target): could not be written; the rows are in \(partial)")
    }
    unlink(Self.question(target))
  }
}
