public import Datasets
import Yams

extension CaseFile {
  /// Reads a case, with all its mistakes in one go.
  ///
  /// - Parameters:
  ///   - bytes: the file, UTF-8, at most 4 MB.
  ///   - file: its name for messages.
  ///   - grammar: how values and times are understood.
  ///   - digest: the SHA-256 of the bytes.
  /// - Throws: `DocumentError` with every problem, in the order of the file.
  public init(
    yaml bytes: [UInt8], file: String, grammar: FigureGrammar, digest: String
  ) throws(DocumentError) {
    let (decoded, problems) = try CaseFile.decode(
      yaml: bytes, file: file, grammar: grammar, digest: digest)
    guard let decoded, problems.isEmpty else {
      throw DocumentError(file: file, problems: problems)
    }
    self = decoded
  }

  /// What could be read of a case, with every mistake, so that more can be looked for in the rest.
  ///
  /// - Throws: `DocumentError` where nothing could be read at all.
  public static func decode(
    yaml bytes: [UInt8], file: String, grammar: FigureGrammar, digest: String
  ) throws(DocumentError) -> (caseFile: CaseFile?, problems: [DocumentProblem]) {
    let root = try YAMLDocument.root(
      bytes, file: file, kind: "a case file", beginning: "a case begins with 'wayproof: 1'")
    var decoder = CaseDecoder(grammar: grammar)
    let decoded = decoder.decode(root, digest: digest)
    return (decoded, decoder.problems)
  }
}
