/// What a distance was measured along. Two kinds are never compared silently.
public enum DistanceKind: String, CaseIterable, Hashable, Sendable {
  /// The straight line on the ellipsoid.
  case geodesic
  /// Along the rails.
  case track
  /// Published kilometrage on which fares are based.
  case tariff
  case road
  case sea
  /// The way an aircraft flew.
  case flown
}
