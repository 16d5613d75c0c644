import Claims
import Figures

/// What a tie rests on besides its rule: that the sentence's grammar bears it out, and that it is clear which journey is
/// spoken of. A tie without both is held, but no sure one.
extension FigureTies.Context {
  /// As sure as a tie is that grammar or story leave open.
  private static let open = 0.75

  /// "the overnight ferry", "last November": neither a day nor a clock time.
  func isWithoutDay(_ figure: Figure) -> Bool {
    guard case .moment(let moment) = figure.value, moment.clock == nil else { return false }
    switch moment.day {
    case nil, .month, .year: return true
    default: return false
    }
  }

  /// A tie no surer than its grounds.
  func weighed(_ tie: FigureTie, _ figure: Figure) -> FigureTie {
    guard tie.confidence > Self.open else { return tie }
    if isWithoutDay(figure) { return tie.held(to: Self.open) }
    return isClearJourney(tie) && isBorneOut(tie) ? tie : tie.held(to: Self.open)
  }

  /// Whether the words name the way that they measure: two places in them, or a noun of travel that the clause is about.
  func isWayNamed(_ tie: FigureTie) -> Bool {
    switch tie.reason {
    case .betweenPlaces, .fromAndTo, .durationBetweenPlaces, .durationFromAndTo, .coversInTime:
      return true
    default: break
    }
    let subject = ties.grammar.subject(of: figure, in: ties.sentences.index(of: figure.lowerBound))
    guard case .noun(let range)? = subject else { return false }
    return mentions.contains { mention in
      (mention.what == .journey || mention.what == .wholeTrip)
        && ties.reader.bytes(of: mention.tokens).overlaps(range)
    }
  }

  // MARK: The journey

  /// Whether it is clear which journey the clause is of: the article speaks of one vehicle alone, or the sentence names the
  /// journey's own and no other.
  private func isClearJourney(_ tie: FigureTie) -> Bool {
    if case .event(let event, _) = tie.target, !event.isTravel { return true }
    guard let story, strand != nil else { return false }
    if ends?.isGuessed == true, !isPlaced(tie) { return false }
    // A way back of which nothing is told, or another vehicle's way of which one end is, may be anybody's.
    if isBeside, !isWholeToldOf { return false }
    if story.isPlain { return true }
    guard let own = ends?.means else { return false }
    let named = mentions.compactMap(\.means)
    return named.contains { own.mayBe($0) } && named.allSatisfy { own.mayBe($0) }
  }

  /// Whether a tie names its own places, so that it does not rest on where the journey is held to go.
  private func isPlaced(_ tie: FigureTie) -> Bool {
    switch tie.target {
    case .leg: true
    case .event(_, let place): place != nil
    default: false
    }
  }

  /// Whether the clause is of another journey than that there of the article's first vehicle.
  private var isBeside: Bool { strand != 0 }

  /// Whether both ends of the journey are told, and that somebody left or came.
  private var isWholeToldOf: Bool {
    guard let ends, ends.from?.isKnown == true, ends.to?.isKnown == true else { return false }
    return story?.scenes.contains { $0.strand == strand && !$0.told.isEmpty } ?? false
  }

  // MARK: The grammar

  private func isBorneOut(_ tie: FigureTie) -> Bool {
    guard ties.grammar.isThere else { return true }
    switch tie.target {
    case .event(_, let place): return isVerbBorneOut(place)
    case .journey, .leg, .moving, .daily, .vehicle: return isSubjectBorneOut
    default: return true
    }
  }

  /// Whether figure and place hang on the verb that the rule took.
  private func isVerbBorneOut(_ place: MentionedPlace?) -> Bool {
    guard let verb = verb()?.mention else { return true }
    let events = mentions.filter { if case .event = $0.what { true } else { false } }
    if isVerbLast, events.filter({ $0.what != .event(.speech) }).count > 1 { return false }
    guard hangs(figure, on: verb, among: events) else { return false }
    let spot = own.first { self.place(of: $0) == place && place != nil }
    return spot.map { hangs($0.tokens, on: verb, among: events) } ?? true
  }

  /// Whether verbs stand at the end of their clauses, as in German and Korean: there the grammar gives a quarter of all words
  /// a wrong head (`geo/syntax/scored.md`), and which of two verbs a figure hangs on stays open.
  private var isVerbLast: Bool {
    ties.reader.lexicon.isVerbFinal || ties.reader.lexicon.hasCapitalNouns
  }

  /// Whether a stretch hangs on a verb; where the grammar does not say, whether the clause has no other.
  private func hangs(_ tokens: Range<Int>, on verb: Mention, among events: [Mention]) -> Bool {
    let found = ties.grammar.governor(
      of: tokens, in: ties.sentences.index(of: figure.lowerBound), among: events.map(\.tokens))
    switch found {
    case .wanted(let number) where events[number].what != .event(.speech):
      return events[number].tokens.overlaps(verb.tokens)
    case .other: return false
    // What somebody said is said of the whole sentence.
    case .wanted, .unknown:
      return events.filter { isOwn($0) && $0.what != .event(.speech) }.count <= 1
    }
  }

  /// Whether what the clause is about may travel: a vehicle, a journey, somebody by name.
  private var isSubjectBorneOut: Bool {
    let subject = ties.grammar.subject(of: figure, in: ties.sentences.index(of: figure.lowerBound))
    guard case .noun(let range)? = subject else { return subject != nil }
    return mentions.contains { mention in
      guard ties.reader.bytes(of: mention.tokens).overlaps(range) else { return false }
      switch mention.what {
      case .journey, .wholeTrip, .means, .vehicle, .kind, .takes, .average, .bound, .event, .place,
        .cue(.whole), .cue(.covers), .cue(.moving):
        return true
      default: return false
      }
    }
  }
}
