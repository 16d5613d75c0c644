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

  func moment(_ day: Moment.Day?) -> FigureTie {
    if case .year? = day { return wholeYear() }
    let event = mentions.filter { if case .event = $0.what { true } else { false } }
      .min { distance(to: $0) < distance(to: $1) }
    guard let event, case .event(let what) = event.what, distance(to: event) <= 30 else {
      return .none
    }
    if what == .speech { return reported() }
    let place = nearArrival(what, event) ?? eventPlace(event)
    let goes = what == .departure || what == .takeOff
    return tie(
      .event(what, at: place), place == nil ? .verb : .verbWithPlace,
      mode: what.isTravel ? mode : nil, destination: goes ? destination(besides: place) : nil)
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

  /// Where a departure went: the place that this sentence, or the next, names with "to".
  private func destination(besides start: MentionedPlace?) -> MentionedPlace? {
    let index = ties.sentences.index(of: figure.lowerBound)
    let next =
      index + 1 < ties.sentences.ranges.count
      ? ties.mentions(index + 1) : []
    for mention in mentions + next {
      if case .place(let place, .to) = mention.what, place != start { return place }
    }
    return nil
  }

  /// Where an event was: the place behind its verb that fits it, before the next verb.
  func eventPlace(_ event: Mention) -> MentionedPlace? {
    guard case .event(let what) = event.what else { return nil }
    let all = before + mentions
    let behind = belonging(to: event, all)
    func found(_ wanted: [Mention.Preposition]) -> MentionedPlace? {
      for mention in behind {
        if let preposition = preposition(of: mention), wanted.contains(preposition) {
          return place(of: mention)
        }
      }
      return nil
    }
    switch what {
    case .departure, .takeOff:
      return found([.from]) ?? direct(behind, event)
        ?? (what == .takeOff ? found([.inside]) : nil)
    case .arrival, .landing:
      return direct(behind, event) ?? found([.inside, .to]) ?? abroad(behind)
    case .passing:
      return found([.to, .inside, .via]) ?? direct(behind, event) ?? abroad(behind)
        ?? ties.border("border", all)
    case .meeting, .visit, .stay, .start, .end: return found([.inside]) ?? direct(behind, event)
    case .speech: return nil
    }
  }

  /// What stands on a verb's own side up to the next verb, the nearest first.
  private func belonging(to event: Mention, _ all: [Mention]) -> [Mention] {
    func isVerb(_ mention: Mention) -> Bool {
      if case .event(let other) = mention.what { other != .speech } else { false }
    }
    if ties.reader.lexicon.isVerbFinal {
      let last = all.last { isVerb($0) && $0.tokens.upperBound <= event.tokens.lowerBound }
      return all.filter {
        $0.tokens.upperBound <= event.tokens.lowerBound
          && $0.tokens.lowerBound >= last?.tokens.upperBound ?? 0 && gap(event, $0) < 16
      }.reversed()
    }
    let next = all.first { isVerb($0) && $0.tokens.lowerBound > event.tokens.lowerBound }
    return all.filter {
      $0.tokens.lowerBound >= event.tokens.upperBound
        && $0.tokens.lowerBound < next?.tokens.lowerBound ?? .max && gap(event, $0) < 16
    }
  }

  private func gap(_ one: Mention, _ other: Mention) -> Int {
    one.tokens.upperBound <= other.tokens.lowerBound
      ? other.tokens.lowerBound - one.tokens.upperBound
      : one.tokens.lowerBound - other.tokens.upperBound
  }

  /// "left Pyongyang", "reached Khasan": the place is the verb's object.
  private func direct(_ behind: [Mention], _ event: Mention) -> MentionedPlace? {
    guard let first = behind.first(where: { preposition(of: $0) != nil }),
      preposition(of: first) == Mention.Preposition.none,
      gap(event, first) <= 6
    else { return nil }
    return place(of: first)
  }

  /// Into a country is over its border.
  private func abroad(_ behind: [Mention]) -> MentionedPlace? {
    for mention in behind {
      if case .country(let code, let preposition) = mention.what, preposition != .from,
        code != "border"
      {
        return ties.border(code, mentions + before)
      }
    }
    return nil
  }
}
