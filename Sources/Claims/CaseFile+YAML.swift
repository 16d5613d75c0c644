public import Chronology
import Yams

extension CaseFile {
  /// Reads a case, with all its mistakes in one go.
  ///
  /// - Parameters:
  ///   - bytes: the file, UTF-8, at most 4 MB.
  ///   - file: its name for messages.
  ///   - parts: the parts of the day, which the grammar of times needs.
  ///   - digest: the SHA-256 of the bytes.
  /// - Throws: `CaseFileError` with every problem, in the order of the file.
  public init(
    yaml bytes: [UInt8], file: String, parts: CalendarParts, digest: String
  ) throws(CaseFileError) {
    let (decoded, problems) = try CaseFile.decode(
      yaml: bytes, file: file, parts: parts, digest: digest)
    guard let decoded, problems.isEmpty else {
      throw CaseFileError(file: file, problems: problems)
    }
    self = decoded
  }

  /// What could be read of a case, with every mistake, so that more can be looked for in the rest.
  ///
  /// - Throws: `CaseFileError` where nothing could be read at all.
  public static func decode(
    yaml bytes: [UInt8], file: String, parts: CalendarParts, digest: String
  ) throws(CaseFileError) -> (caseFile: CaseFile?, problems: [CaseProblem]) {
    let start = FilePosition(line: 1, column: 1)
    func refuse(_ message: String, at position: FilePosition? = nil) -> CaseFileError {
      CaseFileError(
        file: file, problems: [CaseProblem(position: position ?? start, message: message)])
    }
    guard bytes.count <= YAMLGuard.sizeLimit else {
      throw refuse("\(bytes.count) bytes; a case file has at most \(YAMLGuard.sizeLimit)")
    }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    guard let text = String(validating: hasMark ? bytes[3...] : bytes[...], as: UTF8.self) else {
      throw refuse("the file is not UTF-8 text")
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw refuse("the file is empty; a case begins with 'wayproof: 1'")
    }
    if let problem = YAMLGuard.problem(in: bytes) {
      throw CaseFileError(file: file, problems: [problem])
    }
    let root: Node
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw refuse("the file is empty; a case begins with 'wayproof: 1'")
      }
      root = node
    } catch let error as CaseFileError {
      throw error
    } catch let error as YamlError {
      throw refuse(error.plainMessage, at: error.position)
    } catch {
      throw refuse("\(error)")
    }
    var decoder = CaseDecoder(parts: parts)
    let decoded = decoder.decode(root, digest: digest)
    return (decoded, decoder.problems)
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
