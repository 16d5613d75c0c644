import Claims
import Figures

extension FigureTies.Context {
  /// The travel events of the sentence and those before it, in the text's order.
  var travelEvents: [FigureTies.Event] {
    (before + mentions).compactMap { mention in
      guard case .event(let event) = mention.what, event.isTravel else { return nil }
      return FigureTies.Event(
        event: event, place: eventPlace(mention), token: mention.tokens.lowerBound)
    }
  }

  func time(_ moment: Moment) -> FigureTie {
    if case .year? = moment.day { return wholeYear() }
    if let cell = cell() { return cell }
    guard let (event, isOwn) = verb(), case .event(let what) = event.what else {
      return atPlace(moment)
    }
    if what == .speech { return reported() }
    if isOwn, let other = atOther(moment, event) { return other }
    guard what.isTravel || what == .stay || what == .visit else {
      let place = eventPlace(event)
      return tie(.event(what, at: place), place == nil ? .verb : .verbWithPlace, mode: nil)
    }
    return happening(what, event, isOwn ? .verbWithPlace : .verb)
  }

  /// The verb that the moment is of, and whether it is in its clause.
  func verb() -> (mention: Mention, isOwn: Bool)? {
    func isEvent(_ mention: Mention) -> Bool {
      if case .event = mention.what { true } else { false }
    }
    func nearest(_ mentions: [Mention]) -> Mention? {
      mentions.filter(isEvent).min { distance(to: $0) < distance(to: $1) }
    }
    if let own = nearest(self.own) {
      // "reached Port Sudan at 3 p.m., the embassy said": who says so behind it is no verb of the time.
      if own.what == .event(.speech), own.tokens.lowerBound >= figure.upperBound,
        let other = nearest(self.own.filter { $0.what != .event(.speech) })
      {
        return (other, true)
      }
      return (own, true)
    }
    guard let other = nearest(mentions), distance(to: other) <= 30 else { return nil }
    return (other, false)
  }

  /// When a vehicle did something: where the words say it, or else at the end of the journey.
  private func happening(
    _ event: ReportedEvent, _ verb: Mention, _ reason: TieReason
  ) -> FigureTie {
    let goes = event == .departure || event == .takeOff
    let named = nearArrival(event, verb) ?? whereabouts(verb) ?? thence(verb)
    let known: MentionedPlace? =
      switch event {
      case .departure, .takeOff: ends?.from
      case .arrival, .landing: ends?.to
      default: nil
      }
    // A quay or a square that no gazetteer knows lies where the journey ends.
    let told = named?.isKnown == false && known?.isKnown == true ? nil : named
    let place = told ?? known
    let own: TieReason =
      told == nil
      ? (known != nil && reason == .verbWithPlace ? .verbOfJourney : .verb)
      : reason == .verbWithPlace && !isClear(verb, told, known) ? .verbNearPlace : reason
    return tie(
      .event(event, at: place), own, mode: event.isTravel ? mode : nil,
      destination: goes ? destination(of: verb, besides: place) : nil)
  }

  /// Whether nothing else may be meant: the place is the verb's own, directly behind it or the end of the journey, and no
  /// other clock time stands between verb and figure.
  private func isClear(
    _ verb: Mention, _ place: MentionedPlace?, _ end: MentionedPlace?
  ) -> Bool {
    guard let place, place.isKnown, case .event(let event) = verb.what, event.isTravel else {
      return false
    }
    let mention = own.first { self.place(of: $0) == place }
    guard let mention, !hasClock(between: verb), isDated || isPaired else { return false }
    if place == end { return true }
    let behind = mention.tokens.lowerBound - verb.tokens.upperBound
    return event != .passing && (0...7).contains(behind) && preposition(of: mention) != .inside
      || event == .arrival && (0...7).contains(behind)
  }

  /// Whether the clause, or the figure itself, tells the day: a clock alone may be that of another day's journey.
  private var isDated: Bool {
    ties.hasDay(in: figure) || ties.hasDay(in: scene?.tokens ?? sentence)
  }

  /// Whether the sentence tells both how a journey began and how it ended.
  private var isPaired: Bool {
    let events = mentions.compactMap { mention -> ReportedEvent? in
      if case .event(let event) = mention.what { event } else { nil }
    }
    let leaves: Set<ReportedEvent> = [.departure, .takeOff]
    let comes: Set<ReportedEvent> = [.arrival, .landing]
    if events.contains(where: leaves.contains) && events.contains(where: comes.contains) {
      return true
    }
    // "left Lima at 10 p.m. on Tuesday. … It rolled into Cusco at 2.30": told one after the other, of one vehicle.
    guard let story, story.isPlain, strand == 0, events.contains(where: comes.contains) else {
      return false
    }
    return story.scenes.contains { other in
      other.strand == strand && other.paragraph == scene?.paragraph && other.asides.isEmpty
        && other.tokens.upperBound <= figure.lowerBound
        && other.told.contains { leaves.contains($0.event) } && ties.hasDay(in: other.tokens)
    }
  }

  /// Whether another clock time stands between the verb and the figure.
  private func hasClock(between verb: Mention) -> Bool {
    let gap =
      verb.tokens.lowerBound >= figure.upperBound
      ? figure.upperBound..<verb.tokens.lowerBound
      : verb.tokens.upperBound..<max(verb.tokens.upperBound, figure.lowerBound)
    return gap.contains { token in
      ties.reader.tokens[token].kind == .number
        && ties.reader.phrase(at: token + 1, \.unit)?.payload.dimension != .distance
    }
  }

