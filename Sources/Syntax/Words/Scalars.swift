/// The scalars of a text in UTF-8, faulty or not, and what kinds of them words are made of.
package enum Scalars {
  /// The scalar at a place, which moves behind it; U+FFFD and one byte on where the bytes are faulty.
  @inline(__always)
  package static func next(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: inout Int, end: Int
  ) -> UInt32 {
    let first = UInt32(bytes[place])
    if first < 0x80 {
      place += 1
      return first
    }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    guard length > 1, first < 0xF5, place + length <= end else {
      place += 1
      return 0xFFFD
    }
    var value = first & (0xFF >> UInt32(length + 1))
    for offset in 1..<length {
      let byte = UInt32(bytes[place + offset])
      guard byte & 0xC0 == 0x80 else {
        place += 1
        return 0xFFFD
      }
      value = value << 6 | (byte & 0x3F)
    }
    place += length
    return value
  }

  /// Whether a scalar is a letter: any beyond ASCII that is no sign or space.
  @inline(__always)
  package static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (scalar | 0x20) &- 0x61 < 26 }
    if scalar < 0xC0 { return scalar == 0xAA || scalar == 0xB5 || scalar == 0xBA }
    if scalar == 0xD7 || scalar == 0xF7 { return false }
    if scalar >= 0x2000, scalar < 0x2C00 {
      return scalar >= 0x2100 && scalar < 0x2150 && scalar != 0x2116 && scalar != 0x2103
    }
    if scalar >= 0x3000, scalar <= 0x3030 { return scalar == 0x3005 || scalar == 0x3006 }
    if scalar >= 0xFF00, scalar <= 0xFF0F { return false }
    if scalar >= 0x1F000 { return scalar >= 0x20000 }
    if scalar >= 0xFE00, scalar < 0xFE70 { return false }
    return scalar != 0xFFFD && scalar != 0xFEFF
  }

  /// Whether a scalar is a letter or a digit.
  @inline(__always)
  package static func isWordLike(_ scalar: UInt32) -> Bool {
    scalar &- 0x30 < 10 || isLetter(scalar)
  }

  /// Whether a scalar parts words and is none itself.
  @inline(__always)
  package static func isSpace(_ scalar: UInt32) -> Bool {
    if scalar <= 0x20 { return true }
    if scalar < 0x7F { return false }
    switch scalar {
    case 0x7F...0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000,
      0xFEFF:
      return true
    default: return false
    }
  }

  /// The small letter of a capital of the Latin, Greek and Cyrillic alphabets.
  @inline(__always)
  package static func lowercased(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return scalar &- 0x41 < 26 ? scalar | 0x20 : scalar }
    if scalar < 0xC0 { return scalar }
    if scalar <= 0xDE { return scalar + 0x20 }
    if scalar < 0x100 { return scalar }
    if scalar < 0x180 {
      if (0x139...0x148).contains(scalar) || scalar >= 0x179 && scalar <= 0x17E {
        return scalar & 1 == 1 ? scalar + 1 : scalar
      }
      return scalar == 0x130 || scalar == 0x131 || scalar == 0x178 || scalar == 0x17F
        ? scalar : scalar | 1
    }
    switch scalar {
    case 0x391...0x3A9: return scalar + 0x20
    case 0x400...0x40F: return scalar + 0x50
    case 0x410...0x42F: return scalar + 0x20
    case 0x1E00...0x1EFF: return scalar | 1
    default: return scalar
    }
  }
}
