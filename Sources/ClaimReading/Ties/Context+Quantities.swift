import Quantities
import Claims
import Figures

extension FigureTies.Context {
  // MARK: Distances

  func distance() -> FigureTie {
    let from = nearest { preposition(of: $0) == .from && !isAway($0) }
    let to = nearest { preposition(of: $0) == .to }
    if let pair = pair() { return leg(pair.from, pair.to, .betweenPlaces) }
    if let from, let to, clauses(from, to) {
      return leg(place(of: from), place(of: to), .fromAndTo)
    }
    if let away = nearest({ preposition(of: $0) == .from && isAway($0) }) {
      let other = subject(besides: place(of: away))
      return leg(place(of: away), other, .away)
    }
    if let to {
      let there = has(.there)
      let start = there ? lastPlace(before: to.tokens.lowerBound) : subject(besides: place(of: to))
      return leg(start, place(of: to), there ? .fromPlaceBefore : .toPlace)
    }
    if let from {
      let other = subject(besides: place(of: from))
      return leg(place(of: from), other, .fromPlace)
    }
    if has(.apart) {
      let places = (before + mentions).compactMap { place(of: $0) }
      if places.count >= 2 {
        return leg(places[places.count - 2], places[places.count - 1], .apart)
      }
    }
    let inside = mentions.compactMap { mention in
      preposition(of: mention) != nil ? place(of: mention) : nil
    }
    if inside.count >= 2 { return leg(inside[0], inside[1], .placesOfSentence) }
    if isJourney { return journey(.distanceOfJourney) }
    if let one = inside.first { return leg(one, nil, .oneEnd) }
    return .none
  }

