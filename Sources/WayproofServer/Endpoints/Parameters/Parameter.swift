import Reporting

/// Something that an endpoint takes: what it is called, what it can be, and what it means.
struct Parameter: Sendable {
  enum Kind: Sendable {
    case text
    /// Text of any length that fits into a body.
    case document
    case number(ClosedRange<Double>)
    case whole(ClosedRange<Int>)
    case flag
    case choice([String])
    /// Objects of JSON with fields of their own.
    case objects([Parameter])
  }

  enum Place: String, Sendable { case query, path, header }

  let name: String
  let kind: Kind
  let words: String
  let example: String
  var isRequired = false
  /// Whether it may be given several times.
  var isList = false
  var place = Place.query

  init(_ name: String, _ kind: Kind = .text, _ words: String, example: String) {
    self.name = name
    self.kind = kind
    self.words = words
    self.example = example
  }

  var required: Parameter { changed { $0.isRequired = true } }
  var list: Parameter { changed { $0.isList = true } }

  func `in`(_ place: Place) -> Parameter {
    changed {
      $0.place = place
      $0.isRequired = place == .path || $0.isRequired
    }
  }

  private func changed(_ change: (inout Parameter) -> Void) -> Parameter {
    var copy = self
    change(&copy)
    return copy
  }

  /// So long may a text be, and so many may be listed.
  static let textLimit = 2_000
  static let listLimit = 50

  /// What it can be, as JSON Schema.
  var schema: JSONValue {
    isList
      ? .object([
        "type": .text("array"), "items": .object(item), "maxItems": .whole(Self.listLimit),
        "minItems": .whole(isRequired ? 1 : 0),
      ]) : .object(item)
  }

  private var item: [String: JSONValue] {
    switch kind {
    case .text:
      ["type": .text("string"), "minLength": .whole(1), "maxLength": .whole(Self.textLimit)]
    case .document: ["type": .text("string"), "minLength": .whole(1)]
    case .number(let range):
      [
        "type": .text("number"), "minimum": .number(range.lowerBound),
        "maximum": .number(range.upperBound),
      ]
    case .whole(let range):
      [
        "type": .text("integer"), "minimum": .whole(range.lowerBound),
        "maximum": .whole(range.upperBound),
      ]
    case .flag: ["type": .text("boolean")]
    case .choice(let words): ["type": .text("string"), "enum": .array(words.map { .text($0) })]
    case .objects(let fields): Self.object(fields)
    }
  }

  /// An object of fields and no others, as JSON Schema.
  static func object(_ fields: [Parameter]) -> [String: JSONValue] {
    [
      "type": .text("object"), "additionalProperties": .flag(false),
      "required": .array(fields.filter(\.isRequired).map { .text($0.name) }),
      "properties": .object(
        Dictionary(
          fields.map { field in
            var schema = field.isList ? ["items": field.schema] : field.item
            if case .object(let own) = field.schema { schema = own }
            schema["description"] = .text(field.words)
            return (field.name, .object(schema))
          }, uniquingKeysWith: { $1 })),
    ]
  }

  /// Why a text cannot be its value; nil where it can.
  func fault(_ text: String) -> String? {
    switch kind {
    case .text:
      guard !text.isEmpty else { return "is empty" }
      guard text.unicodeScalars.count <= Self.textLimit else {
        return "has more than \(Self.textLimit) characters"
      }
    case .document: return text.isEmpty ? "is empty" : nil
    case .number(let range):
      guard let value = Double(text), range.contains(value) else {
        return
          "'\(text.prefix(40))': a number from \(range.lowerBound) to \(range.upperBound) is wanted"
      }
    case .whole(let range):
      guard let value = Int(text), range.contains(value) else {
        return
          "'\(text.prefix(40))': a whole number from \(range.lowerBound) to \(range.upperBound) is wanted"
      }
    case .flag:
      guard ["true", "false"].contains(text) else {
        return "'\(text.prefix(40))': true or false is wanted"
      }
    case .choice(let words):
      guard words.contains(text) else {
        return "'\(text.prefix(40))': one of \(words.joined(separator: ", ")) is wanted"
      }
    case .objects: return "is a text, and objects are wanted"
    }
    return nil
  }
}
