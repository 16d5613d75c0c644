public import Chronology
public import Datasets
import Claims
public import Figures
public import Gazetteer
public import Geodesy
import Parallelism
public import Quantities
public import Syntax

/// Reads articles: finds their figures and says what each belongs to.
public struct ArticleReader: Sendable {
  public let lexicons: [ArticleLexicon]
  let languageFinder: LanguageFinder
  /// Whether figures keep all that they may belong to, and those that belong to nothing are kept, too.
  public var isExplaining = false
  private let parts: CalendarParts
  private let places: [Place]
  private let borders: [Set<String>: MentionedPlace]
  private let confidences: TieConfidences
  private let weights: (ties: TieWeights, story: StoryWeights)?
  private let find: @Sendable (String) -> [Place]
  private let parser: @Sendable (String) -> Parser?
  private let coordinate: @Sendable (String) -> Coordinate?
  private let namesakes: @Sendable (MentionedPlace) -> [Place]
  private let inhabitants: @Sendable (String) -> Double?
  private let settle: Settle
  /// Places that no name is taken to mean while another bears it that could be meant as well.
  public var passedOver: [Place] = []

  /// The places that names in one text mean, given the means of travel (nil if unknown) and places to pass over; nil if that
  /// cannot be decided.
  public typealias Settle = @Sendable ([MentionedPlace], TravelMode?, [Place]) -> [Place]?

  /// - Parameters:
  ///   - lexicons: the words of each language.
  ///   - languageFinder: what tells them apart.
  ///   - places: those whose names the lexicons hold, in the same order.
  ///   - parts: the parts of the day and of the week.
  ///   - confidences: how sure each reason for a tie is.
  ///   - weights: how much signs weigh for ties; without them the rules alone tie.
  ///   - find: the places that bear a name just as it is written, the most prominent first; asked for names that the
  ///     lexicons do not hold.
  ///   - parser: the grammar of a language; without one no tie is confirmed by it.
  ///   - coordinate: where a place of the gazetteer lies; without it no tie is confirmed by the map.
  ///   - namesakes: other places of a place's name; one of them is meant where it lies near the others of the text.
  ///   - inhabitants: how many people live in a city or town of the gazetteer; nil for other places.
  ///   - settle: which places of several names are meant in a text that names but few.
  public init(
    lexicons: [ArticleLexicon], languageFinder: LanguageFinder, places: [Place],
    parts: CalendarParts,
    confidences: TieConfidences,
    weights: (ties: TieWeights, story: StoryWeights)? = nil,
    find: @escaping @Sendable (String) -> [Place] = { _ in [] },
    parser: @escaping @Sendable (String) -> Parser? = { _ in nil },
    coordinate: @escaping @Sendable (String) -> Coordinate? = { _ in nil },
    namesakes: @escaping @Sendable (MentionedPlace) -> [Place] = { _ in [] },
    inhabitants: @escaping @Sendable (String) -> Double? = { _ in nil },
    settle: @escaping Settle = { _, _, _ in nil }
  ) {
    (self.parser, self.coordinate, self.namesakes) = (parser, coordinate, namesakes)
    (self.settle, self.inhabitants) = (settle, inhabitants)
    self.confidences = confidences
    self.weights = weights
    self.find = find
    (self.lexicons, self.languageFinder) = (lexicons, languageFinder)
    self.parts = parts
    self.places = places
    var borders: [Set<String>: MentionedPlace] = [:]
    for place in places where place.kind == .border {
      // border-kp-ru
      let codes = place.id.text.uppercased().split(separator: "-").dropFirst().map(String.init)
      guard codes.count == 2 else { continue }
      borders[Set(codes)] = MentionedPlace(ids: [place.id.text], name: place.name)
    }
    self.borders = borders
  }

  /// The figures of a text.
  ///
  /// - Parameters:
  ///   - text: the article.
  ///   - language: the code of its language; found from its words where it is not given.
  ///   - published: the day of the report; found in the text's head where it is not given.
  /// - Throws: `DatasetError` with the place of a mistake in the language's lexicon.
  public func read(
    _ text: ArticleText, language: String? = nil, published: CivilDate? = nil
  ) throws(DatasetError) -> ArticleReading {
    let (lexicon, tokens) = try lexicon(for: text, language)
    let reader = TokenReader(bytes: text.bytes, tokens: tokens, lexicon: lexicon)
    let sentences = Sentences(reader)
    let found = FigureScanner(reader: reader, parts: parts).figures()
    let head = Dateline(reader, parts)
    let dateline = published ?? head.date
    let ties = ties(reader, sentences, found, head, dateline)
    var figures: [Figure] = []
    var told: CivilDate?
    var seen: Set<[Int]> = []
    var days: [DayMention] = []
    let isWholeDay = Self.isWholeDay(found, reader)
    for figure in found
    where !head.ranges.contains(where: { $0.overlaps(figure.tokens) })
      && !Dateline.isPlaceLine(figure.tokens, sentences, reader)
    {
      // Nobody waits for the rest.
      if TimeLimit.isReached { break }
      let sentence = sentences.ranges[sentences.index(of: figure.tokens.lowerBound)]
      let bytes = reader.bytes(of: figure.tokens)
      var read = Figure(
        range: bytes, sentence: reader.bytes(of: sentence), value: figure.value,
        modality: .stated,
        speedKind: speedKind(of: figure)
          ?? SpeedSense.kind(of: figure.value, in: reader.bytes(of: sentence), after: figures),
        kinds: [], tie: .none, tokens: figure.tokens)
      read.isAdjective = figure.isAdjective
      read = ties.tied(read)
      if isWholeDay { read.value = read.value.withoutOpenHalf }
      Self.doubt(&read, ties, &seen)
      if let day = DayMention(read, dateline) { days.append(day) }
      if !isExplaining {
        if isContext(read) { continue }
        read.choices = []
      }
      notBefore(departure(in: figures, of: read, dateline), &read, dateline)
      told = following(&read, told, dateline)
      sameYear(&read, figures.last, dateline)
      figures.append(read)
    }
    return ArticleReading(
      language: lexicon.language, dateline: dateline,
      figures: OwnAverages.held(
        Misplaced.held(Disagreement.held(figures, ties.strands, dateline))), days: days,
      ways: WayFinder(ties, figures).ways() + PartFinder(ties, figures).ways(),
      clockDifferences: ClockDifferenceFinder(ties: ties, figures: figures).differences(),
      countries: ties.countries, journeys: ties.strands,
      facts: ties.facts)
  }

