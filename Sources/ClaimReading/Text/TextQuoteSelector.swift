/// Where a figure stands, so that it is found again in a changed text (W3C Web Annotation Data Model, 4.2.4 and
/// 4.2.5). Offsets are in Unicode scalars.
public struct TextQuoteSelector: Hashable, Sendable {
  public let exact: String
  public let prefix: String
  public let suffix: String
  public let start: Int
  public let end: Int

  private static let context = 32

  init(_ range: Range<Int>, in text: ArticleText, _ offsets: ScalarOffsets) {
    exact = text.text(range)
    prefix = text.text(offsets.before(range.lowerBound, by: Self.context)..<range.lowerBound)
    suffix = text.text(range.upperBound..<offsets.after(range.upperBound, by: Self.context))
    start = offsets.scalars(at: range.lowerBound)
    end = offsets.scalars(at: range.upperBound)
  }
}
