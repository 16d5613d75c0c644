public import Yams

/// The fields of a YAML mapping, read by name; every mistake is kept, none is thrown.
public struct YAMLFields {
  public let position: FilePosition
  private let name: String
  private let values: [String: Node]
  private let keys: [(name: String, position: FilePosition)]

  /// - Parameters:
  ///   - node: the mapping.
  ///   - name: what the mapping is, for messages.
  ///   - known: the fields it may have.
  ///   - problems: what is found wrong is added here.
  public init?(_ node: Node, name: String, known: [String], problems: inout [DocumentProblem]) {
    position = FilePosition(node)
    self.name = name
    guard case .mapping(let mapping) = node else {
      problems.append(
        DocumentProblem(position: position, message: "\(name) must be a list of named fields"))
      return nil
    }
    var values: [String: Node] = [:]
    var keys: [(name: String, position: FilePosition)] = []
    for (key, value) in mapping {
      guard let text = key.string else { continue }
      keys.append((text, FilePosition(key)))
      values[text] = value
    }
    self.values = values
    self.keys = keys
    let free = known.filter { values[$0] == nil }
    for (index, key) in keys.filter({ !known.contains($0.name) }).enumerated() {
      let meant = index < Self.advised ? Likeness.nearest(to: key.name, among: free) : nil
      problems.append(
        DocumentProblem(
          position: key.position,
          message: "\(name) has no field '\(key.name)'; "
            + (meant.map { "write '\(line($0, of: key.name))' in its place" }
              ?? "it may have \(known.joined(separator: ", "))")))
    }
  }

  /// For how many unknown fields it is looked which known one may be meant: nobody reads of more.
  private static let advised = 200

  /// A line with another key before the value of a field, as far as that is one text.
  private func line(_ key: String, of field: String) -> String {
    guard let text = values[field]?.scalar?.string, text.count <= 60 else { return "\(key):" }
    return "\(key): \(text)"
  }

  /// What to write in place of a field's value, where it is nearly one of some words: `; write 'mode: rail' in its place`.
  ///
  /// - Parameters:
  ///   - key: the field.
  ///   - word: its value, or the part of it that is wrong.
  ///   - words: what it may be.
  public func advice(
    _ key: String, _ word: String, among words: some Sequence<String>
  ) -> String? {
    guard let meant = Likeness.nearest(to: word, among: words) else { return nil }
    let text = values[key]?.scalar?.string ?? word
    let mended = text == word ? meant : text.replacing(word, with: meant)
    return "write '\(key): \(mended)' in its place"
  }

  public func has(_ key: String) -> Bool { values[key] != nil }

  /// What a field holds; nil where it is missing.
  public func node(_ key: String) -> Node? { values[key] }

  public func position(of key: String) -> FilePosition {
    values[key].map(FilePosition.init) ?? position
  }

  /// The text of a field; nil, with a problem, where it is missing or no text.
  public func required(_ key: String, _ problems: inout [DocumentProblem]) -> String? {
    guard values[key] != nil else {
      problems.append(
        DocumentProblem(position: position, message: "\(name) lacks the field '\(key)'"))
      return nil
    }
    let text = optional(key, &problems)
    if text == "" {
      problems.append(
        DocumentProblem(position: position(of: key), message: "the field '\(key)' is blank"))
      return nil
    }
    return text
  }

  /// An identifier: a text without blanks, so that it can be told from what the program names itself.
  public func identifier(_ key: String, _ problems: inout [DocumentProblem]) -> String? {
    guard let text = required(key, &problems) else { return nil }
    guard text.count <= 100, !text.contains(where: { $0.isWhitespace || $0 == ":" }) else {
      problems.append(
        DocumentProblem(
          position: position(of: key),
          message:
            "the \(key) '\(text.prefix(40))' must have no blank and no colon, and at most 100 "
            + "characters"))
      return nil
    }
    return text
  }

  /// The text of a field, blank where it is missing.
  public func optional(_ key: String, _ problems: inout [DocumentProblem]) -> String {
    guard let node = values[key] else { return "" }
    guard case .scalar(let scalar) = node else {
      problems.append(
        DocumentProblem(
          position: FilePosition(node), message: "the field '\(key)' must be one text"))
      return ""
    }
    return scalar.string
  }

  /// Where each text of some fields stands.
  public func positions(of keys: String...) -> [String: FilePosition] {
    var positions: [String: FilePosition] = [:]
    for node in keys.compactMap({ values[$0] }) {
      for item in node.sequence.map(Array.init) ?? [node] {
        if let text = item.scalar?.string { positions[text] = FilePosition(item) }
      }
    }
    return positions
  }

  /// A field that holds one text or a list of them.
  public func texts(_ key: String, _ problems: inout [DocumentProblem]) -> [String] {
    guard let node = values[key] else { return [] }
    switch node {
    case .scalar(let scalar): return scalar.string.isEmpty ? [] : [scalar.string]
    case .sequence(let sequence):
      var texts: [String] = []
      for item in sequence {
        guard case .scalar(let scalar) = item, !scalar.string.isEmpty else {
          problems.append(
            DocumentProblem(
              position: FilePosition(item), message: "'\(key)' must be a list of texts"))
          continue
        }
        texts.append(scalar.string)
      }
      return texts
    default:
      problems.append(
        DocumentProblem(
          position: FilePosition(node), message: "'\(key)' must be a text or a list of texts"))
      return []
    }
  }

  /// The items of a field that holds a list, none where it is missing.
  public func items(_ key: String, _ problems: inout [DocumentProblem]) -> [Node] {
    guard let node = values[key] else { return [] }
    guard case .sequence(let sequence) = node else {
      problems.append(
        DocumentProblem(position: FilePosition(node), message: "'\(key)' must be a list"))
      return []
    }
    return Array(sequence)
  }

  /// A field that holds true or false.
  public func flag(_ key: String, _ problems: inout [DocumentProblem]) -> Bool {
    guard let node = values[key] else { return false }
    guard let flag = node.bool else {
      problems.append(
        DocumentProblem(position: FilePosition(node), message: "'\(key)' must be true or false"))
      return false
    }
    return flag
  }
}

extension FilePosition {
  public init(_ node: Node) {
    self.init(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }
}
