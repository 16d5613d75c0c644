public import Quantities
public import Claims
public import Figures

/// A checkable figure of an article, with its place in the text.
public struct Figure: Sendable {
  /// Offsets in the bytes of the text, from its hedge to its end.
  public let range: Range<Int>
  /// The sentence that it stands in.
  public let sentence: Range<Int>
  public internal(set) var value: FigureValue
  public internal(set) var modality: Modality
  /// Offsets of the words that make it somebody's assumption, such as "it is believed"; nil without such.
  public internal(set) var attribution: Range<Int>?
  /// Whether the words make a speed the greatest or an average.
  public internal(set) var speedKind: SpeedClaim.Kind?
  /// What the words say that a distance was measured along; empty where they leave it open.
  public internal(set) var kinds: [DistanceKind]
  /// Whether it hangs on a noun with a hyphen: "a six-day trip".
  var isAdjective = false
  /// Whether a verb says that something took so long.
  public internal(set) var isTaken = false
  /// Whether its sentence speaks of the first of its kind, such as a first meeting.
  public internal(set) var isOfFirst = false
  /// What it belongs to.
  public internal(set) var tie: FigureTie
  /// Whether the map bears out that its journey takes so long, or speaks against it; nil where neither.
  var isBorneOut: Bool?
  /// What else it may belong to, that too which it is tied to, the likeliest first.
  public internal(set) var choices: [TieChoice] = []

  /// Whether its tie is sure enough for a claim that takes part in verdicts.
  public var isClaim: Bool {
    guard case .moment(let moment) = value else { return tie.isClaim }
    // What a verb says of a place is borne out by the grammar; but weekdays are many in a text, and one is soon another's.
    let isOfWeek = if case .weekday = moment.day { true } else { false }
    if tie.reason == .verbWithPlace, tie.confidence >= FigureTie.leastOfVerb,
      moment.clock != nil || !isOfWeek
    {
      return true
    }
    return moment.clock == nil ? tie.confidence >= FigureTie.leastOfDay : tie.isClaim
  }

  /// The tokens, for the ties.
  let tokens: Range<Int>
}

/// What a figure belongs to, how surely, and why.
public struct FigureTie: Sendable {
  public enum Target: Sendable {
    /// The way between places.
    case leg(from: Place?, to: Place?)
    /// Something that happened, where the words say where.
    case event(ReportedEvent, at: Place?)
    /// From one event to the next.
    case between(ReportedEvent, Place?, ReportedEvent, Place?)
    /// The whole of the journey told last.
    case journey(to: Place?, isPrevious: Bool)
    /// What is done of a journey in a day.
    case daily
    /// Time under way, without stops.
    case moving
    /// What vehicles do.
    case vehicle
    /// What is done at a change of gauge.
    case gaugeChange
    /// Nothing that the words tell.
    case nothing
  }

  public typealias Place = MentionedPlace

  public let target: Target
  public let mode: TravelMode?
  /// 0 to 1.
  public let confidence: Double
  public let reason: TieReason
  /// Which journey of the article it is of; the first is 0, and every second one a way back.
  public internal(set) var strand = 0
  /// By what that journey is made, in the article's words.
  public internal(set) var means: Means?
  /// Whether grammar or story leave open what its rule says.
  private(set) var isDoubted = false
  /// Of a departure: where it went.
  public internal(set) var destination: MentionedPlace?

  init(
    target: Target, mode: TravelMode?, confidence: Double, reason: TieReason,
    destination: MentionedPlace? = nil
  ) {
    self.target = target
    self.mode = mode
    self.confidence = confidence
    self.reason = reason
    self.destination = destination
  }

  /// The same tie, less sure.
  func doubted(_ most: Double) -> FigureTie {
    guard confidence > most else { return self }
    var tie = FigureTie(
      target: target, mode: mode, confidence: most, reason: .verbNearPlace,
      destination: destination)
    (tie.strand, tie.means) = (strand, means)
    return tie
  }

  /// The same tie for the same reason, less sure.
  func held(to most: Double) -> FigureTie {
    var tie = FigureTie(
      target: target, mode: mode, confidence: min(confidence, most), reason: reason,
      destination: destination)
    (tie.strand, tie.means) = (strand, means)
    tie.isDoubted = true
    return tie
  }

  /// The same tie for the same reason, as sure as is said.
  func with(confidence: Double) -> FigureTie {
    var tie = FigureTie(
      target: target, mode: mode, confidence: confidence, reason: reason, destination: destination)
    (tie.strand, tie.means) = (strand, means)
    return tie
  }

  /// The same tie for the same reason, surer.
  func raised(to least: Double) -> FigureTie {
    var tie = FigureTie(
      target: target, mode: mode, confidence: max(confidence, least), reason: reason,
      destination: destination)
    (tie.strand, tie.means) = (strand, means)
    return tie
  }

  /// The same tie, without saying by what its journey was made.
  func ofUntoldMeans() -> FigureTie {
    var tie = FigureTie(
      target: target, mode: nil, confidence: confidence, reason: reason, destination: destination)
    (tie.strand, tie.isDoubted) = (strand, isDoubted)
    return tie
  }

  /// Whether it is tied to anything.
  var ties: Bool { reason.ties }

  /// Whether it is likelier than not.
  public var isSure: Bool { confidence >= 0.5 }

  /// Whether it is sure enough for a claim that takes part in verdicts; what is not stays a remark.
  public var isClaim: Bool { confidence >= Self.leastOfClaim || isBareDeparture }

  /// From which confidence on a tie makes a claim: several that agree on one journey bear one another out.
  static let leastOfClaim = 0.76
  /// From which on a moment makes one of which a verb says what happened, and where.
  static let leastOfVerb = 0.75
  /// From which on a day makes one that has no clock time: an article names many days.
  static let leastOfDay = 0.9

  /// A departure whose place nobody tells is that of the journey.
  private var isBareDeparture: Bool {
    if case .event(.departure, nil) = target { isSure && reason == .verb } else { false }
  }

  /// The first place of it that the gazetteer does not have.
  public var unknownPlace: Place? {
    let places: [Place?] =
      switch target {
      case .leg(let from, let to): [from, to]
      case .event(_, let place): [place, destination]
      case .between(_, let from, _, let to): [from, to]
      case .journey(let to, _): [to]
      default: []
      }
    return places.lazy.compactMap(\.self).first { !$0.isKnown }
  }

  /// The reason for readers.
  public var words: String {
    if case .event(let event, _) = target { reason.words(of: event) } else { reason.words() }
  }

  static let none = FigureTie(untied: .nothingInReach)

  /// Of a figure that belongs to nothing.
  init(untied reason: TieReason) {
    self.init(target: .nothing, mode: nil, confidence: 0, reason: reason)
  }
}

/// A place that a text names.
public struct MentionedPlace: Hashable, Sendable {
  /// Identifiers in the gazetteer, several where the name stands for several.
  public let ids: [String]
  /// As the gazetteer calls it, or as the text does where it is not in it.
  public let name: String
  /// As the text writes it, in the first case; nil where nothing else could be meant by that.
  public var written: String?

  init(ids: [String], name: String, written: String? = nil) {
    (self.ids, self.name, self.written) = (ids, name, written)
  }

  /// One place is one, however it is written.
  public static func == (one: Self, other: Self) -> Bool {
    one.ids == other.ids && one.name == other.name
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(ids)
    hasher.combine(name)
  }

  /// Whether the gazetteer has it.
  public var isKnown: Bool { !ids.isEmpty }
  /// By which places are put in an order that is the same every time; two of one name have other identifiers.
  var order: String { name + "\n" + ids.joined(separator: " ") }
}
