import Datasets
import Foundation
import Questions
import Reporting

/// One piece of the input.
enum BatchItem: Sendable {
  case line(SourceLine)
  /// A row of a table, as the fields that its header names.
  case row(RecordFields)
  /// A row that is none, with the reason.
  case broken(String)
  /// A file of the folder, by its path inside it.
  case file(String)
  /// Whole lines of pairs.
  case pairs([UInt8])
}

/// What a batch reads, piece by piece from a position on, always in the same order.
protocol BatchSource {
  /// How far the end is: bytes, or files of a folder.
  var total: Int { get }
  /// What of it was handed out.
  var position: Int { get }
  /// What is done with items if they do not say it.
  var usual: RecordQuestion? { get }
  /// The next pieces; empty at the end.
  mutating func next(atMost count: Int) -> [BatchItem]
  /// Continues at a position that it had.
  mutating func seek(to position: Int)
}

/// A file that is read from a position on.
struct BatchFile {
  let descriptor: Int32
  let size: Int

  /// - Throws: `CommandFailure` where there is none.
  init(_ path: String) throws(CommandFailure) {
    descriptor = open(path, O_RDONLY)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      throw CommandFailure("\(path): there is no such file, or it may not be read")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw CommandFailure("\(path): it is no ordinary file; a batch reads files and folders")
    }
    size = Int(status.st_size)
  }

  func seek(to position: Int) { lseek(descriptor, position, SEEK_SET) }
}

/// JSON Lines: a record on each line.
struct BatchLines: BatchSource {
  private let file: BatchFile
  private let limit: Int
  private var lines: LineSource
  let usual: RecordQuestion?
  var total: Int { file.size }
  var position: Int { lines.position }

  init(_ path: String, limit: Int, usual: RecordQuestion?) throws(CommandFailure) {
    file = try BatchFile(path)
    self.limit = limit
    self.usual = usual
    lines = LineSource(file.descriptor, limit: limit)
  }

  mutating func next(atMost count: Int) -> [BatchItem] {
    lines.next(atMost: count).map { .line($0) }
  }

  mutating func seek(to position: Int) {
    file.seek(to: position)
    lines = LineSource(file.descriptor, limit: limit, from: position)
  }
}

/// Pairs, as `distance -` takes them.
struct BatchPairs: BatchSource {
  private let file: BatchFile
  private var chunks: PairChunks
  var usual: RecordQuestion? { .pairs }
  var total: Int { file.size }
  var position: Int { chunks.position }

  init(_ path: String) throws(CommandFailure) {
    file = try BatchFile(path)
    chunks = PairChunks(file.descriptor)
  }

  mutating func next(atMost count: Int) -> [BatchItem] {
    // What cannot be read any further ends there, as a file of lines does.
    ((try? chunks.next()) ?? nil).map { [.pairs($0)] } ?? []
  }

  mutating func seek(to position: Int) {
    file.seek(to: position)
    chunks = PairChunks(file.descriptor, from: position)
  }
}

/// A table whose header names the fields of its rows.
struct BatchTable: BatchSource {
  private let file: BatchFile
  private let limit: Int
  private let header: [String]
  private var lines: LineSource
  let usual: RecordQuestion?
  var total: Int { file.size }
  var position: Int { lines.position }

  /// - Throws: `CommandFailure` for a file that is none or has no header.
  init(_ path: String, limit: Int, usual: RecordQuestion) throws(CommandFailure) {
    file = try BatchFile(path)
    self.limit = limit
    self.usual = usual
    lines = LineSource(file.descriptor, limit: limit, keepsBlank: true)
    guard case .text(let bytes) = lines.next(atMost: 1).first,
      let names = CommaSeparated.fields(String(decoding: bytes, as: UTF8.self)), !names.isEmpty
    else { throw CommandFailure("\(path): its first line must name the columns") }
    header = names.map { $0.trimmingCharacters(in: .whitespaces) }
    // What no question knows is told before hours of work.
    try Self.check(header, usual, path)
  }

  private static func check(
    _ header: [String], _ usual: RecordQuestion, _ path: String
  ) throws(CommandFailure) {
    for name in header where !usual.fields.contains(name) {
      throw CommandFailure(
        "\(path): \(usual.rawValue) takes no column '\(name.prefix(40))'; there are \(usual.fields.joined(separator: ", "))"
      )
    }
  }

  mutating func next(atMost count: Int) -> [BatchItem] {
    var items: [BatchItem] = []
    while items.count < count, let first = lines.next(atMost: 1).first {
      if let item = item(beginning: first) { items.append(item) }
    }
    return items
  }

  /// The row that begins with a line, which goes on where a quote is open; nil for a blank line.
  private mutating func item(beginning first: SourceLine) -> BatchItem? {
    guard case .text(var bytes) = first else { return .broken("the row is too long") }
    if bytes.isEmpty { return nil }
    while Self.isOpen(bytes) {
      guard case .text(let more) = lines.next(atMost: 1).first, bytes.count + more.count < limit
      else { return .broken("a quote is never closed, or the row is too long") }
      bytes += [0x0A] + more
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return .broken("the row is not valid UTF-8")
    }
    guard let cells = CommaSeparated.fields(text), cells.count == header.count else {
      return .broken("the row does not have the \(header.count) fields of the header")
    }
    var values: [String: JSONValue] = [:]
    for (name, cell) in zip(header, cells) where !cell.isEmpty { values[name] = .text(cell) }
    var fields = RecordFields(values)
    fields.areCells = true
    return .row(fields)
  }

  private static func isOpen(_ bytes: [UInt8]) -> Bool {
    !bytes.reduce(0) { $1 == UInt8(ascii: "\"") ? $0 + 1 : $0 }.isMultiple(of: 2)
  }

  mutating func seek(to position: Int) {
    guard position > 0 else { return }
    file.seek(to: position)
    lines = LineSource(file.descriptor, limit: limit, from: position, keepsBlank: true)
  }
}

/// The articles and cases of a folder and of those below it, in the order of their paths' bytes.
struct BatchFolder: BatchSource {
  let paths: [String]
  private(set) var position = 0
  let usual: RecordQuestion?
  var total: Int { paths.count }

  private static let endings: Set<String> = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "yaml", "yml",
  ]

  /// - Throws: `CommandFailure` for a folder without one.
  init(_ folder: String, usual: RecordQuestion) throws(CommandFailure) {
    var paths: [String] = []
    let files = FileManager.default.enumerator(atPath: folder)
    while let path = files?.nextObject() as? String {
      let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
      if Self.endings.contains(ending) { paths.append(path) }
    }
    guard !paths.isEmpty else {
      throw CommandFailure(
        "\(folder): there is no article or case in it; files end in \(Self.endings.sorted().joined(separator: ", "))"
      )
    }
    self.paths = paths.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    self.usual = usual
  }

  mutating func next(atMost count: Int) -> [BatchItem] {
    let end = min(paths.count, position + count)
    defer { position = end }
    return paths[position..<end].map { .file($0) }
  }

  mutating func seek(to position: Int) { self.position = min(paths.count, max(0, position)) }
}
