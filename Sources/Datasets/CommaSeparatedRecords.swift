/// The records of comma-separated text one after another, each with the line it began on.
struct CommaSeparatedRecords {
  struct Record {
    var fields: [String]
    var line: Int
  }

  private let bytes: [UInt8]
  private let name: String
  private var position = 0
  private var line = 1

  init(bytes: [UInt8], name: String) {
    self.bytes = bytes
    self.name = name
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  mutating func next() throws(DatasetError) -> Record? {
    skipBlankAndCommentLines()
    guard position < bytes.count else { return nil }
    var record = Record(fields: [], line: line)
    while true {
      record.fields.append(try field())
      guard position < bytes.count else { return record }
      if bytes[position] == UInt8(ascii: ",") {
        position += 1
        continue
      }
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

  private mutating func field() throws(DatasetError) -> String {
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { return try quoted() }
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        break
      }
      position += 1
    }
    return try text(bytes[start..<position])
  }

  private mutating func quoted() throws(DatasetError) -> String {
    let startLine = line
    var content: [UInt8] = []
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        guard position + 1 < bytes.count, bytes[position + 1] == byte else {
          position += 1
          return try text(content[...])
        }
        position += 1
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      content.append(byte)
      position += 1
    }
    throw .malformed(
      file: name, line: startLine, column: 1, message: "a quoted field is never closed")
  }

  private func text(_ slice: ArraySlice<UInt8>) throws(DatasetError) -> String {
    guard let text = String(validating: slice, as: UTF8.self) else {
      throw .malformed(
        file: name, line: line, column: 1, message: "the text is not valid UTF-8")
    }
    return text
  }
}
