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

  /// libxml2 holds each attribute against all before it.
  @Test func `an element of very many attributes is refused, and a page of many is not`() throws {
    func page(_ count: Int) -> [UInt8] {
      let names = (0..<count).map { "a\($0)=\"x > y\"" }.joined(separator: " ")
      return Array("<html><body><p \(names)>The train took 20 hours.</p></body></html>".utf8)
    }
    let read = try ArticleText.reading(page(500), as: .html).text
    #expect(String(decoding: read.bytes, as: UTF8.self).contains("The train took 20 hours."))
    #expect(throws: (any Error).self) { try ArticleText.reading(page(200_000), as: .html) }
  }

  /// cmark 0.30 takes minutes for these.
  @Test(arguments: ["![[]()", "[", "_a ", "*b ", "<!--", "> ", "`", "![](", "a**b"])
  func `too many marks are plain characters, and soon read`(mark: String) throws {
    let many = String(repeating: mark, count: 100_000) + "\n\nThe **train** took 20 hours.\n"
    #expect(try text(many).contains("The train took 20 hours."))
  }
}
