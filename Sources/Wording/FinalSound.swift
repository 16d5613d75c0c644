/// How the last word of a text ends as Koreans read it aloud.
enum FinalSound: Hashable, Sendable {
  case vowel
  /// A final ㄹ.
  case liquid
  /// Any other consonant.
  case consonant

  /// The sound at the end of a text: of Hangul by its syllable, of digits and letters by how they are read; nil of other
  /// scripts, and of words whose spelling leaves it open.
  init?(of text: String) {
    var rest = Substring(text)
    Self.dropEnd(&rest)
    guard let last = rest.unicodeScalars.last else { return nil }
    if let sound = Self.syllable(last) {
      self = sound
    } else if let digit = rest.last?.wholeNumberValue, Self.digits.indices.contains(digit) {
      self = Self.digits[digit]
    } else if last == "%" || last == "°" {
      // 퍼센트, 도.
      self = .vowel
    } else if last.isASCII, last.properties.isAlphabetic, let sound = Self.latin(rest) {
      self = sound
    } else {
      return nil
    }
  }

  /// Brackets with what is in them, quotation marks and stops have no sound.
  private static func dropEnd(_ text: inout Substring) {
    while let last = text.last, !last.isLetter, !last.isNumber, last != "%", last != "°" {
      if last == ")", let open = opening(of: text), open > text.startIndex {
        text = text[..<open]
      } else {
        text = text.dropLast()
      }
    }
  }

  /// Where the bracket that closes at the end of a text was opened.
  private static func opening(of text: Substring) -> Substring.Index? {
    var depth = 0
    for index in text.indices.reversed() {
      if text[index] == ")" { depth += 1 }
      if text[index] == "(" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// Of a precomposed syllable (The Unicode Standard, 3.12, "Hangul Syllable Decomposition": TIndex = SIndex mod TCount, of
  /// which 0 is no final consonant and 8 is ㄹ).
  private static func syllable(_ scalar: Unicode.Scalar) -> FinalSound? {
    guard (0xAC00...0xD7A3).contains(scalar.value) else { return nil }
    switch (scalar.value - 0xAC00) % 28 {
    case 0: return .vowel
    case 8: return .liquid
    default: return .consonant
    }
  }

  /// 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구; numbers that end in noughts are read 십, 백, 천, 만, 억, which end in other consonants.
  private static let digits: [FinalSound] = [
    .consonant, .liquid, .vowel, .consonant, .vowel, .vowel, .consonant, .liquid, .liquid, .vowel,
  ]

  /// Of units as they are read: 킬로미터, 마일 …
  private static let units: [String: FinalSound] = [
    "km": .vowel, "m": .vowel, "mm": .vowel, "km/h": .vowel, "m/s": .vowel, "ft": .vowel,
    "kn": .vowel, "mph": .vowel, "mi": .liquid, "nmi": .vowel,
  ]

  /// Of a word in Latin letters: a unit, letters that are named one by one (엘, 엠, 엔), or a word by its spelling.
  private static func latin(_ text: Substring) -> FinalSound? {
    let word = text.suffix { $0.isASCII && ($0.isLetter || $0 == "/") }
    let before = text[..<word.startIndex].last { !$0.isWhitespace }
    if let unit = units[String(word)], word.count > 1 || before?.isNumber == true { return unit }
    guard let last = word.last else { return nil }
    let isNamed = word.count == 1 || word.allSatisfy { $0.isUppercase }
    switch last.lowercased() {
    case "l": return .liquid
    case "m", "n": return .consonant
    case "g": return word.hasSuffix("ng") ? .consonant : .vowel
    case "a", "i", "o", "u", "y", "w", "r", "s", "x", "z", "f", "v", "h", "d", "j": return .vowel
    // A final e may be silent, and stops close a short syllable (북) but not a long one (케이크).
    default: return isNamed ? .vowel : nil
    }
  }
}

extension Substring {
  fileprivate func suffix(_ isPart: (Character) -> Bool) -> Substring {
    var start = endIndex
    while start > startIndex, isPart(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
