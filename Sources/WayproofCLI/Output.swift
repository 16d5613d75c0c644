import Foundation

/// Results on standard output, everything else on standard error.
enum Output {
  static func write(_ text: String) {
    text.utf8.withContiguousStorageIfAvailable { write($0) } ?? write(bytes: Array(text.utf8))
  }

  static func write(bytes: [UInt8]) { bytes.withUnsafeBufferPointer { write($0) } }

  static func error(_ message: String) {
    FileHandle.standardError.write(Data((message + "\n").utf8))
  }

  private static func write(_ buffer: UnsafeBufferPointer<UInt8>) {
    var written = 0
    while written < buffer.count {
      guard let base = buffer.baseAddress else { return }
      let count = Foundation.write(STDOUT_FILENO, base + written, buffer.count - written)
      if count < 0 {
        if errno == EINTR { continue }
        exit(2)
      }
      written += count
    }
  }

  /// Writes a whole file or none: aside first, then renamed.
  static func save(_ text: String, to path: String) throws(CommandFailure) {
    let target = URL(fileURLWithPath: path)
    do {
      try Data(text.utf8).write(to: target, options: .atomic)
    } catch {
      throw CommandFailure(
        "\(path): could not be written; does the folder exist, and may you write there?")
    }
  }

  /// The width of the terminal, 80 where there is none.
  static var terminalWidth: Int {
    if let columns = ProcessInfo.processInfo.environment["COLUMNS"], let width = Int(columns) {
      return width
    }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Whether colours may be used: on a terminal, and not where NO_COLOR is set.
  static var isColoured: Bool {
    let refused = ProcessInfo.processInfo.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return isatty(STDOUT_FILENO) == 1 && !refused
  }
}
