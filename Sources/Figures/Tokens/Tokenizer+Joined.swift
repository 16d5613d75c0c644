/// Words that are written together.
extension Tokenizer {
  // MARK: What hangs on names

  mutating func apostrophe(length: Int) {
    guard !isSpaced, let last = tokens.last, last.kind != .sign, last.kind != .lineEnd,
      let suffix = suffix(at: position, length)
    else { return sign(length: length) }
    add(.word, to: suffix.end, word: suffix.word, .inner)
  }

  /// "Ankara'dan", "saat 8'de": an ending of the lexicon behind an apostrophe.
  func suffix(at index: Int, _ length: Int) -> (end: Int, word: Int32)? {
    guard words.hasSuffixes else { return nil }
    var letters: [UInt8] = [0x27]
    var end = index + length
    while end < bytes.count, isWord(at: end), end - index < 24 {
      let (scalar, length) = scalar(at: end)
      switch WordFolding.folded(scalar) {
      case .letter(let letter): letters += Array(String(letter).utf8)
      case .letters(let plain): letters += plain
      default: return nil
      }
      end += length
    }
    let word = letters.withUnsafeBufferPointer {
      words.number(of: $0, $0.reduce(WordTable.seed, WordTable.hash))
    }
    return word >= 0 ? (end, word) : nil
  }

  // MARK: What hangs before names

  /// "وبموسكو": Arabic writes words of one letter together with the next word; what is known whole is not cut.
  mutating func addPrefixed(to end: Int) -> Bool {
    guard Self.isArabic(bytes[position]) else { return false }
    var letters: [Int32] = []
    while letters.count < 2, folded.count >= 2 * letters.count + 6 {
      let start = 2 * letters.count
      let letter = number(of: start..<(start + 2))
      guard letter >= 0 else { return false }
      letters.append(letter)
      let rest = number(of: (start + 2)..<folded.count)
      guard rest >= 0 else { continue }
      for letter in letters {
        add(.word, to: position + scalar(at: position).length, word: letter)
      }
      add(.word, to: end, word: rest, .inner)
      return true
    }
    return false
  }

  private func number(of range: Range<Int>) -> Int32 {
    folded[range].withUnsafeBufferPointer {
      words.number(of: $0, $0.reduce(WordTable.seed, WordTable.hash))
    }
  }

  /// Whether a letter of two bytes that begins so is of the Arabic script.
  static func isArabic(_ first: UInt8) -> Bool { (0xD8...0xDB).contains(first) }

  // MARK: Words without blanks

  /// A run of letters whose words have no blanks between them: known words are taken off one by one, the longest first.
  mutating func unspaced() {
    var end = position
    var starts: [Int] = []
    var scripts: [UnspacedScript] = []
    while end < bytes.count {
      let (scalar, length) = scalar(at: end)
      guard let script = UnspacedScript(scalar), starts.count < 64 else { break }
      starts.append(end)
      scripts.append(script)
      end += length
    }
    starts.append(end)
    var index = 0
    var unknown = 0
    let isBehindWord = !isSpaced && tokens.last?.kind == .word
    func inner(_ index: Int) -> Token.Traits { index > 0 || isBehindWord ? .inner : [] }
    while index < scripts.count {
      // Where the script changes, another word begins.
      if unknown < index, scripts[index] != scripts[index - 1] {
        add(.word, to: starts[index], word: -1, inner(unknown))
        unknown = index
      }
      // In the middle of an unknown word a single syllable means nothing.
      let least = unknown < index && !scripts[index].hasWordsOfOneLetter ? 2 : 1
      guard let found = known(from: index, in: starts, atLeast: least),
        scripts[index] != .katakana
          || unknown == index && isWhole(to: found.end, in: starts, scripts)
      else {
        index += 1
        continue
      }
      if unknown < index { add(.word, to: starts[index], word: -1, inner(unknown)) }
      add(.word, to: starts[found.end], word: found.word, inner(index))
      index = found.end
      unknown = index
    }
    if unknown < scripts.count { add(.word, to: end, word: -1, inner(unknown)) }
  }

  /// Whether a word of Katakana ends with its stretch, or known words go on to its end: "キログラム" has no "キロ".
  private func isWhole(to end: Int, in starts: [Int], _ scripts: [UnspacedScript]) -> Bool {
    var end = end
    while end < scripts.count, scripts[end] == .katakana, scripts[end - 1] == .katakana {
      guard let next = known(from: end, in: starts, atLeast: 2) else { return false }
      end = next.end
    }
    return true
  }

  private func known(
    from index: Int, in starts: [Int], atLeast least: Int
  ) -> (end: Int, word: Int32)? {
    var best: (end: Int, word: Int32)?
    var hash = WordTable.seed
    for end in (index + 1)..<min(starts.count, index + 13) {
      for place in starts[end - 1]..<starts[end] { hash = WordTable.hash(hash, bytes[place]) }
      guard end - index >= least else { continue }
      let word = words.number(
        of: UnsafeBufferPointer(rebasing: bytes[starts[index]..<starts[end]]), hash)
      if word >= 0 { best = (end, word) }
    }
    return best
  }
}
