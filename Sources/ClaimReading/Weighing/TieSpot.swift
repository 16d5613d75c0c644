import Figures

/// A place that a figure may be of, with where the sentence names it.
struct TieSpot {
  let place: MentionedPlace
  /// Where the sentence names it; nil where it is only known from what was told before.
  let mention: Mention?
  let isOwn: Bool
}

extension FigureTies.Context {
  /// Of a sentence that names more places the nearest are weighed.
  private static let mostNamed = 7

  /// The places that the figure may be of, those of the sentence first, the nearest before the others.
  func spots() -> [TieSpot] {
    let named = mentions.compactMap { mention in
      place(of: mention).map { TieSpot(place: $0, mention: mention, isOwn: isOwn(mention)) }
    }.sorted { rank($0) < rank($1) }
    var spots: [TieSpot] = []
    for spot in named where spots.count < Self.mostNamed {
      if !spots.contains(where: { $0.place == spot.place }) { spots.append(spot) }
    }
    let main = story?.strands.first
    let told = [
      ends?.from, ends?.to, main?.from, main?.to,
      lastPlace(before: figure.lowerBound, besides: nil),
    ]
    for place in told.compactMap(\.self) + namedBefore
    where !spots.contains(where: { $0.place == place }) {
      spots.append(TieSpot(place: place, mention: nil, isOwn: false))
    }
    return spots
  }

  /// The places that the sentences before name last, the nearest first.
  private var namedBefore: [MentionedPlace] {
    var places: [MentionedPlace] = []
    for mention in before.reversed() where places.count < 3 {
      if let place = place(of: mention), place.isKnown, !places.contains(place) {
        places.append(place)
      }
    }
    return places
  }

  private func rank(_ spot: TieSpot) -> (Int, Int) {
    (spot.isOwn ? 0 : 1, spot.mention.map { gap(to: $0) } ?? .max)
  }

  /// What the words around a place and the story say of it.
  func signs(of spot: TieSpot?, _ all: [TieSpot]) -> [TieSign] {
    guard let spot else { return [.nowhere] }
    let main = story?.strands.first
    var signs: [TieSign] = spot.place.isKnown ? [] : [.unknown]
    if spot.place == ends?.from { signs.append(.isFrom) }
    if spot.place == ends?.to { signs.append(.isTo) }
    if spot.place == main?.from { signs.append(.isMainFrom) }
    if spot.place == main?.to { signs.append(.isMainTo) }
    if spot.place != ends?.from, spot.place != ends?.to { signs.append(.isNoEnd) }
    guard let mention = spot.mention else {
      signs.append(.isInferred)
      if spot.place == lastPlace(before: figure.lowerBound, besides: nil) { signs.append(.isLast) }
      if spot.place == namedBefore.first { signs.append(.namedLast) }
      if namedBefore.contains(spot.place) { signs.append(.namedBefore) }
      return signs
    }
    let isBefore = mention.tokens.upperBound <= figure.lowerBound
    if spot.isOwn { signs += [.own, isBefore ? .ownBefore : .ownBehind] }
    let gap = gap(to: mention)
    signs.append(gap <= 2 ? .adjacent : gap <= 6 ? .near : .far)
    if spot.place == all.first?.place { signs.append(.nearest) }
    if all.count(where: { $0.mention != nil }) == 1 { signs.append(.onlyPlace) }
    switch preposition(of: mention) ?? Mention.Preposition.none {
    case .from: signs.append(.prepositionFrom)
    case .to: signs.append(.prepositionTo)
    case .inside: signs.append(.prepositionInside)
    case .via: signs.append(.prepositionVia)
    case .between: signs.append(.prepositionBetween)
    case .none: signs.append(.prepositionNone)
    }
    return signs
  }
}
