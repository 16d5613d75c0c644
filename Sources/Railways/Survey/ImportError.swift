/// Why tracks could not be taken over from a file.
public enum ImportError: Error, Hashable, Sendable {
  case unreadable(String, reason: String)
  /// A file that can be read but holds no railways.
  case nothingFound(String)
  /// A place in a text file that is not as its format asks.
  case malformed(String, place: String, reason: String)
  /// What the finished file could not be written for.
  case unwritable(String, reason: String)
}

extension ImportError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unreadable(let file, let reason): "\(file): cannot be read: \(reason)"
    case .nothingFound(let file): "\(file): there are no railways in it"
    case .malformed(let file, let place, let reason): "\(file): \(place): \(reason)"
    case .unwritable(let file, let reason): "\(file): cannot be written: \(reason)"
    }
  }
}
