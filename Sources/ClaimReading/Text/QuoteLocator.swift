public import Claims

/// Finds quotes in an article, to the letter but for typography.
///
/// Curly and straight quotation marks, dashes, and every kind of blank count as the same; soft hyphens
/// count as nothing. Letters and digits must agree.
public struct QuoteLocator: Sendable {
  private let scalars: [Unicode.Scalar]
  private let folded: [Unicode.Scalar]
  /// For each folded scalar, where it stood.
  private let origins: [Int]

  public init(article: String) {
    scalars = Array(article.unicodeScalars)
    (folded, origins) = Self.fold(scalars)
  }

  /// The first place of a quote; nil where the article does not have it.
  public func span(of quote: String) -> TextQuoteSelector? { spans(of: quote, most: 1).first }

  /// The places of a quote, in the article's order; none where it does not have it.
  ///
  /// - Parameter most: so many at most.
  public func spans(of quote: String, most: Int = 100) -> [TextQuoteSelector] {
    let (wanted, _) = Self.fold(Array(quote.unicodeScalars))
    let needle = Self.trimmed(wanted)
    guard !needle.isEmpty, needle.count <= folded.count, let first = needle.first else {
      return []
    }
    var found: [TextQuoteSelector] = []
    for start in 0...(folded.count - needle.count) where folded[start] == first {
      guard folded[start..<(start + needle.count)].elementsEqual(needle) else { continue }
      let lower = origins[start]
      let upper = origins[start + needle.count - 1] + 1
      found.append(
        TextQuoteSelector(
          exact: text(lower..<upper), prefix: text(max(0, lower - 32)..<lower),
          suffix: text(upper..<min(scalars.count, upper + 32)), range: lower..<upper))
      if found.count == most { break }
    }
    return found
  }

  private func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  private static func trimmed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var slice = scalars[...]
    while slice.first == " " { slice = slice.dropFirst() }
    while slice.last == " " { slice = slice.dropLast() }
    return Array(slice)
  }

  private static func fold(_ scalars: [Unicode.Scalar]) -> ([Unicode.Scalar], [Int]) {
    var result: [Unicode.Scalar] = []
    var origins: [Int] = []
    for (index, scalar) in scalars.enumerated() {
      let kept: Unicode.Scalar
      switch scalar {
      case "\u{AD}", "\u{200B}", "\u{FEFF}": continue
      case "“", "”", "„", "«", "»": kept = "\""
      case "‘", "’", "ʼ": kept = "'"
      case "–", "—", "‑", "−": kept = "-"
      default: kept = scalar.properties.isWhitespace ? " " : scalar
      }
      if kept == " ", result.last == " " { continue }
      result.append(kept)
      origins.append(index)
    }
    return (result, origins)
  }
}
