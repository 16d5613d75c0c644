/// Scripts whose words follow one another without blanks, by their letters (Unicode blocks).
package enum UnspacedScript: Sendable {
  case hangul, han, hiragana, katakana

  /// The script of a letter; nil where its words are parted by blanks.
  @inline(__always)
  package init?(_ letter: Unicode.Scalar) {
    guard letter.value >= 0x3005 else { return nil }
    switch letter.value {
    case 0xAC00...0xD7A3: self = .hangul
    case 0x3005, 0x3007, 0x3400...0x9FFF, 0xF900...0xFAFF: self = .han
    case 0x3041...0x309F: self = .hiragana
    case 0x30A0...0x30FA, 0x30FC...0x30FF: self = .katakana
    default: return nil
    }
  }

  /// Whether a single letter is a word in the middle of others that mean nothing by themselves: "到", but not "가".
  var hasWordsOfOneLetter: Bool { self == .han }
}
