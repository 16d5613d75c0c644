/// The tokens of a field's text, with what may stand before and behind a figure and changes nothing.
struct FieldText {
  let text: String
  let reader: TokenReader
  /// The tokens without a point at the end.
  let count: Int

  init(_ text: String, _ lexicon: Lexicon, asked: TokenReader.Asked) {
    self.text = text
    reader = TokenReader(text, lexicon, asked: asked)
    var count = reader.tokens.count
    while count > 0, reader.tokens[count - 1].kind == .lineEnd || reader.isSign(count - 1, ".") {
      count -= 1
    }
    self.count = count
  }

  /// Where a token stands, in characters.
  func offset(of token: Int) -> Int {
    guard let last = reader.tokens.last else { return 0 }
    let byte = Int(token < reader.tokens.count ? reader.tokens[token].start : last.start)
    return String(decoding: reader.bytes[..<byte], as: UTF8.self).count
  }

  func failure(_ message: String, at token: Int) -> ValueError {
    ValueError(message: message, offset: offset(of: token))
  }

  /// The start of the words that lead up to a token and belong to what it begins: hedges, bounds, articles, prepositions.
  ///
  /// - Returns: the start, and the nearest hedge among them that says something.
  func lead(before token: Int) -> (start: Int, hedge: Hedge?, isAverage: Bool) {
    var start = token
    var hedge: Hedge?
    var isAverage = false
    while start > 0 {
      if let found = reader.phrase(endingAt: start, \.leadingHedge) {
        if hedge == nil || hedge == .bare { hedge = found.payload }
        start = found.start
      } else if let found = reader.start(endingAt: start, \.isAverage) {
        isAverage = true
        start = found
      } else if let found = reader.start(endingAt: start, \.leadsUp) {
        start = found
      } else {
        break
      }
    }
    return (start, hedge, isAverage)
  }
}

extension LexicalRole {
  fileprivate var leadingHedge: Hedge? {
    switch self {
    case .hedge(let hedge), .bound(let hedge), .clockBound(let hedge): hedge
    default: nil
    }
  }

  /// Words that may stand before a figure and say nothing of it.
  fileprivate var leadsUp: Bool {
    switch self {
    case .one, .filler, .takes, .clockBefore, .inside, .pace: true
    default: false
    }
  }
}
