import Claims
import Figures
import Gazetteer

/// Finds what a sentence mentions.
struct MentionScanner {
  let reader: TokenReader
  let places: [Place]
  let lookup: PlaceLookup

  /// The mentions of a stretch of tokens in their order, countries with the borders between them.
  func mentions(in range: Range<Int>) -> [Mention] {
    var mentions: [Mention] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let token = reader.tokens[index]
      if let found = joinedPlace(at: index, in: range) {
        add(found, from: index, in: range, &mentions)
        index = max(found.end, mentions.last?.tokens.upperBound ?? 0)
        continue
      }
      guard token.word >= 0, !reader.lexicon.byFirst[Int(token.word)].isEmpty else {
        if let found = otherPlace(at: index, in: range) {
          add(found, from: index, in: range, &mentions)
          index = max(found.end, mentions.last?.tokens.upperBound ?? 0)
        } else {
          index += 1
        }
        continue
      }
      if let found = longerPlace(at: index, in: range) ?? place(at: index, in: range) {
        add(found, from: index, in: range, &mentions)
        index = max(found.end, mentions.last?.tokens.upperBound ?? 0)
        continue
      }
      var next = index + 1
      if let found = particle(at: index, in: range) {
        mentions.append(Mention(what: .event(found.event), tokens: index..<found.end))
        next = found.end
      } else if let found = reader.roles(at: index, cue) {
        for what in found.payloads.joined()
        where !isMonth(what, index) && !isSmallNoun(what, index, found.end) {
          mentions.append(Mention(what: what, tokens: index..<found.end))
        }
        if let means = means(within: found, at: index) { mentions.append(means) }
        next = found.end
      } else if let found = otherPlace(at: index, in: range) {
        // A town whose name begins that of an airport: "Bastia", "Bastia-Poretta Airport".
        mentions.append(Mention(what: found.what, tokens: index..<found.end))
        next = found.end
      }
      index = next
    }
    return mentions
  }

  /// "walked from": a verb of leaving may say how as well.
  private func means(
    within found: (end: Int, payloads: [[Mention.What]]), at index: Int
  ) -> Mention? {
    let all = found.payloads.joined()
    guard found.end > index + 1,
      all.contains(where: { if case .event = $0 { true } else { false } }),
      !all.contains(where: { if case .means = $0 { true } else { false } }),
      let own = reader.phrase(
        at: index, { role -> Means? in if case .means(let means) = role { means } else { nil } }),
      own.end < found.end
    else { return nil }
    return Mention(what: .means(own.payload), tokens: index..<own.end)
  }

  /// Adds a place, with the part of it that is named behind it, unless it is who travels.
  private func add(
    _ found: (what: Mention.What, end: Int), from index: Int, in range: Range<Int>,
    _ mentions: inout [Mention]
  ) {
    if case .place = found.what, isTraveller(found.end, at: index, in: range) { return }
    let whole = part(of: found, from: index, in: range) ?? found
    mentions.append(Mention(what: whole.what, tokens: index..<whole.end))
  }

  /// "wir fahren" is no ferry: German nouns have capitals, and without accents both are one word.
  private func isSmallNoun(_ what: Mention.What, _ index: Int, _ end: Int) -> Bool {
    guard reader.lexicon.hasCapitalNouns, end == index + 1, case .means(let means) = what,
      !reader.tokens[index].traits.contains(.capital)
    else { return false }
    switch means {
    case .rail, .air, .road, .sea, .bicycle, .foot: return false
    default: return true
    }
  }

  /// "May" with a capital is the month and no forecast.
  private func isMonth(_ what: Mention.What, _ index: Int) -> Bool {
    guard case .modality = what, reader.tokens[index].traits.contains(.capital) else {
      return false
    }
    return reader.phrase(at: index, \.month) != nil
  }

  // MARK: Places

  /// "gare de Lyon" is a station of Paris: a name with the word for a station, where such a place is known.
  private func station(
    before index: Int, _ end: Int, in range: Range<Int>
  ) -> MentionedPlace? {
    if let found = reader.phrase(endingAt: index, { $0.isStation ? true : nil }),
      found.start >= range.lowerBound
    {
      return lookup.place(named: text(found.start..<end))
    }
    return nil
  }

  private enum Named {
    case places([Int])
    case country(String)
    case border
  }

  /// "Port Sudan", "Grand Junction": the first word is one of the language, the name is not.
  private func longerPlace(at index: Int, in range: Range<Int>) -> (what: Mention.What, end: Int)? {
    guard reader.tokens[index].traits.contains(.capital), reader.tokens[index].kind == .word,
      index + 1 < range.upperBound, reader.tokens[index + 1].traits.contains(.capital),
      reader.tokens[index + 1].word < 0 || !isNamed(index + 1)
    else { return nil }
    return otherPlace(at: index, in: range).flatMap { found in
      guard case .place(let place, _) = found.what, place.isKnown, found.end > index + 1 else {
        return nil
      }
      return found
    }
  }

  private func place(at index: Int, in range: Range<Int>) -> (what: Mention.What, end: Int)? {
    let found = reader.phrase(at: index) { role -> Named? in
      switch role {
      case .place(let places): .places(places)
      case .country(let code): .country(code)
      case .border: .border
      default: nil
      }
    }
    guard let found else { return nil }
    let preposition = preposition(of: index..<found.end, in: range)
    switch found.payload {
    case .places(let indices):
      guard isWrittenAsName(index) else { return nil }
      if let station = station(before: index, found.end, in: range) {
        return (.place(station, preposition), found.end)
      }
      // "Vladimir Putin" is no town.
      if reader.has(index, \.isFirstName) != nil,
        found.end < reader.tokens.count, reader.tokens[found.end].traits.contains(.capital)
      {
        return nil
      }
      var place = mentioned(indices)
      // Where names have no cases they are as the gazetteer may have them.
      if reader.lexicon.placeEndings.isEmpty, !isPossessive(found.end - 1) {
        place.written = text(index..<found.end)
      }
      return (.place(place, preposition), found.end)
    case .country(let code): return (.country(code, preposition), found.end)
    case .border:
      // "the border city of Khasan" is no border.
      guard
        preposition != .none || reader.has(index - 1, { $0.isOne }) != nil
          || reader.tokens[index].range.count > 8
      else { return nil }
      for place in found.end..<min(range.upperBound, found.end + 4)
      where reader.phrase(
        at: place, { role -> Bool? in if case .place = role { true } else { nil } }) != nil
      {
        return nil
      }
      return (.country("border", preposition), found.end)
    }
  }

  /// Whether a word is written as names are: "ровно в восемь" is not the town of Ровно, nor is "마리가" that of 리가.
  private func isWrittenAsName(_ index: Int) -> Bool {
    reader.hasCapitals(index)
      ? reader.tokens[index].traits.contains(.capital) : !reader.isWithinHangul(index)
  }

  func mentioned(_ indices: [Int]) -> MentionedPlace {
    MentionedPlace(
      ids: indices.map { places[$0].id.text }, name: indices.first.map { places[$0].name } ?? "")
  }

  /// The preposition that governs a place, over articles and nouns: "in the Russian border city of Khasan".
  func preposition(of name: Range<Int>, in range: Range<Int>) -> Mention.Preposition {
    if let behind = particle(behind: name) { return behind }
    let index = name.lowerBound
    var end = index
    while end > range.lowerBound, index - end < 8 {
      let token = reader.tokens[end - 1]
      guard token.kind == .word || reader.isHyphen(end - 1) else { return .none }
      if let found = reader.phrase(endingAt: end, preposition) {
        return outer(of: found.payload, at: found.start, end, in: range) ?? found.payload
      }
      if reader.phrase(
        endingAt: end,
        { role -> Bool? in
          switch role {
          case .event, .place, .and, .clause: true
          default: nil
          }
        }) != nil
      {
        break
      }
      end -= 1
    }
    // "between Pyongyang and Vladivostok", "Pyongyang to Vladivostok" are found by their pairs.
    return .none
  }

  /// "à l'aéroport de Nice": the word of origin says whose, and the one before it where.
  private func outer(
    of inner: Mention.Preposition, at start: Int, _ end: Int, in range: Range<Int>
  ) -> Mention.Preposition? {
    let isGenitive = inner == .from && reader.start(endingAt: end, \.isGenitive) == start
    guard isGenitive || inner == .inside, start > range.lowerBound, isNoun(start - 1) else {
      return nil
    }
    for place in stride(from: start - 1, to: max(range.lowerBound, start - 5), by: -1) {
      guard reader.tokens[place].kind == .word else { return nil }
      if let found = reader.phrase(endingAt: place, preposition) {
        // "from the runway at Kulusuk" is from there; "in the town at" says no more.
        return isGenitive || found.payload == .from || found.payload == .to ? found.payload : nil
      }
      if !isNoun(place - 1) { return nil }
    }
    return nil
  }

  /// Whether a word may be a noun that somebody is at: no verb of travel, no unit, no number.
  private func isNoun(_ index: Int) -> Bool {
    guard index >= 0, reader.tokens[index].kind == .word else { return false }
    return reader.phrase(endingAt: index + 1) { role -> Bool? in
      switch role {
      case .event, .unit, .number, .and, .clause, .means, .place, .country, .month, .weekday: true
      default: nil
      }
    } == nil
  }

  func preposition(_ role: LexicalRole) -> Mention.Preposition? {
    switch role {
    case .from: .from
    case .to: .to
    case .inside: .inside
    case .via: .via
    case .between: .between
    default: nil
    }
  }

  /// Where verbs stand last, they stand behind: "평양에서", "Ankara'dan".
  func particle(behind name: Range<Int>) -> Mention.Preposition? {
    let index = name.upperBound
    guard reader.lexicon.isVerbFinal, index < reader.tokens.count,
      reader.tokens[index].traits.contains(.inner)
    else { return nil }
    // "에서" is "from" and joins the ends of a range.
    let meant = reader.roles(at: index, preposition)?.payloads ?? []
    return meant.contains(.from) ? .from : meant.first
  }

  // MARK: Other cues

  /// "fuhr um 8 Uhr ab": what stands apart from its verb, at the end of the clause.
  private func particle(
    at index: Int, in range: Range<Int>
  ) -> (event: ReportedEvent, end: Int)? {
    guard let found = reader.phrase(at: index, \.particle) else { return nil }
    let isLast =
      found.end >= range.upperBound || reader.tokens[found.end].kind == .lineEnd
      || reader.isSign(found.end, ",.;:!?)") || reader.has(found.end, \.isAnd) != nil
    return isLast ? (found.payload, found.end) : nil
  }

  private func cue(_ role: LexicalRole) -> [Mention.What]? {
    switch role {
    case .event(let event): [.event(event)]
    case .means(let means): [.means(means), .vehicle]
    case .cue(let cue): [.cue(cue)]
    case .there: [.there]
    case .journey: [.journey]
    case .wholeTrip: [.wholeTrip, .journey]
    case .previous: [.previous, .journey]
    case .later: [.later]
    case .ahead: [.ahead, .clause]
    case .away: [.away]
    case .apart: [.apart]
    case .takes: [.takes]
    case .gauge: [.gauge]
    case .first: [.first]
    case .vehicle: [.vehicle]
    case .distanceKind(let kind): [.kind(kind)]
    case .modality(let modality): [.modality(modality)]
    case .clause: [.clause]
    case .and: [.and]
    case .negation: [.negation]
    case .negationBehind: [.negationBehind]
    case .comparison: [.comparison]
    case .past: [.past]
    case .denial: [.denial]
    case .change: [.change]
    case .elsewhere: [.elsewhere]
    case .natural: [.natural]
    // "does not exceed" denies nothing, and "not only" neither.
    case .bound: [.bound]
    case .average: [.average]
    case .aside: []
    default: nil
    }
  }
}
