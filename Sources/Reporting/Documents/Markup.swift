/// A piece of XML: an element with its attributes and what is in it.
struct Markup: Sendable {
  let name: String
  var attributes: [(name: String, value: String)] = []
  var text = ""
  var children: [Markup] = []

  init(
    _ name: String, _ attributes: [(name: String, value: String)] = [], text: String = "",
    _ children: [Markup] = []
  ) {
    self.name = name
    self.attributes = attributes
    self.text = text
    self.children = children
  }

  /// The element as a whole document.
  var document: String { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + written(indent: "") }

  private func written(indent: String) -> String {
    let head = attributes.map { " \($0.name)=\"\($0.value.escapedForMarkup)\"" }.joined()
    guard !children.isEmpty || !text.isEmpty else { return "\(indent)<\(name)\(head)/>\n" }
    guard !children.isEmpty else {
      return "\(indent)<\(name)\(head)>\(text.escapedForMarkup)</\(name)>\n"
    }
    let inside = children.map { $0.written(indent: indent + " ") }.joined()
    return "\(indent)<\(name)\(head)>\n\(inside)\(indent)</\(name)>\n"
  }
}
