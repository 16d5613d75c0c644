public import Datasets
import Foundation
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
    return language.adding(names: try cityNames(in: code))
  }

  /// What a language calls great cities, such as those by whose clocks a zone is named; none where the folder has no table
  /// of them.
  private func cityNames(in code: String) throws -> [String: String] {
    let name = "article_city_names.csv"
    guard FileManager.default.fileExists(atPath: file(name).path) else { return [:] }
    return try table(name, columns: ["city", "language", "names", "source"]).rows.reduce(into: [:])
    {
      guard $1["language"] == code, let own = $1["names"].split(separator: ";").first else {
        return
      }
      $0[$1["city"]] = String(own)
    }
  }
}

/// Reads one language of a catalogue, keeping every mistake.
private struct CatalogueReader {
  let code: String
  var problems: [DocumentProblem] = []
  /// On which line each key stands.
  private var lines: [String: Int] = [:]

  init(code: String) { self.code = code }

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
    let script = script(own, node)
    let numbers = NumberStyle(
      decimalMark: own.optional("decimal_mark", &problems),
      groupMark: own.optional("group_mark", &problems))
    let catalogue = messages(fields)
    var language = Language(
      code: code, script: script, numbers: numbers, plurals: rule,
      messages: catalogue.messages)
    (language.missing, language.unkeyed) = (catalogue.missing, catalogue.unkeyed)
    return language
  }

  private mutating func script(_ own: YAMLFields, _ node: Node) -> Script? {
    let name = own.optional("script", &problems)
    let script = Script(rawValue: name)
    if script == nil, !name.isEmpty {
      let known = Script.allCases.map(\.rawValue).joined(separator: ", ")
      report("there is no script '\(name)'; there are \(known)", node)
    }
    return script
  }

  private mutating func messages(
    _ fields: YAMLFields
  ) -> (messages: [String: Message], missing: [String: String], unkeyed: [String]) {
    var (messages, missing, unkeyed): ([String: Message], [String: String], [String]) = (
      [:], [:], []
    )
    for item in fields.items("messages", &problems) {
      guard let english = item["en"]?.string else {
        report("a message needs the English words as 'en'", item)
        continue
      }
      let key = key(of: item)
      if key == nil { unkeyed.append(english) }
      guard let own = item[code] else {
        missing[english] = key ?? english
        continue
      }
      guard let message = message(own) else {
        report("a message is a text, or a text for each of one, few, many, other", own)
        continue
      }
      check(message, own, Message.Form(english).slots)
      if messages.updateValue(message, forKey: english) != nil {
        report("the message “\(english)” is there twice", item)
      }
    }
    return (messages, missing, unkeyed)
  }

  private mutating func check(_ message: Message, _ node: Node, _ known: Set<Int>) {
    for form in message.forms.values {
      if !form.slots.isSubset(of: known) {
        report("it has a slot that the English words have not", node)
      }
      if let slot = form.unknownSlot {
        let particles = Particle.all.map(\.afterConsonant).joined(separator: ", ")
        report("\(slot) is no slot; after the bar stands plain or one of \(particles)", node)
      }
    }
  }

  /// By what a message is known when its English words change; nil where it has no key.
  private mutating func key(of item: Node) -> String? {
    guard let node = item["key"] else { return nil }
    guard let key = node.string, key.wholeMatch(of: /[a-z0-9-]+(\.[a-z0-9-]+)*/) != nil else {
      report("a key is made of lower-case words with dots, such as verdict.contradicted", node)
      return nil
    }
    let line = FilePosition(node).line
    if let earlier = lines.updateValue(line, forKey: key) {
      report("the key '\(key)' is there twice, first on line \(earlier)", node)
    }
    return key
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
