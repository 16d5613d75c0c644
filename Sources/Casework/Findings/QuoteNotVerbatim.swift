extension Rules {
  /// A quote that its source's text does not have to the letter.
  enum QuoteNotVerbatim: FindingRule {
    static let summary = "the text of a source does not have the words that a claim quotes"
    static let threshold = "to the letter, spaces aside; only if the texts of the sources are given"
    static let basis = "W3C Web Annotation, TextQuoteSelector"
  }
}
