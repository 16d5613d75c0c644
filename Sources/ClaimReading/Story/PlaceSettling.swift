import Figures
import Gazetteer
import Quantities

/// Which of the places of one name a text means: of "Hamilton" in a report from Auckland the one in New Zealand.
struct PlaceSettling {
  /// What a place is to be taken for.
  private(set) var meant: [MentionedPlace: MentionedPlace] = [:]

  /// In kilometres: one lies near another of the text, or far from all of them.
  private static let (near, far) = (400.0, 1_500.0)

  /// - Parameters:
  ///   - places: all that the text names, in its order.
  ///   - map: where they lie, and what else is called so.
  ///   - mode: how the text has somebody travel; nil where it does not say, or names several.
  init(_ places: [MentionedPlace], _ map: Corroboration, by mode: TravelMode?) {
    if settleFew(places.filter(\.isKnown), map, by: mode) { return }
    let known = places.filter(\.isKnown).sorted {
      ($0.name, $0.ids.joined(separator: " ")) < ($1.name, $1.ids.joined(separator: " "))
    }
    guard (2...64).contains(known.count) else { return }
    for place in known {
      let others = known.filter { $0.name != place.name }
      func nearest(_ one: MentionedPlace) -> Double {
        others.compactMap { map.kilometers(one, $0) }.filter { $0 > 1 }.min() ?? 0
      }
      guard nearest(place) > Self.far else { continue }
      let further = place.ids.dropFirst().map { MentionedPlace(ids: [$0], name: place.name) }
      var best: (place: MentionedPlace, away: Double)?
      let namesakes = map.namesakes(place).map {
        MentionedPlace(ids: [$0.id.text], name: $0.name)
      }
      for rival in further + namesakes {
        let away = nearest(rival)
        if away > 1, away < best?.away ?? Self.near { best = (rival, away) }
      }
      if let best { meant[place] = best.place }
    }
  }

  /// So few places are settled together, as those of a journey are.
  private static let few = 2...3
  /// In kilometres: two tables put one city no farther apart.
  private static let same = 30.0

  /// Whether the places were so few that they could be settled as those of a journey are.
  private mutating func settleFew(
    _ places: [MentionedPlace], _ map: Corroboration, by mode: TravelMode?
  ) -> Bool {
    guard Self.few.contains(places.count), let found = map.settle(places, mode) else {
      return false
    }
    for (place, own) in zip(places, found) {
      let other = MentionedPlace(ids: [own.id.text], name: own.name)
      guard let away = map.kilometers(place, other), away > Self.same else { continue }
      meant[place] = other
    }
    return true
  }

  /// A mention of the place that is meant.
  func settled(_ mention: Mention) -> Mention {
    guard !meant.isEmpty, case .place(let place, let preposition) = mention.what,
      let other = meant[place]
    else { return mention }
    return Mention(what: .place(other, preposition), tokens: mention.tokens)
  }
}
