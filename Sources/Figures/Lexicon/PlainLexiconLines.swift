import Datasets

/// Reads lexicon files as they are usually written: one field a line, `key: [word, "word"]`, tables set in by two blanks.
///
/// A YAML parser takes longer than all the rest of understanding a case's values; what is written otherwise, or wrongly,
/// is left to it.
struct PlainLexiconLines {
  private typealias Pair = (key: LexiconNode, value: LexiconNode)

  /// The file's fields; nil where anything in it is written otherwise.
  ///
  /// - Parameter names: fields that are not wanted.
  static func root(of bytes: [UInt8], leavingOut names: Set<String> = []) -> LexiconNode? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var fields: [Pair] = []
    /// The field whose table is being read.
    var open: LexiconNode?
    var table: [Pair] = []
    var isWanted = true
    func close() {
      if let key = open, isWanted {
        fields.append((key, LexiconNode(.table(table), at: key.position)))
      }
      (open, table) = (nil, [])
    }
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      guard let first = line.first(where: { $0 != 0x20 }) else { continue }
      if first == UInt8(ascii: "#") { continue }
      let indent = line.prefix { $0 == 0x20 }.count
      if indent == 2, open != nil {
        guard isWanted else { continue }
        guard let pair = pair(line.dropFirst(2), line: number + 1, column: 3) else { return nil }
        table.append(pair)
        continue
      }
      guard indent == 0, let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      close()
      isWanted = !names.contains(String(decoding: line[..<colon], as: UTF8.self))
      if line.index(after: colon) == line.endIndex {
        guard let key = key(line[..<colon], line: number + 1, column: 1) else { return nil }
        open = key
      } else if isWanted {
        guard let pair = pair(line, line: number + 1, column: 1) else { return nil }
        fields.append(pair)
      }
    }
    close()
    let keys = fields.compactMap(\.key.string)
    guard !fields.isEmpty, Set(keys).count == keys.count else { return nil }
    return LexiconNode(.table(fields), at: FilePosition(line: 1, column: 1))
  }

  /// `key: value`
  private static func pair(_ line: ArraySlice<UInt8>, line number: Int, column: Int) -> Pair? {
    let quoted = line.first == quote
    let keyEnd = quoted ? line.dropFirst().firstIndex(of: quote).map { $0 + 1 } : nil
    guard let colon = line[(keyEnd ?? line.startIndex)...].firstIndex(of: UInt8(ascii: ":")),
      let key = key(line[..<colon], line: number, column: column),
      colon + 2 < line.endIndex, line[colon + 1] == 0x20
    else { return nil }
    let position = FilePosition(line: number, column: column + (colon - line.startIndex) + 2)
    return value(line[(colon + 2)...], at: position).map { (key, $0) }
  }

  private static func key(_ text: ArraySlice<UInt8>, line: Int, column: Int) -> LexiconNode? {
    plain(text).map { LexiconNode(.text($0), at: FilePosition(line: line, column: column)) }
  }

  private static func value(_ text: ArraySlice<UInt8>, at position: FilePosition) -> LexiconNode? {
    guard text.first == UInt8(ascii: "[") else {
      if text.elementsEqual("{}".utf8) { return LexiconNode(.table([]), at: position) }
      return plain(text).map { LexiconNode(.text($0), at: position) }
    }
    guard text.last == UInt8(ascii: "]") else { return nil }
    var items: [LexiconNode] = []
    var rest = text.dropFirst().dropLast()
    while !rest.isEmpty {
      rest = rest.drop { $0 == 0x20 }
      let isQuoted = rest.first == quote
      let end =
        isQuoted
        ? rest.dropFirst().firstIndex(of: quote).map { $0 + 1 }
        : rest.firstIndex(of: UInt8(ascii: ",")) ?? rest.endIndex
      guard let end, let item = plain(rest[..<end]) else { return nil }
      items.append(LexiconNode(.text(item), at: position))
      rest = rest[end...]
      guard rest.isEmpty || rest.first == UInt8(ascii: ",") else { return nil }
      rest = rest.dropFirst()
    }
    return LexiconNode(.list(items), at: position)
  }

  private static let quote = UInt8(ascii: "\"")

  /// Bytes that mean something in YAML where a plain text begins, or anywhere in it.
  private static let leading = Set("'&*!|>%@`?\"".utf8)
  private static let forbidden = Set("[]{}:#\\\"\t\r".utf8)

  /// A plain text, or one in quotation marks without escapes.
  private static func plain(_ text: ArraySlice<UInt8>) -> String? {
    if text.first == quote, text.last == quote, text.count > 1 {
      let inner = text.dropFirst().dropLast()
      guard !inner.contains(quote), !inner.contains(UInt8(ascii: "\\")) else { return nil }
      return String(decoding: inner, as: UTF8.self)
    }
    var trimmed = text
    while trimmed.last == 0x20 { trimmed = trimmed.dropLast() }
    // A minus is a list's unless something hangs on it.
    guard let first = trimmed.first, !leading.contains(first),
      first != UInt8(ascii: "-") || trimmed.count > 1 && trimmed.dropFirst().first != 0x20,
      !trimmed.contains(where: forbidden.contains)
    else { return nil }
    return String(decoding: trimmed, as: UTF8.self)
  }
}
