import Chronology
import Quantities
import Claims
import Figures
import Gazetteer

/// Says what each figure belongs to, from the words around it.
struct FigureTies {
  let reader: TokenReader
  let sentences: Sentences
  let scanner: MentionScanner
  /// Border points by the two countries that meet there.
  let borders: [Set<String>: MentionedPlace]
  /// Countries that the text names, for borders that are named without theirs.
  let countries: [String]
  let confidences: TieConfidences
  /// Where the head prints place and day of the report, which says nothing of a journey.
  let head: [Range<Int>]
  /// Tokens of dates that lie years from the report.
  let otherYears: Set<Int>
  let grammar: Grammar
  let corroboration: Corroboration
  /// The day of the report.
  let dateline: CivilDate?
  let ranks: FigureRanks
  let weights: TieWeights?
  let storyWeights: StoryWeights?

  /// What each sentence mentions and the article tells, found when it is first asked for.
  private let cache = Cache()

  private final class Cache {
    var mentions: [Int: [Mention]] = [:]
    var story: (sentences: Range<Int>, story: Story)?
    var settling: PlaceSettling?
  }

  /// A story has so many sentences and tokens at most: nothing is told over more of them.
  private static let block = (sentences: 400, tokens: 20_000)
  /// The sentences of each story.
  private let blocks: [Range<Int>]

  init(
    reader: TokenReader, sentences: Sentences, scanner: MentionScanner,
    borders: [Set<String>: MentionedPlace], countries: [String], confidences: TieConfidences,
    head: [Range<Int>], otherYears: Set<Int>, grammar: Grammar,
    corroboration: Corroboration, dateline: CivilDate?, ranks: FigureRanks,
    weights: (ties: TieWeights, story: StoryWeights)?
  ) {
    (self.ranks, self.dateline) = (ranks, dateline)
    (self.weights, storyWeights) = (weights?.ties, weights?.story)
    (self.grammar, self.corroboration) = (grammar, corroboration)
    self.reader = reader
    self.sentences = sentences
    blocks = sentences.blocks(of: Self.block.sentences, tokens: Self.block.tokens)
    self.scanner = scanner
    self.borders = borders
    self.countries = countries
    self.confidences = confidences
    self.head = head
    self.otherYears = otherYears
  }

  /// The number of the sentence that a figure stands in.
  func sentence(of figure: Figure) -> Int { sentences.index(of: figure.tokens.lowerBound) }

  func mentions(_ sentence: Int) -> [Mention] {
    if let known = cache.mentions[sentence] { return known }
    var found = scanner.mentions(in: sentences.ranges[sentence])
    for range in head where range.overlaps(sentences.ranges[sentence]) {
      found.removeAll { $0.tokens.overlaps(range) || isFirstWord($0, behind: range) }
    }
    found = whole(found)
    if let settling = cache.settling { found = found.map(settling.settled) }
    if cache.mentions.count > Self.block.sentences + 64 {
      cache.mentions.removeAll(keepingCapacity: true)
    }
    cache.mentions[sentence] = found
    return found
  }

  /// "MONTRÉAL – Les passagers", "NAIROBI – Kenya Airways": the dash of the head leads to no place.
  private func isFirstWord(_ mention: Mention, behind head: Range<Int>) -> Bool {
    guard case .place = mention.what, mention.tokens.lowerBound == head.upperBound else {
      return false
    }
    return reader.phrase(
      at: head.upperBound,
      { role -> Bool? in if case .place = role { true } else { nil } }) == nil
  }

  /// What is told around a sentence.
  func story(at sentence: Int) -> Story {
    if let known = cache.story, known.sentences.contains(sentence) { return known.story }
    let range = blocks.first { $0.contains(sentence) } ?? sentence..<(sentence + 1)
    settle(range)
    let writer = SceneWriter(ties: self)
    var scenes: [Scene] = []
    var paragraph = 0
    for index in range {
      scenes += writer.scenes(of: index, paragraph: paragraph)
      let last = sentences.ranges[index].upperBound - 1
      if reader.tokens[last].kind == .lineEnd { paragraph += 1 }
    }
    let (map, main) = (corroboration, storyWeights)
    let facts = StoryFacts(scenes) { map.kilometers($0, $1) }
    let story = Story(scenes, facts: facts, by: main)
    cache.story = (range, story)
    return story
  }

