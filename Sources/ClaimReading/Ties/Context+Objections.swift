import Claims
import Figures
import Quantities

extension FigureTies.Context {
  /// Why the words around a figure make no claim of it, although it stands there; nil where they do.
  ///
  /// - Parameter isTurned: whether a negation has gone into its hedge.
  func objection(to value: FigureValue, isTurned: Bool = false) -> TieReason? {
    if isDenied && !isTurned || has(.denial) {
      return .denied
    }
    if let aside = scene?.aside(at: figure.lowerBound) { return aside }
    if isFrequency(value) || isRate(value) { return .usual }
    if isDayOfReport(value) { return .elsewhere }
    if isNameOfTrip(value) { return .hangsOnOther }
    let isMoment = if case .moment = value { true } else { false }
    if isDifference(onlyBefore: isMoment) {
      return .difference
    }
    guard case .quantity(let quantity) = value else { return nil }
    if isCountedFromOther(quantity) { return .besideOther }
    if own.contains(where: { $0.what == .change }) {
      return .change
    }
    if isElsewhere { return .elsewhere }
    if isNatural { return .natural }
    return isBeyondEarth(quantity) ? .beyondEarth : nil
  }

  /// "nine hours after the accident": counted from something that no words of travel name.
  func isCountedFromOther(_ quantity: HedgedValue) -> Bool {
    guard quantity.unit.dimension == .duration, !ties.reader.lexicon.isVerbFinal else {
      return false
    }
    let next = ties.reader.phrase(at: figure.upperBound) { role -> Bool? in
      if case .clockBound = role { true } else { nil }
    }
    guard let next, ties.reader.tokens.indices.contains(next.end),
      ties.reader.tokens[next.end].kind == .word
    else { return false }
    return !mentions.contains { mention in
      guard (0...2).contains(mention.tokens.lowerBound - next.end) else { return false }
      switch mention.what {
      case .event, .journey, .later: return true
      default: return false
      }
    }
  }

  /// "the 8.45 a.m. sailing", "the 7:30 to Oslo": a clock time that names a trip of the timetable, whenever it left.
  private func isNameOfTrip(_ value: FigureValue) -> Bool {
    guard case .moment(let moment) = value, moment.clock != nil, !ties.reader.lexicon.isVerbFinal
    else { return false }
    let reader = ties.reader
    if reader.start(endingAt: figure.lowerBound, \.isArticle) != nil {
      return reader.has(figure.upperBound, \.isFrom) != nil
        || reader.has(figure.upperBound, \.isTo) != nil || isBeforeTrip
    }
    let isLedUpTo =
      reader.phrase(endingAt: figure.lowerBound) { role -> Bool? in
        switch role {
        case .clockBefore, .clockBound, .inside: true
        default: nil
        }
      } != nil
    return !isLedUpTo && isBeforeTrip
  }

  /// Whether a noun of travel stands directly behind the figure.
  private var isBeforeTrip: Bool {
    mentions.contains { mention in
      guard mention.tokens.lowerBound == figure.upperBound else { return false }
      switch mention.what {
      case .means, .journey, .vehicle, .event(.departure): return true
      default: return false
      }
    }
  }

  /// "never above 80 km/h" is at most so much: the negation goes into the hedge.
  func turn(_ figure: inout Figure) -> Bool {
    guard case .quantity(let value) = figure.value, value.hedge == .atLeast,
      isDenied || isDeniedBehind
    else { return false }
    figure.value = .quantity(value.with(.atMost))
    if value.unit.dimension == .speed, figure.speedKind == nil { figure.speedKind = .maximum }
    return true
  }

  /// "быстрее 110 км/ч не ездил"
  private var isDeniedBehind: Bool {
    own.contains { mention in
      guard mention.what == .negation else { return false }
      return mention.tokens.lowerBound >= figure.upperBound
        && isJoined(figure.upperBound..<mention.tokens.lowerBound)
        && mention.tokens.lowerBound - figure.upperBound <= 2
    }
  }

  /// "did not take 20 hours", "150 km, not 200 km", "20시간이 걸리지 않았다".
  private var isDenied: Bool {
    mentions.contains { mention in
      switch mention.what {
      case .negation:
        mention.tokens.upperBound <= figure.lowerBound
          && isJoined(mention.tokens.upperBound..<figure.lowerBound)
      case .negationBehind:
        mention.tokens.lowerBound >= figure.upperBound
          && isJoined(figure.upperBound..<mention.tokens.lowerBound)
      default: false
      }
    }
  }

