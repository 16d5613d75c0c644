public import Datasets
import Yams

extension DataFolder {
  private static var catalogue: String { "messages.yaml" }

  /// A language of the message catalogue `messages.yaml`, or English, which needs none.
  ///
  /// - Parameter code: by BCP 47, such as `ru`.
  /// - Throws: `DocumentError` where the catalogue has no such language or is no such catalogue; `DatasetError` where it
  ///   cannot be read.
  public func language(_ code: String) throws -> Language {
    guard code != Language.english.code else { return .english }
    let name = "geo/" + Self.catalogue
    let root = try YAMLDocument.root(
      try DataFolder.bytes(of: file(Self.catalogue)), file: name, kind: "a message catalogue",
      beginning: "it begins with 'languages:'")
    var reader = CatalogueReader(code: code)
    let language = reader.language(root)
    guard reader.problems.isEmpty, let language else {
      throw DocumentError(file: name, problems: reader.problems)
    }
    return language
  }
}

/// Reads one language of a catalogue, keeping every mistake.
private struct CatalogueReader {
  let code: String
  var problems: [DocumentProblem] = []

  mutating func language(_ root: Node) -> Language? {
    guard
      let fields = YAMLFields(
        root, name: "the catalogue", known: ["languages", "messages"], problems: &problems),
      case .mapping(let languages)? = fields.node("languages")
    else {
      report("the catalogue lacks the field 'languages'", root)
      return nil
    }
    guard let node = languages[Node(code)] else {
      let known = languages.compactMap { key, value in
        key.string.map { code in "\(code) (\(value["name"]?.string ?? ""))" }
      }
      let all = ["\(Language.english.code) (English)"] + known
      report("there is no language '\(code)'; there are \(all.joined(separator: ", "))", root)
      return nil
    }
    guard
      let own = YAMLFields(
        node, name: "the language",
        known: ["name", "script", "decimal_mark", "group_mark", "plurals"],
        problems: &problems),
      own.required("name", &problems) != nil, let plurals = own.required("plurals", &problems)
    else { return nil }
    guard let rule = PluralRule(rawValue: plurals) else {
      let known = PluralRule.allCases.map(\.rawValue).joined(separator: ", ")
      report("there is no plural rule '\(plurals)'; there are \(known)", node)
      return nil
    }
    let script = own.optional("script", &problems)
    if !script.isEmpty, Script(rawValue: script) == nil {
      let known = Script.allCases.map(\.rawValue).joined(separator: ", ")
      report("there is no script '\(script)'; there are \(known)", node)
    }
    let numbers = NumberStyle(
      decimalMark: own.optional("decimal_mark", &problems),
      groupMark: own.optional("group_mark", &problems))
    return Language(
      code: code, script: Script(rawValue: script), numbers: numbers, plurals: rule,
      messages: messages(fields))
  }

  private mutating func messages(_ fields: YAMLFields) -> [String: Message] {
    var messages: [String: Message] = [:]
    for item in fields.items("messages", &problems) {
      guard let english = item["en"]?.string else {
        report("a message needs the English words as 'en'", item)
        continue
      }
      guard let own = item[code] else { continue }
      guard let message = message(own) else {
        report("a message is a text, or a text for each of one, few, many, other", own)
        continue
      }
      let known = Message.Form(english).slots
      for form in message.forms.values where !form.slots.isSubset(of: known) {
        report("it has a slot that the English words have not", own)
      }
      guard messages.updateValue(message, forKey: english) == nil else {
        report("the message “\(english)” is there twice", item)
        continue
      }
    }
    return messages
  }

  private func message(_ node: Node) -> Message? {
    if let text = node.string { return Message(forms: [.other: Message.Form(text)]) }
    guard case .mapping(let mapping) = node else { return nil }
    var forms: [PluralRule.Category: Message.Form] = [:]
    for (key, value) in mapping {
      guard let category = key.string.flatMap(PluralRule.Category.init(rawValue:)),
        let text = value.string
      else { return nil }
      forms[category] = Message.Form(text)
    }
    return Message(forms: forms)
  }

  private mutating func report(_ message: String, _ node: Node) {
    problems.append(DocumentProblem(position: FilePosition(node), message: message))
  }
}
