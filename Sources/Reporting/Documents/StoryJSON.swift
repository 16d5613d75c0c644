extension JSONValue {
  /// The blocks of a story, for a page that makes its own elements of them.
  init(story blocks: [Story.Block]) { self = .array(blocks.map(JSONValue.init)) }

  private init(_ block: Story.Block) {
    switch block {
    case .heading(let level, let line):
      self = Self.block("heading", ["level": .whole(level), "line": JSONValue(line)])
    case .paragraph(let line), .lead(let line):
      self = Self.block("paragraph", ["line": JSONValue(line)])
    case .quote(let line): self = Self.block("quote", ["line": JSONValue(line)])
    case .items(let items):
      self = Self.block(
        "items", ["items": .array(items.map { Self.item(nil, $0.line, $0.below) })])
    case .points(let points):
      self = Self.block(
        "items", ["items": .array(points.map { Self.item($0.mark, $0.line, $0.below) })])
    case .statements(let statements):
      self = Self.block("statements", ["statements": .array(statements.map(JSONValue.init))])
    case .table(let header, let rows):
      self = Self.block(
        "table",
        [
          "header": .array(header.map { .text($0) }),
          "rows": .array(rows.map { .array($0.map { .text($0) }) }),
        ])
    case .tally(let lines):
      self = Self.block("items", ["items": .array(lines.map { Self.item(nil, $0, []) })])
    case .columns(let columns):
      self = Self.block("group", ["blocks": .init(story: columns.flatMap(\.self))])
    case .folded(let line, let blocks):
      self = Self.block("folded", ["line": JSONValue(line), "blocks": .init(story: blocks)])
    case .figure(let picture):
      self = Self.block(
        "figure",
        [
          "title": .text(picture.title), "svg": .text(picture.svg),
          "small": .flag(picture.isSmall),
        ])
    }
  }

  private static func block(_ type: String, _ fields: [String: JSONValue]) -> JSONValue {
    .object(fields.merging(["type": .text(type)]) { own, _ in own })
  }

  private static func item(_ mark: Line?, _ line: Line, _ below: [Story.Block]) -> JSONValue {
    var fields: [String: JSONValue] = ["line": JSONValue(line)]
    if let mark { fields["mark"] = JSONValue(mark) }
    if !below.isEmpty { fields["below"] = .init(story: below) }
    return .object(fields)
  }

  /// A line as its runs of words, each with its style.
  init(_ line: Line) {
    self = .array(
      line.spans.map { span in
        span.style == .plain
          ? .text(span.text) : .object(["text": .text(span.text), "style": .text("\(span.style)")])
      })
  }

  /// A statement with whose words it is.
  init(_ statement: Story.Statement) {
    self = .object([
      "sort": .text(statement.sort), "words": .text(statement.words),
      "quoted": .flag(statement.isQuote), "by": .text(statement.by),
      "value": .text(statement.value),
    ])
  }
}
