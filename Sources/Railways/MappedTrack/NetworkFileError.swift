/// Why a network file is refused.
public enum NetworkFileError: Error, Hashable, Sendable {
  case unreadable(String, reason: String)
  case notANetwork(String)
  case otherVersion(String, found: Int, wanted: Int)
  case damaged(String, reason: String)
}

extension NetworkFileError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unreadable(let file, let reason):
      "\(file): \(reason); `wayproof network list` shows the networks there are"
    case .notANetwork(let file):
      "\(file): this is no network file; `wayproof network import` makes one"
    case .otherVersion(let file, let found, let wanted):
      "\(file): it is of version \(found) and this program reads version \(wanted); import it again"
    case .damaged(let file, let reason):
      "\(file): it is damaged (\(reason)); import it again"
    }
  }
}
