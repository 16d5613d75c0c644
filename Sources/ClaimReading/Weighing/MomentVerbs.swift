import Figures

/// What the verbs around a moment say that happened.
struct MomentVerbs {
  /// Where the nearest verb was.
  let place: MentionedPlace?
  /// Where it went.
  let goal: MentionedPlace?
  let isFlying: Bool
  private let context: FigureTies.Context
  private let verb: (mention: Mention, isOwn: Bool)?
  private let governor: Grammar.Governor
  private let events: [Mention]
  private let earlier: ReportedEvent?

  init(_ context: FigureTies.Context) {
    self.context = context
    verb = context.verb()
    place = verb.flatMap { context.whereabouts($0.mention) }
    goal = verb.flatMap { context.destination(of: $0.mention, besides: nil) }
    events = context.mentions.filter { if case .event = $0.what { true } else { false } }
    governor = context.ties.grammar.governor(
      of: context.figure, in: context.ties.sentences.index(of: context.figure.lowerBound),
      among: events.map(\.tokens))
    let all = context.before.compactMap { mention -> ReportedEvent? in
      if case .event(let event) = mention.what, event.isTravel || event == .stay {
        event
      } else {
        nil
      }
    }
    earlier = all.last
    let what = verb?.mention.what
    isFlying = what == .event(.takeOff) || what == .event(.landing)
  }

  /// The signs that verbs are of an event.
  func signs(of event: ReportedEvent) -> [TieSign] {
    var signs: [TieSign] = []
    if let verb, case .event(let own) = verb.mention.what {
      let isSame = own.like == event
      signs.append(
        verb.isOwn ? isSame ? .verbSame : .verbOther : isSame ? .sentenceSame : .sentenceOther)
      if isSame {
        let isBefore = verb.mention.tokens.upperBound <= context.figure.lowerBound
        signs.append(isBefore ? .verbBefore : .verbBehind)
        let gap = context.gap(to: verb.mention)
        if gap <= 4 { signs.append(.verbClose) }
        if gap > 10 { signs.append(.verbFar) }
      }
    } else {
      signs.append(.verbNone)
      if let earlier { signs.append(earlier.like == event ? .earlierSame : .earlierOther) }
    }
    switch governor {
    case .wanted(let number):
      if case .event(let own) = events[number].what {
        signs.append(own.like == event ? .governorSame : .governorOther)
      }
    case .other: signs.append(.governorVerb)
    case .unknown: break
    }
    return signs
  }

  /// Whether other clauses tell of the event at a place.
  func elsewhere(_ event: ReportedEvent, at place: MentionedPlace) -> [TieSign] {
    var signs: Set<TieSign> = []
    for scene in context.story?.scenes ?? [] where scene.asides.isEmpty {
      guard scene.tokens != context.scene?.tokens else { continue }
      for told in scene.told where told.event.like == event && told.place == place {
        signs.insert(told.token < context.figure.lowerBound ? .toldBefore : .toldBehind)
      }
    }
    return signs.sorted { $0.rawValue < $1.rawValue }
  }
}

extension ReportedEvent {
  /// Departures by air and by ground are alike.
  var like: ReportedEvent {
    switch self {
    case .takeOff: .departure
    case .landing: .arrival
    default: self
    }
  }
}
