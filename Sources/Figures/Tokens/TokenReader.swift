/// Tokens with the phrases of a lexicon: what stands where.
@usableFromInline
package final class TokenReader: Sendable {
  /// What a field of a case file asks for, which settles what an article leaves open.
  enum Asked: Hashable, Sendable {
    case value(ValueUnit.Dimension)
    case time
  }

  package let bytes: [UInt8]
  @usableFromInline package let tokens: [Token]
  @usableFromInline package let lexicon: Lexicon
  /// Nil in articles.
  let asked: Asked?
  /// Whether the text writes clock times as "0518", so that "1740" may be one.
  let writesMilitaryClocks: Bool

  package init(bytes: [UInt8], tokens: [Token], lexicon: Lexicon) {
    self.bytes = bytes
    self.tokens = tokens
    self.lexicon = lexicon
    asked = nil
    writesMilitaryClocks = tokens.indices.contains {
      Self.isMilitaryClock($0, bytes, tokens, lexicon)
    }
  }

  /// The tokens of a field's text.
  init(_ text: String, _ lexicon: Lexicon, asked: Asked) {
    bytes = WideSigns.withPlainDigits(Array(text.utf8))
    tokens = Tokenizer.tokens(of: bytes, lexicon.wordTable)
    self.lexicon = lexicon
    self.asked = asked
    writesMilitaryClocks = false
  }

  /// The end of the longest phrase at a token that has a role.
  @inlinable
  package func phrase<Payload>(
    at index: Int, _ role: (LexicalRole) -> Payload?
  ) -> (end: Int, payload: Payload)? {
    guard index >= 0, index < tokens.count, tokens[index].word >= 0 else { return nil }
    for candidate in lexicon.byFirst[Int(tokens[index].word)] {
      let phrase = lexicon.phrases[Int(candidate)]
      for known in phrase.roles {
        // Its words are compared only where its roles are asked for.
        guard let payload = role(lexicon.roles[Int(known)]) else { continue }
        guard let end = end(of: phrase, at: index) else { break }
        return (end, payload)
      }
    }
    return nil
  }

  /// All that the longest phrase at a token can do, of what is wanted.
  @inlinable
  package func roles<Payload>(
    at index: Int, _ role: (LexicalRole) -> Payload?
  ) -> (end: Int, payloads: [Payload])? {
    guard index >= 0, index < tokens.count, tokens[index].word >= 0 else { return nil }
    for candidate in lexicon.byFirst[Int(tokens[index].word)] {
      let phrase = lexicon.phrases[Int(candidate)]
      guard phrase.roles.contains(where: { role(lexicon.roles[Int($0)]) != nil }),
        let end = end(of: phrase, at: index)
      else { continue }
      return (end, phrase.roles.compactMap { role(lexicon.roles[Int($0)]) })
    }
    return nil
  }

  /// The end of a phrase at a token, hyphens and possessive endings passed over; nil where it is another.
  @usableFromInline
  package func end(of phrase: Lexicon.Phrase, at index: Int) -> Int? {
    var place = index
    for number in phrase.words {
      if number > phrase.words.lowerBound, place < tokens.count, isHyphen(place) { place += 1 }
      guard place < tokens.count, tokens[place].word == lexicon.words[Int(number)],
        tokens[place].kind != .lineEnd
      else { return nil }
      place += 1
    }
    if phrase.isName, !isName(index) { return nil }
    return place
  }

  /// Names have a capital where the script has capitals.
  private func isName(_ index: Int) -> Bool {
    tokens[index].traits.contains(.capital) || !hasCapitals(index)
  }

  /// Whether the script of a word has capitals, as those of Europe have; Arabic and all behind it in Unicode has none.
  package func hasCapitals(_ index: Int) -> Bool { bytes[Int(tokens[index].start)] < 0xD7 }

  /// Whether a word is of a script that has no blanks between words.
  func isUnspaced(_ index: Int) -> Bool { bytes[Int(tokens[index].start)] >= 0xE3 }

  /// Whether a word begins in the middle of one of Hangul, where names stand first.
  package func isWithinHangul(_ index: Int) -> Bool {
    tokens[index].traits.contains(.inner)
      && (0xEA...0xED).contains(bytes[Int(tokens[index].start)])
  }

  /// The start of the longest phrase that ends before a token and has a role.
  @inlinable
  package func phrase<Payload>(
    endingAt end: Int, _ role: (LexicalRole) -> Payload?
  ) -> (start: Int, payload: Payload)? {
    var best: (start: Int, payload: Payload)?
    for start in stride(from: end - 1, through: max(0, end - 7), by: -1) {
      if tokens[start].kind == .lineEnd { break }
      if let found = phrase(at: start, role), found.end == end { best = (start, found.payload) }
    }
    return best
  }

  /// The bytes of tokens, without the line ends behind them.
  package func bytes(of range: Range<Int>) -> Range<Int> {
    guard let first = tokens[range].first,
      let last = tokens[range].last(where: { $0.kind != .lineEnd })
    else { return 0..<0 }
    return Int(first.start)..<max(Int(first.start), Int(last.end))
  }

  package func isHyphen(_ index: Int) -> Bool {
    index < tokens.count && tokens[index].kind == .sign && tokens[index].word == lexicon.hyphen
      && !tokens[index].traits.contains(.spaced)
  }

  package func isSign(_ index: Int, _ characters: StaticString) -> Bool {
    guard index >= 0, index < tokens.count, tokens[index].kind == .sign else { return false }
    let byte =
      tokens[index].end - tokens[index].start == 1
      ? bytes[Int(tokens[index].start)] : WideSigns.plain(bytes[tokens[index].range])
    return characters.withUTF8Buffer { $0.contains(byte) }
  }

  /// An en or em dash, or a hyphen, between the numbers of a range.
  package func isDash(_ index: Int) -> Bool {
    guard index < tokens.count, tokens[index].kind == .sign else { return false }
    if isSign(index, "-") { return true }
    let range = tokens[index].range
    if WideSigns.isDash(bytes[range]) { return true }
    // U+2010 to U+2015 and the minus sign.
    return range.count == 3 && bytes[range.lowerBound] == 0xE2
      && (bytes[range.lowerBound + 1] == 0x80 && (0x90...0x95).contains(bytes[range.lowerBound + 2])
        || bytes[range.lowerBound + 1] == 0x88 && bytes[range.lowerBound + 2] == 0x92)
  }

  /// The end of a phrase at a token that has a role.
  @inlinable
  package func has(_ index: Int, _ role: (LexicalRole) -> Bool) -> Int? {
    phrase(at: index) { role($0) ? true : nil }?.end
  }

  /// The start of a phrase with a role that ends before a token.
  @inlinable
  package func start(endingAt end: Int, _ role: (LexicalRole) -> Bool) -> Int? {
    phrase(endingAt: end) { role($0) ? true : nil }?.start
  }

  /// A token's own bytes.
  func text(at index: Int) -> ArraySlice<UInt8> {
    index >= 0 && index < tokens.count ? bytes[tokens[index].range] : []
  }
}
