import Figures
import Gazetteer

/// Which of the places of one name a text means: of "Hamilton" in a report from Auckland the one in New Zealand.
struct PlaceSettling {
  /// What a place is to be taken for.
  private(set) var meant: [MentionedPlace: MentionedPlace] = [:]

  /// In kilometres: one lies near another of the text, or far from all of them.
  private static let (near, far) = (400.0, 1_500.0)

  /// - Parameters:
  ///   - places: all that the text names.
  ///   - map: where they lie, and what else is called so.
  init(_ places: Set<MentionedPlace>, _ map: Corroboration) {
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

  /// A mention of the place that is meant.
  func settled(_ mention: Mention) -> Mention {
    guard !meant.isEmpty, case .place(let place, let preposition) = mention.what,
      let other = meant[place]
    else { return mention }
    return Mention(what: .place(other, preposition), tokens: mention.tokens)
  }
}
