import Figures

/// Where sentences begin and end, in tokens.
struct Sentences {
  private(set) var ranges: [Range<Int>] = []

  /// A text without points is cut after so many tokens: nothing is tied farther than that.
  private static let longest = 300

  init(_ reader: TokenReader) {
    var start = 0
    for index in reader.tokens.indices {
      guard index - start >= Self.longest || Self.ends(at: index, reader) else { continue }
      if index + 1 > start { ranges.append(start..<(index + 1)) }
      start = index + 1
    }
    if start < reader.tokens.count { ranges.append(start..<reader.tokens.count) }
  }

  /// The signs of Chinese, Japanese and Arabic that end sentences.
  private static let wideEnds: Set<String> = ["。", "！", "？", "؟", "；", "؛"]

  private static func ends(at index: Int, _ reader: TokenReader) -> Bool {
    let tokens = reader.tokens
    if tokens[index].kind == .lineEnd { return true }
    if reader.isSign(index, "!?;") { return true }
    let range = tokens[index].range
    if tokens[index].kind == .sign, range.count > 1,
      wideEnds.contains(String(decoding: reader.bytes[range], as: UTF8.self))
    {
      return true
    }
    // "Sept. 13" and "St. Petersburg" go on.
    if reader.isSign(index, "."), let phrase = reader.phrase(at: index - 1, { _ in true }),
      phrase.end > index, index + 1 < tokens.count,
      phrase.end > index + 1 || tokens[index + 1].kind == .number
    {
      return false
    }
    let next = index + 1
    // "am 8. Mai"
    if reader.isSign(index, "."), next < tokens.count, index > 0, tokens[index - 1].kind == .number,
      tokens[index - 1].range.count <= 2, reader.phrase(at: next, \.month) != nil
    {
      return false
    }
    // "… at 10 a.m. The train": the point of the abbreviation is the sentence's, too.
    if tokens[index].kind == .word, range.last.map({ reader.bytes[$0] }) == 0x2E,
      next < tokens.count
    {
      return tokens[next].traits.isSuperset(of: [.capital, .spaced])
        && reader.lexicon.common.contains(tokens[next].word)
    }
    guard reader.isSign(index, ".") else { return false }
    guard next < tokens.count else { return true }
    // A point within a word or before small letters ends nothing; nor does one behind a short abbreviation.
    guard tokens[next].traits.contains(.spaced) || tokens[next].kind == .lineEnd else {
      return false
    }
    if tokens[next].kind == .word, !tokens[next].traits.contains(.capital),
      reader.hasCapitals(next)
    {
      return false
    }
    guard index > 0, tokens[index - 1].kind == .word else { return true }
    if isShort(index - 1, reader), tokens[next].traits.contains(.capital) { return false }
    return tokens[index - 1].range.count > 1 || tokens[index - 1].word >= 0
  }

  /// "St. Moritz", "Ft. Worth", "Dr. Smith": what names are shortened by, in any language of Latin letters.
  static func isShort(_ index: Int, _ reader: TokenReader) -> Bool {
    guard index >= 0, reader.tokens[index].kind == .word,
      reader.tokens[index].traits.contains(.capital), reader.tokens[index].range.count <= 4
    else { return false }
    return short.contains(String(decoding: reader.bytes[reader.tokens[index].range], as: UTF8.self))
  }

  private static let short: Set<String> = [
    "St", "Ste", "Sta", "Sto", "Mt", "Ft", "Pt", "Dr", "Mr", "Mrs", "Ms", "Gen", "Col", "Capt",
    "Lt",
    "Sgt", "Prof", "Rev", "Sr", "Sra",
  ]

  /// All sentences in pieces of at most so many of them and of about so many tokens.
  func blocks(of most: Int, tokens: Int) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var start = 0
    for (index, range) in ranges.enumerated() {
      let isFull =
        index - start >= most || range.upperBound - ranges[start].lowerBound > tokens
      guard index > start, isFull else { continue }
      blocks.append(start..<index)
      start = index
    }
    return start < ranges.count ? blocks + [start..<ranges.count] : blocks
  }

  /// The index of the sentence that holds a token.
  func index(of token: Int) -> Int {
    var (low, high) = (0, ranges.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
