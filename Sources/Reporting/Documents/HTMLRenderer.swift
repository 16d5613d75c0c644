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
      <style>\(Self.style)\(story.hasFigures ? "\n" + Drawing.styles : "")</style>
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

  /// Contrast of text is at least 4.5 to 1 in both schemes (WCAG 2.2, 1.4.3).
  private static let style = """
    :root{color-scheme:light dark;--ink:#1c1f23;--soft:#565c63;--paper:#fff;--card:#f6f7f9;--line:#d5d9de;--link:#0b5394;--good:#176b32;--warning:#7a5000;--bad:#a8201a}
    *{box-sizing:border-box}body{margin:0;font:16px/1.5 system-ui,-apple-system,"Noto Sans",sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
    header,main,footer{max-width:60rem;margin:0 auto;padding:0 1rem}header{padding-top:1.2rem}footer{padding-bottom:3rem}
    h1{font-size:1.7rem;line-height:1.2;margin:.2rem 0 .6rem}h2{font-size:1.3rem;margin:2.4rem 0 .8rem;padding-top:.6rem;border-top:2px solid var(--ink)}h3{font-size:1.05rem;margin:0 0 .6rem}p{margin:.5rem 0}
    .lead{font-size:1.15rem;line-height:1.4;padding:.7rem 1rem;background:var(--card);border-left:6px solid var(--soft)}.edge-bad{border-color:var(--bad)}.edge-good{border-color:var(--good)}.edge-warning{border-color:var(--warning)}
    article{margin:1rem 0;padding:1rem;background:var(--card);border:1px solid var(--line);border-radius:6px}
    .sides{list-style:none;margin:.6rem 0;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(16rem,100%),1fr));gap:.7rem}.sides li{margin:0;padding:.6rem .8rem;background:var(--paper);border:1px solid var(--line);border-radius:4px}.sides li.fact{border-style:dashed}.sides p{margin:.2rem 0}
    .by{font-size:.85rem;color:var(--soft)}.value{font-weight:600;font-variant-numeric:tabular-nums}blockquote{margin:.3rem 0;font-family:Georgia,"Noto Serif",serif;font-size:1.05rem}code{font-family:ui-monospace,monospace;font-size:.85em}
    ol.points{list-style:none;padding:0}.points>li{margin:.8rem 0;padding-left:1.4rem;text-indent:-1.4rem}.points>li>*{text-indent:0}.points p{margin:.1rem 0;color:var(--soft)}ul{padding-left:1.2rem}li{margin:.25rem 0}section>ul>li{margin:.8rem 0}section>ul>li>ul{font-size:.94rem}
    .scroll{overflow-x:auto;margin:1rem 0}table{border-collapse:collapse;font-size:.92rem;font-variant-numeric:tabular-nums}th,td{text-align:left;padding:.3rem 1rem .3rem 0;vertical-align:top;border-bottom:1px solid var(--line)}th{color:var(--soft);font-weight:600}
    .short{white-space:nowrap}td,th{overflow-wrap:normal}figure{margin:1.2rem 0;overflow-x:auto}figure svg{width:100%;min-width:36rem;height:auto;display:block}.dim{color:var(--soft);font-size:.92rem}.good{color:var(--good)}.warning{color:var(--warning)}.bad{color:var(--bad)}
    nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;margin:1rem 0 0;padding:0}a{color:var(--link)}summary{cursor:pointer}pre{white-space:pre-wrap;font-size:.82rem}:focus-visible{outline:3px solid var(--link);outline-offset:2px}
    @media (prefers-color-scheme:dark){:root{--ink:#e6e8ea;--soft:#a7afb8;--paper:#16191d;--card:#1f2429;--line:#3a4149;--link:#7cb8ff;--good:#7bd88f;--warning:#f0c069;--bad:#ff9a92}}
    @media print{:root{color-scheme:light;--ink:#000;--soft:#444;--paper:#fff;--card:#fff;--line:#bbb;--link:#000;--good:#176b32;--warning:#7a5000;--bad:#a8201a}@page{size:A4;margin:16mm}body{font-size:10pt}nav,details:not([open]){display:none}.scroll,figure{overflow:visible}figure svg{min-width:0}article,figure,tr,.sides li{break-inside:avoid}h2,h3{break-after:avoid}header,main,footer{max-width:none;padding:0}}
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
        "<li><span aria-hidden=\"true\">\(spans($0.mark))</span> \(spans($0.line))\($0.below.map { render($0) }.joined())</li>"
      }
      return "<ol class=\"points\">\n\(entries.joined(separator: "\n"))\n</ol>"
    case .table(let header, let rows): return table(header, rows)
    case .figure(let picture):
      // What is wider than a phone is moved along by touch or by the arrow keys.
      let svg = picture.svg.replacing(Drawing.styleElement + "\n", with: "")
      return "<figure tabindex=\"0\">\n\(svg)</figure>"
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
      let name = "<code>\(statement.name.escapedForMarkup)</code>"
      return
        "<li><p class=\"by\">\(statement.by.escapedForMarkup) \(name)</p><blockquote>“\(words)”</blockquote>\(value)</li>"
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
  fileprivate var hasFigures: Bool {
    blocks.contains { if case .figure = $0 { true } else { false } }
  }
}

extension Story.Block {
  /// Whether a section begins with it.
  fileprivate var isSection: Bool {
    if case .heading(2, _) = self { true } else { false }
  }
}
