/// A report as blocks of words, before any format.
public struct Story: Sendable {
  public indirect enum Block: Sendable {
    case heading(level: Int, Line)
    case paragraph(Line)
    /// The one sentence that a reader in a hurry reads.
    case lead(Line)
    /// Items, each with lines of its own below it.
    case items([(line: Line, below: [Block])])
    /// Items that each have a mark of their own in place of a bullet.
    case points([Point])
    case quote(Line)
    /// What is said, side by side.
    case statements([Statement])
    case table(header: [String], rows: [[String]])
    /// How many there are of what, each in its own style.
    case tally([Line])
    /// Beside each other where there is room, else below each other.
    case columns([[Block]])
    /// What is shown only when it is asked for, where the format can hide it.
    case folded(Line, [Block])
    /// A picture, where the format can show one.
    case figure(any Picture)
  }

  /// An item with a mark, such as the sign of its verdict, and what stands below it.
  public struct Point: Sendable {
    public let mark: Line
    public let line: Line
    public let below: [Block]

    public init(mark: Line, line: Line, below: [Block]) {
      self.mark = mark
      self.line = line
      self.below = below
    }
  }

  /// One statement as it stands beside others.
  public struct Statement: Sendable {
    /// What sort it is, such as `Claim` or `Published`.
    public let sort: String
    public let words: String
    /// Whether these are somebody's own words, which then have their quotation marks.
    public let isQuote: Bool
    /// Whose words they are; blank where nobody's.
    public let by: String
    /// By which name the report speaks of it; blank where it has none.
    public let name: String
    /// The value that it comes to; blank where there is none.
    public let value: String

    public init(
      sort: String, words: String, isQuote: Bool, by: String, name: String, value: String
    ) {
      self.sort = sort
      self.words = words
      self.isQuote = isQuote
      self.by = by
      self.name = name
      self.value = value
    }

    /// Everything in one line.
    var line: Line {
      let value = value.isEmpty ? "" : ": \(value)"
      guard isQuote else { return Line("\(sort): \(words)") + Line(value, .dim) }
      return Line(words, .strong) + Line(" — \(by)") + Line(" [\(name)]\(value)", .dim)
    }
  }

  public var blocks: [Block]

  public init(blocks: [Block] = []) { self.blocks = blocks }

  /// What any story can be written as.
  public static let formats = DocumentFormats<Story>([.text(\.self), .markdown(\.self)])
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

  /// Lines after one another, with the same between each two.
  init(joining lines: [Line], by separator: String) {
    self = lines.dropFirst().reduce(lines.first ?? "") { $0 + Line(separator) + $1 }
  }

  /// The words without their styles.
  public var text: String { spans.map(\.text).joined() }
}