  /// "Lyon 7:34, Avignon 9:30", "At 7.15 we were in Chiang Mai": no verb of travel, but a place.
  private func atPlace(
    _ moment: Moment, _ isWanted: (Mention) -> Bool = { _ in true }
  ) -> FigureTie {
    guard let ends else { return .none }
    if let day = dayOfJourney(moment) { return day }
    let near = own.filter { mention in
      preposition(of: mention) != nil && abs(gap(to: mention)) <= 12 && isWanted(mention)
    }
    guard let mention = near.min(by: { distance(to: $0) < distance(to: $1) }),
      let place = place(of: mention)
    else { return .none }
    let isBefore = mention.tokens.upperBound <= figure.lowerBound
    let isListed =
      isBefore && figure.lowerBound - mention.tokens.upperBound <= 3
      || !isBefore && sentence.lowerBound == figure.lowerBound
        && mention.tokens.lowerBound == figure.upperBound
    guard isListed || preposition(of: mention) == .inside || preposition(of: mention) == .to else {
      return .none
    }
    let event: ReportedEvent =
      place == ends.from || isListed && isFirstListed ? .departure : .arrival
    return tie(.event(event, at: place), isListed ? .listed : .placeAlone, mode: mode)
  }

  /// "left Leipzig at 7.12, at 10.40 it was in Stuttgart": a place in the figure's own clause, where the verb is not.
  private func atOther(_ moment: Moment, _ verb: Mention) -> FigureTie? {
    let index = ties.sentences.index(of: figure.lowerBound)
    func isOneClause(_ tokens: Range<Int>) -> Bool? {
      ties.grammar.isOneClause(figure, tokens, in: index)
    }
    let hasPlace = own.contains { mention in
      preposition(of: mention) != nil && isOneClause(mention.tokens) == true
    }
    guard moment.clock != nil, hasPlace, isOneClause(verb.tokens) == false,
      !verb.tokens.contains(where: { figure.contains($0) })
    else { return nil }
    let tie = atPlace(moment) { isOneClause($0.tokens) == true }
    return tie.ties ? tie : nil
  }

  /// "travelled on the new line on Thursday": a day of a clause that tells of a journey and neither where nor what happened.
  private func dayOfJourney(_ moment: Moment) -> FigureTie? {
    guard moment.clock == nil, moment.day != nil, isTravel, strand == 0, let from = ends?.from,
      !own.contains(where: { preposition(of: $0) == .inside || preposition(of: $0) == .to })
    else { return nil }
    return tie(.event(.departure, at: from), .dayOfJourney, mode: mode)
  }

  /// Whether the paragraph is a list of calls whose first this is.
  private var isFirstListed: Bool {
    guard let ends, ends.from == nil, let scene, let story else { return false }
    return !story.scenes.contains {
      $0.paragraph == scene.paragraph && !$0.told.isEmpty
        && $0.tokens.lowerBound <= figure.lowerBound
    }
      && !mentions.contains { mention in
        mention.tokens.lowerBound < figure.lowerBound && mention.isPlaceOrEvent
          && figure.lowerBound - mention.tokens.upperBound > 3
      }
  }

  /// How many tokens lie between the figure and a mention.
  func gap(to mention: Mention) -> Int {
    mention.tokens.upperBound <= figure.lowerBound
      ? figure.lowerBound - mention.tokens.upperBound
      : mention.tokens.lowerBound - figure.upperBound
  }

  /// A year is a journey's only where the words beside it travel.
  private func wholeYear() -> FigureTie {
    let near = nearest { mention in
      switch mention.what {
      case .journey: true
      case .event(let event): event.isTravel
      default: false
      }
    }
    guard let near, distance(to: near) <= 12 else { return .none }
    if case .event(let event) = near.what {
      return tie(.event(event, at: eventPlace(near)), .yearOfVerb, mode: mode)
    }
    return tie(
      .journey(
        to: nearest { preposition(of: $0) == .to }.flatMap { place(of: $0) },
        isPrevious: true), .yearOfJourney, mode: mode)
  }

  /// "he arrived in Khasan at 10:40, and in Vladivostok at 17:50": the second place shares the first one's verb.
  private func nearArrival(_ what: ReportedEvent, _ event: Mention) -> MentionedPlace? {
    guard what == .arrival || what == .landing else { return nil }
    let near = mentions.last {
      guard let preposition = preposition(of: $0), preposition == .to || preposition == .inside
      else {
        return false
      }
      return $0.tokens.lowerBound >= event.tokens.upperBound
        && $0.tokens.upperBound <= figure.lowerBound
        && figure.lowerBound - $0.tokens.upperBound <= 4
    }
    return near.flatMap { place(of: $0) }
  }

  /// "… has left the station, the agency reported on Sunday": what was reported had happened by then.
  private func reported() -> FigureTie {
    let travel = mentions.first {
      guard case .event(let event) = $0.what else { return false }
      return event.isTravel && $0.tokens.upperBound <= figure.lowerBound
    }
    let hasOwnDay = ties.hasDay(in: sentence.lowerBound..<figure.lowerBound)
    guard let travel, !hasOwnDay, case .event(let what) = travel.what else { return .none }
    return tie(.event(what, at: eventPlace(travel)), .dayOfReport, mode: mode)
  }
}