  /// What ties the figures of a text to its journeys.
  private func ties(
    _ reader: TokenReader, _ sentences: Sentences, _ found: [FoundFigure], _ head: Dateline,
    _ dateline: CivilDate?
  ) -> FigureTies {
    FigureTies(
      reader: reader, sentences: sentences,
      scanner: MentionScanner(
        reader: reader, places: places, lookup: PlaceLookup(find, reader.lexicon)),
      borders: borders, countries: countries(reader), confidences: confidences, head: head.ranges,
      otherYears: Self.otherYears(found, dateline),
      grammar: Grammar(found.isEmpty ? nil : parser(reader.lexicon.language), reader, sentences),
      corroboration: Corroboration(
        coordinate: coordinate, namesakes: namesakes, inhabitants: inhabitants,
        settle: { [settle, passedOver] in settle($0, $1, passedOver) }),
      dateline: dateline,
      ranks: FigureRanks(found),
      weights: weights)
  }

  /// Whether a figure is a day that no event has: the report's context and no figure of a journey.
  private func isContext(_ figure: Figure) -> Bool {
    guard case .moment(let moment) = figure.value, case .nothing = figure.tie.target,
      moment.clock == nil
    else { return false }
    return figure.tie.reason != .otherTime || moment.isYearAlone
  }

  /// A second clock time of one verb in a sentence is likelier of something else.
  private static func doubt(_ figure: inout Figure, _ ties: FigureTies, _ seen: inout Set<[Int]>) {
    guard case .moment(let moment) = figure.value, moment.clock != nil,
      case .event(let event, let place) = figure.tie.target, event.isTravel
    else { return }
    let key = [figure.sentence.lowerBound, event.hashValue, place.hashValue]
    guard !seen.insert(key).inserted else { return }
    figure.tie = figure.tie.doubted(ties.confidences[.verbNearPlace])
  }

  private func speedKind(of found: FoundFigure) -> SpeedClaim.Kind? {
    guard case .quantity(let value) = found.value, value.unit.dimension == .speed else {
      return nil
    }
    if found.isAverage { return .average }
    return [.atMost, .upTo].contains(value.hedge) ? .maximum : nil
  }

  /// The countries of the text, the most frequent first.
  private func countries(_ reader: TokenReader) -> [String] {
    var counts: [String: Int] = [:]
    for index in reader.tokens.indices.prefix(20_000) where reader.tokens[index].word >= 0 {
      if let found = reader.phrase(at: index, \.country) {
        counts[found.payload, default: 0] += 1
      }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}

/// A journey that an article may be about, as far as its ends or its vehicle go.
public struct StoryChoice: Sendable {
  public let places: [MentionedPlace]
  public let mode: TravelMode?
  public let signs: [(name: String, amount: Double)]
}

/// What was read in an article.
public struct ArticleReading: Sendable {
  /// The code of the language.
  public let language: String
  /// The day of the report, where the text or the user tells it.
  public let dateline: CivilDate?
  /// In the text's order.
  public let figures: [Figure]
  /// The days that it names, whether or not a figure is tied to one, in the text's order.
  public let days: [DayMention]
  /// Figures that the words give of one way together.
  public let ways: [ToldWay]
  /// By how much clocks are said to differ.
  public let clockDifferences: [ClockDifference]
  /// The countries it names, the most frequent first.
  public let countries: [String]
  /// From where to where its journeys go, by the number that ties have; every second one is a way back.
  let journeys: [Story.Strand]
  /// What it tells of places and vehicles.
  let facts: StoryFacts?

  /// The ways that the journey may go which the article is about, and the vehicles that it may be made by, with the signs of
  /// each.
  public var storyChoices: (ends: [StoryChoice], means: [StoryChoice]) {
    guard let facts else { return ([], []) }
    let farthest = facts.farthest
    var ends: [StoryChoice] = []
    for one in facts.places.indices {
      for other in facts.places.indices where one != other {
        ends.append(
          StoryChoice(
            places: [facts.places[one].place, facts.places[other].place], mode: nil,
            signs: facts.signs(from: one, to: other, farthest)))
      }
    }
    let means = facts.means.indices.map {
      StoryChoice(places: [], mode: facts.means[$0].means.mode, signs: facts.signs(of: $0))
    }
    return (ends, means)
  }

  /// The first and the last place of a journey, as far as the article tells them.
  public func ends(of strand: Int) -> (from: MentionedPlace?, to: MentionedPlace?) {
    journeys.indices.contains(strand) ? (journeys[strand].from, journeys[strand].to) : (nil, nil)
  }
}

extension FigureValue {
  /// The same moment, by 24 hours.
  fileprivate var withoutOpenHalf: FigureValue {
    guard case .moment(var moment) = self else { return self }
    moment.isHalfDayOpen = false
    return .moment(moment)
  }
}

extension Moment {
  /// Whether it says no more than a year.
  fileprivate var isYearAlone: Bool {
    if case .year? = day { clock == nil } else { false }
  }
}
