/// How a journey was made.
public enum TravelMode: String, CaseIterable, Sendable {
  case rail, air, road, sea
}

extension TravelMode {
  /// The kind of distance that a journey of this mode covers.
  public var distanceKind: DistanceKind {
    switch self {
    case .rail: .track
    case .air: .flown
    case .road: .road
    case .sea: .sea
    }
  }
}
