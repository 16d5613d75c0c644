import Foundation

/// Standard input, read whole.
enum StandardInput {
  /// - Throws: `CommandFailure` if it is closed, a folder, or longer than the limit.
  static func bytes(limit: Int) throws(CommandFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    do {
      while bytes.count <= limit,
        let piece = try FileHandle.standardInput.read(upToCount: 1 << 20), !piece.isEmpty
      { bytes += piece }
    } catch {
      throw CommandFailure(
        "standard input: it cannot be read; pipe a file into it, or name the file in place of -")
    }
    guard bytes.count <= limit else {
      throw CommandFailure("standard input: it has more than \(limit >> 20) MB")
    }
    return bytes
  }
}
