import Claims
import Figures
import Quantities

extension FigureTies.Context {
  /// What a length belongs to.
  func distance(_ value: HedgedValue, _ kinds: [DistanceKind]) -> FigureTie {
    if hasNear(.daily) { return tie(.daily, .inADay, mode: mode) }
    if isHeight(value) { return FigureTie(untied: .elsewhere) }
    let isStraight = kinds == [.geodesic]
    if let pair = pair(in: own) ?? (isAlone ? pair(in: mentions) : nil) {
      return leg(pair.from, pair.to, .betweenPlaces)
    }
    let from = nearest { preposition(of: $0) == .from && isOwn($0) && !isAway($0) }
    let to = nearest { preposition(of: $0) == .to && isOwn($0) }
    if let from, let to, clauses(from, to) {
      return leg(place(of: from), place(of: to), .fromAndTo)
    }
    if let away = nearest({ preposition(of: $0) == .from && isAway($0) }) { return self.away(away) }
    if let to { return lengthTo(to) }
    if let from {
      let other = lastPlace(before: figure.lowerBound, besides: place(of: from))
      return leg(place(of: from), ends?.to ?? other, .fromPlace)
    }
    if has(.apart) {
      let places = (before + mentions).compactMap { place(of: $0) }
      if places.count >= 2 {
        return leg(places[places.count - 2], places[places.count - 1], .apart)
      }
    }
    return lengthOfJourney(isStraight: isStraight)
  }

  /// "twice the height", "at 3,000 m": metres are no journey's unless the words go from place to place.
  private func isHeight(_ value: HedgedValue) -> Bool {
    value.unit.symbol == "m" && value.number.value < 20_000 && pair(in: own) == nil
  }

  /// "It is 150 km from there to the town", "the remaining 390 km to Brisbane".
  private func lengthTo(_ mention: Mention) -> FigureTie {
    let to = place(of: mention)
    if has(.there) {
      return leg(lastPlace(before: mention.tokens.lowerBound, besides: to), to, .fromPlaceBefore)
    }
    if hasNear(.remaining), let last = lastPlace(before: figure.lowerBound, besides: to) {
      return leg(last, to, .fromPlaceBefore)
    }
    if let ends, ends.from != nil, to == ends.to { return leg(ends.from, to, .distanceOfJourney) }
    return leg(lastPlace(before: figure.lowerBound, besides: to), to, .toPlace)
  }

  /// "pulled up at Phitsanulok, 389 km from the capital": of the place spoken of. Where nobody came to one it says how
  /// far two places are apart.
  private func away(_ mention: Mention) -> FigureTie {
    let start = place(of: mention)
    let come = scene?.told.last { $0.token < figure.lowerBound && $0.place != nil }?.place
    if let come, come != start { return leg(start, come, .away) }
    return leg(start, subject(besides: start), .awayBeside)
  }

  private func lengthOfJourney(isStraight: Bool) -> FigureTie {
    if strand == nil { return .none }
    if hasNear(.offset, 1) { return FigureTie(untied: .offset) }
    if isStraight, let ends, let from = ends.from, let to = ends.to {
      return leg(from, to, .straightOfJourney)
    }
    if isStraight { return .none }
    if namesOtherEnd { return FigureTie(untied: .otherJourney) }
    if hasNear(.remaining) { return remainder() }
    // Lengths of flights are straight lines as a rule: of the places, and not of the way.
    if mode == .air, isNearJourney || isTravel, let ends, let from = ends.from, let to = ends.to,
      from != to
    {
      return leg(from, to, isNearJourney ? .distanceOfJourney : .lengthAbout)
    }
    if isNearJourney { return journey(.distanceOfJourney) }
    // "reached Usakos, 214 km further on": as far as there.
    if let told = scene?.told.last(where: { $0.token < figure.lowerBound }), let to = told.place,
      told.event != .departure, told.event != .takeOff, gap(told.token) <= 12
    {
      return leg(ends?.from, to, to == ends?.to ? .distanceOfJourney : .asFarAs)
    }
    if isTravel || own.allSatisfy({ !$0.isPlaceOrEvent }) { return journey(.lengthAbout) }
    return .none
  }

