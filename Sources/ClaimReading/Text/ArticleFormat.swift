import CMark
public import Chronology

#if canImport(Glibc)
  import Glibc
#endif

/// How an article is written down.
public enum ArticleFormat: String, CaseIterable, Sendable {
  case plain, markdown, html

  /// By the ending of a file's name, else by how the text begins.
  public init(name: String, bytes: [UInt8]) {
    let ending = name.lowercased().split(separator: ".").last.map(String.init) ?? ""
    switch ending {
    case "html", "htm", "xhtml": self = .html
    case "md", "markdown": self = .markdown
    default:
      let head = String(decoding: bytes.prefix(512), as: UTF8.self).lowercased()
      let start = head.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
      self = Self.openings.contains(where: { start.hasPrefix($0) }) ? .html : .plain
    }
  }

  /// What pages, and pieces of pages, begin with.
  private static let openings = [
    "<!doctype html", "<html", "<head", "<body", "<main", "<article", "<section", "<div", "<p>",
    "<p ", "<h1",
  ]
}

extension ArticleText {
  /// What a page says of itself besides its text.
  public struct Head: Sendable {
    public var published: CivilDate?
    public var outlet = ""
    public var url = ""
  }

  /// The text of an article in a format, with what a page's head says of it.
  ///
  /// - Throws: `Refusal` for what is no UTF-8 text.
  public static func reading(
    _ bytes: [UInt8], as format: ArticleFormat
  ) throws(Refusal) -> (text: ArticleText, head: Head) {
    let source = try ArticleText(utf8: bytes)
    var head = Head()
    switch format {
    case .plain: return (source, head)
    case .markdown:
      let html = MarkdownMarks.bounded(Self.rowsApart(source.bytes)).withUnsafeBytes {
        buffer -> [UInt8] in
        guard
          let result = cmark_markdown_to_html(
            buffer.bindMemory(to: CChar.self).baseAddress, buffer.count, CMARK_OPT_DEFAULT)
        else { return [] }
        defer { free(result) }
        return Array(UnsafeRawBufferPointer(start: result, count: strlen(result)))
      }
      let page = WebPage(html: html)
      return (try ArticleText(utf8: Array((page?.text ?? "").utf8)), head)
    case .html:
      let page = WebPage(html: source.bytes)
      head.outlet = page?.outlet ?? ""
      head.url = page?.url ?? ""
      head.published = page.flatMap { CivilDate(iso: $0.published.prefix(10)) }
      return (try ArticleText(utf8: Array((page?.text ?? "").utf8)), head)
    }
  }

  /// Markdown in which every row of a table is a paragraph, and the line below its heading is gone.
  private static func rowsApart(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let isRow = line.first { $0 != 0x20 } == UInt8(ascii: "|")
      let isRule = isRow && line.allSatisfy { "|:- \r\t".utf8.contains($0) }
      if isRule { continue }
      result += line
      result += Array((isRow ? "\n\n" : "\n").utf8)
    }
    return result
  }
}
