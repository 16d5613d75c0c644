public import Claims
public import Datasets
public import Travel

extension World {
  /// The case in a file.
  ///
  /// - Throws: `DatasetError` where the file cannot be read, `DocumentError` with every mistake in it.
  public func caseFile(bytes: [UInt8], name: String) throws(DocumentError) -> CaseFile {
    let (caseFile, mistakes) = try CaseFile.decode(
      yaml: bytes, file: name, parts: parts, digest: sha256(bytes))
    let problems = mistakes + (caseFile.map { Inquiry(world: self).problems(in: $0) } ?? [])
    guard let caseFile, problems.isEmpty else {
      throw DocumentError(file: name, problems: problems)
    }
    return caseFile
  }
}
