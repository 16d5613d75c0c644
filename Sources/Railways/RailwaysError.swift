public import Gazetteer

/// What can be wrong with a network or a question to it.
public enum RailwaysError: Error, Hashable, Sendable {
  case unorderedLine(String, at: Place.ID)
  case uncoveredLine(String, at: Place.ID)
  case offNetwork(Place.ID)
  case noPath(from: Place.ID, to: Place.ID, reason: String)
}

extension RailwaysError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unorderedLine(let line, let place):
      "the line '\(line)' does not rise at '\(place)': kilometre posts must grow from row to row"
    case .uncoveredLine(let line, let place):
      "the line '\(line)' has no row in sections.csv that covers the track before '\(place)'"
    case .offNetwork(let place):
      "'\(place)' is not a station of the network"
    case .noPath(let start, let end, let reason):
      "no way by rail from '\(start)' to '\(end)': \(reason)"
    }
  }
}
