import Testing

@testable import Reporting

@Suite struct ShortQuoteTests {
  @Test(arguments: [
    ("about 20 hours", 40, false, "about 20 hours"),
    (
      "the whole of the way over the mountains took about 20 hours in all", 28, false,
      "… took about 20 hours in …"
    ),
    (
      "it set out for the border in the early hours of Wednesday", 30, true,
      "… early hours of Wednesday"
    ),
    ("", 10, false, ""),
    ("平壤到海参崴大约六百八十公里远的地方有一座城市", 10, false, "平壤到海参崴大约六…"),
  ])
  func `a long quote is cut to the words around its figure`(
    quote: String, limit: Int, isFigureLast: Bool, short: String
  ) {
    let text = ShortQuote.text(quote, limit: limit, isFigureLast: isFigureLast)
    #expect(text == short)
    #expect(text.count <= limit)
  }

  @Test func `all of a figure that is known is shown`() {
    let quote =
      "From there it is 12 hours to the coast, and then there are another 200 kilometers of railway tracks to the port"
    let text = ShortQuote.text(quote, limit: 40, figure: "another 200 kilometers")
    #expect(text == "… there are another 200 kilometers of …", "\(text)")
  }
}