  private func leg(
    _ from: MentionedPlace?, _ to: MentionedPlace?, _ reason: TieReason
  ) -> FigureTie {
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

  /// "between X and Y", "X to Y", "X and Y are N km apart".
  func pair() -> (from: MentionedPlace?, to: MentionedPlace?)? {
    let named = mentions.filter { preposition(of: $0) != nil }
    for (one, other) in zip(named, named.dropFirst())
    where preposition(of: one) == .between
      || preposition(of: one) == Mention.Preposition.none && preposition(of: other) == .to
        && other.tokens.lowerBound - one.tokens.upperBound <= 2
    {
      return (place(of: one), place(of: other))
    }
    return nil
  }

  /// The place that is spoken of, besides one.
  private func subject(besides other: MentionedPlace?) -> MentionedPlace? {
    let near = mentions.filter { $0.tokens.upperBound <= figure.lowerBound }
    for mention in near.reversed() + before.reversed() {
      if preposition(of: mention) != nil, let place = place(of: mention), place != other {
        return place
      }
    }
    return nil
  }

  private func lastPlace(before token: Int) -> MentionedPlace? {
    for mention in mentions.reversed() where mention.tokens.upperBound <= token {
      if preposition(of: mention) != nil, let place = place(of: mention) { return place }
    }
    for mention in before.reversed() {
      if preposition(of: mention) != nil, let place = place(of: mention) { return place }
    }
    return nil
  }

  // MARK: Speeds

  func speed() -> FigureTie {
    let isNamed = has(.vehicle)
    return tie(
      .vehicle, mode == nil ? .unknownVehicle : isNamed ? .namedVehicle : .vehicleByMode, mode: mode
    )
  }

  // MARK: Durations

  var isJourney: Bool { has(.journey) }

  func has(_ what: Mention.What) -> Bool { mentions.contains { $0.what == what } }

  func has(_ what: (Mention.What) -> Bool) -> Bool { mentions.contains { what($0.what) } }

  /// - Parameter isLong: of months or years, which no journey takes.
  func duration(isLong: Bool) -> FigureTie {
    if let gauge = nearest({ $0.what == .gauge }),
      !hasNumber(between: gauge)
    {
      return tie(.gaugeChange, .gaugeChange, mode: .rail)
    }
    let isLater = mentions.contains {
      if case .later = $0.what { $0.tokens.lowerBound == figure.upperBound } else { false }
    }
    if isLater, let tie = later() { return tie }
    if let ahead = ahead() { return ahead }
    if ties.reader.phrase(at: figure.upperBound, \.clockSide) != nil, !isLater {
      return FigureTie(untied: .besideOther)
    }
    if let meeting = hung(.meeting) { return meeting }
    if isLong { return .none }
    if has(.previous) { return journey(.earlierJourney) }
    let from = nearest { preposition(of: $0) == .from }
    let to = nearest { preposition(of: $0) == .to }
    if let pair = pair() { return leg(pair.from, pair.to, .durationBetweenPlaces) }
    if let from, let to { return leg(place(of: from), place(of: to), .durationFromAndTo) }
    if let to, has(.takes) || isJourney {
      let start = subject(besides: place(of: to))
      return leg(start, place(of: to), .durationToPlace)
    }
    if let other = otherEvent() { return other }
    return wholeJourney()
  }

  /// "The summit lasted five hours" is of the summit.
  private func otherEvent() -> FigureTie? {
    let subject = mentions.last { mention in
      guard mention.tokens.upperBound <= figure.lowerBound else { return false }
      switch mention.what {
      case .event(let event): return event != .speech
      case .journey, .vehicle: return true
      default: return false
      }
    }
    guard let subject, case .event(let event) = subject.what, !event.isTravel else { return nil }
    return tie(.event(event, at: eventPlace(subject)), .durationOfEvent, mode: nil)
  }

  /// So long for the whole journey: where a verb or a noun of travel leads up to it.
  private func wholeJourney() -> FigureTie {
    let isNoun = mentions.contains {
      guard case .journey = $0.what else { return false }
      return (0...3).contains($0.tokens.lowerBound - figure.upperBound)
        || (0...3).contains(figure.lowerBound - $0.tokens.upperBound)
    }
    if isNoun { return journey(.besideJourney) }
    let takes = mentions.contains {
      guard case .takes = $0.what else { return false }
      return $0.tokens.upperBound <= figure.lowerBound
        ? distance(to: $0) <= 8 : $0.tokens.lowerBound - figure.upperBound <= 3
    }
    let isTravel =
      isJourney || hasTravel
      || has { if case .mode = $0 { true } else if case .vehicle = $0 { true } else { false } }
    if takes, isTravel { return journey(.journeyTakes) }
    if takes, mode != nil { return journey(.vehicleTakes) }
    let isAfter =
      ties.reader.phrase(endingAt: figure.lowerBound) { role -> Bool? in
        if case .clockBefore = role { true } else { nil }
      } != nil
    if hasTravel, isAfter { return journey(.afterTravelling) }
    return isTravel ? journey(.journeyAbout) : .none
  }

  /// Whether another number stands between a mention and the figure, nearer to it.
  private func hasNumber(between mention: Mention) -> Bool {
    let gap =
      mention.tokens.lowerBound >= figure.upperBound
      ? figure.upperBound..<mention.tokens.lowerBound
      : mention.tokens.upperBound..<max(mention.tokens.upperBound, figure.lowerBound)
    return gap.contains { ties.reader.isNumber(at: $0) }
  }

  private var hasTravel: Bool {
    has { if case .event(let event) = $0 { event.isTravel } else { false } }
  }

  /// "a more than five-hour-long meeting".
  private func hung(_ event: ReportedEvent) -> FigureTie? {
    let near = mentions.first {
      guard case .event(event) = $0.what else { return false }
      return (0...3).contains($0.tokens.lowerBound - figure.upperBound)
    }
    return near.map {
      tie(.event(event, at: eventPlace($0)), .hangsOnEvent, mode: nil)
    }
  }

  private func journey(_ reason: TieReason) -> FigureTie {
    let starts = (before + mentions).compactMap { mention -> MentionedPlace? in
      guard case .event(let event) = mention.what, event == .departure || event == .takeOff else {
        return nil
      }
      return eventPlace(mention)
    }
    let to = nearest { mention in
      (preposition(of: mention) == .to || preposition(of: mention) == .inside)
        && !starts.contains { $0 == place(of: mention) }
    }
    let isPrevious = has(.previous)
    return tie(
      .journey(to: to.flatMap { place(of: $0) }, isPrevious: isPrevious),
      isPrevious ? .earlierJourney : reason, mode: mode)
  }

  /// "… where he arrived some six hours later": from the event before to this one.
  private func later() -> FigureTie? {
    let events = travelEvents
    guard
      let last = events.last(where: { $0.token < figure.lowerBound })
        ?? events.first(where: { $0.token >= figure.upperBound })
    else { return nil }
    let earlier = events.last { $0.token < last.token }
    let place = last.place ?? relative(before: last.token)
    return tie(
      .between(earlier?.event ?? .departure, earlier?.place, last.event, place),
      earlier == nil ? .later : .laterThanEvent, mode: mode)
  }

  /// "arrived on Wednesday, a day ahead of the summit": from the event before to the one behind.
  private func ahead() -> FigureTie? {
    let follows = mentions.contains {
      if case .ahead = $0.what { $0.tokens.lowerBound == figure.upperBound } else { false }
    }
    func event(_ mention: Mention) -> ReportedEvent? {
      if case .event(let event) = mention.what, event != .speech { event } else { nil }
    }
    guard follows,
      let one = mentions.last(where: {
        event($0) != nil && $0.tokens.upperBound <= figure.lowerBound
      }),
      let other = mentions.first(where: {
        event($0) != nil && $0.tokens.lowerBound >= figure.upperBound
      }),
      let from = event(one), let to = event(other)
    else { return nil }
    return tie(.between(from, eventPlace(one), to, eventPlace(other)), .aheadOfEvent, mode: nil)
  }

  /// "to Vladivostok, where he arrived": the place before the clause.
  private func relative(before token: Int) -> MentionedPlace? { lastPlace(before: token) }
}
