import Foundation
import FoundationXML
import Reporting
import Testing
import Wording

@Suite struct RendererTests {
  private let nasty =
    "a *b* _c_ `d` [e](f) <script>|x| \u{1B}[31mred\u{7}\n\u{202E}txt # g\u{FFFE}\u{FFFF}"

  private var story: Story {
    Story(blocks: [
      .heading(level: 1, Line(nasty)), .paragraph(Line(nasty, .strong)),
      .items([(Line(nasty), [.paragraph(Line(nasty))])]),
      .table(header: ["h"], rows: [[nasty]]), .quote(Line(nasty)), .lead(Line(nasty, .bad)),
      .statements([
        Story.Statement(
          sort: nasty, words: nasty, isQuote: true, by: nasty, name: nasty, value: nasty),
        Story.Statement(
          sort: nasty, words: nasty, isQuote: false, by: "", name: "", value: nasty),
      ]),
    ])
  }

  @Test func `nothing in a quote reaches a terminal as a command`() {
    let text = TerminalRenderer(width: 40, isColoured: false).text(story)
    #expect(!text.contains("\u{1B}") && !text.contains("\u{7}") && !text.contains("\u{202E}"))
    for line in text.split(separator: "\n") { #expect(line.count <= 40, "\(line)") }
  }

  @Test func `nothing in a quote is markup in Markdown`() {
    let text = MarkdownRenderer().text(story)
    #expect(!text.contains("<script>"))
    #expect(text.contains("\\*b\\*") && text.contains("\\[e\\]"))
    #expect(!text.contains("|x|"))
  }

  @Test func `nothing in a quote is markup in HTML or SVG, and both are well-formed`() throws {
    let chart = Chart(
      title: nasty, xTitle: nasty, yTitle: nasty,
      series: [
        Chart.Series(name: nasty, points: [(0, 1), (2, 3), (4, .infinity), (5, 2)], style: .main)
      ], marks: [Chart.Mark(x: 1, name: nasty)])
    let page = HTMLRenderer(title: nasty).text(Story(blocks: story.blocks + [.figure(chart)]))
    for text in [page, chart.svg] {
      #expect(!text.contains("<script>") && !text.contains("\u{1B}") && !text.contains("\u{202E}"))
    }
    let parser = XMLParser(data: Data(chart.svg.utf8))
    #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
  }

  @Test func `a chart of nothing, or of one point, is still a picture`() {
    for points in [[], [(x: 1.0, y: 0.0)], [(x: .nan, y: .nan)]] {
      let chart = Chart(
        title: "t", xTitle: "x", yTitle: "y",
        series: [Chart.Series(name: "s", points: points, style: .second)])
      #expect(chart.svg.hasSuffix("</svg>\n") && !chart.svg.lowercased().contains("nan"))
    }
  }

  @Test(arguments: [
    (326_000.0, "326 km"), (1_182_200, "1,182 km"), (850, "850 m"), (126_416, "126.4 km"),
    (-5_000, "−5 km"), (.infinity, "any distance"),
  ])
  func `distances have sensible digits`(meters: Double, text: String) {
    #expect(Numbers.distance(meters).english == text)
  }

  @Test(arguments: [
    (35_400.0, "9 h 50"), (2_820.0, "47 min"), (273_600.0, "3 d 4 h"),
    (138_221_000.0, "4.4 years"), (-3_600.0, "−1 h 00"), (3_570.0, "59 min 30 s"),
  ])
  func `durations have sensible units`(seconds: Double, text: String) {
    #expect(Numbers.duration(seconds).english == text)
  }

  @Test func `wide characters take two columns`() {
    let text = TerminalRenderer(width: 40, isColoured: false).text(
      Story(blocks: [.table(header: ["name", "x"], rows: [["평양", "1"], ["abcd", "2"]])]))
    let lines = text.split(separator: "\n")
    #expect(lines[1] == "평양  1" && lines[2] == "abcd  2")
  }
}
