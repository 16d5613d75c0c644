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
    } catch { throw unreadable }
    guard bytes.count <= limit else {
      throw CommandFailure("standard input: it has more than \(limit >> 20) MB")
    }
    return bytes
  }

  /// The next bytes, none at the end; they are waited for.
  ///
  /// - Parameter descriptor: of a file that is read in its place.
  /// - Throws: `CommandFailure` if it is closed or a folder.
  static func piece(
    atMost size: Int, of descriptor: Int32 = STDIN_FILENO
  ) throws(CommandFailure) -> [UInt8] {
    var failed = false
    let piece = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      var count = -1
      repeat {
        count = Foundation.read(descriptor, buffer.baseAddress, size)
      } while count < 0 && errno == EINTR
      failed = count < 0
      initialized = max(0, count)
    }
    if failed { throw unreadable }
    return piece
  }

  /// - Throws: `CommandFailure` if it is closed or a folder.
  static func check() throws(CommandFailure) {
    var status = stat()
    // What was closed is held open for writing only, so that no file takes its place.
    guard fstat(STDIN_FILENO, &status) == 0, status.st_mode & S_IFMT != S_IFDIR,
      fcntl(STDIN_FILENO, F_GETFL) & O_ACCMODE != O_WRONLY
    else { throw unreadable }
  }

  private static let unreadable = CommandFailure(
    "standard input: it cannot be read; pipe a file into it, or name the file in place of -")
}
