import Claims
import Figures
import Gazetteer

/// Finds what a sentence mentions.
struct MentionScanner {
  let reader: TokenReader
  let places: [Place]

  /// The mentions of a stretch of tokens in their order, countries with the borders between them.
  func mentions(in range: Range<Int>) -> [Mention] {
    var mentions: [Mention] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let token = reader.tokens[index]
      guard token.word >= 0, !reader.lexicon.byFirst[Int(token.word)].isEmpty else {
        if let found = unknownPlace(at: index, in: range) {
          mentions.append(Mention(what: found.what, tokens: index..<found.end))
          index = found.end
        } else {
          index += 1
        }
        continue
      }
      if let found = place(at: index, in: range) {
        mentions.append(Mention(what: found.what, tokens: index..<found.end))
        index = found.end
        continue
      }
      var next = index + 1
      if let found = reader.roles(at: index, cue) {
        for what in found.payloads.joined() where !isMonth(what, index) {
          mentions.append(Mention(what: what, tokens: index..<found.end))
        }
        next = found.end
      }
      index = next
    }
    return mentions
  }

  /// "May" with a capital is the month and no forecast.
  private func isMonth(_ what: Mention.What, _ index: Int) -> Bool {
    guard case .modality = what, reader.tokens[index].traits.contains(.capital) else {
      return false
    }
    return reader.phrase(at: index, \.month) != nil
  }

  // MARK: Places

  private enum Named {
    case places([Int])
    case country(String)
    case border
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
    let preposition = preposition(before: index, in: range)
    switch found.payload {
    case .places(let indices):
      // "Vladimir Putin" is no town.
      if reader.has(index, \.isFirstName) != nil,
        found.end < reader.tokens.count, reader.tokens[found.end].traits.contains(.capital)
      {
        return nil
      }
      return (.place(mentioned(indices), preposition), found.end)
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

  /// A name that nobody knows directly behind "from", "to" or "in": a place, though not which.
  ///
  /// Where every noun has a capital, as in German, names cannot be told apart.
  private func unknownPlace(
    at index: Int, in range: Range<Int>
  ) -> (what: Mention.What, end: Int)? {
    guard !reader.lexicon.hasCapitalNouns, !isAcronym(index), reader.tokens[index].kind == .word,
      reader.tokens[index].traits.contains(.capital),
      let before = reader.phrase(endingAt: index, preposition), before.start >= range.lowerBound,
      reader.start(endingAt: index, \.isVia) == nil,
      reader.phrase(
        at: index,
        { role -> Bool? in
          switch role {
          case .place, .country, .month, .weekday: true
          default: nil
          }
        }) == nil
    else { return nil }
    var end = index + 1
    while end < range.upperBound, end - index < 5 {
      let next = reader.isHyphen(end) ? end + 1 : end
      guard next < range.upperBound, reader.tokens[next].kind == .word,
        reader.tokens[next].word < 0, reader.tokens[next].traits.contains(.capital)
      else { break }
      end = next + 1
    }
    let name = String(decoding: reader.bytes[reader.bytes(of: index..<end)], as: UTF8.self)
    return (.place(MentionedPlace(ids: [], name: name), before.payload), end)
  }

  /// "KTX" is a train and no town.
  private func isAcronym(_ index: Int) -> Bool {
    let word = reader.bytes[reader.tokens[index].range]
    return word.count <= 5 && word.allSatisfy { (0x41...0x5A).contains($0) }
  }

  func mentioned(_ indices: [Int]) -> MentionedPlace {
    MentionedPlace(
      ids: indices.map { places[$0].id.text }, name: indices.first.map { places[$0].name } ?? "")
  }

  /// The preposition that governs a place, over articles and nouns: "in the Russian border city of Khasan".
  private func preposition(before index: Int, in range: Range<Int>) -> Mention.Preposition {
    if let behind = particle(behind: index) { return behind }
    var end = index
    while end > range.lowerBound, index - end < 8 {
      let token = reader.tokens[end - 1]
      guard token.kind == .word || reader.isHyphen(end - 1) else { return .none }
      if let found = reader.phrase(endingAt: end, preposition) {
        return found.payload
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

  private func preposition(_ role: LexicalRole) -> Mention.Preposition? {
    switch role {
    case .from: .from
    case .to: .to
    case .inside: .inside
    case .via: .via
    case .between: .between
    default: nil
    }
  }

  /// Korean puts them behind: "평양에서".
  private func particle(behind index: Int) -> Mention.Preposition? {
    guard reader.bytes[Int(reader.tokens[index].start)] >= 0xEA else { return nil }
    guard index + 1 < reader.tokens.count, reader.tokens[index + 1].traits.contains(.inner) else {
      return nil
    }
    return reader.phrase(at: index + 1, preposition)?.payload
  }

  // MARK: Other cues

  private func cue(_ role: LexicalRole) -> [Mention.What]? {
    switch role {
    case .event(let event): [.event(event)]
    case .mode(let mode): [.mode(mode), .vehicle]
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
    case .bound, .aside: []
    default: nil
    }
  }
}
