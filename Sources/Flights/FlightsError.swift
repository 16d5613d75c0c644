/// Why a flight cannot be worked out.
public enum FlightsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The wind against an aircraft is as fast as it flies.
  case headwind(String)
  /// A file of airspace is not what it should be.
  case airspace(String)
  /// An airspace surrounds an end of the flight, or leaves no way around it.
  case enclosed(String)

  public var description: String {
    switch self {
    case .headwind(let name): "\(name) makes no way against a wind as fast as it flies"
    case .airspace(let message): "airspace: \(message)"
    case .enclosed(let message): message
    }
  }
}
