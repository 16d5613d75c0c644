/// The folded words of a phrase, by the same rules as the tokenizer's.
enum LexiconWords {
  static func folded(_ text: String) -> [[UInt8]] {
    if let plain = plainWords(of: text) { return plain }
    var splitting = Splitting(scalars: Array(text.unicodeScalars))
    return splitting.split()
  }

  /// What hangs on names behind an apostrophe, with it: "'dan" of "Ankara'dan"; nil for other words.
  static func suffix(_ text: String) -> [UInt8]? {
    guard text.first == "'", text.dropFirst().unicodeScalars.allSatisfy(isLetter) else {
      return nil
    }
    let letters = folded(String(text.dropFirst()))
    return letters.count == 1 ? [0x27] + letters[0] : nil
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

  /// A text on its way to words, scalar by scalar.
  private struct Splitting {
    let scalars: [Unicode.Scalar]
    private var words: [[UInt8]] = []
    private var word: [UInt8] = []
    private var isUnspaced = false

    init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    mutating func split() -> [[UInt8]] {
      for (index, scalar) in scalars.enumerated() {
        let next = index + 1 < scalars.count ? scalars[index + 1] : " "
        if scalar.value < 0x80 {
          take(UInt8(scalar.value), at: index, before: next)
        } else {
          take(scalar, before: next)
        }
      }
      end()
      return words
    }

    private mutating func end() {
      if !word.isEmpty { words.append(word) }
      word = []
    }

    private mutating func take(_ byte: UInt8, at index: Int, before next: Unicode.Scalar) {
      if Tokenizer.isLetter(byte) {
        word.append(byte | 0x20)
      } else if Tokenizer.isDigit(byte) {
        end()
        words.append([byte])
      } else if byte == 0x27 || byte == 0x2F, !word.isEmpty, LexiconWords.isLetter(next) {
        word.append(byte)
      } else if byte != 0x2E || !LexiconWords.isAbbreviation(scalars, index) {
        end()
        if byte > 0x20 { words.append([byte]) }
      }
    }

    private mutating func take(_ scalar: Unicode.Scalar, before next: Unicode.Scalar) {
      switch WordFolding.folded(scalar) {
      case .letter(let letter):
        let unspaced = UnspacedScript(letter) != nil
        if unspaced != isUnspaced, !word.isEmpty { end() }
        isUnspaced = unspaced
        word.append(contentsOf: String(letter).utf8)
      case .letters(let letters): word.append(contentsOf: letters)
      case .nothing: break
      case .apostrophe: if !word.isEmpty, LexiconWords.isLetter(next) { word.append(0x27) }
      case .blank: end()
      case .sign:
        end()
        words.append(Array(String(scalar).utf8))
      }
    }
  }
}
