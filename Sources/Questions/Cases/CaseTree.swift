public import Reporting
import Yams

/// A case file as a tree that programs can change, and back: what editors need that know no YAML.
public struct CaseTree: Sendable {
  public let value: JSONValue

  public init(_ value: JSONValue) { self.value = value }

  /// Deeper than this no case file goes.
  private static let depthLimit = 32
  /// More values than this no case file has.
  private static let countLimit = 200_000

  /// The tree of a text; comments and anchors are not part of it.
  ///
  /// - Throws: `QuestionError` for what is no YAML, or not of a case file's shape.
  public init(yaml: String) throws(QuestionError) {
    let node: Node?
    do { node = try Yams.compose(yaml: yaml) } catch { throw QuestionError("no YAML: \(error)") }
    guard let node, node.mapping != nil else {
      throw QuestionError("a case file is a mapping that begins with 'wayproof: 1'")
    }
    var count = 0
    value = try Self.value(node, 0, &count)
  }

  private static func value(
    _ node: Node, _ depth: Int, _ count: inout Int
  ) throws(QuestionError) -> JSONValue {
    count += 1
    guard depth < depthLimit, count < countLimit else {
      throw QuestionError("no case file is as deep or as large as this")
    }
    switch node {
    case .scalar(let scalar): return self.value(scalar)
    case .sequence(let items):
      var values: [JSONValue] = []
      for item in items { values.append(try value(item, depth + 1, &count)) }
      return .array(values)
    case .mapping(let mapping):
      var fields: [String: JSONValue] = [:]
      for (key, item) in mapping {
        guard let name = key.scalar?.string else { throw QuestionError("a key is no text") }
        fields[name] = try value(item, depth + 1, &count)
      }
      return .object(fields)
    case .alias: throw QuestionError("aliases have no place in a case file")
    }
  }

  /// Only what is plainly a number, true or false is one; days and clock times are texts.
  private static func value(_ scalar: Node.Scalar) -> JSONValue {
    guard scalar.style == .plain || scalar.style == .any else { return .text(scalar.string) }
    switch scalar.string {
    case "true": return .flag(true)
    case "false": return .flag(false)
    case "", "~", "null": return .null
    default: break
    }
    guard isNumber(scalar.string) else { return .text(scalar.string) }
    return Int(scalar.string).map { .whole($0) } ?? Double(scalar.string).map { .number($0) }
      ?? .text(scalar.string)
  }

  private static func isNumber(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    return !digits.isEmpty && digits.count <= 15 && digits.first != "." && digits.last != "."
      && digits.allSatisfy { ("0"..."9").contains($0) || $0 == "." }
      && digits.count { $0 == "." } <= 1
  }

  /// The keys of a case file in the order in which people read them; others come behind, by name.
  private static let order = [
    "wayproof", "id", "source", "place", "title", "summary", "outlet", "author", "url", "published",
    "sha256", "mode", "vehicle", "date", "stops", "sources", "journeys", "events", "claims",
    "quote",
    "distance", "speed", "duration", "time", "from", "to", "kind", "journey", "event",
  ]

  /// The tree as a text, in blocks.
  ///
  /// - Throws: `QuestionError` where a text in it cannot be written.
  public func yaml() throws(QuestionError) -> String {
    do {
      return try Yams.serialize(
        node: Self.node(value), width: 120, allowUnicode: true, sortKeys: false)
    } catch {
      throw QuestionError("this cannot be written as YAML: \(error)")
    }
  }

  private static func node(_ value: JSONValue) -> Node {
    switch value {
    case .object(let fields):
      let places = Dictionary(
        uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })
      let pairs = fields.sorted {
        (places[$0.key] ?? order.count, $0.key) < (places[$1.key] ?? order.count, $1.key)
      }
      return .mapping(
        Node.Mapping(
          pairs.map { (.scalar(Node.Scalar($0.key)), node($0.value)) }, .implicit, .block))
    case .array(let items):
      // Lists of words stand in one line.
      let isShort = items.allSatisfy { if case .object = $0 { false } else { true } }
      return .sequence(Node.Sequence(items.map(node), .implicit, isShort ? .flow : .block))
    case .text(let text):
      let isPlain = isNumber(text) || ["true", "false", "", "~", "null"].contains(text)
      return .scalar(Node.Scalar(text, .implicit, isPlain ? .doubleQuoted : .any))
    case .number(let number): return .scalar(Node.Scalar("\(number)"))
    case .whole(let number): return .scalar(Node.Scalar("\(number)"))
    case .flag(let flag): return .scalar(Node.Scalar("\(flag)"))
    case .null: return .scalar(Node.Scalar("~"))
    }
  }
}
