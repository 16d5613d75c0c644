/// Refuses YAML that would be expensive or dangerous to compose, before it is composed.
///
/// Aliases can make a small file stand for billions of nodes, and nesting is composed recursively. A
/// case file needs neither.
enum YAMLGuard {
  static let sizeLimit = 4 << 20
  private static let depthLimit = 100
  private static let aliasLimit = 20

  static func problem(in bytes: [UInt8]) -> DocumentProblem? {
    if aliasLikeCount(bytes) > aliasLimit {
      return DocumentProblem(
        position: FilePosition(line: 1, column: 1),
        message: "more than \(aliasLimit) words begin with * as aliases do; a case file needs none")
    }
    var depth = 0
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      let position = FilePosition(line: number + 1, column: 1)
      let dashes = leadingDashes(line)
      if dashes > depthLimit { return tooDeep(position) }
      var quote: UInt8?
      var previous: UInt8 = 0x20
      for byte in line {
        if let open = quote {
          if byte == open { quote = nil }
        } else {
          switch byte {
          case UInt8(ascii: "#") where previous == 0x20: quote = 0
          case UInt8(ascii: "\""), UInt8(ascii: "'"):
            if isTokenStart(previous) { quote = byte }
          case UInt8(ascii: "["), UInt8(ascii: "{"): if isTokenStart(previous) { depth += 1 }
          case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
          case UInt8(ascii: "&"), UInt8(ascii: "*"):
            if isAnchor(byte, in: line, previous: previous) {
              return DocumentProblem(
                position: position,
                message: "anchors and aliases (& and *) are not allowed in a case file; "
                  + "write the text out, or put it in quotes if it is no alias")
            }
          default: break
          }
          if depth > depthLimit { return tooDeep(position) }
        }
        previous = byte
      }
    }
    return nil
  }

  /// Everything that could be an alias, in quotes or not: however the text is quoted, so few cannot
  /// stand for many nodes.
  private static func aliasLikeCount(_ bytes: [UInt8]) -> Int {
    let openers: [UInt8] = Array(" \t\r\n[{,:?-".utf8) + [0x85, 0xA8, 0xA9]
    var count = 0
    var previous: UInt8 = 0x0A
    for byte in bytes {
      if byte == UInt8(ascii: "*"), openers.contains(previous) { count += 1 }
      previous = byte
    }
    return count
  }

  private static func tooDeep(_ position: FilePosition) -> DocumentProblem {
    DocumentProblem(position: position, message: "nested more than \(depthLimit) levels deep")
  }

  private static func leadingDashes(_ line: ArraySlice<UInt8>) -> Int {
    var count = 0
    var blanks = 0
    for byte in line {
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "?"): count += 1
      case 0x20: blanks += 1
      default: return blanks > 1_000 ? Int.max : count
      }
    }
    return count > 100 && blanks == 0 ? 0 : count
  }

  private static func isTokenStart(_ previous: UInt8) -> Bool {
    [0x20, 0x09, UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: ":")]
      .contains(previous)
  }

  /// An anchor or alias stands where a value may begin and is followed by its name.
  private static func isAnchor(
    _ byte: UInt8, in line: ArraySlice<UInt8>, previous: UInt8
  ) -> Bool {
    guard isTokenStart(previous), let index = line.firstIndex(of: byte), index + 1 < line.endIndex
    else { return false }
    let before = line[line.startIndex..<index].last { $0 != 0x20 }
    let opens: [UInt8] = [
      UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "["), UInt8(ascii: ","),
      UInt8(ascii: "{"), UInt8(ascii: "?"),
    ]
    let next = line[index + 1]
    let isName = next != 0x20 && next != byte
    return isName && (before.map(opens.contains) ?? true)
  }
}
