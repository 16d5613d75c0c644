public import Wording

/// Renders a story as one page of HTML that needs nothing else.
public struct HTMLRenderer: Sendable {
  private let title: String
  private let embedded: EmbeddedCase?
  private let language: Language

  /// - Parameters:
  ///   - embedded: the case that the page tells of, for it to be judged again from the page.
  ///   - language: what the page says of itself.
  public init(
    title: String, embedding embedded: EmbeddedCase? = nil, language: Language = .english
  ) {
    self.title = title
    self.embedded = embedded
    self.language = language
  }

  public func text(_ story: Story) -> String {
    let first = story.blocks.firstIndex(where: \.isSection) ?? story.blocks.endIndex
    let parts = story.blocks.enumerated().map { render($1, id: "s\($0)") }
    let body = (parts[..<first] + [contents(story)] + parts[first...]).joined(separator: "\n")
    return """
      <!doctype html>
      <html lang="\(language.code)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title.escapedForMarkup)</title>
      <style>\(Self.style)</style>
      </head>
      <body>
      <main>
      \(body)
      \(embedded?.markup(in: language) ?? "")
      </main>
      </body>
      </html>

      """
  }

  private static let style = """
    :root{color-scheme:light dark}body{margin:0;font:16px/1.5 system-ui,sans-serif}main{max-width:54rem;margin:0 auto;padding:1rem}\
    h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.2rem;margin-top:2rem}blockquote{margin:.5rem 0;padding-left:1rem;border-left:3px solid #999}\
    .scroll{overflow-x:auto;margin:1rem 0}table{border-collapse:collapse;font-size:.92rem}th,td{text-align:left;padding:.25rem .9rem .25rem 0;vertical-align:top;border-bottom:1px solid #8885}\
    figure{margin:1rem 0}figure svg{width:100%;height:auto;display:block}.dim{opacity:.75;font-size:.92rem}.good{color:#1b7f3b}.warning{color:#8a5a00}.bad{color:#b3261e}\
    nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1rem;margin:0 0 1rem;padding:0}a{color:#0b5394}pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:.82rem}main{overflow-wrap:anywhere}.scroll:focus-visible{outline:2px solid #0b5394}\
    @media print{nav,details:not([open]){display:none}figure,table,li{break-inside:avoid}h2,h3{break-after:avoid}body{font-size:11pt}}\
    @media (prefers-color-scheme:dark){a{color:#6fb1ff}.good{color:#7bd88f}.warning{color:#f0c069}.bad{color:#ff8a80}}
    """

  /// Links to the sections, where there are some.
  private func contents(_ story: Story) -> String {
    let links = story.blocks.enumerated().compactMap { place, block -> String? in
      guard case .heading(2, let line) = block else { return nil }
      return "<li><a href=\"#s\(place)\">\(line.text.escapedForMarkup)</a></li>"
    }
    return links.count < 3
      ? ""
      : "<nav aria-label=\"\(language.text("Sections").escapedForMarkup)\"><ul>\(links.joined())</ul></nav>\n"
  }

  /// - Parameter id: by which a heading may be linked to.
  private func render(_ block: Story.Block, id: String = "") -> String {
    switch block {
    case .heading(let level, let line):
      let tag = "h\(min(max(level, 1), 6))"
      let name = id.isEmpty ? "" : " id=\"\(id)\""
      return "<\(tag)\(name)>\(line.text.escapedForMarkup)</\(tag)>"
    case .paragraph(let line): return "<p>\(spans(line))</p>"
    case .lead(let line): return "<p class=\"lead\">\(spans(line))</p>"
    case .statements(let list): return statements(list)
    case .quote(let line): return "<blockquote>\(spans(line))</blockquote>"
    case .items(let items):
      let entries = items.map {
        "<li>\(spans($0.line))\($0.below.map { render($0) }.joined())</li>"
      }
      return "<ul>\n\(entries.joined(separator: "\n"))\n</ul>"
    case .table(let header, let rows): return table(header, rows)
    case .figure(let chart): return "<figure>\n\(chart.svg)</figure>"
    }
  }

  private func spans(_ line: Line) -> String {
    line.spans.filter { !$0.text.isEmpty }.map { span in
      let text = span.text.escapedForMarkup
      switch span.style {
      case .plain: return text
      case .strong: return "<strong>\(text)</strong>"
      case .dim: return "<span class=\"dim\">\(text)</span>"
      case .good: return "<strong class=\"good\">\(text)</strong>"
      case .warning: return "<strong class=\"warning\">\(text)</strong>"
      case .bad: return "<strong class=\"bad\">\(text)</strong>"
      }
    }.joined()
  }

  /// Statements beside each other, somebody's own words as quotes.
  private func statements(_ statements: [Story.Statement]) -> String {
    let items = statements.map { statement in
      let words = statement.words.escapedForMarkup
      let value =
        statement.value.isEmpty ? "" : "<p class=\"value\">\(statement.value.escapedForMarkup)</p>"
      guard statement.isQuote else {
        return
          "<li class=\"fact\"><p class=\"by\">\(statement.sort.escapedForMarkup)</p><p>\(words)</p>\(value)</li>"
      }
      let name = "<code>\(statement.name.escapedForMarkup)</code>"
      return
        "<li><p class=\"by\">\(statement.by.escapedForMarkup) \(name)</p><blockquote>“\(words)”</blockquote>\(value)</li>"
    }
    return "<ul class=\"sides\">\n\(items.joined(separator: "\n"))\n</ul>"
  }

  private func table(_ header: [String], _ rows: [[String]]) -> String {
    func row(_ cells: [String], _ tag: String, _ attribute: String) -> String {
      "<tr>" + cells.map { "<\(tag)\(attribute)>\($0.escapedForMarkup)</\(tag)>" }.joined()
        + "</tr>"
    }
    let body = rows.map { row($0, "td", "") }.joined(separator: "\n")
    return """
      <div class="scroll" tabindex="0"><table>
      <thead>\(row(header, "th", " scope=\"col\""))</thead>
      <tbody>
      \(body)
      </tbody>
      </table></div>
      """
  }
}

extension Story.Block {
  /// Whether a section begins with it.
  fileprivate var isSection: Bool {
    if case .heading(2, _) = self { true } else { false }
  }
}
