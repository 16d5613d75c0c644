import Foundation

/// A file that grows beside its name and takes that name when it is whole. Beside it stands how far it is, so that it can be
/// continued after the program was killed.
final class BatchOutput {
  let target: String
  private var descriptor: Int32 = -1
  private(set) var state: BatchState

  var partial: String { target + ".partial" }
  private var stateFile: String { target + ".partial.state" }

  /// - Parameters:
  ///   - path: where the whole output goes.
  ///   - identity: names what is asked.
  /// - Throws: `CommandFailure` if the path leads to no ordinary file.
  init(_ path: String, identity: String) throws(CommandFailure) {
    target = try Output.target(path).path
    state = BatchState(identity: identity)
  }

  /// Opens the unfinished file, empty or as it was left.
  ///
  /// - Throws: `CommandFailure` if it belongs to something else, or cannot be opened.
  func open(resuming isResumed: Bool) throws(CommandFailure) {
    let isThere = FileManager.default.fileExists(atPath: partial)
    guard isResumed || !isThere else {
      throw CommandFailure(
        "\(partial) is there from an earlier run; add --resume to continue it, or delete it")
    }
    if isResumed, isThere { try readState() }
    descriptor = Foundation.open(partial, O_RDWR | O_CREAT, 0o666)
    guard descriptor >= 0 else {
      throw CommandFailure(
        "\(partial): could not be written; does the folder exist, and may you write there?")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw CommandFailure("\(partial): another run is writing it")
    }
    let size = lseek(descriptor, 0, SEEK_END)
    guard size >= state.written, ftruncate(descriptor, state.written) == 0,
      lseek(descriptor, 0, SEEK_END) == state.written
    else { throw CommandFailure("\(partial): it is shorter than it was; delete it and start anew") }
    try save()
  }

  private func readState() throws(CommandFailure) {
    guard let data = FileManager.default.contents(atPath: stateFile),
      let known = try? JSONDecoder().decode(BatchState.self, from: data)
    else { return }
    guard known.identity == state.identity else {
      throw CommandFailure(
        "\(partial): it was begun with another input, question, program or data; delete it and start anew"
      )
    }
    state = known
  }

  func append(_ bytes: [UInt8]) throws(CommandFailure) {
    var written = 0
    let isWhole = bytes.withUnsafeBytes { buffer in
      while written < buffer.count {
        guard let base = buffer.baseAddress else { return false }
        let count = Foundation.write(descriptor, base + written, buffer.count - written)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        written += count
      }
      return true
    }
    guard isWhole else {
      throw CommandFailure("\(partial): could not be written; is the disk full?")
    }
    state.written += bytes.count
  }

  /// Notes that everything up to a position of the input is answered.
  func note(read position: Int, _ tally: BatchTally) {
    state.read = position
    state.tally = tally
  }

  /// Makes what was noted last beyond a crash: first the output, then how far it is.
  func save() throws(CommandFailure) {
    fsync(descriptor)
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      try encoder.encode(state).write(to: URL(fileURLWithPath: stateFile), options: .atomic)
    } catch {
      throw CommandFailure("\(stateFile): could not be written; is the disk full?")
    }
  }

  /// Gives the whole output its name.
  func finish() throws(CommandFailure) {
    try save()
    guard rename(partial, target) == 0 else {
      throw CommandFailure("\(target): could not be written; the answers are in \(partial)")
    }
    unlink(stateFile)
    close(descriptor)
  }
}
