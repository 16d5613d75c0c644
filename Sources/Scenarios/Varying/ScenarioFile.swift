public import Datasets
import Yams

/// Named scenarios over a case, as people write them down.
public struct ScenarioFile: Sendable {
  /// One scenario: what it supposes, as it is written.
  public struct Entry: Sendable {
    public let id: String
    public let title: String
    /// Parameters with their values, in the order of the file.
    let settings: [Text]
    /// Claims that are not believed in it.
    let disbelieved: [Text]
    /// Whether estimates count for nothing.
    let leavesOutEstimates: Bool
    let position: FilePosition
  }

  /// A text with its place in the file.
  struct Text: Sendable {
    let text: String
    let position: FilePosition
  }

  public let title: String
  /// The case's file, seen from the folder of this one.
  public let casePath: String
  /// What is asked besides the verdicts of all claims.
  let shown: [Text]
  /// The claims that are believed where moments are asked for; nil for all that nothing disputes.
  let believed: [Text]?
  public let entries: [Entry]
  /// The file's name, for messages.
  let name: String
}

extension ScenarioFile {
  /// The version of the format that is read.
  public static let version = "1"
  private static let kind = "a scenario file"
  private static let beginning = "it begins with 'wayproof-scenarios: 1'"

  /// Reads a scenario file, with all its mistakes in one go.
  ///
  /// - Parameters:
  ///   - bytes: the file, UTF-8, at most 4 MB.
  ///   - name: its name, for messages.
  /// - Throws: `DocumentError` with every problem, in the order of the file.
  public init(yaml bytes: [UInt8], name: String) throws(DocumentError) {
    let root = try YAMLDocument.root(
      bytes, file: name, kind: Self.kind, beginning: Self.beginning)
    var problems: [DocumentProblem] = []
    if let mapping = root.mapping, mapping["wayproof"] != nil {
      throw DocumentError(
        file: name,
        problems: [
          DocumentProblem(
            position: FilePosition(root),
            message:
              "this is a case; scenarios over it are a file of their own, and \(Self.beginning)")
        ])
    }
    let fields = YAMLFields(
      root, name: Self.kind,
      known: ["wayproof-scenarios", "title", "case", "show", "believe", "scenarios"],
      problems: &problems)
    guard let fields else { throw DocumentError(file: name, problems: problems) }
    let version = fields.required("wayproof-scenarios", &problems)
    if let version, version != Self.version {
      problems.append(
        DocumentProblem(
          position: fields.position(of: "wayproof-scenarios"),
          message: "version \(version) is not known; this program reads \(Self.version)"))
    }
    self.name = name
    title = fields.optional("title", &problems)
    casePath = fields.required("case", &problems) ?? ""
    shown = Self.texts(fields, "show", &problems)
    believed = fields.has("believe") ? Self.texts(fields, "believe", &problems) : nil
    entries = Self.entries(fields, &problems)
    guard problems.isEmpty else { throw DocumentError(file: name, problems: problems) }
  }

  private static func entries(
    _ fields: YAMLFields, _ problems: inout [DocumentProblem]
  ) -> [Entry] {
    var entries: [Entry] = []
    for node in fields.items("scenarios", &problems) {
      guard let entry = Self.entry(node, &problems) else { continue }
      if entries.contains(where: { $0.id == entry.id }) {
        problems.append(
          DocumentProblem(
            position: entry.position, message: "two scenarios are called '\(entry.id)'"))
      }
      entries.append(entry)
    }
    if entries.isEmpty, problems.isEmpty {
      problems.append(
        DocumentProblem(
          position: fields.position,
          message: "the file has no scenarios; list them under 'scenarios'"))
    }
    return entries
  }

  private static func entry(_ node: Node, _ problems: inout [DocumentProblem]) -> Entry? {
    guard
      let fields = YAMLFields(
        node, name: "a scenario", known: ["id", "title", "set", "disbelieve", "firm"],
        problems: &problems), let id = fields.identifier("id", &problems)
    else { return nil }
    var settings: [Text] = []
    if let node = fields.node("set") {
      if let mapping = node.mapping {
        for (key, value) in mapping {
          guard let path = key.string, let text = value.scalar?.string else {
            problems.append(
              DocumentProblem(
                position: FilePosition(value), message: "write PARAMETER: VALUE, one value each"))
            continue
          }
          settings.append(Text(text: "\(path)=\(text)", position: FilePosition(value)))
        }
      } else {
        problems.append(
          DocumentProblem(
            position: FilePosition(node),
            message: "'set' must be a list of fields, such as train.max_speed: 80 km/h"))
      }
    }
    return Entry(
      id: id, title: fields.optional("title", &problems), settings: settings,
      disbelieved: texts(fields, "disbelieve", &problems),
      leavesOutEstimates: fields.flag("firm", &problems), position: fields.position)
  }

  private static func texts(
    _ fields: YAMLFields, _ key: String, _ problems: inout [DocumentProblem]
  ) -> [Text] {
    let positions = fields.positions(of: key)
    return fields.texts(key, &problems).map {
      Text(text: $0, position: positions[$0] ?? fields.position(of: key))
    }
  }
}
