import Foundation
import Reporting

/// Results on standard output, everything else on standard error.
enum Output {
  static func write(_ text: String) {
    text.utf8.withContiguousStorageIfAvailable { write($0) } ?? write(bytes: Array(text.utf8))
  }

  static func write(bytes: [UInt8]) { bytes.withUnsafeBufferPointer { write($0) } }

  /// No reader goes through more lines of an error than these.
  private static let errorLineLimit = 200

  static func error(_ message: String) {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    var clean = lines.prefix(errorLineLimit).map { line in
      let kept = line.prefix(1_000)
      let text = String(kept.unicodeScalars.map { $0.isCommand ? " " : Character($0) })
      return kept.endIndex < line.endIndex ? text + " …" : text
    }
    if lines.count > errorLineLimit { clean.append("… and \(lines.count - errorLineLimit) more") }
    try? FileHandle.standardError.write(
      contentsOf: Data((clean.joined(separator: "\n") + "\n").utf8))
  }

  private static func write(_ buffer: UnsafeBufferPointer<UInt8>) {
    var written = 0
    while written < buffer.count {
      guard let base = buffer.baseAddress else { return }
      let count = Foundation.write(STDOUT_FILENO, base + written, buffer.count - written)
      if count < 0 {
        if errno == EINTR { continue }
        // Whoever reads has gone, and asks for no more.
        if errno != EPIPE { error("the output could not be written; is the disk full?") }
        exit(2)
      }
      written += count
    }
  }

  /// The file that a path leads to, whether it is there or not.
  ///
  /// - Throws: `CommandFailure` where it is a folder, a device or the like.
  static func target(_ path: String) throws(CommandFailure) -> URL {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let type = try? FileManager.default.attributesOfItem(atPath: target.path)[.type]
    if let type = type as? FileAttributeType, type != .typeRegular {
      throw CommandFailure("\(path): it is no ordinary file and is left as it is")
    }
    return target
  }

  /// Writes a whole file or none: aside first, then renamed.
  static func save(_ text: String, to path: String) throws(CommandFailure) {
    let target = try target(path)
    do {
      try Data(text.utf8).write(to: target, options: .atomic)
    } catch {
      throw CommandFailure(
        "\(path): could not be written; does the folder exist, and may you write there?")
    }
  }

  /// A document in a format, as the terminal or a file shows it.
  ///
  /// - Parameter path: the file that it is written to; nil for standard output.
  /// - Throws: `CommandFailure` if it cannot be had so.
  static func text<Document>(
    of document: Document, as format: DocumentFormat<Document>, to path: String? = nil,
    _ style: ReportStyle = ReportStyle()
  ) throws(CommandFailure) -> String {
    var style = style
    style.columns = terminalWidth
    style.isColoured = path == nil && isColoured
    do { return try format.text(of: document, style) } catch { throw CommandFailure(error) }
  }

  /// A story as the terminal shows it.
  ///
  /// - Parameter least: columns that it has at the least.
  static func terminalText(_ story: Story, least: Int = 0) -> String {
    TerminalRenderer(width: max(terminalWidth, least), isColoured: isColoured).text(story)
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

  /// The lines of a plain terminal, which the first screen of a report fits.
  static let screenLines = 24

  /// Whether colours may be used: on a terminal, and not where NO_COLOR is set.
  static var isColoured: Bool {
    let refused = ProcessInfo.processInfo.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return isatty(STDOUT_FILENO) == 1 && !refused
  }
}

extension Unicode.Scalar {
  /// Whether a terminal might obey it, or let it turn the direction of what follows.
  fileprivate var isCommand: Bool {
    properties.generalCategory == .control || (0x202A...0x202E).contains(value)
      || (0x2066...0x2069).contains(value)
  }
}
