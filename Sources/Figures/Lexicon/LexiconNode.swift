import Datasets
import Yams

/// A piece of a lexicon file: a text, a list of texts, or a table of such, each with its place.
struct LexiconNode {
  enum Content {
    case text(String)
    case list([LexiconNode])
    case table([(key: LexiconNode, value: LexiconNode)])
  }

  let content: Content
  let position: FilePosition

  init(_ content: Content, at position: FilePosition) {
    self.content = content
    self.position = position
  }

  /// What a YAML parser made of it.
  init(_ node: Node) {
    position = FilePosition(node)
    switch node {
    case .mapping(let mapping):
      content = .table(mapping.map { (LexiconNode($0.key), LexiconNode($0.value)) })
    case .sequence(let sequence): content = .list(sequence.map { LexiconNode($0) })
    default: content = .text(node.string ?? "")
    }
  }

  var string: String? { if case .text(let text) = content { text } else { nil } }

  /// The texts of a list, or the one text; none where it is blank.
  var texts: [String] {
    switch content {
    case .text(let text): text.isEmpty ? [] : [text]
    case .list(let items): items.compactMap(\.string)
    case .table: []
    }
  }

  var pairs: [(key: LexiconNode, value: LexiconNode)]? {
    if case .table(let pairs) = content { pairs } else { nil }
  }

  subscript(name: String) -> LexiconNode? {
    pairs?.first { $0.key.string == name }?.value
  }
}
