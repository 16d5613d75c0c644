/// Which places bear a name, in the order in which they were added.
///
/// Most names have one bearer, which is kept without a list: every run makes this index anew.
struct NameIndex: Sendable {
  private var first: [NameKey: Int] = [:]
  private var further: [NameKey: [Int]] = [:]

  mutating func reserveCapacity(_ count: Int) { first.reserveCapacity(count) }

  /// Adds a place, given by its number; the same place twice counts once.
  mutating func insert(_ place: Int, _ key: NameKey) {
    guard let known = first[key] else {
      first[key] = place
      return
    }
    guard known != place, further[key]?.last != place else { return }
    further[key, default: []].append(place)
  }

  /// The bearers of a name; nil if there are none.
  subscript(key: NameKey) -> [Int]? {
    first[key].map { first in [first] + (further[key] ?? []) }
  }

  /// Every name.
  var names: some Collection<NameKey> { first.keys }
}
