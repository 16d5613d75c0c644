/// A quote cut to the words around its first figure, for a heading.
enum ShortQuote {
  /// A quote of at most a number of characters, or the words around its first digit that fit in as many, with an ellipsis
  /// for what is left out.
  ///
  /// - Parameters:
  ///   - figure: its figure as it stands in it; the first word with a digit otherwise.
  ///   - isFigureLast: whether a quote without digits is cut to its last words and not to its first.
  static func text(
    _ quote: String, limit: Int, figure: String? = nil, isFigureLast: Bool = false
  ) -> String {
    let words = quote.split(whereSeparator: \.isWhitespace)
    guard quote.count > limit, words.count > 1 else {
      return quote.count > limit ? quote.prefix(limit - 1) + "…" : quote
    }
    let found = figure.flatMap { quote.firstRange(of: $0) }
    let anchor =
      found.flatMap { found in words.firstIndex { $0.endIndex > found.lowerBound } }
      ?? words.firstIndex { $0.contains(where: \.isNumber) }
      ?? (isFigureLast ? words.count - 1 : 0)
    var range = anchor...anchor
    var length = words[anchor].count
    func grow(to index: Int) -> Bool {
      guard words.indices.contains(index), length + words[index].count + 1 <= limit - 4 else {
        return false
      }
      length += words[index].count + 1
      range = min(range.lowerBound, index)...max(range.upperBound, index)
      return true
    }
    // All of the figure; and what follows it, such as its unit, matters more than what goes before.
    while let found, words.indices.contains(range.upperBound + 1),
      words[range.upperBound + 1].startIndex < found.upperBound, grow(to: range.upperBound + 1)
    {}
    _ = grow(to: range.upperBound + 1)
    while grow(to: range.lowerBound - 1) || grow(to: range.upperBound + 1) {}
    let head = range.lowerBound > 0 ? "… " : ""
    let tail = range.upperBound < words.count - 1 ? " …" : ""
    return head + words[range].joined(separator: " ") + tail
  }
}
