public import Wording

/// Renders a story as one page of HTML that needs nothing else.
public struct HTMLRenderer: Sendable {
  private let title: String
  private let embedded: EmbeddedCase?
  private let language: Language

  /// - Parameters:
  ///   - title: the title of the page.
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
    let head = story.blocks[..<first].map { render($0) }.joined(separator: "\n")
    return """
      <!doctype html>
      <html lang="\(language.code)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title.escapedForMarkup)</title>
      <style>\(PageStyle.css)\(story.hasFigures ? "\n" + Drawing.styles : "")</style>
      </head>
      <body>
      <header>
      \(head)
      \(contents(story))</header>
      <main>
      \(sections(story.blocks, from: first))
      </main>
      <footer>
      \(embedded?.markup(in: language) ?? "")
      </footer>
      </body>
      </html>

      """
  }

  /// The blocks from the first section on, each section and each part of one in an element of its own.
  private func sections(_ blocks: [Story.Block], from first: Int) -> String {
    var lines: [String] = []
    var open: [String] = []
    func close(to count: Int) {
      while open.count > count, let tag = open.popLast() { lines.append("</\(tag)>") }
    }
    for place in first..<blocks.count {
      if case .heading(let level, _) = blocks[place], level == 2 || level == 3 {
        close(to: level == 2 ? 0 : 1)
        let tag = level == 2 ? "section" : "article"
        lines.append("<\(tag) aria-labelledby=\"s\(place)\">")
        open.append(tag)
      }
      lines.append(render(blocks[place], id: "s\(place)"))
    }
    close(to: 0)
    return lines.joined(separator: "\n")
  }

  /// Links to the sections, where there are some.
  private func contents(_ story: Story) -> String {
    let links = story.blocks.enumerated().compactMap { place, block -> String? in
      guard case .heading(2, let line) = block else { return nil }
      return "<li><a href=\"#s\(place)\">\(line.text.escapedForMarkup)</a></li>"
    }
    return links.count < 3 || story.hasColumns
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
    case .lead(let line):
      let edge = line.spans.lazy.compactMap { Self.edges[$0.style] }.first ?? ""
      return "<p class=\"lead\(edge)\">\(spans(line))</p>"
    case .statements(let list): return statements(list)
    case .quote(let line): return "<blockquote>\(spans(line))</blockquote>"
    case .items(let items):
      let entries = items.map {
        "<li>\(spans($0.line))\($0.below.map { render($0) }.joined())</li>"
      }
      return "<ul>\n\(entries.joined(separator: "\n"))\n</ul>"
    case .points(let points):
      let entries = points.map {
        "<li><span aria-hidden=\"true\">\(spans($0.mark))</span>\(spans($0.line))\($0.below.map { render($0) }.joined())</li>"
      }
      return "<ol class=\"points\">\n\(entries.joined(separator: "\n"))\n</ol>"
    case .table(let header, let rows): return table(header, rows)
    case .tally(let counts):
      return "<ul class=\"tally\">" + counts.map { "<li>\(spans($0))</li>" }.joined() + "</ul>"
    case .columns(let columns):
      let parts = columns.map { column in
        "<div>\(column.map { render($0) }.joined(separator: "\n"))</div>"
      }
      return "<div class=\"columns\">\n\(parts.joined(separator: "\n"))\n</div>"
    case .folded(let line, let blocks):
      return """
        <details><summary>\(spans(line))</summary>
        \(blocks.map { render($0) }.joined(separator: "\n"))
        </details>
        """
    case .figure(let picture):
      // What is wider than a phone is moved along by touch or by the arrow keys.
      let svg = picture.svg.replacing(Drawing.styleElement + "\n", with: "")
      return picture.isSmall
        ? "<figure class=\"small\">\n\(svg)</figure>" : "<figure tabindex=\"0\">\n\(svg)</figure>"
    }
  }

  private static let edges: [Line.Style: String] = [
    .bad: " edge-bad", .good: " edge-good", .warning: " edge-warning",
  ]

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
      let name =
        statement.name.isEmpty ? "" : " <code>\(statement.name.escapedForMarkup)</code>"
      return
        "<li><p class=\"by\">\(statement.by.escapedForMarkup)\(name)</p><blockquote>\(words)</blockquote>\(value)</li>"
    }
    return "<ul class=\"sides\">\n\(items.joined(separator: "\n"))\n</ul>"
  }

  private func table(_ header: [String], _ rows: [[String]]) -> String {
    func row(_ cells: [String], _ tag: String, _ attribute: String) -> String {
      let told = cells.map { cell in
        // A number does not part from its unit.
        let kind = cell.count <= 24 ? " class=\"short\"" : ""
        return "<\(tag)\(attribute)\(kind)>\(cell.escapedForMarkup)</\(tag)>"
      }
      return "<tr>\(told.joined())</tr>"
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

extension Story {
  /// Whether its head fills a screen of its own; links to what is below would only push it down.
  fileprivate var hasColumns: Bool {
    blocks.contains { if case .columns = $0 { true } else { false } }
  }

  fileprivate var hasFigures: Bool {
    blocks.contains(where: \.hasFigure)
  }
}

extension Story.Block {
  /// Whether a picture is in it.
  fileprivate var hasFigure: Bool {
    switch self {
    case .figure: true
    case .points(let points): points.contains { $0.below.contains(where: \.hasFigure) }
    case .columns(let columns): columns.contains { $0.contains(where: \.hasFigure) }
    case .folded(_, let blocks): blocks.contains(where: \.hasFigure)
    default: false
    }
  }

  /// Whether a section begins with it.
  fileprivate var isSection: Bool {
    if case .heading(2, _) = self { true } else { false }
  }
}
