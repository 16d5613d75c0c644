/// Why a name does not stand for one place.
public enum PlaceNameError: Error, Hashable, Sendable, CustomStringConvertible {
  case ambiguous(String, [Place])
  case unknown(String, similar: [Place])
  case invalid(String)

  public var description: String {
    switch self {
    case .ambiguous(let name, let places):
      "'\(name)' may be "
        + places.prefix(Self.most).map(\.placed).joined(separator: ", ") + "; write its id"
    case .unknown(let name, let similar):
      "no place is called '\(name)'"
        + (similar.isEmpty
          ? "; `wayproof places` searches the gazetteer, and a coordinate such as 43.11,131.88 "
            + "will do"
          : "; the most alike are "
            + similar.map { "\($0.name) (\($0.id))" }.joined(separator: ", "))
    case .invalid(let message): message
    }
  }

  /// No reader chooses among more.
  private static let most = 8
}

extension Place {
  /// Its name with its state, its country and its identifier, such as `Portland, Maine, US (gn-4975802)`.
  public var placed: String {
    [name, region, country].filter { !$0.isEmpty }.joined(separator: ", ") + " (\(id))"
  }
}
