import Quantities
import Claims

extension FigureTies.Context {
  // MARK: Distances

  func distance() -> FigureTie {
    let from = nearest { preposition(of: $0) == .from && !isAway($0) }
    let to = nearest { preposition(of: $0) == .to }
    if let pair = pair() { return leg(pair.from, pair.to, 0.85, "between two places") }
    if let from, let to, clauses(from, to) {
      return leg(place(of: from), place(of: to), 0.9, "from and to in one clause")
    }
    if let away = nearest({ preposition(of: $0) == .from && isAway($0) }) {
      let other = subject(besides: place(of: away))
      return leg(
        place(of: away), other, other == nil ? 0.5 : 0.75,
        "so far from a place, of the one spoken of")
    }
    if let to {
      let there = mentions.contains { if case .there = $0.what { true } else { false } }
      let start = there ? lastPlace(before: to.tokens.lowerBound) : subject(besides: place(of: to))
      return leg(
        start, place(of: to), there && start != nil ? 0.75 : 0.5,
        there ? "from the place spoken of last, to" : "to a place; from where is inferred")
    }
    if let from {
      let other = subject(besides: place(of: from))
      return leg(place(of: from), other, 0.5, "from a place; to where is inferred")
    }
    if mentions.contains(where: { if case .apart = $0.what { true } else { false } }) {
      let places = (before + mentions).compactMap { place(of: $0) }
      if places.count >= 2 {
        return leg(places[places.count - 2], places[places.count - 1], 0.6, "two places apart")
      }
    }
    let inside = mentions.compactMap { mention in
      preposition(of: mention) != nil ? place(of: mention) : nil
    }
    if inside.count >= 2 { return leg(inside[0], inside[1], 0.5, "the two places of the sentence") }
    if isJourney { return journey(0.5) }
    if let one = inside.first { return leg(one, nil, 0.4, "one place only is named") }
    return .none
  }

  private func leg(
    _ from: MentionedPlace?, _ to: MentionedPlace?, _ confidence: Double, _ reason: String
  ) -> FigureTie {
    guard from != nil || to != nil else { return .none }
    let isWhole = from != nil && to != nil && from != to
    return FigureTie(
      target: .leg(from: from, to: to), mode: mode, confidence: isWhole ? confidence : 0.35,
      reason: isWhole ? reason : "one end only is named")
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
    let isNamed = mentions.contains { if case .vehicle = $0.what { true } else { false } }
    return FigureTie(
      target: .vehicle, mode: mode, confidence: mode == nil ? 0.4 : isNamed ? 0.9 : 0.7,
      reason: mode == nil ? "a speed is a vehicle's; which is not told" : "the vehicle spoken of")
  }

  // MARK: Durations

  var isJourney: Bool { has { if case .journey = $0 { true } else { false } } }

  func has(_ what: (Mention.What) -> Bool) -> Bool { mentions.contains { what($0.what) } }

  /// - Parameter isLong: of months or years, which no journey takes.
  func duration(isLong: Bool) -> FigureTie {
    if let gauge = nearest({ if case .gauge = $0.what { true } else { false } }),
      !hasNumber(between: gauge)
    {
      return FigureTie(
        target: .gaugeChange, mode: .rail, confidence: 0.8,
        reason: "the change of gauge in the sentence")
    }
    let isLater = mentions.contains {
      if case .later = $0.what { $0.tokens.lowerBound == figure.upperBound } else { false }
    }
    if isLater, let tie = later() { return tie }
    if let ahead = ahead() { return ahead }
    if ties.reader.phrase(at: figure.upperBound, \.clockSide) != nil, !isLater {
      return FigureTie(
        target: .nothing, mode: nil, confidence: 0,
        reason: "so long before or after something else")
    }
    if let meeting = hung(.meeting) { return meeting }
    if isLong { return .none }
    if has({ if case .previous = $0 { true } else { false } }) { return journey(0.75) }
    let from = nearest { preposition(of: $0) == .from }
    let to = nearest { preposition(of: $0) == .to }
    if let pair = pair() { return leg(pair.from, pair.to, 0.8, "between two places") }
    if let from, let to { return leg(place(of: from), place(of: to), 0.85, "from and to") }
    if let to, has({ if case .takes = $0 { true } else { false } }) || isJourney {
      let start = subject(besides: place(of: to))
      return leg(start, place(of: to), 0.6, "so long to a place; from where is inferred")
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
    return FigureTie(
      target: .event(event, at: eventPlace(subject)), mode: nil, confidence: 0.6,
      reason: "how long the \(event.rawValue) took")
  }

  /// So long for the whole journey: where a verb or a noun of travel leads up to it.
  private func wholeJourney() -> FigureTie {
    let isNoun = mentions.contains {
      guard case .journey = $0.what else { return false }
      return (0...3).contains($0.tokens.lowerBound - figure.upperBound)
        || (0...3).contains(figure.lowerBound - $0.tokens.upperBound)
    }
    if isNoun { return journey(0.7) }
    let takes = mentions.contains {
      guard case .takes = $0.what else { return false }
      return $0.tokens.upperBound <= figure.lowerBound
        ? distance(to: $0) <= 8 : $0.tokens.lowerBound - figure.upperBound <= 3
    }
    let isTravel =
      isJourney || hasTravel
      || has { if case .mode = $0 { true } else if case .vehicle = $0 { true } else { false } }
    if takes, isTravel { return journey(0.6) }
    if takes, mode != nil { return journey(0.5) }
    let isAfter =
      ties.reader.phrase(endingAt: figure.lowerBound) { role -> Bool? in
        if case .clockBefore = role { true } else { nil }
      } != nil
    if hasTravel, isAfter { return journey(0.5) }
    guard isTravel else { return .none }
    let tie = journey(0.4)
    return FigureTie(
      target: tie.target, mode: tie.mode, confidence: tie.confidence,
      reason: "a journey is spoken of; whether it took so long is not told")
  }

  /// Whether another number stands between a mention and the figure, nearer to it.
  private func hasNumber(between mention: Mention) -> Bool {
    let gap =
      mention.tokens.lowerBound >= figure.upperBound
      ? figure.upperBound..<mention.tokens.lowerBound
      : mention.tokens.upperBound..<max(mention.tokens.upperBound, figure.lowerBound)
    return gap.contains { ties.reader.number(at: $0) != nil }
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
      FigureTie(
        target: .event(event, at: eventPlace($0)), mode: nil, confidence: 0.8,
        reason: "the \(event.rawValue) that the words hang on")
    }
  }

  private func journey(_ confidence: Double) -> FigureTie {
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
    let isPrevious = has { if case .previous = $0 { true } else { false } }
    return FigureTie(
      target: .journey(to: to.flatMap { place(of: $0) }, isPrevious: isPrevious), mode: mode,
      confidence: confidence, reason: isPrevious ? "an earlier journey" : "the journey spoken of")
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
    return FigureTie(
      target: .between(earlier?.event ?? .departure, earlier?.place, last.event, place), mode: mode,
      confidence: earlier == nil ? 0.5 : 0.85, reason: "later than what was told before")
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
    return FigureTie(
      target: .between(from, eventPlace(one), to, eventPlace(other)), mode: nil, confidence: 0.8,
      reason: "so long before what is told next")
  }

  /// "to Vladivostok, where he arrived": the place before the clause.
  private func relative(before token: Int) -> MentionedPlace? { lastPlace(before: token) }
}
