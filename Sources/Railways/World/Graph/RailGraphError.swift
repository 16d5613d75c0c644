/// Why a file of the world's railways is refused.
public enum RailGraphError: Error, Hashable, Sendable {
  case unreadable(String, reason: String)
  case notAGraph(String)
  case otherVersion(String, found: Int, wanted: Int)
  case damaged(String, reason: String)
}

extension RailGraphError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unreadable(let file, let reason): "\(file): \(reason)"
    case .notAGraph(let file):
      "\(file): this is no graph of railways; `Scripts/build-world-rail` makes one"
    case .otherVersion(let file, let found, let wanted):
      "\(file): it is of version \(found) and this program reads version \(wanted); take program and data of one release"
    case .damaged(let file, let reason):
      "\(file): it is damaged (\(reason)); restore it from the release"
    }
  }
}
