/// Splits a text into tokens, in one pass over its bytes.
package struct Tokenizer {
  let bytes: UnsafeBufferPointer<UInt8>
  let words: WordTable
  var position = 0
  var tokens: [Token] = []
  var folded: [UInt8] = []
  var isSpaced = true

  /// The tokens of UTF-8 text.
  package static func tokens(of text: [UInt8], _ words: WordTable) -> [Token] {
    text.withUnsafeBufferPointer { bytes in
      var tokenizer = Tokenizer(bytes, words)
      tokenizer.run()
      return tokenizer.tokens
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ words: WordTable) {
    self.bytes = bytes
    self.words = words
    tokens.reserveCapacity(bytes.count / 5)
    folded.reserveCapacity(64)
  }

  private mutating func run() {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x0A {
        lineEnd()
      } else if byte <= 0x20 || byte == 0x7F {
        position += 1
        isSpaced = true
      } else if Self.isDigit(byte) {
        number()
      } else if Self.isLetter(byte) {
        word()
      } else if byte == 0x27 {
        apostrophe(length: 1)
      } else if byte < 0x80 {
        sign(length: 1)
      } else {
        foreign()
      }
    }
  }

  private mutating func foreign() {
    let (scalar, length) = scalar(at: position)
    switch WordFolding.folded(scalar) {
    case .letter, .letters:
      if UnspacedScript(scalar) != nil { unspaced() } else { word() }
    case .nothing: position += length
    case .blank:
      position += length
      isSpaced = true
    case .apostrophe: apostrophe(length: length)
    case .sign: sign(length: length)
    }
  }

  mutating func add(
    _ kind: Token.Kind, to end: Int, word: Int32, _ traits: Token.Traits = []
  ) {
    var traits = traits
    if isSpaced { traits.insert(.spaced) }
    tokens.append(
      Token(
        start: Int32(truncatingIfNeeded: position), end: Int32(truncatingIfNeeded: end), word: word,
        kind: kind, traits: traits))
    position = end
    isSpaced = false
  }

  /// Two line ends end a sentence; one does where the next line begins like one.
  private mutating func lineEnd() {
    var end = position
    var count = 0
    while end < bytes.count, bytes[end] <= 0x20 {
      if bytes[end] == 0x0A { count += 1 }
      end += 1
    }
    isSpaced = true
    if count > 1 || end >= bytes.count || bytes[end] >= 0x80 || bytes[end] < 0x61 {
      add(.lineEnd, to: end, word: -1)
    }
    position = end
    isSpaced = true
  }

  mutating func sign(length: Int) {
    let word = words.number(
      of: UnsafeBufferPointer(rebasing: bytes[position..<(position + length)]),
      bytes[position..<(position + length)].reduce(WordTable.seed) { WordTable.hash($0, $1) })
    add(.sign, to: position + length, word: word)
  }

  // MARK: Numbers

  /// Digits with the signs that stand between digits.
  private mutating func number() {
    var end = position
    while end < bytes.count {
      if Self.isDigit(bytes[end]) {
        end += 1
      } else if end + 1 < bytes.count, Self.isDigit(bytes[end + 1]),
        [0x2E, 0x2C, 0x3A].contains(bytes[end]), end - position < 24
      {
        end += 1
      } else {
        break
      }
    }
    add(.number, to: end, word: -1, isGlued ? .glued : [])
  }

  /// Whether a name such as "Su-35" or "JS621" runs into the number.
  private var isGlued: Bool {
    guard !isSpaced, let last = tokens.last else { return false }
    // "و30": Arabic writes "and" together with what follows.
    if last.kind == .word, Self.isArabic(bytes[Int(last.start)]) { return false }
    if last.kind == .word { return !isUnspaced(endingAt: position) }
    guard last.kind == .sign, last.end - last.start == 1, tokens.count > 1 else { return false }
    let before = tokens[tokens.count - 2]
    return bytes[Int(last.start)] == 0x2D && before.kind == .word && !last.traits.contains(.spaced)
  }

  private func isUnspaced(endingAt end: Int) -> Bool {
    end >= 3 && UnspacedScript(scalar(at: end - 3).scalar) != nil
  }

  // MARK: Words

  private mutating func word() {
    folded.removeAll(keepingCapacity: true)
    var hash = WordTable.seed
    var end = position
    let isCapital = isCapital
    func take(_ byte: UInt8, _ folded: inout [UInt8]) {
      folded.append(byte)
      hash = WordTable.hash(hash, byte)
    }
    scan: while end < bytes.count {
      let byte = bytes[end]
      if Self.isLetter(byte) {
        take(byte | 0x20, &folded)
        end += 1
      } else if byte >= 0x80 {
        let (scalar, length) = scalar(at: end)
        // Korean particles hang on words of other scripts, too: "150km가량".
        if end > position, UnspacedScript(scalar) != nil { break }
        switch WordFolding.folded(scalar) {
        case .letter(let letter):
          for byte in String(letter).utf8 { take(byte, &folded) }
        case .letters(let letters): for byte in letters { take(byte, &folded) }
        case .nothing: break
        case .apostrophe where isElided(to: end, before: end + length, isCapital):
          end += length
          break scan
        case .apostrophe where suffix(at: end, length) != nil: break scan
        case .apostrophe where isWord(at: end + length): take(0x27, &folded)
        default: break scan
        }
        end += length
      } else if byte == 0x27, isElided(to: end, before: end + 1, isCapital) {
        end += 1
        break
      } else if byte == 0x27, suffix(at: end, 1) != nil {
        break
      } else if byte == 0x27, isWord(at: end + 1) {
        take(byte, &folded)
        end += 1
      } else if byte == 0x2E, isAbbreviation(at: end) {
        // "a.m." is the word "am".
        end += 1
      } else {
        break
      }
    }
    end = withSlash(from: end)
    let number = folded.withUnsafeBufferPointer {
      words.number(of: $0, $0.reduce(WordTable.seed, WordTable.hash))
    }
    if number < 0, addPrefixed(to: end) { return }
    add(.word, to: end, word: number, isCapital ? .capital : [])
  }

  /// "d'Abidjan", "all'Avana": a short word in small letters before a name, with which it is written together.
  private func isElided(to end: Int, before next: Int, _ isCapital: Bool) -> Bool {
    guard !isCapital, end - position <= 6, next < bytes.count else { return false }
    if bytes[next] < 0x80 { return (0x41...0x5A).contains(bytes[next]) }
    return scalar(at: next).0.properties.isUppercase
  }

  /// "km/h" is one word where the table has it.
  private mutating func withSlash(from end: Int) -> Int {
    guard end < bytes.count, bytes[end] == 0x2F, isWord(at: end + 1) else { return end }
    let kept = folded.count
    folded.append(0x2F)
    var next = end + 1
    while next < bytes.count, next - end < 12 {
      if Self.isLetter(bytes[next]) {
        folded.append(bytes[next] | 0x20)
        next += 1
      } else if bytes[next] >= 0x80 {
        let (scalar, length) = scalar(at: next)
        guard case .letter(let letter) = WordFolding.folded(scalar),
          UnspacedScript(scalar) == nil
        else { break }
        folded.append(contentsOf: String(letter).utf8)
        next += length
      } else {
        break
      }
    }
    let hash = folded.reduce(WordTable.seed) { WordTable.hash($0, $1) }
    if folded.withUnsafeBufferPointer({ words.number(of: $0, hash) }) >= 0 { return next }
    folded.removeSubrange(kept...)
    return end
  }

  private var isCapital: Bool {
    let byte = bytes[position]
    if byte < 0x80 { return byte & 0x20 == 0 }
    let scalar = scalar(at: position).scalar
    return scalar.properties.isUppercase
  }

  func isWord(at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    if bytes[index] < 0x80 { return Self.isLetter(bytes[index]) }
    switch WordFolding.folded(scalar(at: index).scalar) {
    case .letter, .letters: return true
    default: return false
    }
  }

  /// Whether the point belongs to letters that stand for words: "a.m.", "p.m", "U.S.".
  private func isAbbreviation(at index: Int) -> Bool {
    let before = index - position
    guard before == 1 || before > 1 && bytes[index - 2] == 0x2E else { return false }
    guard Self.isLetter(bytes[index - 1]) else { return false }
    let next = index + 1
    if next < bytes.count, Self.isLetter(bytes[next]) {
      // A single letter, and again a point or an end behind it.
      return next + 1 >= bytes.count || !Self.isLetter(bytes[next + 1])
    }
    return before > 1
  }

  // MARK: Bytes

  @inline(__always)
  package static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// The scalar at a place of valid UTF-8.
  @inline(__always)
  func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = UInt32(bytes[index])
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard index + length <= bytes.count else { return ("\u{FFFD}", bytes.count - index) }
    var value = length == 1 ? first : first & (0xFF >> UInt32(length + 1))
    for offset in 1..<max(1, length) { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