  /// Finds which places of one name are meant, and takes them for those from then on.
  private func settle(_ range: Range<Int>) {
    cache.settling = nil
    var places: [MentionedPlace] = []
    var modes: Set<TravelMode> = []
    for sentence in range {
      for mention in mentions(sentence) {
        if case .place(let place, _) = mention.what, !places.contains(place) {
          places.append(place)
        }
        if let means = mention.means { modes.insert(means.mode) }
      }
    }
    let settling = PlaceSettling(
      places, corroboration, by: modes.count == 1 ? modes.first : nil)
    cache.settling = settling
    guard !settling.meant.isEmpty else { return }
    cache.mentions = cache.mentions.mapValues { $0.map(settling.settled) }
  }

  /// From where to where the journeys of an article go, and by what.
  var strands: [Story.Strand] { sentences.ranges.isEmpty ? [] : story(at: 0).strands }

  /// What it tells of each place and each vehicle.
  var facts: StoryFacts? { sentences.ranges.isEmpty ? nil : story(at: 0).facts }

  /// A travel event of the text.
  struct Event {
    let event: ReportedEvent
    let place: MentionedPlace?
    let token: Int
  }

  /// The figure with its tie, its modality and what its words say of the kind.
  func tied(_ figure: Figure) -> Figure {
    let context = Context(self, figure.tokens)
    var result = figure
    result.modality = context.modality
    result.attribution = context.attribution.map { reader.bytes(of: $0) }
    result.isOfFirst = context.isOfFirst
    result.isTaken = figure.dimension == .duration && context.takes
    if figure.dimension == .distance {
      result.kinds = context.kinds
    }
    let isTurned = context.turn(&result)
    result.speedKind = context.speedKind(of: result)
    if let objection = context.objection(to: figure.value, isTurned: isTurned) {
      result.tie = FigureTie(untied: objection)
    } else {
      result.tie = context.weighed(context.tie(of: result), result)
    }
    result.tie.strand = context.strand ?? 0
    result.tie.means = context.means
    result.tie = corroboration.weighed(
      result, context.ends, isNamed: context.isWayNamed(result.tie))
    result = weights.map { context.chosen(result, by: $0) } ?? result
    if corroboration.isOfNamesake(result)
      || result.speedKind == .average && context.isAverageOfPart
    {
      result.tie = result.tie.held(to: Corroboration.refuted)
    }
    if let share = corroboration.shareOfStraight(result, context.ends) {
      if share < Corroboration.shortestShare,
        result.tie.reason == .remainder || context.mayBeOfPart
      {
        result.tie = FigureTie(untied: .hangsOnOther)
      } else if share < Corroboration.leastShare {
        result.tie = result.tie.held(to: Corroboration.refuted)
      }
    }
    result.isBorneOut = corroboration.isBorneOut(result, context.ends)
    if result.isBorneOut == false {
      // "from Riga to Wonju in 40 minutes" is told wrongly; where nothing names both, one of them was read wrongly.
      guard !context.isWayNamed(result.tie) else {
        result.isBorneOut = nil
        return result
      }
      result.tie = result.tie.held(to: Corroboration.refuted)
    }
    return result
  }

  /// What a sentence mentions, with what went before it.
  struct Context {
    let ties: FigureTies
    let figure: Range<Int>
    let sentence: Range<Int>
    let mentions: [Mention]
    let before: [Mention]
    private let weights: GapWeights
    /// The clause that the figure stands in, with what it tells.
    let scene: Scene?
    /// The journeys that the article tells of.
    let story: Story?

