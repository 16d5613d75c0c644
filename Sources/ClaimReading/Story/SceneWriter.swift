import Figures

/// Takes a sentence apart into what its clauses tell.
struct SceneWriter {
  let ties: FigureTies

  /// The scenes of a sentence, in their order.
  func scenes(of sentence: Int, paragraph: Int) -> [Scene] {
    let mentions = ties.mentions(sentence)
    let clauses = Clauses(ties.sentences.ranges[sentence], mentions, ties.reader)
    var scenes = clauses.ranges.map { Scene(tokens: $0, sentence: sentence, paragraph: paragraph) }
    for index in scenes.indices {
      let own = mentions.filter { scenes[index].tokens.contains($0.tokens.lowerBound) }
      for mention in own { tell(mention, own, &scenes[index]) }
      addWays(own, &scenes[index])
      addActors(own, &scenes[index])
      scenes[index].asides += asides(own, scenes[index].tokens, clauses)
    }
    // Another train, a record: the rest of the sentence is of it too.
    if let first = scenes.firstIndex(where: { scene in
      scene.asides.contains { $0.reason == .otherJourney && $0.tokens == scene.tokens }
    }) {
      for index in scenes.indices where index > first && scenes[index].told.isEmpty {
        scenes[index].asides.append((scenes[index].tokens, .otherJourney))
      }
    }
    return scenes
  }

  private func tell(_ mention: Mention, _ all: [Mention], _ scene: inout Scene) {
    switch mention.what {
    case .means(let means):
      if ties.grammar.isFunctionWord(mention.tokens, in: scene.sentence) { break }
      // "walked up and down the aisle": what somebody does is a journey's only with a way or a length.
      if ties.grammar.isVerb(mention.tokens, in: scene.sentence) == true, !goes(all, scene) {
        break
      }
      scene.means.append(means)
    case .journey, .wholeTrip: scene.namesJourney = true
    case .cue(.back): scene.isBack = true
    case .place(let place, let preposition): scene.places.append((place, preposition))
    case .event(let event) where event.isTravel || event == .stay:
      if event == .takeOff || event == .landing { scene.isFlying = true }
      let context = FigureTies.Context(
        ties, mention.tokens.lowerBound..<mention.tokens.lowerBound, isTelling: true)
      let place = context.whereabouts(mention)
      scene.told.append(.init(event: event, place: place, token: mention.tokens.lowerBound))
      if event == .departure || event == .takeOff,
        let to = context.destination(of: mention, besides: place)
      {
        if let place {
          scene.ways.append(.init(from: place, to: to, token: mention.tokens.lowerBound))
        } else {
          scene.goals.append(to)
        }
      }
    default: break
    }
  }

  /// "from A to B", "between A and B", "A–B"
  private func addWays(_ mentions: [Mention], _ scene: inout Scene) {
    let named = mentions.compactMap {
      mention -> (MentionedPlace, Mention.Preposition, Range<Int>)? in
      guard case .place(let place, let preposition) = mention.what else { return nil }
      return (place, preposition, mention.tokens)
    }
    for (one, other) in zip(named, named.dropFirst()) where one.0 != other.0 {
      let gap = one.2.upperBound..<max(one.2.upperBound, other.2.lowerBound)
      let isJoined = gap.count <= 1 && gap.allSatisfy { ties.reader.isDash($0) }
      let isWay =
        one.1 == .between || one.1 == .from && other.1 == .to || isJoined && !gap.isEmpty
        || one.1 == Mention.Preposition.none && other.1 == .to && gap.count <= 2
      if isWay || isBetween(one.2, other.2) {
        scene.ways.append(.init(from: one.0, to: other.0, token: one.2.lowerBound))
      }
    }
  }

  /// "Ankara ile Konya arasında", "北京和上海之间": the word for between stands behind both.
  private func isBetween(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    let reader = ties.reader
    guard reader.lexicon.isVerbFinal || !reader.hasCapitals(other.lowerBound),
      reader.has(one.upperBound, \.isAnd) == other.lowerBound
    else { return false }
    return reader.phrase(at: other.upperBound) { role -> Bool? in
      if case .between = role { true } else { nil }
    } != nil
  }

