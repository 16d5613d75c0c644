/// Renders a story as one page of HTML that needs nothing else.
public struct HTMLRenderer: Sendable {
  private let title: String

  public init(title: String) { self.title = title }

  public func text(_ story: Story) -> String {
    let body = story.blocks.map(render).joined(separator: "\n")
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title.escapedForMarkup)</title>
      <style>\(Self.style)</style>
      </head>
      <body>
      <main>
      \(body)
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
    @media (prefers-color-scheme:dark){.good{color:#7bd88f}.warning{color:#f0c069}.bad{color:#ff8a80}}
    """

  private func render(_ block: Story.Block) -> String {
    switch block {
    case .heading(let level, let line):
      let tag = "h\(min(max(level, 1), 6))"
      return "<\(tag)>\(line.text.escapedForMarkup)</\(tag)>"
    case .paragraph(let line): return "<p>\(spans(line))</p>"
    case .quote(let line): return "<blockquote>\(spans(line))</blockquote>"
    case .items(let items):
      let entries = items.map { "<li>\(spans($0.line))\($0.below.map(render).joined())</li>" }
      return "<ul>\n\(entries.joined(separator: "\n"))\n</ul>"
    case .table(let header, let rows): return table(header, rows)
    case .figure(let chart): return "<figure>\n\(chart.svg)</figure>"
    }
  }

  private func spans(_ line: Line) -> String {
    line.spans.map { span in
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

  private func table(_ header: [String], _ rows: [[String]]) -> String {
    func row(_ cells: [String], _ tag: String, _ attribute: String) -> String {
      "<tr>" + cells.map { "<\(tag)\(attribute)>\($0.escapedForMarkup)</\(tag)>" }.joined()
        + "</tr>"
    }
    let body = rows.map { row($0, "td", "") }.joined(separator: "\n")
    return """
      <div class="scroll"><table>
      <thead>\(row(header, "th", " scope=\"col\""))</thead>
      <tbody>
      \(body)
      </tbody>
      </table></div>
      """
  }
}
