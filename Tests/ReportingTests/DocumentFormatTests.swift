import Reporting
import Testing

@Suite struct DocumentFormatTests {
  private let formats = JudgedCases.formats

  @Test func `a file's ending finds its format, the longest that fits`() throws {
    #expect(formats.format(ofFile: "a/B.GEO.JSON")?.name == "geojson")
    #expect(formats.format(ofFile: "a.json")?.name == "json")
    #expect(formats.format(ofFile: "report.markdown")?.name == "md")
    #expect(formats.format(ofFile: "json") == nil && formats.format(ofFile: "a.docx") == nil)
    for format in formats.all {
      let ending = try #require(format.file.endings.first)
      #expect(formats.format(ofFile: "a." + ending)?.name == format.name)
    }
  }

  @Test func `an Accept header finds the first format that it names`() {
    #expect(formats.format(accepted: "text/html, application/json;q=0.9")?.name == "html")
    #expect(formats.format(accepted: "image/png, application/geo+json;q=1")?.name == "geojson")
    #expect(formats.format(accepted: "*/*") == nil && formats.format(accepted: "") == nil)
  }

  @Test func `an unknown name is told those that there are`() throws {
    let error = try #require(throws: FormatError.self) { try formats.named("docx") }
    #expect(formats.names.allSatisfy { error.description.contains($0) })
    #expect(formats.help.hasSuffix(" or svg (the train graph)"))
  }

  @Test func `no two files of an evidence pack have one name`() {
    let names = formats.all.compactMap(\.packName)
    #expect(!names.isEmpty && Set(names).count == names.count)
    for format in formats.all {
      guard let name = format.packName else { continue }
      #expect(format.file.endings.contains { name.hasSuffix("." + $0) })
    }
  }
}