  /// Whether a clause names a place to go to or come from, or a length.
  private func goes(_ mentions: [Mention], _ scene: Scene) -> Bool {
    mentions.contains { mention in
      switch mention.what {
      case .place(_, .from), .place(_, .to): true
      default: false
      }
    }
      || scene.tokens.contains { token in
        ties.reader.phrase(at: token, \.unit)?.payload.dimension == .distance
      }
  }

  /// Vehicles before a verb of travel, or with a place to go to or come from in the clause.
  private func addActors(_ mentions: [Mention], _ scene: inout Scene) {
    let acting = mentions.filter { mention in
      mention.means != nil
        && mentions.contains { verb in
          guard case .event(let event) = verb.what, event.isTravel, verb.tokens != mention.tokens
          else { return false }
          return ties.grammar.acts(mention.tokens, with: verb.tokens, in: scene.sentence) == true
        }
    }
    guard acting.isEmpty else {
      scene.actors.formUnion(acting.compactMap(\.means))
      return
    }
    let goes = !scene.ways.isEmpty || goes(mentions, scene)
    for mention in mentions {
      guard let means = mention.means else { continue }
      // "were already flying", "drove": what somebody does is no vehicle.
      if ties.grammar.isVerb(mention.tokens, in: scene.sentence) == true, !goes { continue }
      let isSubject = scene.told.contains {
        ties.reader.lexicon.isVerbFinal || mention.tokens.lowerBound <= $0.token
          || mention.tokens.lowerBound - $0.token <= 4
      }
      if isSubject || scene.told.isEmpty && goes { scene.actors.insert(means) }
    }
  }

  // MARK: Asides

  private func asides(
    _ mentions: [Mention], _ clause: Range<Int>, _ clauses: Clauses
  ) -> [(tokens: Range<Int>, reason: TieReason)] {
    var asides: [(tokens: Range<Int>, reason: TieReason)] = []
    let hasTravel = mentions.contains { mention in
      if case .event(let event) = mention.what { event.isTravel } else { false }
    }
    for mention in mentions {
      switch mention.what {
      case .cue(.history) where !hasTravel: asides.append((clause, .otherTime))
      case .cue(.usual): asides.append((rest(mention, clause, clauses), .usual))
      case .cue(.hypothesis):
        asides.append((mention.tokens.lowerBound..<clause.upperBound, .denied))
      case .cue(.other) where isOfVehicle(mention, mentions):
        asides.append((clause, .otherJourney))
      default: break
      }
    }
    for token in clause where ties.otherYears.contains(token) {
      let segment = clauses.segment(of: token)
      // "In 1990 it took …" is all of that year; "a sloop launched in 1987, crossed …" is not.
      let leads =
        segment.lowerBound == clauses.clause(of: clause.lowerBound).lowerBound
        && token - segment.lowerBound <= 4 || isOfVerb(token, mentions, clause)
      asides.append((leads ? clause : segment, .otherTime))
    }
    return asides
  }

  /// "In the first race, in 1945, the winner took six days": whether a year hangs on the clause's first verb.
  private func isOfVerb(_ token: Int, _ mentions: [Mention], _ clause: Range<Int>) -> Bool {
    let verb = mentions.first { mention in
      switch mention.what {
      case .event, .takes: true
      default: false
      }
    }
    guard let verb, token < verb.tokens.lowerBound else { return false }
    let sentence = ties.sentences.index(of: clause.lowerBound)
    return ties.grammar.isOneClause(token..<(token + 1), verb.tokens, in: sentence) == true
  }

  /// The clause from the stretch on that a word stands in: "233 km, usually two hours".
  private func rest(_ mention: Mention, _ clause: Range<Int>, _ clauses: Clauses) -> Range<Int> {
    let start = clauses.segment(of: mention.tokens.lowerBound).lowerBound
    return max(clause.lowerBound, min(start, clause.upperBound))..<clause.upperBound
  }

  /// "another train", "the next flight": not "another two hours".
  private func isOfVehicle(_ cue: Mention, _ mentions: [Mention]) -> Bool {
    mentions.contains { mention in
      guard (0...3).contains(mention.tokens.lowerBound - cue.tokens.upperBound) else {
        return false
      }
      switch mention.what {
      case .means, .vehicle, .journey: return true
      default: return false
      }
    }
  }
}
