import Foundation

/// A line of a stream, without its end.
enum SourceLine: Sendable {
  case text([UInt8])
  /// A line that is longer than lines may be; it was passed over.
  case tooLong
}

/// The lines of a stream one after another, each of bounded length.
struct LineSource {
  private let descriptor: Int32
  /// How many bytes a line may have.
  private let limit: Int
  /// Whether blank lines are handed out too.
  private let keepsBlank: Bool
  private var buffer: [UInt8] = []
  /// Where the next line begins in the buffer, and how far its end was looked for.
  private var start = 0
  private var searched = 0
  private var isEnd = false
  private var isPassingOver = false
  /// How many bytes the lines had that were handed out, with their ends.
  private(set) var position: Int

  private static let size = 1 << 18

  /// - Parameters:
  ///   - limit: how many bytes a line may have.
  ///   - position: how many bytes of the file were read before.
  ///   - keepsBlank: whether blank lines count.
  init(_ descriptor: Int32, limit: Int, from position: Int = 0, keepsBlank: Bool = false) {
    self.descriptor = descriptor
    self.limit = limit
    self.keepsBlank = keepsBlank
    self.position = position
  }

  /// The next lines: waits for one, and takes no more than are there by then. Empty at the end.
  mutating func next(atMost count: Int) -> [SourceLine] {
    var lines: [SourceLine] = []
    while true {
      while lines.count < count, let line = cut() {
        if keepsBlank || !line.isBlank { lines.append(line) }
      }
      guard lines.isEmpty, !isEnd else { return lines }
      fill()
    }
  }

  private mutating func fill() {
    buffer.removeSubrange(..<start)
    searched -= start
    start = 0
    let read = Array<UInt8>(unsafeUninitializedCapacity: Self.size) { buffer, initialized in
      repeat {
        initialized = Foundation.read(descriptor, buffer.baseAddress, Self.size)
      } while initialized < 0 && errno == EINTR
      initialized = max(0, initialized)
    }
    if position == 0, buffer.isEmpty, read.starts(with: [0xEF, 0xBB, 0xBF]) {
      position = 3
      buffer += read.dropFirst(3)
    } else {
      buffer += read
    }
    isEnd = read.isEmpty
  }

  /// The next line, if its end is in the buffer.
  private mutating func cut() -> SourceLine? {
    let end = buffer[searched...].withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress, let found = memchr(base, 0x0A, bytes.count) else {
        return nil
      }
      return searched + (UnsafeRawPointer(found) - base)
    }
    guard let end else {
      searched = buffer.count
      if isEnd { return last() }
      // What is passed over is not kept.
      if searched - start > limit {
        isPassingOver = true
        position += searched - start
        start = searched
      }
      return nil
    }
    let line = line(to: end)
    position += end + 1 - start
    start = end + 1
    searched = start
    return line
  }

  private mutating func line(to end: Int) -> SourceLine {
    defer { isPassingOver = false }
    guard !isPassingOver, end - start <= limit else { return .tooLong }
    let hasReturn = end > start && buffer[end - 1] == 0x0D
    return .text(Array(buffer[start..<(hasReturn ? end - 1 : end)]))
  }

  /// What stands behind the last line break.
  private mutating func last() -> SourceLine? {
    guard start < buffer.count || isPassingOver else { return nil }
    let line = line(to: buffer.count)
    position += buffer.count - start
    start = buffer.count
    searched = start
    return line
  }
}

extension SourceLine {
  fileprivate var isBlank: Bool {
    guard case .text(let bytes) = self else { return false }
    return bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }
}
