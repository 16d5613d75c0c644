import ClaimReading
import Claims
import Testing

@Suite struct QuoteLocatorTests {
  @Test func `quotes are found whatever the typography`() {
    let article = "He said: “it’s about 150\u{A0}kilo\u{AD}meters” – and left.\n\nThe end."
    let locator = QuoteLocator(article: article)
    #expect(locator.span(of: "it's about 150 kilometers")?.prefix == "He said: “")
    #expect(locator.span(of: "kilometers\" - and left. The end.") != nil)
    #expect(locator.span(of: "about 151 kilometers") == nil)
    #expect(locator.span(of: "") == nil)
    #expect(locator.span(of: String(repeating: "long ", count: 100)) == nil)
  }

  @Test func `the range is the quote's own`() throws {
    let article = "Поезд прибыл в 10:40, сообщили в Хасане."
    let span = try #require(QuoteLocator(article: article).span(of: "в 10:40"))
    let scalars = Array(article.unicodeScalars)[span.range]
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    #expect(String(view) == "в 10:40")
    #expect(span.suffix.hasPrefix(", сообщили"))
  }
}
