import Claims
public import Figures
public import Gazetteer
import Quantities

extension ReadArticle {
  /// The article with the ties that another program proposes.
  ///
  /// Admitted is only what stands in the text to the letter, whose value this reader reads alike, and whose places the text
  /// names and the gazetteer knows. How the article's own rules would tie its figures counts for nothing.
  ///
  /// - Parameters:
  ///   - draft: what the program proposes.
  ///   - confidences: how sure such a tie is taken to be.
  ///   - grammar: understands the values that the draft gives.
  ///   - find: the places that bear a name, the most prominent first.
  public func admitting(
    _ draft: OutsideDraft, at confidences: TieConfidences, by grammar: FigureGrammar,
    find: (String) -> [Place]
  ) -> Admission {
    var clerk = AdmissionClerk(
      article: self, draft: draft, confidence: confidences[.drafted], grammar: grammar)
    clerk.admit(find)
    return Admission(
      article: ReadArticle(
        name: name, sha256: sha256, outlet: outlet, url: url, text: text,
        reading: reading.tied(clerk.figures, of: clerk.strands)),
      admitted: clerk.admitted, refusals: clerk.refusals)
  }
}

/// Holds a draft against an article.
struct AdmissionClerk {
  let article: ReadArticle
  let draft: OutsideDraft
  let confidence: Double
  let grammar: FigureGrammar
  private(set) var figures: [Figure]
  private(set) var strands: [Story.Strand] = []
  private(set) var refusals: [Admission.Refusal] = []
  private(set) var admitted = 0
  private let locator: QuoteLocator
  /// Where each figure stands, in Unicode scalars.
  private let spans: [Range<Int>]
  private var modes: [TravelMode?] = []
  private var tied: Set<Int> = []
  private var places: [String: MentionedPlace?] = [:]

  init(
    article: ReadArticle, draft: OutsideDraft, confidence: Double, grammar: FigureGrammar
  ) {
    (self.article, self.draft) = (article, draft)
    (self.confidence, self.grammar) = (confidence, grammar)
    figures = article.reading.figures.map { $0.tied(FigureTie(untied: .undrafted)) }
    locator = QuoteLocator(article: article.text.text(0..<article.text.bytes.count))
    spans = article.reading.figures.map { article.selector(of: $0).range }
  }

  mutating func admit(_ find: (String) -> [Place]) {
    for (index, journey) in draft.journeys.enumerated() {
      do throws(Refused) {
        let mode = try mode(of: journey)
        let ends = (try place(journey.from, find), try place(journey.to, find))
        strands += [
          Story.Strand(means: mode?.means, from: ends.0, to: ends.1),
          Story.Strand(means: mode?.means),
        ]
        modes.append(mode)
      } catch {
        strands += [Story.Strand(), Story.Strand()]
        modes.append(nil)
        refusals.append(Admission.Refusal(subject: "journey \(index + 1)", reason: error.reason))
      }
    }
    for claim in draft.claims {
      do throws(Refused) {
        try admit(claim, find)
        admitted += 1
      } catch {
        refusals.append(Admission.Refusal(subject: "'\(claim.quote)'", reason: error.reason))
      }
    }
  }

  private struct Refused: Error {
    let reason: String

    init(_ reason: String) { self.reason = reason }
  }

  private func mode(of journey: OutsideDraft.Journey) throws(Refused) -> TravelMode? {
    guard let name = journey.mode, !name.isEmpty else { return nil }
    guard let mode = TravelMode(rawValue: name) else {
      let known = TravelMode.allCases.map(\.rawValue).joined(separator: ", ")
      throw Refused("'\(name)' is no mode of travel; there are \(known)")
    }
    return mode
  }

  // MARK: Claims

  private mutating func admit(
    _ claim: OutsideDraft.Claim, _ find: (String) -> [Place]
  ) throws(Refused) {
    guard let subject = OutsideDraft.Subject(rawValue: claim.of) else {
      let known = OutsideDraft.Subject.allCases.map(\.rawValue).joined(separator: ", ")
      throw Refused("a figure is not of '\(claim.of)', but of \(known)")
    }
    let journey = (claim.journey ?? 1) - 1
    guard draft.journeys.indices.contains(journey) else {
      throw Refused("there is no journey \(journey + 1)")
    }
    let number = try figure(in: claim.quote)
    let figure = figures[number]
    if let value = claim.value { try compare(value, with: figure) }
    guard subject.dimension == figure.dimension else {
      throw Refused("its figure is \(Self.words(for: figure)), and so of no \(subject.rawValue)")
    }
    let strand = 2 * journey
    let target = try target(of: subject, claim, strands[strand], find)
    var tie = FigureTie(
      target: target, mode: modes[journey], confidence: confidence, reason: .drafted)
    (tie.strand, tie.means) = (strand, strands[strand].means)
    figures[number] = figure.tied(tie)
    figures[number].speedKind =
      subject == .average ? .average : subject == .maximum ? .maximum : nil
    tied.insert(number)
  }

