import Foundation

/// Reads pairs from standard input and writes each back with its distances, in order, as it comes.
struct PairStream {
  private let table: PairTable

  init(data: DataOptions, isLongitudeFirst: Bool, threads: Int?) throws(CommandFailure) {
    table = PairTable(
      world: try data.world(vehicles: false), isLongitudeFirst: isLongitudeFirst, threads: threads)
  }

  func run() throws(CommandFailure) {
    var chunks = PairChunks(STDIN_FILENO)
    var line = 0
    var problems = 0
    while let chunk = try chunks.next() {
      for piece in table.measure(chunk) {
        Output.write(bytes: piece.output)
        for problem in piece.problems.prefix(max(0, 20 - problems)) {
          Output.error("line \(line + problem.line): \(problem.message)")
        }
        problems += piece.problems.count
        line += piece.lines
      }
    }
    if problems > 20 { Output.error("… and \(problems - 20) more") }
    if problems > 0 {
      throw CommandFailure("\(problems) of \(line) lines could not be measured")
    }
  }
}

/// Whole lines of a stream in large chunks.
struct PairChunks {
  private let descriptor: Int32
  private var pending: [UInt8] = []
  private var isFirst: Bool
  private var isEnd = false
  /// How many bytes were handed out, with a byte order mark that was left out.
  private(set) var position: Int

  private static let size = 1 << 20

  /// - Parameter position: how many bytes of the file were read before.
  init(_ descriptor: Int32, from position: Int = 0) {
    self.descriptor = descriptor
    self.position = position
    isFirst = position == 0
  }

  /// The next whole lines, at least one; the rest stays pending until its line is complete. Nil at the end.
  ///
  /// - Throws: `CommandFailure` if it is closed.
  mutating func next() throws(CommandFailure) -> [UInt8]? {
    while !isEnd {
      var chunk = try lines()
      guard !chunk.isEmpty else { continue }
      position += chunk.count
      if isFirst, chunk.starts(with: [0xEF, 0xBB, 0xBF]) { chunk.removeFirst(3) }
      isFirst = false
      if !chunk.isEmpty { return chunk }
    }
    return nil
  }

  private mutating func lines() throws(CommandFailure) -> [UInt8] {
    let start = pending.count
    let read = try StandardInput.piece(atMost: Self.size, of: descriptor)
    pending += read
    // A line that never ends is no line.
    guard !read.isEmpty, pending.count <= 1 << 24 else {
      isEnd = true
      defer { pending = [] }
      return pending
    }
    guard let last = pending[start...].lastIndex(of: 0x0A) else { return [] }
    let lines = Array(pending[...last])
    pending.removeSubrange(...last)
    return lines
  }
}
