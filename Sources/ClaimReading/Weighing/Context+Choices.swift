import Claims
import Figures
import Quantities

extension FigureTies.Context {
  /// Journeys of one article that a figure may be of the whole of, at most.
  private static let mostJourneys = 4

  /// What a figure may belong to, and what it is likely to; the rule's own tie is one of them.
  func choices(for figure: Figure, _ rule: FigureTie) -> [TieChoice] {
    let common = signs(of: figure, rule)
    let all = spots()
    var choices: [TieChoice] = []
    func add(_ target: FigureTie.Target, _ strand: Int, _ own: [TieSign]) {
      var tie = FigureTie(target: target, mode: mode(of: strand), confidence: 0, reason: .weighed)
      (tie.strand, tie.means) = (strand, means(of: strand))
      let kind = TieKind(target, of: figure.value, isWhole: isWhole(tie))
      choices.append(TieChoice(tie: tie, kind: kind, features: own.map { TieFeature($0) }))
    }
    switch figure.value {
    case .moment: addMoments(all, add)
    case .quantity(let value):
      switch value.unit.dimension {
      case .distance:
        addWholes(figure, add)
        addLegs(figure, all, add)
        add(.daily, strand ?? 0, [])
      case .duration:
        addWholes(figure, add)
        addLegs(figure, all, add)
        for spot in all { add(.event(.stay, at: spot.place), strand ?? 0, stopSigns(spot, all)) }
        add(.event(.stay, at: nil), strand ?? 0, stopSigns(nil, all))
        add(.daily, strand ?? 0, [])
        add(.moving, strand ?? 0, [])
      case .speed:
        // An average is of a way; what it could go or went at some time is the vehicle's.
        if figure.speedKind == .average {
          addWholes(figure, add)
        } else {
          add(.vehicle, strand ?? 0, [])
        }
      }
    }
    add(.nothing, strand ?? 0, [])
    return withRule(rule, figure, choices, common)
  }

  /// The choices with what they have in common, the rule's own among them.
  private func withRule(
    _ rule: FigureTie, _ figure: Figure, _ choices: [TieChoice], _ common: [TieFeature]
  ) -> [TieChoice] {
    let kind = TieKind(rule.target, of: figure.value, isWhole: isWhole(rule))
    let isNew = !choices.contains { $0.kind == kind && isSame($0.tie, rule, kind) }
    var all = choices
    if isNew { all.append(TieChoice(tie: rule, kind: kind, features: [])) }
    return all.map { choice in
      let agrees = choice.kind == kind && isSame(choice.tie, rule, kind)
      let own = agrees ? [TieFeature(rule: rule.reason, agrees: true)] : []
      return TieChoice(
        tie: agrees ? rule : choice.tie, kind: choice.kind,
        features: common + choice.features + own)
    }
  }

  private func isSame(_ one: FigureTie, _ other: FigureTie, _ kind: TieKind) -> Bool {
    switch (one.target, other.target) {
    case (.event(_, let place), .event(_, let second)): place == second
    case (.leg(let from, let to), .leg(let second, let third)):
      kind == .wholeLength || kind == .wholeTime || from == second && to == third
    default: kind.isNone || one.strand == other.strand
    }
  }

  /// Whether a tie is of a whole journey: by name, or from its one end to the other.
  func isWhole(_ tie: FigureTie) -> Bool {
    switch tie.target {
    case .journey(nil, false): return true
    case .leg(let from?, let to?):
      guard let strands = story?.strands else { return false }
      return strands.indices.contains { index in
        index == strand || index == 0
          ? (strands[index].from, strands[index].to) == (from, to)
            || (strands[index].from, strands[index].to) == (to, from)
          : false
      }
    default: return false
    }
  }

  private func means(of strand: Int) -> Means? {
    strand == (self.strand ?? 0) ? means : story?.strands[strand].means
  }

  private func mode(of strand: Int) -> TravelMode? { means(of: strand)?.mode }

  // MARK: Journeys

  private func addWholes(
    _ figure: Figure, _ add: (FigureTie.Target, Int, [TieSign]) -> Void
  ) {
    guard let strands = story?.strands else { return }
    var wanted = [strand ?? 0, 0]
    wanted += strands.indices.filter { strands[$0].from != nil && strands[$0].to != nil }
    var seen: [Int] = []
    for index in wanted where strands.indices.contains(index) && seen.count < Self.mostJourneys {
      let isKnown = seen.contains { other in
        other == index
          || Set([strands[other].from, strands[other].to])
            == Set([strands[index].from, strands[index].to])
            && strands[other].means?.mode == strands[index].means?.mode
      }
      if isKnown { continue }
      seen.append(index)
      var signs: [TieSign] = []
      if index == 0 { signs.append(.mainJourney) }
      if index == strand { signs.append(.ownJourney) }
      signs += mapSigns(figure, strands[index].from, strands[index].to, strands[index].means)
      add(.journey(to: nil, isPrevious: false), index, signs)
    }
  }

