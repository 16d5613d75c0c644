/// A word, a number or a sign of a value text, with its place.
struct ValueToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case word(String)
    case number(PrintedNumber, text: String)
    case clock(hour: Int, minute: Int, text: String)
    case date(String)
    case offset(String)
    case sign(Character)
  }

  let kind: Kind
  let offset: Int

  /// The lower-case word, or nil for other tokens.
  var word: String? {
    if case .word(let text) = kind { return text }
    return nil
  }
}

/// Splits a value text into tokens.
struct ValueTokenizer {
  private let characters: [Character]
  private var position = 0

  init(_ text: String) { characters = Array(text) }

  /// - Throws: `ValueError` for a number that is none.
  static func tokens(of text: String) throws(ValueError) -> [ValueToken] {
    guard text.count <= 500 else {
      throw ValueError(message: "a value of more than 500 characters", offset: 500)
    }
    var tokenizer = ValueTokenizer(text)
    var tokens: [ValueToken] = []
    while let token = try tokenizer.next() { tokens.append(token) }
    return tokens
  }

  private mutating func next() throws(ValueError) -> ValueToken? {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
    guard position < characters.count else { return nil }
    let start = position
    let first = characters[position]
    if first.isASCII, first.isNumber { return try numeric(from: start) }
    if first == "+" || first == "-", let offset = zoneOffset() {
      return ValueToken(kind: .offset(offset), offset: start)
    }
    if first.isLetter {
      while position < characters.count, isWordCharacter(characters[position]) { position += 1 }
      let word = String(characters[start..<position]).lowercased()
        .replacing("’", with: "'")
      return ValueToken(kind: .word(word), offset: start)
    }
    position += 1
    return ValueToken(kind: .sign(first), offset: start)
  }

  private func isWordCharacter(_ character: Character) -> Bool {
    character.isLetter || character == "/" || character == "_" || character == "'"
      || character == "’"
      || character == "." && position > 0 && characters[position - 1].isLetter
  }

  private mutating func numeric(from start: Int) throws(ValueError) -> ValueToken {
    if let date = isoDate() { return ValueToken(kind: .date(date), offset: start) }
    var text = ""
    while position < characters.count {
      let character = characters[position]
      if character.isASCII, character.isNumber {
        text.append(character)
      } else if isInside(character, text) {
        text.append(character)
      } else {
        break
      }
      position += 1
    }
    if let clock = clock(after: text) { return ValueToken(kind: clock, offset: start) }
    guard let number = PrintedNumber(digits: text) else {
      throw ValueError(message: "'\(text)' is not a number", offset: start)
    }
    return ValueToken(kind: .number(number, text: text), offset: start)
  }

  /// Whether a separator belongs to the number: a point before a digit, or a comma or space before
  /// exactly three digits.
  private func isInside(_ character: Character, _ text: String) -> Bool {
    func digit(_ index: Int) -> Bool {
      index < characters.count && characters[index].isASCII && characters[index].isNumber
    }
    switch character {
    case ".": return digit(position + 1) && !text.contains(".")
    case ",", " ", "\u{A0}", "\u{2009}", "\u{202F}":
      return text.count <= 12 && !text.contains(".") && digit(position + 1) && digit(position + 2)
        && digit(position + 3) && !digit(position + 4)
    default: return false
    }
  }

  private mutating func clock(after hours: String) -> ValueToken.Kind? {
    guard position + 2 < characters.count, characters[position] == ":", hours.count <= 2,
      let hour = Int(hours), let tens = characters[position + 1].wholeNumberValue,
      let ones = characters[position + 2].wholeNumberValue
    else { return nil }
    position += 3
    return .clock(hour: hour, minute: tens * 10 + ones, text: hours)
  }

  private mutating func isoDate() -> String? {
    guard position + 10 <= characters.count else { return nil }
    let text = String(characters[position..<(position + 10)])
    let dashes = text.enumerated().allSatisfy { index, character in
      index == 4 || index == 7 ? character == "-" : character.isASCII && character.isNumber
    }
    guard dashes else { return nil }
    position += 10
    if position < characters.count, characters[position] == "T" { position += 1 }
    return text
  }

  private mutating func zoneOffset() -> String? {
    guard position + 6 <= characters.count else { return nil }
    let text = String(characters[position..<(position + 6)])
    let fits = text.enumerated().allSatisfy { index, character in
      index == 0 || (index == 3 ? character == ":" : character.isASCII && character.isNumber)
    }
    guard fits else { return nil }
    position += 6
    return text
  }
}
