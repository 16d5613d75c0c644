/// The records of comma-separated text one after another, each with the line it began on.
///
/// Fields are found here and copied by whoever reads them: of a wide table few are.
struct CommaSeparatedRecords {
  struct Record {
    var fields: [CommaSeparatedField]
    var line: Int
  }

  private let bytes: [UInt8]
  private let name: String
  private var position = 0
  private var line = 1
  /// All bytes of the record so far, one over the other: below 128 if they are ASCII.
  private var union: UInt8 = 0

  init(bytes: [UInt8], name: String) {
    self.bytes = bytes
    self.name = name
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The next record; nil at the end.
  ///
  /// - Parameter count: how many fields it is likely to have.
  mutating func next(count: Int = 8) throws(DatasetError) -> Record? {
    skipBlankAndCommentLines()
    guard position < bytes.count else { return nil }
    var record = Record(fields: [], line: line)
    record.fields.reserveCapacity(count)
    let start = position
    union = 0
    while true {
      record.fields.append(try field())
      if position < bytes.count, bytes[position] == UInt8(ascii: ",") {
        position += 1
        continue
      }
      try checkText(bytes[start..<position])
      endLine()
      return record
    }
  }

  private mutating func skipBlankAndCommentLines() {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "#"):
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        endLine()
      default:
        return
      }
    }
  }

  private mutating func endLine() {
    if position < bytes.count, bytes[position] == UInt8(ascii: "\r") { position += 1 }
    if position < bytes.count, bytes[position] == UInt8(ascii: "\n") {
      position += 1
      line += 1
    }
  }

  private mutating func field() throws(DatasetError) -> CommaSeparatedField {
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { return try quoted() }
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        break
      }
      union |= byte
      position += 1
    }
    return CommaSeparatedField(bytes: start..<position, hasDoubledQuotes: false)
  }

  private mutating func quoted() throws(DatasetError) -> CommaSeparatedField {
    let startLine = line
    var hasDoubledQuotes = false
    position += 1
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        guard position + 1 < bytes.count, bytes[position + 1] == byte else {
          position += 1
          return CommaSeparatedField(
            bytes: start..<position - 1, hasDoubledQuotes: hasDoubledQuotes)
        }
        hasDoubledQuotes = true
        position += 1
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      union |= byte
      position += 1
    }
    throw .malformed(
      file: name, line: startLine, column: 1, message: "a quoted field is never closed")
  }

  private func checkText(_ slice: ArraySlice<UInt8>) throws(DatasetError) {
    guard union < 128 || String(validating: slice, as: UTF8.self) != nil else {
      throw .malformed(
        file: name, line: line, column: 1, message: "the text is not valid UTF-8")
    }
  }
}

/// Where a field stands within the bytes of its table, without its quotes.
struct CommaSeparatedField: Sendable {
  let bytes: Range<Int>
  /// Whether two quotes within stand for one.
  let hasDoubledQuotes: Bool

  /// Its text.
  ///
  /// - Parameter all: the bytes of the table that it was found in.
  func text(in all: [UInt8]) -> String {
    guard bytes.lowerBound >= 0, bytes.upperBound <= all.count else { return "" }
    guard hasDoubledQuotes else {
      return all.withUnsafeBufferPointer {
        String(decoding: UnsafeBufferPointer(rebasing: $0[bytes]), as: UTF8.self)
      }
    }
    var content: [UInt8] = []
    var isSecond = false
    for byte in all[bytes] {
      let isQuote = byte == UInt8(ascii: "\"")
      if !(isQuote && isSecond) { content.append(byte) }
      isSecond = isQuote && !isSecond
    }
    return String(decoding: content, as: UTF8.self)
  }
}