  /// "covered 2,400 km", "the journey of roughly 800 kilometres", "in all 653 km"
  private var isNearJourney: Bool {
    own.contains { mention in
      switch mention.what {
      case .journey, .wholeTrip, .cue(.covers), .cue(.whole), .kind:
        mention.tokens.upperBound <= figure.lowerBound
          ? gap(to: mention) <= 4 : gap(to: mention) <= 2
      default: false
      }
    }
  }

  private func gap(_ token: Int) -> Int { figure.lowerBound - token }

  /// "the remaining 390 km": from where it was last to its end.
  private func remainder() -> FigureTie {
    guard let ends, let to = ends.to,
      let last = lastPlace(before: figure.lowerBound, besides: to)
    else { return .none }
    return leg(last, to, .remainder)
  }

  /// "the way on to Bukhara takes four hours": whether the clause goes to a place, or comes from one, that is no end of
  /// the journey.
  var namesOtherEnd: Bool {
    guard let ends, ends.from != nil, ends.to != nil else { return false }
    return own.contains { mention in
      guard case .place(let place, let preposition) = mention.what, place.isKnown,
        preposition == .from || preposition == .to
      else { return false }
      return place != ends.from && place != ends.to
    }
  }

  // MARK: Places

  /// Whether a mention stands in the figure's clause.
  func isOwn(_ mention: Mention) -> Bool {
    scene?.tokens.contains(mention.tokens.lowerBound) ?? true
  }

  /// Whether the clause has no verb of its own.
  var isAlone: Bool { !own.contains { if case .event = $0.what { true } else { false } } }

  func leg(_ from: MentionedPlace?, _ to: MentionedPlace?, _ reason: TieReason) -> FigureTie {
    guard from != nil || to != nil else { return .none }
    let isWhole = from != nil && to != nil && from != to
    return tie(.leg(from: from, to: to), isWhole ? reason : .oneEnd, mode: mode)
  }

  /// Whether a from and a to go together: no third clause between them and the figure.
  private func clauses(_ from: Mention, _ to: Mention) -> Bool {
    abs(distance(to: from) - distance(to: to)) < 40
  }

  /// "200 km from the border": behind the figure, with nothing to go to.
  private func isAway(_ mention: Mention) -> Bool {
    guard mention.tokens.lowerBound >= figure.upperBound else { return false }
    let hasTo = mentions.contains {
      preposition(of: $0) == .to && $0.tokens.lowerBound > mention.tokens.lowerBound
    }
    return !hasTo && mention.tokens.lowerBound - figure.upperBound <= 9
  }

  /// "between X and Y", "X to Y", "X–Y".
  func pair(in mentions: [Mention]) -> (from: MentionedPlace?, to: MentionedPlace?)? {
    let named = mentions.filter { preposition(of: $0) != nil }
    for (one, other) in zip(named, named.dropFirst()) {
      let gap = one.tokens.upperBound..<max(one.tokens.upperBound, other.tokens.lowerBound)
      if preposition(of: one) == .between
        || gap.count == 1 && ties.reader.isDash(gap.lowerBound)
        || preposition(of: one) == Mention.Preposition.none && preposition(of: other) == .to
          && gap.count <= 2
      {
        return (place(of: one), place(of: other))
      }
    }
    return nil
  }

  /// The place that is spoken of in the sentence before the figure, besides one.
  private func subject(besides other: MentionedPlace?) -> MentionedPlace? {
    for mention in mentions.reversed() where mention.tokens.upperBound <= figure.lowerBound {
      if preposition(of: mention) != nil, let place = place(of: mention), place != other {
        return place
      }
    }
    return nil
  }

  /// The place named last before a token in the sentence, or where the journey was last.
  func lastPlace(before token: Int, besides other: MentionedPlace?) -> MentionedPlace? {
    for mention in mentions.reversed() where mention.tokens.upperBound <= token {
      if preposition(of: mention) != nil, let place = place(of: mention), place != other,
        place.isKnown
      {
        return place
      }
    }
    if let strand, let place = story?.lastPlace(before: token, of: strand), place != other {
      return place
    }
    for mention in before.reversed() {
      if preposition(of: mention) != nil, let place = place(of: mention), place != other,
        place.isKnown
      {
        return place
      }
    }
    return nil
  }
}

extension Mention {
  var isPlaceOrEvent: Bool {
    switch what {
    case .place, .country, .event: true
    default: false
    }
  }
}
