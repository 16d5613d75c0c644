/// A format in which a kind of document can be had: everything that a command line, an evidence pack and a service need to
/// offer it, and how it is written.
public struct DocumentFormat<Document: Sendable>: Sendable {
  public typealias Rendering =
    @Sendable (_ document: Document, _ style: ReportStyle) throws(FormatError) -> String

  public let file: FileFormat
  /// What one gets, in a few words; blank if the name says it all.
  public let summary: String
  /// Whether several cases can be written together.
  public let takesSeveral: Bool
  /// The name of its file in an evidence pack; nil if it is not in it.
  public let packName: String?
  /// What a reader should know of a document in this format; nil if there is nothing.
  public let remark: @Sendable (Document) -> String?
  private let rendering: Rendering

  public init(
    _ file: FileFormat, _ summary: String = "", takesSeveral: Bool = false,
    packName: String? = nil, remark: @escaping @Sendable (Document) -> String? = { _ in nil },
    rendering: @escaping Rendering
  ) {
    self.file = file
    self.summary = summary
    self.takesSeveral = takesSeveral
    self.packName = packName
    self.remark = remark
    self.rendering = rendering
  }

  /// As `--format` and the service's `format` take it.
  public var name: String { file.name }

  /// The document in this format.
  ///
  /// - Throws: `FormatError` if the document has nothing that could be written so.
  public func text(
    of document: Document, _ style: ReportStyle = ReportStyle()
  ) throws(FormatError) -> String {
    try rendering(document, style)
  }
}

extension DocumentFormat {
  /// A story for a terminal or a plain file.
  public static func text(
    _ story: @escaping @Sendable (Document) -> Story
  ) -> DocumentFormat {
    DocumentFormat(.text) { TerminalRenderer($1).text(story($0)) }
  }

  /// A story in Markdown.
  public static func markdown(
    _ story: @escaping @Sendable (Document) -> Story
  ) -> DocumentFormat {
    DocumentFormat(.markdown) { document, _ in MarkdownRenderer().text(story(document)) }
  }

  /// A document of JSON.
  public static func json(
    _ value: @escaping @Sendable (Document) -> JSONValue
  ) -> DocumentFormat {
    DocumentFormat(.json) { document, _ in value(document).text() }
  }

  /// A table.
  public static func csv(
    _ table: @escaping @Sendable (Document) -> String
  ) -> DocumentFormat {
    DocumentFormat(.csv) { document, _ in table(document) }
  }
}

/// Why a format cannot be had.
public struct FormatError: Error, Sendable, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }
}
