import Claims
import Figures
import Quantities

extension FigureTies.Context {
  /// What all choices of a figure have in common: its own words and what stands around it.
  func signs(of figure: Figure, _ rule: FigureTie) -> [TieFeature] {
    var signs: [TieSign] = [.always]
    if figure.isAdjective { signs.append(.adjective) }
    if figure.modality == .forecast { signs.append(.forecast) }
    if figure.attribution != nil { signs.append(.attributed) }
    signs += valueSigns(figure) + placeSigns(figure) + storySigns() + verbSigns()
    return signs.map { TieFeature($0) } + words() + [
      TieFeature(rule: rule.reason, agrees: false)
    ]
  }

  private func valueSigns(_ figure: Figure) -> [TieSign] {
    switch figure.value {
    case .moment(let moment):
      return (moment.clock != nil ? [.hasClock] : []) + (moment.day != nil ? [.hasDay] : [])
    case .quantity(let value):
      var signs: [TieSign] = []
      switch value.hedge {
      case .atMost, .upTo: signs.append(.atMost)
      case .atLeast: signs.append(.atLeast)
      case .bare, .exactly: break
      case .plural, .few, .several, .couple: signs.append(.plural)
      default: signs.append(.hedged)
      }
      let size = value.siValue
      let bounds: [Double] =
        switch value.unit.dimension {
        case .distance: [20_000.0, 120_000, 1_000_000]
        case .duration: [3_600.0, 4 * 3_600, 30 * 3_600]
        case .speed: [5.0, 20, 60]
        }
      signs.append(
        size < bounds[0]
          ? .short : size < bounds[1] ? .middling : size < bounds[2] ? .long : .veryLong)
      if value.unit.symbol == "m" { signs.append(.metres) }
      if value.unit.dimension == .duration, size.truncatingRemainder(dividingBy: 3_600) != 0 {
        signs.append(.hasMinutes)
      }
      if figure.kinds == [.geodesic] { signs.append(.isStraight) }
      if figure.speedKind == .maximum { signs.append(.maximumSpeed) }
      if figure.speedKind == .average { signs.append(.averageSpeed) }
      return signs
    }
  }

  private func placeSigns(_ own: Figure) -> [TieSign] {
    var signs: [TieSign] = []
    let index = ties.sentences.index(of: figure.lowerBound)
    if index == 0 { signs.append(.firstSentence) }
    if scene?.paragraph == 0 { signs.append(.firstParagraph) }
    if 3 * index > 2 * ties.sentences.ranges.count { signs.append(.lateInText) }
    if let rank = ties.ranks.rank(of: figure) {
      if rank.isFirst { signs.append(.firstOfKind) }
      if rank.isLast { signs.append(.lastOfKind) }
      if rank.isFirst, rank.isLast { signs.append(.onlyOfKind) }
    }
    let others = ties.ranks.figures(in: scene?.tokens ?? sentence, besides: figure)
    let kind = FigureRanks.kind(of: own.value)
    for other in others {
      switch other.kind {
      case kind:
        signs.append(other.tokens.lowerBound < figure.lowerBound ? .kindBefore : .kindBehind)
      case .length: signs.append(.lengthBeside)
      case .time: signs.append(.timeBeside)
      case .moment: signs.append(.momentBeside)
      case .speed: signs.append(.speedBeside)
      }
    }
    let role = { (wanted: @escaping (LexicalRole) -> Bool) in
      ties.reader.phrase(endingAt: figure.lowerBound, { wanted($0) ? true : nil }) != nil
    }
    if role({ if case .from = $0 { true } else { false } }) { signs.append(.behindFrom) }
    if role({ if case .inside = $0 { true } else { false } }) { signs.append(.behindInside) }
    if role({ if case .clockBefore = $0 { true } else { false } }) {
      signs.append(.behindClockWord)
    }
    if figure.lowerBound > 0, ties.reader.isSign(figure.lowerBound - 1, "(") {
      signs.append(.inBrackets)
    }
    if sentence.contains(where: { ties.reader.isSign($0, "|") }) { signs.append(.inTable) }
    if sentence.contains(where: { ties.otherYears.contains($0) }) { signs.append(.otherYear) }
    return Array(Set(signs)).sorted { $0.rawValue < $1.rawValue }
  }

  private func storySigns() -> [TieSign] {
    var signs: [TieSign] = []
    if let strand {
      if strand % 2 == 1 { signs.append(.ofWayBack) }
      if strand > 1 { signs.append(.ofOtherStrand) }
    } else {
      signs.append(.ofNoStrand)
    }
    if story?.isPlain == true { signs.append(.plainStory) }
    if ends?.isGuessed == true { signs.append(.guessedEnds) }
    if ends?.from == nil || ends?.to == nil { signs.append(.missingEnds) }
    if namesOtherEnd { signs.append(.namesOtherEnd) }
    if !mentions.contains(where: { preposition(of: $0) != nil }) { signs.append(.namesNoPlace) }
    if isTravel { signs.append(.travels) }
    return signs
  }

  private func verbSigns() -> [TieSign] {
    var signs: [TieSign] = []
    for mention in own {
      guard case .event(let event) = mention.what else { continue }
      switch event {
      case .departure, .takeOff: signs.append(.ownDeparture)
      case .arrival, .landing: signs.append(.ownArrival)
      case .passing: signs.append(.ownPassing)
      case .stay: signs.append(.ownStay)
      case .speech: signs.append(.ownSpeech)
      default: signs.append(.ownEvent)
      }
    }
    return Array(Set(signs)).sorted { $0.rawValue < $1.rawValue }
  }

  /// Words of meaning, with where they stand.
  private func words() -> [TieFeature] {
    var found: Set<TieFeature> = []
    for mention in mentions {
      guard let word = WordSign(mention.what) else { continue }
      found.insert(TieFeature(word, .sentence))
      if isOwn(mention) { found.insert(TieFeature(word, .clause)) }
      guard gap(to: mention) <= 3 else { continue }
      let isBefore = mention.tokens.upperBound <= figure.lowerBound
      found.insert(TieFeature(word, isBefore ? .justBefore : .justBehind))
    }
    return found.sorted { $0.index < $1.index }
  }
}
