/// Renders a story for a terminal: wrapped to a width, in colour only where asked.
public struct TerminalRenderer: Sendable {
  private let width: Int
  private let isColoured: Bool
  /// Whether an address wider than a line is broken; else it stays whole, to be copied.
  private var breaksAddresses = false

  /// - Parameters:
  ///   - width: columns, held within 40 and 160.
  ///   - isColoured: whether colours may be used.
  public init(width: Int, isColoured: Bool) {
    self.width = min(max(width, 40), 160)
    self.isColoured = isColoured
  }

  /// As a style has it.
  public init(_ style: ReportStyle) {
    self.init(width: style.columns, isColoured: style.isColoured)
    breaksAddresses = style.lines != nil
  }

  public func text(_ story: Story) -> String {
    var lines: [String] = []
    for block in story.blocks { render(block, indent: 0, into: &lines) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func render(_ block: Story.Block, indent: Int, into lines: inout [String]) {
    switch block {
    case .heading(let level, let line):
      if !lines.isEmpty { lines.append("") }
      let strong = Line(
        spans: line.spans.map {
          Line.Span(text: $0.text, style: $0.style == .plain ? .strong : $0.style)
        })
      lines += wrapped(strong, first: "", rest: "")
      if level <= 2 {
        let mark = level == 1 ? "═" : "─"
        lines.append(String(repeating: mark, count: min(width, line.text.displayWidth)))
      }
    case .paragraph(let line), .lead(let line):
      lines += wrapped(line, first: pad(indent), rest: pad(indent))
    case .quote(let line):
      lines += wrapped(line, first: pad(indent) + "│ ", rest: pad(indent) + "│ ")
    case .items(let items):
      for item in items {
        lines += wrapped(item.line, first: pad(indent) + "• ", rest: pad(indent) + "  ")
        for block in item.below { render(block, indent: indent + 4, into: &lines) }
      }
    case .points(let points):
      for point in points {
        lines += wrapped(
          point.mark + Line(" ") + point.line, first: pad(indent), rest: pad(indent + 2))
        for block in point.below { render(block, indent: indent + 2, into: &lines) }
      }
    case .statements(let statements):
      render(.items(statements.map { ($0.line, []) }), indent: indent, into: &lines)
    case .table(let header, let rows):
      lines += table(header, rows, indent: indent)
    case .tally(let counts):
      lines += wrapped(Line(joining: counts, by: ", "), first: pad(indent), rest: pad(indent))
    case .columns(let columns):
      for block in columns.joined() { render(block, indent: indent, into: &lines) }
    case .folded(let line, let blocks):
      render(.heading(level: 3, line), indent: indent, into: &lines)
      for block in blocks { render(block, indent: indent, into: &lines) }
    case .figure: break  // a terminal has no pictures
    }
  }

  private func pad(_ count: Int) -> String { String(repeating: " ", count: count) }

  // MARK: Wrapping

  private func wrapped(_ line: Line, first: String, rest: String) -> [String] {
    var lines: [String] = []
    var current = first
    var column = first.displayWidth
    var isFresh = true
    let room = width - max(first.displayWidth, rest.displayWidth)
    for (word, style, spaceBefore) in words(of: line).flatMap({ broken($0, room) }) {
      let size = word.displayWidth
      if !isFresh, column + (spaceBefore ? 1 : 0) + size > width {
        lines.append(current)
        current = rest
        column = rest.displayWidth
        isFresh = true
      }
      if spaceBefore, !isFresh {
        current += " "
        column += 1
      }
      current += painted(word, style)
      column += size
      isFresh = false
    }
    lines.append(current)
    return lines
  }

  /// A word in pieces that each fit a line: Chinese has no blanks, and nor have addresses.
  private func broken(_ word: Word, _ room: Int) -> [Word] {
    guard word.text.displayWidth > room, breaksAddresses || !word.text.contains("://") else {
      return [word]
    }
    var pieces: [Word] = []
    var piece: Word = ("", word.style, word.hasBlank)
    for character in word.text {
      if !piece.text.isEmpty, (piece.text + String(character)).displayWidth > max(2, room) {
        pieces.append(piece)
        piece = ("", word.style, false)
      }
      piece.text.append(character)
    }
    return pieces + [piece]
  }

  /// A word with its style, and whether a blank stood before it.
  private typealias Word = (text: String, style: Line.Style, hasBlank: Bool)

  /// The words of a line, each with its style and whether a blank stood before it.
  private func words(of line: Line) -> [Word] {
    var result: [Word] = []
    var hasBlank = false
    for span in line.spans {
      var word = ""
      func close() {
        guard !word.isEmpty else { return }
        result.append((word, span.style, hasBlank))
        word = ""
        hasBlank = false
      }
      for character in span.text.onOneLine {
        if character == " " {
          close()
          hasBlank = true
        } else {
          word.append(character)
        }
      }
      close()
    }
    return result
  }

  // MARK: Tables

  private func table(_ header: [String], _ rows: [[String]], indent: Int) -> [String] {
    let all = [header] + rows.map { $0.map(\.onOneLine) }
    var widths = header.indices.map { column in
      all.map { $0.indices.contains(column) ? $0[column].displayWidth : 0 }.max() ?? 0
    }
    let least = header.indices.map { column in
      all.map { $0.indices.contains(column) ? $0[column].longestWord : 0 }.max() ?? 0
    }
    let room = width - indent - 2 * (header.count - 1)
    // A table that does not fit is told row by row.
    if least.reduce(0, +) > room { return rows.flatMap { told($0, header, indent: indent) } }
    var excess = widths.reduce(0, +) - room
    while excess > 0 {
      let widest = widths.indices.filter { widths[$0] > least[$0] }.max { widths[$0] < widths[$1] }
      guard let widest else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return all.enumerated().flatMap { index, row in
      tableRow(row, widths, indent: indent, style: index == 0 ? .dim : .plain)
    }
  }

  private func told(_ row: [String], _ header: [String], indent: Int) -> [String] {
    let cells = zip(header, row).dropFirst().filter { !["", "–"].contains($0.1) }
    let rest = cells.map { "\($0.0): \($0.1)" }.joined(separator: "; ")
    return wrapped(
      Line("\(row.first ?? ""); \(rest)"), first: pad(indent) + "• ", rest: pad(indent) + "  ")
  }

  private func tableRow(
    _ row: [String], _ widths: [Int], indent: Int, style: Line.Style
  ) -> [String] {
    let cells = zip(row, widths).map { cell, size in
      TerminalRenderer(cell: size).wrapped(Line(cell), first: "", rest: "")
    }
    return (0..<(cells.map(\.count).max() ?? 0)).map { index in
      var line = pad(indent)
      for (cell, size) in zip(cells, widths) {
        let text = cell.indices.contains(index) ? cell[index] : ""
        line += text + pad(max(0, size - text.displayWidth) + 2)
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return painted(line, style)
    }
  }

  /// A renderer for a cell of a table, as narrow as it need be.
  private init(cell width: Int) {
    self.width = max(8, width)
    isColoured = false
  }

  private func painted(_ text: String, _ style: Line.Style) -> String {
    guard isColoured, let code = style.ansiCode else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

extension Line.Style {
  fileprivate var ansiCode: String? {
    switch self {
    case .plain: nil
    case .strong: "1"
    case .dim: "2"
    case .good: "32"
    case .warning: "33"
    case .bad: "31"
    }
  }
}

extension Line {
  init(spans: [Span]) { self.spans = spans }
}

extension String {
  /// The width of its longest word, which is never broken.
  fileprivate var longestWord: Int {
    split(separator: " ").map { String($0).displayWidth }.max() ?? 0
  }
}