    /// - Parameter isTelling: whether the story is yet to be put together, from what this finds.
    init(_ ties: FigureTies, _ figure: Range<Int>, isTelling: Bool = false) {
      self.ties = ties
      self.figure = figure
      let index = ties.sentences.index(of: figure.lowerBound)
      sentence = ties.sentences.ranges[index]
      mentions = ties.mentions(index).filter { !$0.tokens.overlaps(figure) }
      before = (max(0, index - 2)..<index).flatMap { ties.mentions($0) }
      weights = GapWeights(sentence, mentions, ties.reader)
      story = isTelling ? nil : ties.story(at: index)
      scene = story?.scene(at: figure.lowerBound)
    }

    /// What the figure belongs to.
    func tie(of figure: Figure) -> FigureTie {
      switch figure.value {
      case .quantity(let value):
        if figure.isAdjective, !hangsOnTravel { return FigureTie(untied: .hangsOnOther) }
        switch value.unit.dimension {
        case .distance: return distance(value, figure.kinds)
        case .speed: return speed(figure.speedKind)
        case .duration: return duration(isLong: ["month", "year"].contains(value.unit.symbol))
        }
      case .moment(let moment): return time(moment)
      }
    }

    /// The number of the journey that the clause tells of; nil where it is none of the article's.
    var strand: Int? { scene?.strand }

    /// From where to where that journey goes, as far as it is told.
    var ends: Story.Strand? {
      strand.flatMap { story?.strands.indices.contains($0) == true ? story?.strands[$0] : nil }
    }

    /// What the clause mentions.
    var own: [Mention] {
      guard let clause = scene?.tokens else { return mentions }
      return mentions.filter { clause.contains($0.tokens.lowerBound) }
    }

    /// Whether a cue stands within so many words of the figure.
    func hasNear(_ cue: Cue, _ most: Int = 3) -> Bool {
      own.contains { mention in
        mention.what == .cue(cue) && (most <= 3 || isUncut(mention))
          && (mention.tokens.upperBound <= figure.lowerBound
            ? figure.lowerBound - mention.tokens.upperBound
            : mention.tokens.lowerBound - figure.upperBound) <= most
      }
    }

    /// Whether the clause has a cue.
    func hasOwn(_ cue: Cue) -> Bool { own.contains { $0.what == .cue(cue) } }

    /// How far a mention is from the figure, in tokens, clauses between them counted more.
    func distance(to mention: Mention) -> Int {
      let isBefore = mention.tokens.upperBound <= figure.lowerBound
      let gap =
        isBefore
        ? mention.tokens.upperBound..<figure.lowerBound
        : min(figure.upperBound, mention.tokens.lowerBound)..<mention.tokens.lowerBound
      // What belongs to a figure stands before it, but in languages whose verbs come last.
      let isUsual = isBefore != ties.reader.lexicon.isVerbFinal
      return gap.count + (isUsual ? 0 : 6) + weights.between(gap, isBefore: isBefore)
    }

    /// A tie as sure as its reason.
    func tie(
      _ target: FigureTie.Target, _ reason: TieReason, mode: TravelMode?,
      destination: MentionedPlace? = nil
    ) -> FigureTie {
      FigureTie(
        target: target, mode: mode, confidence: ties.confidences[reason], reason: reason,
        destination: destination)
    }

    func nearest(_ wanted: (Mention) -> Bool) -> Mention? {
      mentions.filter(wanted).min { distance(to: $0) < distance(to: $1) }
    }

    func place(of mention: Mention) -> MentionedPlace? {
      switch mention.what {
      case .place(let place, _): place
      case .country(let code, _): ties.border(code, mentions + before)
      default: nil
      }
    }

    func preposition(of mention: Mention) -> Mention.Preposition? {
      switch mention.what {
      case .place(_, let preposition): preposition
      case .country("border", let preposition): preposition
      default: nil
      }
    }

    /// By what the journey is made: what the clause says, what the article says of it, or what was named last.
    var means: Means? {
      if let told = ends?.means { return told }
      if strand == nil, let actor = scene?.actors.min(by: { $0.rawValue < $1.rawValue }) {
        return actor
      }
      let index = ties.sentences.index(of: figure.lowerBound)
      return nearest { mention in
        mention.means != nil && isOwn(mention)
          && ties.grammar.isVerb(mention.tokens, in: index) != true
      }?.means
    }

    var mode: TravelMode? { means?.mode }
  }
}
