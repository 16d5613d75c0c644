/// A report as blocks of words, before any format.
public struct Story: Sendable {
  public indirect enum Block: Sendable {
    case heading(level: Int, Line)
    case paragraph(Line)
    /// Items, each with lines of its own below it.
    case items([(line: Line, below: [Block])])
    case quote(Line)
    case table(header: [String], rows: [[String]])
    /// A picture, where the format can show one.
    case figure(any Picture)
  }

  public var blocks: [Block]

  public init(blocks: [Block] = []) { self.blocks = blocks }
}

/// A run of words in one line of thought.
public struct Line: Sendable, ExpressibleByStringInterpolation {
  public enum Style: Hashable, Sendable { case plain, strong, dim, good, warning, bad }

  public struct Span: Sendable {
    public let text: String
    public let style: Style
  }

  public var spans: [Span]

  public init(_ text: String, _ style: Style = .plain) { spans = [Span(text: text, style: style)] }

  public init(stringLiteral value: String) { self.init(value) }

  public static func + (left: Line, right: Line) -> Line {
    var line = left
    line.spans += right.spans
    return line
  }

  /// The words without their styles.
  public var text: String { spans.map(\.text).joined() }
}
