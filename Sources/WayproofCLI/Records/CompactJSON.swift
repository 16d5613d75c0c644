/// JSON on one line, its numbers and texts byte for byte as they were written.
enum CompactJSON {
  /// - Parameters:
  ///   - text: a document of JSON, indented or not.
  ///   - names: of an object, the only fields that are kept; nil for all.
  static func bytes(_ text: String, keeping names: Set<String>? = nil) -> [UInt8] {
    let whole = withoutSpace(Array(text.utf8))
    guard let names, whole.first == UInt8(ascii: "{") else { return whole }
    let kept = members(of: whole).filter { names.contains(name(of: $0)) }
    return [UInt8(ascii: "{")] + kept.joined(separator: [UInt8(ascii: ",")])
      + [UInt8(ascii: "}")]
  }

  private static func withoutSpace(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var state = Place()
    for byte in bytes {
      let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
      if !isSpace || state.isInText { result.append(byte) }
      state.pass(byte)
    }
    return result
  }

  /// The fields of an object without space, each with its name.
  private static func members(of object: [UInt8]) -> [ArraySlice<UInt8>] {
    var members: [ArraySlice<UInt8>] = []
    var state = Place()
    var start = 1
    for (index, byte) in object.enumerated() {
      let isOutside = !state.isInText && state.depth == 1
      if isOutside, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") {
        if start < index { members.append(object[start..<index]) }
        start = index + 1
      }
      state.pass(byte)
    }
    return members
  }

  /// What stands between the first two quotation marks; names of fields have none within.
  private static func name(of member: ArraySlice<UInt8>) -> String {
    String(decoding: member.dropFirst().prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
  }

  /// Where one is while going through a document.
  private struct Place {
    var isInText = false
    var depth = 0
    private var isEscaped = false

    mutating func pass(_ byte: UInt8) {
      if isInText {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInText = false
        }
        return
      }
      switch byte {
      case UInt8(ascii: "\""): isInText = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
    }
  }
}
