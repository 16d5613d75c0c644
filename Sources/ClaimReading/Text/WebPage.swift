import CHTML

/// The main text of a page of HTML, and what its head says of it.
public struct WebPage: Sendable {
  /// Paragraphs with blank lines between them.
  public let text: String
  public let title: String
  /// As the page prints it, such as 2019-04-24T18:05:00+09:00; blank where it does not.
  public let published: String
  public let outlet: String
  public let url: String

  /// - Returns: nil where the bytes are no HTML that the parser makes anything of.
  public init?(html bytes: [UInt8]) {
    guard bytes.count < Int32.max,
      let document = bytes.withUnsafeBytes({ buffer in
        buffer.bindMemory(to: CChar.self).baseAddress.flatMap {
          html_document_read($0, Int32(buffer.count))
        }
      })
    else { return nil }
    defer { html_document_free(document) }
    guard let root = html_document_root(document) else { return nil }
    var head = PageHead()
    head.read(root)
    text = PageText.mainText(of: root)
    title = head.title
    published = head.published
    outlet = head.outlet
    url = head.url
  }
}

/// What meta elements say.
private struct PageHead {
  var title = ""
  var published = ""
  var outlet = ""
  var url = ""

  mutating func read(_ root: OpaquePointer) {
    for node in PageNodes(root) {
      switch PageNodes.name(of: node) {
      case "title": if title.isEmpty { title = content(of: node) }
      case "link" where attribute("rel", node) == "canonical": url = attribute("href", node)
      case "time" where published.isEmpty: published = attribute("datetime", node)
      case "meta":
        let name =
          attribute("property", node) + attribute("name", node) + attribute("itemprop", node)
        switch name {
        case "article:published_time", "datePublished", "date", "pubdate":
          published = attribute("content", node)
        case "og:site_name": outlet = attribute("content", node)
        case "og:url" where url.isEmpty: url = attribute("content", node)
        default: break
        }
      default: break
      }
    }
  }

  private func attribute(_ name: String, _ node: OpaquePointer) -> String {
    guard let value = html_node_attribute(node, name) else { return "" }
    defer { html_text_free(value) }
    return String(cString: value)
  }

  private func content(of node: OpaquePointer) -> String {
    guard let value = html_node_content(node) else { return "" }
    defer { html_text_free(value) }
    return String(cString: value)
  }
}

/// The nodes of a tree in document order, without recursion.
private struct PageNodes: Sequence, IteratorProtocol {
  private let root: OpaquePointer
  private var next_: OpaquePointer?
  /// Elements whose insides are passed over.
  private let skipped: Set<String>

  init(_ root: OpaquePointer, skipping skipped: Set<String> = []) {
    self.root = root
    next_ = root
    self.skipped = skipped
  }

  mutating func next() -> OpaquePointer? {
    guard let node = next_ else { return nil }
    let isSkipped = !skipped.isEmpty && skipped.contains(Self.name(of: node))
    if !isSkipped, let child = html_node_child(node) {
      next_ = child
    } else {
      next_ = after(node)
    }
    return node
  }

  private func after(_ node: OpaquePointer) -> OpaquePointer? {
    var place: OpaquePointer? = node
    while let here = place, here != root {
      if let sibling = html_node_next(here) { return sibling }
      place = html_node_parent(here)
    }
    return nil
  }

  static func name(of node: OpaquePointer) -> String {
    html_node_name(node).map { String(cString: $0) } ?? ""
  }
}

/// Text out of elements, block by block.
private enum PageText {
  /// What is never part of an article.
  private static let skipped: Set<String> = [
    "script", "style", "noscript", "template", "svg", "nav", "aside", "footer", "form", "button",
    "select", "iframe", "head", "figure",
  ]

  private static let blocks: Set<String> = [
    "p", "div", "section", "article", "main", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol",
    "blockquote",
    "table", "tr", "td", "th", "pre", "header", "figcaption", "dl", "dt", "dd", "br", "hr", "body",
  ]

  /// The article or the main element where there is one that holds most of the text; else the body.
  static func mainText(of root: OpaquePointer) -> String {
    let whole = text(of: root)
    var best = ""
    for node in PageNodes(root) where ["article", "main"].contains(PageNodes.name(of: node)) {
      let own = text(of: node)
      if own.utf8.count > best.utf8.count { best = own }
    }
    return best.utf8.count * 5 >= whole.utf8.count * 2 ? best : whole
  }

  private static func text(of root: OpaquePointer) -> String {
    var paragraphs: [String] = []
    var current = ""
    func end() {
      let words = current.split(whereSeparator: {
        $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r"
      })
      if !words.isEmpty { paragraphs.append(words.joined(separator: " ")) }
      current = ""
    }
    var lastBlock: OpaquePointer?
    for node in PageNodes(root, skipping: skipped) {
      if let content = html_node_text(node) {
        let block = block(of: node)
        if block != lastBlock {
          // The cells of a row stay beside one another.
          if let row = row(of: block), row == Self.row(of: lastBlock) {
            current += " | "
          } else {
            end()
          }
        }
        lastBlock = block
        let words = String(cString: content)
        current += raised(words, node, after: current)
      } else if PageNodes.name(of: node) == "br" || PageNodes.name(of: node) == "hr" {
        end()
      }
    }
    end()
    return paragraphs.joined(separator: "\n\n")
  }

  /// "3<sup>1</sup>/<sub>2</sub>" is three and a half, and "km<sup>2</sup>" no "km2".
  private static func raised(
    _ words: String, _ node: OpaquePointer, after text: String
  ) -> String {
    guard let parent = html_node_parent(node), PageNodes.name(of: parent) == "sup",
      text.last?.isWholeNumber == true, words.allSatisfy(\.isWholeNumber),
      let next = html_node_next(parent), let behind = html_node_text(next),
      ["/", "\u{2044}"].contains(String(cString: behind).first)
    else { return words }
    return " " + words
  }

  /// The row of a table that a block is a cell of.
  private static func row(of block: OpaquePointer?) -> OpaquePointer? {
    guard let block, ["td", "th"].contains(PageNodes.name(of: block)) else { return nil }
    return html_node_parent(block)
  }

  private static func block(of node: OpaquePointer) -> OpaquePointer? {
    var place = html_node_parent(node)
    while let here = place, !blocks.contains(PageNodes.name(of: here)) {
      place = html_node_parent(here)
    }
    return place
  }
}
