/// Signs and digits of other scripts that mean what those of ASCII do.
package enum WideSigns {
  /// The sign of ASCII that a sign of Chinese, Japanese or Arabic stands for; 0 where there is none.
  static func plain(_ sign: ArraySlice<UInt8>) -> UInt8 {
    guard sign.count > 1, let scalar = String(decoding: sign, as: UTF8.self).unicodeScalars.first
    else { return 0 }
    switch scalar.value {
    // The whole of ASCII stands there once more, in full width.
    case 0xFF01...0xFF5E: return UInt8(scalar.value - 0xFEE0)
    case 0x3001, 0x60C: return UInt8(ascii: ",")
    case 0x3002, 0x6D4: return UInt8(ascii: ".")
    case 0x61B: return UInt8(ascii: ";")
    case 0x61F: return UInt8(ascii: "?")
    default: return 0
    }
  }

  /// The wave dashes and the hyphen of full width.
  static func isDash(_ sign: ArraySlice<UInt8>) -> Bool {
    sign.count == 3 && dashes.contains(Array(sign))
  }

  private static let dashes = ["〜", "～", "－"].map { Array($0.utf8) }

  /// A text with the digits of full width, of Arabic and of Persian as those of ASCII, and with what stands between them.
  package static func withPlainDigits(_ text: [UInt8]) -> [UInt8] {
    // The first bytes that such digits begin with.
    guard text.contains(where: { $0 == 0xEF || $0 == 0xD9 || $0 == 0xDB }) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    var isBehindDigit = false
    while index < text.count {
      if let digit = digit(in: text, at: index) {
        result.append(digit.digit)
        index = digit.end
        isBehindDigit = true
      } else if isBehindDigit, let sign = sign(in: text, at: index),
        isNumber(sign.sign == UInt8(ascii: ",") ? 3 : 1, in: text, at: sign.end)
      {
        result.append(sign.sign)
        index = sign.end
      } else {
        result.append(text[index])
        isBehindDigit = Tokenizer.isDigit(text[index])
        index += 1
      }
    }
    return result
  }

  /// Whether so many digits at least stand at a place.
  private static func isNumber(_ count: Int, in text: [UInt8], at index: Int) -> Bool {
    var place = index
    for _ in 0..<count {
      if let digit = digit(in: text, at: place) {
        place = digit.end
      } else if place < text.count, Tokenizer.isDigit(text[place]) {
        place += 1
      } else {
        return false
      }
    }
    return true
  }

  private static func digit(in text: [UInt8], at index: Int) -> (digit: UInt8, end: Int)? {
    guard index + 1 < text.count else { return nil }
    switch (text[index], text[index + 1]) {
    case (0xD9, 0xA0...0xA9): return (text[index + 1] - 0xA0 + 0x30, index + 2)
    case (0xDB, 0xB0...0xB9): return (text[index + 1] - 0xB0 + 0x30, index + 2)
    case (0xEF, 0xBC):
      guard index + 2 < text.count, (0x90...0x99).contains(text[index + 2]) else { return nil }
      return (text[index + 2] - 0x90 + 0x30, index + 3)
    default: return nil
    }
  }

  /// The decimal and thousands separators of Arabic, and comma, point and colon of full width.
  private static func sign(in text: [UInt8], at index: Int) -> (sign: UInt8, end: Int)? {
    guard index + 1 < text.count else { return nil }
    switch (text[index], text[index + 1]) {
    case (0xD9, 0xAB): return (UInt8(ascii: "."), index + 2)
    case (0xD9, 0xAC): return (UInt8(ascii: ","), index + 2)
    case (0xEF, 0xBC):
      guard index + 2 < text.count, [0x8C, 0x8E, 0x9A].contains(text[index + 2]) else { return nil }
      return (text[index + 2] - 0x80 + 0x20, index + 3)
    default: return nil
    }
  }
}
