import ArgumentParser
import Foundation
import Scenarios

/// Rows written as they are ready, in whole lines, to standard output or a file that can be gone on with.
struct RowStream {
  /// What stands before the first row; blank for nothing.
  let header: String
  /// How many rows there will be.
  let count: Int
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
    let file = try path.map { try RowFile($0, beginning: header, resuming: isResumed) }
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
            "\(path ?? ""): its rows are those of another question; take another --out")
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
    guard done >= count else {
      Output.error(
        "stopped after \(done) of \(count)"
          + (path == nil ? "" : "; the same command with --resume goes on"))
      throw ExitCode(130)
    }
    try file?.finish()
  }
}

/// A file of lines that grows beside its name and takes that name when it is whole.
struct RowFile {
  private let path: String
  private let handle: FileHandle
  /// How many whole rows it has.
  let rows: Int
  /// The last of them, where there is one.
  let lastLine: String?

  private var partial: String { path + ".partial" }

  /// - Throws: `CommandFailure` where it cannot be opened, or does not begin as it should.
  init(_ path: String, beginning header: String, resuming isResumed: Bool) throws(CommandFailure) {
    self.path = path
    let partial = path + ".partial"
    var whole = Data()
    if isResumed {
      guard let known = FileManager.default.contents(atPath: partial) else {
        throw CommandFailure("\(partial) is not there; there is nothing to go on with")
      }
      whole = known.prefix(through: known.lastIndex(of: 10) ?? known.startIndex)
      guard whole.starts(with: Data(header.utf8)), whole.last == 10 || known.isEmpty else {
        throw CommandFailure("\(partial) begins otherwise; it belongs to another question")
      }
      let lines = whole.dropFirst(header.utf8.count).split(separator: 10)
      rows = lines.count
      lastLine = lines.last.map { String(decoding: $0, as: UTF8.self) + "\n" }
    } else {
      rows = 0
      lastLine = nil
      whole = Data(header.utf8)
    }
    guard
      isResumed || FileManager.default.createFile(atPath: partial, contents: nil),
      let handle = FileHandle(forUpdatingAtPath: partial)
    else {
      throw CommandFailure(
        "\(partial): could not be written; does the folder exist, and may you write there?")
    }
    self.handle = handle
    do {
      // What Ctrl-C or a full disk left of a line goes.
      try handle.truncate(atOffset: UInt64(isResumed ? whole.count : 0))
      try handle.seekToEnd()
      if !isResumed { try handle.write(contentsOf: whole) }
    } catch {
      throw CommandFailure("\(partial): could not be written")
    }
  }

  func append(_ text: String) throws(CommandFailure) {
    do { try handle.write(contentsOf: Data(text.utf8)) } catch {
      throw CommandFailure("\(partial): could not be written; is the disk full?")
    }
  }

  /// Gives it its name.
  func finish() throws(CommandFailure) {
    do {
      try handle.close()
      if rename(partial, path) != 0 { throw CocoaError(.fileWriteUnknown) }
    } catch {
      throw CommandFailure("\(path): could not be written; the rows are in \(partial)")
    }
  }
}
