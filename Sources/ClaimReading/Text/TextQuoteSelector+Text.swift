import Claims

extension TextQuoteSelector {
  private static let context = 32

  init(_ range: Range<Int>, in text: ArticleText, _ offsets: ScalarOffsets) {
    let start = offsets.scalars(at: range.lowerBound)
    self.init(
      exact: text.text(range),
      prefix: text.text(offsets.before(range.lowerBound, by: Self.context)..<range.lowerBound),
      suffix: text.text(range.upperBound..<offsets.after(range.upperBound, by: Self.context)),
      range: start..<max(start, offsets.scalars(at: range.upperBound)))
  }
}
