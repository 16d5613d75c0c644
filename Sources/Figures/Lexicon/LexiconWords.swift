/// The folded words of a phrase, by the same rules as the tokenizer's.
enum LexiconWords {
  static func folded(_ text: String) -> [[UInt8]] {
    if let plain = plainWords(of: text) { return plain }
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    var isHangul = false
    func end() {
      if !word.isEmpty { words.append(word) }
      word = []
    }
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      if scalar.value < 0x80 {
        let byte = UInt8(scalar.value)
        if Tokenizer.isLetter(byte) {
          word.append(byte | 0x20)
        } else if Tokenizer.isDigit(byte) {
          end()
          words.append([byte])
        } else if byte == 0x27 || byte == 0x2F, !word.isEmpty, isLetter(next) {
          word.append(byte)
        } else if byte == 0x2E, isAbbreviation(scalars, index) {
          continue
        } else {
          end()
          if byte > 0x20 { words.append([byte]) }
        }
        continue
      }
      switch WordFolding.folded(scalar) {
      case .letter(let letter):
        let hangul = (0xAC00...0xD7A3).contains(letter.value)
        if hangul != isHangul, !word.isEmpty { end() }
        isHangul = hangul
        word.append(contentsOf: String(letter).utf8)
      case .letters(let letters): word.append(contentsOf: letters)
      case .nothing: break
      case .apostrophe: if !word.isEmpty, isLetter(next) { word.append(0x27) }
      case .blank: end()
      case .sign:
        end()
        words.append(Array(String(scalar).utf8))
      }
    }
    end()
    return words
  }

  /// The words of a text that has only letters of ASCII and blanks, as most have; nil for others.
  private static func plainWords(of text: String) -> [[UInt8]]? {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    for byte in text.utf8 {
      if Tokenizer.isLetter(byte) {
        word.append(byte | 0x20)
      } else if byte == 0x20 {
        if !word.isEmpty { words.append(word) }
        word.removeAll()
      } else {
        return nil
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return Tokenizer.isLetter(UInt8(scalar.value)) }
    switch WordFolding.folded(scalar) {
    case .letter, .letters: return true
    default: return false
    }
  }

  /// As in "a.m." and "U.S.": points between single letters.
  private static func isAbbreviation(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    var before = index - 1
    var letters = 0
    while before >= 0, scalars[before] != ".", scalars[before] != " " {
      letters += 1
      before -= 1
    }
    guard letters == 1, isLetter(scalars[index - 1]), scalars[index - 1].value < 0x80 else {
      return false
    }
    let isLater = before >= 0 && scalars[before] == "."
    guard index + 1 < scalars.count, isLetter(scalars[index + 1]) else { return isLater }
    return index + 2 >= scalars.count || !isLetter(scalars[index + 2])
  }
}
