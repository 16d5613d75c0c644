import Claims
import Figures
import Quantities

extension FigureTies.Context {
  /// What a span of time belongs to.
  ///
  /// - Parameter isLong: of months or years, which no journey takes.
  func duration(isLong: Bool) -> FigureTie {
    if let gauge = nearest({ $0.what == .gauge }), !hasNumber(between: gauge) {
      return tie(.gaugeChange, .gaugeChange, mode: .rail)
    }
    if hasNear(.zones, 8) { return FigureTie(untied: .elsewhere) }
    if let stop = stop() { return stop }
    let isLater = mentions.contains {
      if case .later = $0.what { $0.tokens.lowerBound == figure.upperBound } else { false }
    }
    if isLater, let tie = later() { return tie }
    if let ahead = ahead() { return ahead }
    if ties.reader.phrase(at: figure.upperBound, \.clockSide) != nil, !isLater {
      return FigureTie(untied: .besideOther)
    }
    if let meeting = hung(.meeting) { return meeting }
    if isLong { return .none }
    if has(.previous) { return journey(.earlierJourney) }
    if hasNear(.daily) { return tie(.daily, .inADay, mode: mode) }
    if hasNear(.moving, 6), strand != nil { return tie(.moving, .underWay, mode: mode) }
    return legDuration() ?? otherEvent() ?? wholeJourney()
  }

  /// "stopped in Doha for two hours", "the six-minute halt": of the stop, wherever it was.
  private func stop() -> FigureTie? {
    let near = nearest { mention in
      switch mention.what {
      case .cue(.stop), .journey, .cue(.whole), .event: isOwn(mention)
      default: false
      }
    }
    guard let near, near.what == .cue(.stop) || near.what == .event(.stay) else { return nil }
    let inside = self.nearest { mention in
      isOwn(mention) && stopPrepositions.contains(preposition(of: mention))
        && self.place(of: mention)?.isKnown == true && gap(to: mention) <= 12
    }
    let place =
      inside.flatMap { self.place(of: $0) } ?? eventPlace(near)
      ?? lastPlace(before: figure.lowerBound, besides: nil)
    return tie(.event(.stay, at: place), place == nil ? .stopSomewhere : .stop, mode: mode)
  }

  /// What leads up to the place of a stop; Korean has one particle for "in" and "from".
  private var stopPrepositions: Set<Mention.Preposition?> {
    ties.reader.lexicon.isVerbFinal ? [.inside, .to, .via, .from] : [.inside, .to, .via]
  }

  /// From place to place, where the clause names them.
  private func legDuration() -> FigureTie? {
    if let pair = pair(in: own) ?? (isAlone ? pair(in: mentions) : nil) {
      return leg(pair.from, pair.to, .durationBetweenPlaces)
    }
    let from = nearest { preposition(of: $0) == .from && isOwn($0) }
    let to = nearest { preposition(of: $0) == .to && isOwn($0) }
    if let from, let to { return leg(place(of: from), place(of: to), .durationFromAndTo) }
    guard isTravel || takes else { return nil }
    if let to, let place = place(of: to) {
      if hasNear(.remaining), let last = lastPlace(before: figure.lowerBound, besides: place) {
        return leg(last, place, .remainder)
      }
      if place == ends?.to, let start = ends?.from {
        return leg(start, place, isSpent ? .journeyTakes : .durationToPlace)
      }
      return leg(lastPlace(before: figure.lowerBound, besides: place), place, .durationToPlace)
    }
    if let from, let place = place(of: from), let end = ends?.to, end != place {
      return leg(place, end, place == ends?.from && isSpent ? .journeyTakes : .durationToPlace)
    }
    if hasNear(.remaining), let end = ends?.to,
      let last = lastPlace(before: figure.lowerBound, besides: end)
    {
      return leg(last, end, .remainder)
    }
    return nil
  }

