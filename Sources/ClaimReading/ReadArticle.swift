public import Claims

/// An article with what was read in it.
public struct ReadArticle: Sendable {
  /// Its file's name.
  public let name: String
  /// The SHA-256 of the bytes that were read.
  public let sha256: String
  public let outlet: String
  public let url: String
  public let text: ArticleText
  public let reading: ArticleReading
  private let offsets: ScalarOffsets

  public init(
    name: String, sha256: String = "", outlet: String = "", url: String = "", text: ArticleText,
    reading: ArticleReading
  ) {
    self.name = name
    self.sha256 = sha256
    self.outlet = outlet
    self.url = url
    self.text = text
    self.reading = reading
    offsets = ScalarOffsets(text.bytes)
  }

  /// Where a figure stands.
  public func selector(of figure: Figure) -> TextQuoteSelector {
    TextQuoteSelector(figure.range, in: text, offsets)
  }
}