  private func addLegs(
    _ figure: Figure, _ all: [TieSpot], _ add: (FigureTie.Target, Int, [TieSign]) -> Void
  ) {
    for one in all {
      for other in all where one.place != other.place {
        let target = FigureTie.Target.leg(from: one.place, to: other.place)
        let tie = FigureTie(target: target, mode: nil, confidence: 0, reason: .weighed)
        guard !isWhole(tie) else { continue }
        add(
          target, strand ?? 0,
          signs(from: one, to: other, all) + mapSigns(figure, one.place, other.place, means))
      }
    }
  }

  private func signs(from one: TieSpot, to other: TieSpot, _ all: [TieSpot]) -> [TieSign] {
    var result = signs(of: other, all)
    if !one.place.isKnown { result.append(.startUnknown) }
    if one.place == ends?.from { result.append(.startIsFrom) }
    if one.place == ends?.to { result.append(.startIsTo) }
    if one.place == lastPlace(before: figure.lowerBound, besides: other.place) {
      result.append(.startIsLast)
    }
    guard let mention = one.mention else { return result + [.startInferred] }
    if one.isOwn { result.append(.startOwn) }
    if one.isOwn, other.isOwn { result.append(.bothOwn) }
    if mention.tokens.upperBound <= figure.lowerBound { result.append(.startBefore) }
    if preposition(of: mention) == .from { result.append(.startWithFrom) }
    guard let second = other.mention else { return result }
    let isForwards = mention.tokens.upperBound <= second.tokens.lowerBound
    if isForwards { result.append(.inOrder) }
    let isWay =
      pair(in: [mention, second].sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }) != nil
    if isWay, isForwards { result.append(.joined) }
    return result
  }

  /// How a length or a time goes with the map.
  private func mapSigns(
    _ figure: Figure, _ from: MentionedPlace?, _ to: MentionedPlace?, _ means: Means?
  ) -> [TieSign] {
    guard case .quantity(let value) = figure.value, let from, let to,
      let straight = ties.corroboration.kilometers(from, to), straight > 5
    else { return [] }
    let size = value.siValue
    guard size > 0 else { return [] }
    switch value.unit.dimension {
    case .distance:
      let detour = size / 1_000 / straight
      let bounds: [(Double, TieSign)] = [
        (0.5, .detourTiny), (0.9, .detourLow), (1.12, .detourStraight), (1.7, .detourWay),
        (4, .detourLong),
      ]
      return [bounds.first { detour < $0.0 }?.1 ?? .detourHuge]
    case .duration:
      let (slow, fast) = Corroboration.speeds(means)
      let speed = straight / (size / 3_600)
      return [speed > 1.5 * fast ? .speedHigh : speed < slow / 2 ? .speedLow : .speedFits]
    case .speed: return []
    }
  }

  // MARK: Events

  private func stopSigns(_ spot: TieSpot?, _ all: [TieSpot]) -> [TieSign] {
    var result = signs(of: spot, all)
    if let spot, let verb = verb()?.mention, whereabouts(verb) == spot.place {
      result.append(.isVerbPlace)
    }
    return result
  }

  private func addMoments(
    _ all: [TieSpot], _ add: (FigureTie.Target, Int, [TieSign]) -> Void
  ) {
    let told = MomentVerbs(self)
    for event in [ReportedEvent.departure, .arrival, .passing, .stay] {
      let verbs = told.signs(of: event)
      let own =
        told.isFlying
        ? (event == .departure ? .takeOff : event == .arrival ? .landing : event) : event
      for spot in all.map(Optional.some) + [nil] {
        var result = verbs + signs(of: spot, all)
        if let spot {
          let isVerbPlace = told.place == spot.place
          if isVerbPlace { result.append(.isVerbPlace) }
          if isVerbPlace, verbs.contains(.verbSame) { result.append(.sameAsVerb) }
          if told.goal == spot.place { result.append(.isGoal) }
          if event == .departure && spot.place == ends?.from
            || event == .arrival && spot.place == ends?.to
          {
            result.append(.fitsEnd)
          }
          if event == .departure && spot.place == ends?.to
            || event == .arrival && spot.place == ends?.from
          {
            result.append(.againstEnd)
          }
          result += told.elsewhere(event, at: spot.place)
        }
        add(.event(own, at: spot?.place), strand ?? 0, result)
      }
    }
  }
}
