/// What can be wrong with the data folder or one of its files.
public enum DatasetError: Error, Hashable, Sendable {
  case folderMissing(tried: [String])
  case unreadable(String, reason: String)
  case tooLarge(String, bytes: Int, limit: Int)
  /// A mistake in a table or text file: the message says what, and what to do.
  case malformed(file: String, line: Int, column: Int, message: String)
  /// Every mistake in a file of YAML.
  case document(DocumentError)
}

extension DatasetError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .folderMissing(let tried):
      "the data folder geo/ was not found. Looked in: \(tried.joined(separator: ", ")). "
        + "Name it with --geo FOLDER or the variable WAYPROOF_GEO"
    case .unreadable(let path, let reason):
      "\(path): \(reason)"
    case .tooLarge(let path, let bytes, let limit):
      "\(path): \(bytes) bytes is more than the limit of \(limit) bytes for such a file"
    case .malformed(let file, let line, let column, let message):
      "\(file):\(line):\(column): \(message)"
    case .document(let error): error.description
    }
  }
}
