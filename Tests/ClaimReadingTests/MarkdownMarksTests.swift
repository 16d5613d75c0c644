import ClaimReading
import Testing

@Suite struct MarkdownMarksTests {
  private func text(_ markdown: String) throws -> String {
    let article = try ArticleText.reading(Array(markdown.utf8), as: .markdown).text
    return String(decoding: article.bytes, as: UTF8.self)
  }

  @Test func `marks of a writer are marks`() throws {
    let text = try text(
      "The **train** took _20 hours_ ([source](https://example.org)).\n\n> quoted\n")
    #expect(text.contains("The train took 20 hours (source)"))
    #expect(text.contains("quoted") && !text.contains(">"))
  }

  /// cmark 0.30 takes minutes for these.
  @Test(arguments: ["![[]()", "[", "_a ", "*b ", "<!--", "> ", "`", "![](", "a**b"])
  func `too many marks are plain characters, and soon read`(mark: String) throws {
    let many = String(repeating: mark, count: 100_000) + "\n\nThe **train** took 20 hours.\n"
    #expect(try text(many).contains("The train took 20 hours."))
  }
}