  /// "The summit lasted five hours" is of the summit.
  private func otherEvent() -> FigureTie? {
    let subject = mentions.last { mention in
      guard mention.tokens.upperBound <= figure.lowerBound else { return false }
      switch mention.what {
      case .event(let event): return event != .speech
      case .journey, .vehicle: return true
      default: return false
      }
    }
    guard let subject, case .event(let event) = subject.what, !event.isTravel else { return nil }
    return tie(.event(event, at: eventPlace(subject)), .durationOfEvent, mode: nil)
  }

  /// So long for the whole journey: where a verb or a noun of travel leads up to it.
  private func wholeJourney() -> FigureTie {
    guard strand != nil else { return .none }
    if namesOtherEnd { return FigureTie(untied: .otherJourney) }
    if hasOwn(.whole) { return journey(.wholeOfJourney) }
    let isNoun = own.contains { mention in
      mention.what == .journey && (0...3).contains(gap(to: mention))
        && mention.tokens.lowerBound >= figure.upperBound
    }
    let namesJourney = own.contains {
      $0.what == .journey && $0.tokens.upperBound <= figure.lowerBound
    }
    if isNoun { return journey(.besideJourney) }
    if takes, namesJourney { return journey(.journeyTakes) }
    if hasDistance, hasNear(.covers, 12) { return journey(.coversInTime) }
    if hasDistance { return journey(.besideLength) }
    if takes { return journey(.vehicleTakes) }
    if hasTravel, isAfter || hasOwn(.covers) { return journey(.afterTravelling) }
    return isTravel ? journey(.journeyAbout) : .none
  }

  /// Whether a verb says that something takes so long.
  var takes: Bool {
    own.contains {
      guard case .takes = $0.what else { return false }
      return $0.tokens.upperBound <= figure.lowerBound ? distance(to: $0) <= 8 : gap(to: $0) <= 3
    }
  }

  /// Whether a verb or a preposition says that a way takes so long: "took nine hours", "in nine hours".
  private var isSpent: Bool { takes || isAfter || hasOwn(.whole) }

  /// "in 30 hours", "nach neun Stunden"
  private var isAfter: Bool {
    ties.reader.phrase(endingAt: figure.lowerBound) { role -> Bool? in
      switch role {
      case .clockBefore, .inside: true
      default: nil
      }
    } != nil
  }

  /// Whether the clause is about a journey at all.
  var isTravel: Bool {
    own.contains { mention in
      switch mention.what {
      case .journey, .means, .vehicle, .cue(.covers): true
      case .event(let event): event.isTravel
      default: false
      }
    }
  }

  /// Whether a length stands beside the figure: "735 km, 19 hours".
  private var hasDistance: Bool {
    let clause = scene?.tokens ?? sentence
    let near =
      max(clause.lowerBound, figure.lowerBound - 6)..<min(clause.upperBound, figure.upperBound + 6)
    return near.contains { index in
      !figure.contains(index)
        && ties.reader.phrase(at: index) { role -> Bool? in
          role.unit?.dimension == .distance ? true : nil
        } != nil
    }
  }

  /// Whether another number stands between a mention and the figure, nearer to it.
  func hasNumber(between mention: Mention) -> Bool {
    let gap =
      mention.tokens.lowerBound >= figure.upperBound
      ? figure.upperBound..<mention.tokens.lowerBound
      : mention.tokens.upperBound..<max(mention.tokens.upperBound, figure.lowerBound)
    return gap.contains { ties.reader.isNumber(at: $0) }
  }

  private var hasTravel: Bool {
    own.contains { if case .event(let event) = $0.what { event.isTravel } else { false } }
  }

  /// "a more than five-hour-long meeting".
  private func hung(_ event: ReportedEvent) -> FigureTie? {
    let near = mentions.first {
      guard case .event(event) = $0.what else { return false }
      return (0...3).contains($0.tokens.lowerBound - figure.upperBound)
    }
    return near.map {
      tie(.event(event, at: eventPlace($0)), .hangsOnEvent, mode: nil)
    }
  }
}
