import Foundation

/// How words are made alike before they are looked up: lower case, without accents, with straight apostrophes.
enum WordFolding {
  /// What a scalar outside ASCII does to a word.
  enum Folded {
    case letter(Unicode.Scalar)
    /// A letter of Latin script with accents or a ligature, as its plain letters.
    case letters([UInt8])
    /// Soft hyphens, joiners, combining marks and vowel signs, which count as nothing.
    case nothing
    case apostrophe
    case blank
    case sign
  }

  static func folded(_ scalar: Unicode.Scalar) -> Folded {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0xFEFF, 0x2060, 0x300...0x36F, 0xFE0F, 0x202A...0x202E,
      0x2066...0x2069, 0x640, 0x64B...0x65F, 0x670:
      return .nothing
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0x85, 0x2028, 0x2029: return .blank
    case 0x2018, 0x2019, 0x2BC, 0x2BB, 0x2032: return .apostrophe
    case 0x410...0x42F: return .letter(Unicode.Scalar(scalar.value + 32) ?? scalar)
    case 0x401, 0x451: return .letter("е")
    case 0x400...0x40F: return .letter(Unicode.Scalar(scalar.value + 80) ?? scalar)
    case 0x430...0x45F, 0x1100...0x11FF, 0x3005, 0x3007, 0x3041...0x30FA, 0x30FC...0x30FF,
      0x3400...0x9FFF, 0xAC00...0xD7A3:
      return .letter(scalar)
    // Alef and yeh of Arabic, which are written with and without their signs.
    case 0x622, 0x623, 0x625: return .letter("\u{627}")
    case 0x649: return .letter("\u{64A}")
    case 0xA1...0xBF, 0xD7, 0xF7, 0x2010...0x27FF, 0x2900...0x2BFF, 0x3001...0x3040, 0x30FB,
      0x60C, 0x61B, 0x61F, 0x66A...0x66D, 0x6D4, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40,
      0xFF5B...0xFF65,
      0x1F000...0x1FAFF, 0xE000...0xF8FF, 0x80...0x9F:
      return .sign
    case 0xC0...0x24F, 0x1E00...0x1EFF:
      return latin[scalar.value].map { .letters($0) } ?? .letter(scalar)
    default:
      // Rare scripts: slow and right.
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      return .letter(lower.count == 1 ? lower.first ?? scalar : scalar)
    }
  }

  private static let latin: [UInt32: [UInt8]] = {
    var table: [UInt32: [UInt8]] = [:]
    for value in Array(0xC0...0x24F) + Array(0x1E00...0x1EFF) {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let plain = String(scalar).decomposedStringWithCompatibilityMapping.lowercased()
        .unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark }
      table[UInt32(value)] = Array(String(String.UnicodeScalarView(plain)).utf8)
    }
    table[0x111] = Array("d".utf8)
    table[0x131] = Array("i".utf8)
    return table
  }()
}
