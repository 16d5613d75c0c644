import Claims
import Figures

/// Where events of travel were.
extension FigureTies.Context {
  /// Where a departure went: the place that is named with "to" behind its verb, before the next one.
  func destination(of verb: Mention, besides start: MentionedPlace?) -> MentionedPlace? {
    for mention in belonging(to: verb, mentions) {
      if case .place(let place, .to) = mention.what, place != start { return place }
    }
    return nil
  }

  /// Where an event was, behind its verb or before it; before it first where verbs end their clauses.
  func whereabouts(_ verb: Mention) -> MentionedPlace? {
    let end = verb.tokens.upperBound
    let isLast =
      ties.reader.lexicon.hasCapitalNouns
      && (end >= sentence.upperBound || ties.reader.tokens[end].kind == .lineEnd
        || ties.reader.isSign(end, ",.;:!?)") || ties.reader.has(end, \.isAnd) != nil)
    return isLast
      ? placeBefore(verb) ?? eventPlace(verb) : eventPlace(verb) ?? placeBefore(verb)
  }

  /// "from there we left": the place named last.
  func thence(_ verb: Mention) -> MentionedPlace? {
    guard case .event(.departure) = verb.what, own.contains(where: { $0.what == .there }) else {
      return nil
    }
    return lastPlace(before: verb.tokens.lowerBound, besides: nil)
  }

  /// Where an event was whose place stands before its verb: "From Bern he went", "The train from Oslo left".
  func placeBefore(_ event: Mention) -> MentionedPlace? {
    guard case .event(let what) = event.what, !ties.reader.lexicon.isVerbFinal else { return nil }
    let wanted: [Mention.Preposition]
    switch what {
    case .departure, .takeOff: wanted = [.from, .inside]
    case .arrival, .landing: wanted = [.to, .inside]
    case .passing, .stay, .visit: wanted = [.inside]
    default: return nil
    }
    let start = mentions.last { mention in
      guard case .event(let other) = mention.what, other != .speech else { return false }
      return mention.tokens.upperBound <= event.tokens.lowerBound
    }
    let isObject = ties.reader.lexicon.hasCapitalNouns
    for preposition in wanted + (isObject ? [Mention.Preposition.none] : []) {
      let found = mentions.last { mention in
        self.preposition(of: mention) == preposition
          && mention.tokens.upperBound <= event.tokens.lowerBound
          && mention.tokens.lowerBound >= start?.tokens.upperBound ?? 0
          && gap(event, mention) < 12
      }
      if let found, let place = place(of: found) { return place }
    }
    return nil
  }

  /// Where an event was: the place behind its verb that fits it, before the next verb.
  func eventPlace(_ event: Mention) -> MentionedPlace? {
    guard case .event(let what) = event.what else { return nil }
    let all = before + mentions
    let behind = belonging(to: event, all)
    func found(_ wanted: [Mention.Preposition]) -> MentionedPlace? {
      let fitting = behind.filter { mention in
        preposition(of: mention).map { wanted.contains($0) } ?? false
      }.compactMap { place(of: $0) }
      // "at the Mole in Swakopmund"
      return fitting.first { $0.isKnown } ?? fitting.first
    }
    switch what {
    case .departure, .takeOff:
      return found([.from]) ?? direct(behind, event) ?? found([.inside])
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
  func belonging(to event: Mention, _ all: [Mention]) -> [Mention] {
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
      gap(event, first) <= 6 || isObject(first, of: event)
    else { return nil }
    return place(of: first)
  }

  /// "verließ der Zug mit vierzig Leuten Zürich": far behind, but the verb's.
  private func isObject(_ place: Mention, of event: Mention) -> Bool {
    ties.grammar.governor(
      of: place.tokens, in: ties.sentences.index(of: event.tokens.lowerBound),
      among: [event.tokens]) == .wanted(0)
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
