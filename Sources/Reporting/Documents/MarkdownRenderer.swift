/// Renders a story as Markdown (CommonMark with tables).
public struct MarkdownRenderer: Sendable {
  public init() {}

  public func text(_ story: Story) -> String {
    story.blocks.map { render($0, indent: "") }.joined(separator: "\n\n") + "\n"
  }

  private func render(_ block: Story.Block, indent: String) -> String {
    switch block {
    case .heading(let level, let line):
      String(repeating: "#", count: level) + " " + escaped(line.text)
    case .paragraph(let line), .lead(let line): indent + spans(line)
    case .quote(let line): indent + "> " + spans(line)
    case .items(let items):
      items.map { item in
        ([indent + "- " + spans(item.line)] + item.below.map { render($0, indent: indent + "  ") })
          .joined(separator: "\n")
      }.joined(separator: "\n")
    case .points(let points):
      render(
        .items(points.map { (line: $0.mark + Line(" ") + $0.line, below: $0.below) }),
        indent: indent)
    case .statements(let statements):
      render(.items(statements.map { ($0.line, []) }), indent: indent)
    case .table(let header, let rows): table(header, rows)
    case .tally(let counts): indent + spans(Line(joining: counts, by: ", "))
    case .columns(let columns):
      columns.joined().map { render($0, indent: indent) }.joined(separator: "\n\n")
    case .folded(let line, let blocks):
      ([.heading(level: 3, line)] + blocks).map { render($0, indent: indent) }
        .joined(separator: "\n\n")
    case .figure(let chart):
      "![\(escaped(chart.title))](data:image/svg+xml;base64,\(Array(chart.svg.utf8).base64))"
    }
  }

  private func spans(_ line: Line) -> String {
    line.spans.map { span in
      let text = escaped(span.text)
      let trimmed = text.trimmedBlanks
      guard !trimmed.isEmpty, [.strong, .good, .warning, .bad].contains(span.style) else {
        return text
      }
      let lead = text.prefix { $0 == " " }
      let trail = text.reversed().prefix { $0 == " " }
      return "\(lead)**\(trimmed)**\(String(trail))"
    }.joined()
  }

  private func table(_ header: [String], _ rows: [[String]]) -> String {
    let divider = "|" + header.map { _ in " --- |" }.joined()
    func row(_ cells: [String]) -> String { "|" + cells.map { " \(escaped($0)) |" }.joined() }
    return ([row(header), divider] + rows.map(row)).joined(separator: "\n")
  }

  /// Text in which nothing is markup.
  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text.onOneLine {
      switch character {
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~", "!": result += "\\\(character)"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      default: result.append(character)
      }
    }
    return result
  }
}

extension String {
  fileprivate var trimmedBlanks: String {
    var slice = self[...]
    while slice.first == " " { slice = slice.dropFirst() }
    while slice.last == " " { slice = slice.dropLast() }
    return String(slice)
  }
}