  /// Whether a few words, without a new clause or somebody who says something, stand between.
  private func isJoined(_ gap: Range<Int>) -> Bool {
    guard gap.count <= 6, !gap.contains(where: { ties.reader.isSign($0, ",;:.") }) else {
      return false
    }
    return !mentions.contains { mention in
      guard gap.overlaps(mention.tokens) else { return false }
      switch mention.what {
      case .clause, .and, .event(.speech), .place: return true
      default: return false
      }
    }
  }

  /// "2 hours longer than usual", "с опозданием на 2 часа".
  private func isDifference(onlyBefore: Bool) -> Bool {
    mentions.contains { mention in
      guard case .comparison = mention.what else { return false }
      let isBehind = mention.tokens.lowerBound >= figure.upperBound
      if isBehind, onlyBefore { return false }
      let gap =
        isBehind
        ? mention.tokens.lowerBound - figure.upperBound
        : figure.lowerBound - mention.tokens.upperBound
      return (0...1).contains(gap)
    }
  }

  /// "stops for 23 minutes", "at an altitude of 10 km", "every 3 hours", "45 days in advance".
  private var isElsewhere: Bool {
    mentions.contains { mention in
      guard case .elsewhere = mention.what, !isStop(mention) else { return false }
      return mention.tokens.lowerBound >= figure.upperBound
        ? mention.tokens.lowerBound - figure.upperBound <= 1
          && !ties.reader.isNumber(at: mention.tokens.upperBound)
        : (0...3).contains(figure.lowerBound - mention.tokens.upperBound)
    }
  }

  /// Whether a word that speaks of no way speaks of a stop on it.
  private func isStop(_ mention: Mention) -> Bool {
    mentions.contains { $0.what == .cue(.stop) && $0.tokens.overlaps(mention.tokens) }
  }

  /// "22 kilometres a day": no span of time.
  private func isRate(_ value: FigureValue) -> Bool {
    guard case .quantity = value else { return false }
    return ties.mentions(ties.sentences.index(of: figure.lowerBound)).contains {
      $0.what == .cue(.daily) && $0.tokens.overlaps(figure)
    }
  }

  /// "Amman, 23 April 2024." at the head of a report of that day.
  private func isDayOfReport(_ value: FigureValue) -> Bool {
    guard case .moment(let moment) = value, moment.clock == nil, case .date(let date)? = moment.day,
      date == ties.dateline, scene?.paragraph ?? 0 <= 1, sentence.count <= 18
    else { return false }
    return !mentions.contains { if case .event = $0.what { true } else { false } }
  }

  /// "every Monday", "each Thursday": how often, and no day of a journey.
  private func isFrequency(_ value: FigureValue) -> Bool {
    guard case .moment(let moment) = value, moment.day != nil else { return false }
    return mentions.contains { mention in
      guard case .elsewhere = mention.what, !isStop(mention) else { return false }
      let gap = mention.tokens.upperBound..<max(mention.tokens.upperBound, figure.lowerBound)
      return mention.tokens.upperBound <= figure.lowerBound && gap.count <= 4
        && !mentions.contains { $0.isPlaceOrEvent && gap.contains($0.tokens.lowerBound) }
    }
  }

  /// "gusts of 120 km/h": nearer than any vehicle.
  private var isNatural: Bool {
    let near = nearest { mention in
      switch mention.what {
      case .natural: isOwn(mention) && gap(to: mention) <= 8 && isUncut(mention)
      case .vehicle, .journey, .bound: isOwn(mention)
      default: false
      }
    }
    return near?.what == .natural
  }

  /// Whether what a hyphened figure hangs on, a few words behind it, travels or is how far it is.
  var hangsOnTravel: Bool {
    mentions.contains { mention in
      guard (0...3).contains(mention.tokens.lowerBound - figure.upperBound) else { return false }
      switch mention.what {
      case .journey, .wholeTrip, .means, .cue(.stop), .vehicle, .kind, .event, .later, .ahead:
        return true
      default: return false
      }
    }
  }

  /// Whether no sign stands between a mention and the figure.
  func isUncut(_ mention: Mention) -> Bool {
    let gap =
      mention.tokens.lowerBound >= figure.upperBound
      ? figure.upperBound..<mention.tokens.lowerBound
      : mention.tokens.upperBound..<max(mention.tokens.upperBound, figure.lowerBound)
    return !gap.contains { ties.reader.isSign($0, ",;:.") || ties.reader.isLongDash($0) }
  }

  private func isBeyondEarth(_ value: HedgedValue) -> Bool {
    let size = value.siValue
    switch value.unit.dimension {
    // The Moon is nearer than a million kilometres.
    case .distance: return size > 1e9
    case .duration: return size > 100 * 366 * 86_400
    // Faster than what leaves the Earth.
    case .speed: return size > 11_200
    }
  }
}
