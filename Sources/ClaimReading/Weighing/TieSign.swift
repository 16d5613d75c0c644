import Figures

/// What speaks for a tie or against it, by itself: words around the figure, where it stands, what the story tells of the
/// places. How much each weighs for each kind of tie is learned from marked articles (`geo/tie_weights.csv`).
enum TieSign: String, CaseIterable {
  // The figure.
  case always, adjective, hedged, atMost = "at-most", atLeast = "at-least", forecast, attributed,
    plural
  case maximumSpeed = "maximum-speed"
  case averageSpeed = "average-speed"
  case metres, short, middling, long, veryLong = "very-long", hasMinutes = "has-minutes"
  case hasClock = "has-clock"
  case hasDay = "has-day"
  case isStraight = "is-straight"
  // Where it stands.
  case firstSentence = "first-sentence"
  case firstParagraph = "first-paragraph"
  case lateInText = "late-in-text"
  case firstOfKind = "first-of-kind"
  case lastOfKind = "last-of-kind"
  case onlyOfKind = "only-of-kind"
  case kindBefore = "kind-before"
  case kindBehind = "kind-behind"
  case lengthBeside = "length-beside"
  case timeBeside = "time-beside"
  case momentBeside = "moment-beside"
  case speedBeside = "speed-beside"
  case behindFrom = "behind-from"
  case behindInside = "behind-inside"
  case behindClockWord = "behind-clock-word"
  case inBrackets = "in-brackets"
  case inTable = "in-table"
  case otherYear = "other-year"
  // The story.
  case ofNoStrand = "of-no-strand"
  case ofWayBack = "of-way-back"
  case ofOtherStrand = "of-other-strand"
  case plainStory = "plain-story"
  case guessedEnds = "guessed-ends"
  case missingEnds = "missing-ends"
  case namesOtherEnd = "names-other-end"
  case namesNoPlace = "names-no-place"
  case travels, subjectTravels = "subject-travels"
  case subjectOther = "subject-other"
  // Verbs.
  case verbSame = "verb-same"
  case verbOther = "verb-other"
  case verbNone = "verb-none"
  case verbBefore = "verb-before"
  case verbBehind = "verb-behind"
  case verbClose = "verb-close"
  case verbFar = "verb-far"
  case governorSame = "governor-same"
  case governorOther = "governor-other"
  case governorVerb = "governor-verb"
  case sentenceSame = "sentence-same"
  case sentenceOther = "sentence-other"
  case earlierSame = "earlier-same"
  case earlierOther = "earlier-other"
  case toldBefore = "told-before"
  case toldBehind = "told-behind"
  case ownDeparture = "own-departure"
  case ownArrival = "own-arrival"
  case ownPassing = "own-passing"
  case ownStay = "own-stay"
  case ownEvent = "own-event"
  case ownSpeech = "own-speech"
  // A place, or the second place of a way.
  case nowhere, unknown, isFrom = "is-from", isTo = "is-to", isNoEnd = "is-no-end"
  case isMainFrom = "is-main-from"
  case isMainTo = "is-main-to"
  case own, ownBefore = "own-before", ownBehind = "own-behind"
  case adjacent, near, far
  case nearest, onlyPlace = "only-place"
  case isInferred = "is-inferred"
  case fromBefore = "from-before"
  case isLast = "is-last"
  case namedLast = "named-last"
  case namedBefore = "named-before"
  case isVerbPlace = "is-verb-place"
  case isGoal = "is-goal"
  case prepositionFrom = "preposition-from"
  case prepositionTo = "preposition-to"
  case prepositionInside = "preposition-inside"
  case prepositionVia = "preposition-via"
  case prepositionBetween = "preposition-between"
  case prepositionNone = "preposition-none"
  case sameAsVerb = "same-as-verb"
  case fitsEnd = "fits-end"
  case againstEnd = "against-end"
  // The first place of a way.
  case startIsFrom = "start-is-from"
  case startIsTo = "start-is-to"
  case startOwn = "start-own"
  case startBefore = "start-before"
  case startInferred = "start-inferred"
  case startIsLast = "start-is-last"
  case startWithFrom = "start-with-from"
  case startUnknown = "start-unknown"
  case joined, inOrder = "in-order"
  case bothOwn = "both-own"
  // The map.
  case detourTiny = "detour-tiny"
  case detourLow = "detour-low"
  case detourStraight = "detour-straight"
  case detourWay = "detour-way"
  case detourLong = "detour-long"
  case detourHuge = "detour-huge"
  case speedFits = "speed-fits"
  case speedHigh = "speed-high"
  case speedLow = "speed-low"
  // The whole of which journey.
  case mainJourney = "main-journey"
  case ownJourney = "own-journey"
}

/// A sign by its number, those of words and rules behind the others.
struct TieFeature: Hashable {
  let index: Int

  /// Where a word stands that is a sign.
  enum Spot: Int, CaseIterable { case justBefore, justBehind, clause, sentence }

  init(_ sign: TieSign) { index = Self.signs[sign] ?? 0 }

  init(_ word: WordSign, _ spot: Spot) {
    index = TieSign.allCases.count + (Self.words[word] ?? 0) * Spot.allCases.count + spot.rawValue
  }

  /// What the rules of the language say.
  init(rule reason: TieReason, agrees: Bool) {
    index =
      TieSign.allCases.count + WordSign.allCases.count * Spot.allCases.count
      + 2 * (Self.reasons[reason] ?? 0) + (agrees ? 1 : 0)
  }

  static let count =
    TieSign.allCases.count + WordSign.allCases.count * Spot.allCases.count
    + 2 * TieReason.allCases.count

  private static let signs = numbers(TieSign.allCases)
  private static let words = numbers(WordSign.allCases)
  private static let reasons = numbers(TieReason.allCases)

  private static func numbers<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
    Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
  }

  /// The names of all, in their order.
  static let names: [String] = {
    let spots = ["just-before", "just-behind", "clause", "sentence"]
    return TieSign.allCases.map(\.rawValue)
      + WordSign.allCases.flatMap { word in spots.map { "\(word.rawValue) \($0)" } }
      + TieReason.allCases.flatMap { ["rule \($0.rawValue)", "agrees \($0.rawValue)"] }
  }()
}

/// Words that are signs wherever they stand.
enum WordSign: String, CaseIterable {
  case stop, whole, covers, moving, daily, back, other, history, usual, hypothesis, remaining, limit
  case offset, zones, journey, takes, previous, later, comparison, change, negation, elsewhere
  case natural, bound, average, vehicle, means, kind, gauge, apart, away, there, past, denial
  case modality, ahead, meeting, speech

  init?(_ what: Mention.What) {
    switch what {
    case .cue(let cue):
      guard let word = WordSign(rawValue: cue.rawValue) else { return nil }
      self = word
    case .journey: self = .journey
    case .wholeTrip: self = .whole
    case .takes: self = .takes
    case .previous: self = .previous
    case .later: self = .later
    case .comparison: self = .comparison
    case .change: self = .change
    case .negation, .negationBehind: self = .negation
    case .elsewhere: self = .elsewhere
    case .natural: self = .natural
    case .bound: self = .bound
    case .average: self = .average
    case .vehicle: self = .vehicle
    case .means: self = .means
    case .kind: self = .kind
    case .gauge: self = .gauge
    case .apart: self = .apart
    case .away: self = .away
    case .there: self = .there
    case .past: self = .past
    case .denial: self = .denial
    case .modality: self = .modality
    case .ahead: self = .ahead
    case .event(.speech): self = .speech
    case .event(let event) where !event.isTravel && event != .stay: self = .meeting
    default: return nil
    }
  }
}
