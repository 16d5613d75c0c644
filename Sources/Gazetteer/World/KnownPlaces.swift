import Synchronization

/// What was found of identifiers, also that nothing has one: articles ask for the same places again and again.
final class KnownPlaces: Sendable {
  private let places = Mutex<[Place.ID: Place?]>([:])

  /// All are forgotten at so many.
  private static let most = 20_000

  /// The place of an identifier, found at most once while it is kept.
  func place(_ id: Place.ID, _ find: () -> Place?) -> Place? {
    if let known = places.withLock({ $0[id] }) { return known }
    let found = find()
    places.withLock { places in
      if places.count >= Self.most { places.removeAll() }
      places[id] = .some(found)
    }
    return found
  }
}