  /// The only figure in words of the article that no claim before has taken.
  private func figure(in quote: String) throws(Refused) -> Int {
    let quotes = locator.spans(of: quote)
    guard !quotes.isEmpty else { throw Refused("these words do not stand in the article") }
    var most = 0
    for span in quotes {
      let within = spans.indices.filter {
        span.range.lowerBound <= spans[$0].upperBound - 1
          && spans[$0].lowerBound < span.range.upperBound
          && !tied.contains($0)
      }
      if within.count == 1 { return within[0] }
      most = max(most, within.count)
    }
    throw Refused(
      most == 0
        ? "no figure is read in these words, or another claim has taken it"
        : "\(most) figures are read in these words; quote one of them")
  }

  private func compare(_ value: String, with figure: Figure) throws(Refused) {
    let language = article.reading.language
    let isSame: Bool
    switch figure.value {
    case .quantity(let own):
      let given = try? grammar.value(value, as: own.unit.dimension, language: language)
      isSame =
        given.map {
          $0.siValue.isNear(own.siValue) && $0.greatestSIValue.isNear(own.greatestSIValue)
        } ?? false
    case .moment(let moment):
      let given = try? grammar.time(value, language: language)
      isSame = given.map { $0.clock == moment.clock && $0.upperClock == moment.upperClock } ?? false
    }
    guard isSame else {
      throw Refused("it is read as \(Self.words(for: figure)), not as '\(value)'")
    }
  }

  private static func words(for figure: Figure) -> String {
    switch figure.value {
    case .quantity(let value): value.notation
    case .moment(let moment):
      moment.expression(dateline: nil, ahead: false)?.notation ?? "a day or a time"
    }
  }

  private func target(
    of subject: OutsideDraft.Subject, _ claim: OutsideDraft.Claim, _ journey: Story.Strand,
    _ find: (String) -> [Place]
  ) throws(Refused) -> FigureTie.Target {
    let (from, to) = (try place(claim.from, find), try place(claim.to, find))
    switch subject {
    case .departure: return .event(.departure, at: try place(claim.place, find) ?? journey.from)
    case .arrival: return .event(.arrival, at: try place(claim.place, find) ?? journey.to)
    case .takeOff: return .event(.takeOff, at: try place(claim.place, find) ?? journey.from)
    case .landing: return .event(.landing, at: try place(claim.place, find) ?? journey.to)
    case .passing, .stop:
      guard let place = try place(claim.place, find) else { throw Refused("it does not say where") }
      return .event(subject == .stop ? .stay : .passing, at: place)
    case .length:
      guard let from = from ?? journey.from, let to = to ?? journey.to else {
        throw Refused("the ends of the way are not told")
      }
      return .leg(from: from, to: to)
    case .time:
      guard from != nil || to != nil else { return .journey(to: nil, isPrevious: false) }
      return .between(.departure, from ?? journey.from, .arrival, to ?? journey.to)
    case .moving: return .moving
    case .average:
      guard let from, let to else { return .journey(to: nil, isPrevious: false) }
      return .leg(from: from, to: to)
    case .maximum: return .vehicle
    }
  }

  // MARK: Places

  /// A place that the text names and the gazetteer knows; nil where none is told.
  private func place(
    _ name: String?, _ find: (String) -> [Place]
  ) throws(Refused) -> MentionedPlace? {
    guard let name, !name.isEmpty else { return nil }
    let known = find(name)
    guard !known.isEmpty else { throw Refused("no place is known as '\(name)'") }
    let ids = Set(known.map(\.id.text))
    let told = article.reading.facts?.places.map(\.place) ?? []
    if let own = told.first(where: { $0.written == name || $0.name == name })
      ?? told.first(where: { !ids.isDisjoint(with: $0.ids) })
    {
      return own
    }
    guard locator.span(of: name) != nil else {
      throw Refused("the article does not name '\(name)'")
    }
    return MentionedPlace(ids: known.map(\.id.text), name: name, written: name)
  }
}

extension OutsideDraft.Subject {
  /// What its figures measure; nil of moments.
  fileprivate var dimension: ValueUnit.Dimension? {
    switch self {
    case .departure, .arrival, .passing, .takeOff, .landing: nil
    case .length: .distance
    case .time, .moving, .stop: .duration
    case .average, .maximum: .speed
    }
  }
}

extension Double {
  /// Whether two values are one but for rounding in the last digits that are told.
  fileprivate func isNear(_ other: Double) -> Bool { abs(self - other) <= 0.001 * abs(other) }
}

extension Figure {
  /// The same figure with another tie.
  fileprivate func tied(_ tie: FigureTie) -> Figure {
    var figure = self
    figure.tie = tie
    figure.choices = []
    return figure
  }
}

extension ArticleReading {
  /// The same article with other ties, of which alone a case is made.
  fileprivate func tied(_ figures: [Figure], of strands: [Story.Strand]) -> ArticleReading {
    ArticleReading(
      language: language, dateline: dateline, figures: figures, days: days, ways: [],
      clockDifferences: [], countries: countries, journeys: strands, facts: facts)
  }
}
