public import Yams

/// YAML files that people write, read with care.
public enum YAMLDocument {
  /// The root of a file.
  ///
  /// - Parameters:
  ///   - bytes: the file, UTF-8, at most 4 MB, without anchors and aliases.
  ///   - file: its name for messages.
  ///   - kind: what it is, such as "a case file".
  ///   - beginning: how such a file begins, for the advice on an empty one.
  /// - Throws: `DocumentError` with the place of what is no such YAML.
  public static func root(
    _ bytes: [UInt8], file: String, kind: String, beginning: String
  ) throws(DocumentError) -> Node {
    let start = FilePosition(line: 1, column: 1)
    func refuse(_ message: String, at position: FilePosition? = nil) -> DocumentError {
      DocumentError(
        file: file, problems: [DocumentProblem(position: position ?? start, message: message)])
    }
    guard bytes.count <= YAMLGuard.sizeLimit else {
      throw refuse("\(bytes.count) bytes; \(kind) has at most \(YAMLGuard.sizeLimit)")
    }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    guard let text = String(validating: hasMark ? bytes[3...] : bytes[...], as: UTF8.self) else {
      throw refuse("the file is not UTF-8 text")
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw refuse("the file is empty; \(beginning)")
    }
    if let problem = YAMLGuard.problem(in: bytes) {
      throw DocumentError(file: file, problems: [problem])
    }
    do {
      // What a scalar means is decided where it is read; guessing that of each takes longer than all the rest.
      guard let node = try Yams.compose(yaml: text, .basic) else {
        throw refuse("the file is empty; \(beginning)")
      }
      return node
    } catch let error as DocumentError {
      throw error
    } catch let error as YamlError {
      throw refuse(error.plainMessage, at: error.position)
    } catch {
      throw refuse("\(error)")
    }
  }
}

extension YamlError {
  fileprivate var position: FilePosition? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      FilePosition(line: mark.line, column: mark.column)
    case .duplicatedKeysInMapping(_, let context):
      FilePosition(line: context.mark.line, column: context.mark.column)
    default: nil
    }
  }

  fileprivate var plainMessage: String {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _):
      "this is not YAML: \(problem)"
    case .reader(let problem, _, _, _): "this is not YAML: \(problem)"
    case .duplicatedKeysInMapping(let duplicates, _):
      "the field \(duplicates.map { "'\($0)'" }.joined(separator: ", ")) is there twice"
    default: "this is not YAML"
    }
  }
}
