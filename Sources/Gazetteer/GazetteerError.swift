public import Geodesy

/// What can be wrong with the places or a question about them.
public enum GazetteerError: Error, Hashable, Sendable {
  case duplicate(Place.ID)
  case coordinate(GeodesyError)
  case added(PlaceDatabaseError)
}

extension GazetteerError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .duplicate(let id): "two places share the identifier '\(id)'"
    case .coordinate(let error): error.description
    case .added(let error): error.description
    }
  }
}
