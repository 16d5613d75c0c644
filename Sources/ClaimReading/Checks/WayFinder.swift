import Claims
import Figures
import Quantities

/// Finds the figures that the words give of one way together.
struct WayFinder {
  let ties: FigureTies
  let figures: [Figure]
  /// What each figure measures; nil of moments.
  let dimensions: [ValueUnit.Dimension?]
  private let parts: PartFinder

  /// A length and its time are so many words apart at most.
  private static let apart = 8
  /// The shortest length that is a way and no size of a thing, in metres; estimated.
  static let shortest = 2_000.0
  /// How likely the story's vehicle must be where the clause names none.
  private static let settled = 0.85

  init(_ ties: FigureTies, _ figures: [Figure]) {
    (self.ties, self.figures) = (ties, figures)
    dimensions = figures.map(\.dimension)
    parts = PartFinder(ties, figures)
  }

  func ways() -> [ToldWay] {
    var ways: [ToldWay] = []
    var used: Set<Int> = []
    for (one, other) in zip(measured, measured.dropFirst())
    where isPair(one, other) || areNeighbours(one, other) {
      guard !used.contains(one), !used.contains(other) else { continue }
      let means = means(of: one) ?? means(of: other)
      let speeds = speeds(near: [one, other], means)
      used.formUnion([one, other] + speeds)
      ways.append(ToldWay(figures: ([one, other] + speeds).sorted(), means: means))
    }
    for average in figures.indices
    where figures[average].speedKind == .average && !used.contains(average) && isOfWay(average) {
      let means = means(of: average)
      let others = speeds(near: [average], means).filter {
        !used.contains($0) && figures[$0].speedKind == .maximum
      }
      guard !others.isEmpty else { continue }
      used.formUnion(others + [average])
      ways.append(ToldWay(figures: ([average] + others).sorted(), means: means))
    }
    return ways + clockWays()
  }

  func sentence(of index: Int) -> Int { ties.sentence(of: figures[index]) }

  /// Lengths and times.
  private var measured: [Int] {
    figures.indices.filter { dimensions[$0] == .distance || dimensions[$0] == .duration }
  }

  // MARK: Pairs

  /// Whether a length and a time are of one way: "2 h 21 for the 515 km", "covered 515 km in 2 h 21".
  private func isPair(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (figures[one], figures[other])
    guard dimensions[one] != dimensions[other], first.sentence == second.sentence,
      isOfWay(one), isOfWay(other), !first.isAdjective, !second.isAdjective,
      first.tokens.upperBound <= second.tokens.lowerBound
    else { return false }
    let length = dimensions[one] == .distance ? one : other
    let time = length == one ? other : one
    guard figures[length].siValue >= Self.shortest, !isRate(time) else { return false }
    let gap = first.tokens.upperBound..<second.tokens.lowerBound
    // "made up ten minutes on the 8,400 km route"
    let isOn =
      time == one && !isTaken(time) && gap.contains { ties.reader.has($0, \.isInside) != nil }
    return !isOn && isJoined(gap)
  }

  /// Whether a verb before a time says that something took so long.
  private func isTaken(_ time: Int) -> Bool {
    let start = figures[time].tokens.lowerBound
    return ties.mentions(sentence(of: time)).contains {
      $0.what == .takes && (0...2).contains(start - $0.tokens.upperBound)
    }
  }

  /// Whether the words between two figures put them together.
  private func isJoined(_ gap: Range<Int>) -> Bool {
    let reader = ties.reader
    // "3,120 nautical miles, at 14 knots all the way, in six days"
    let speeds = figures.indices.filter { dimensions[$0] == .speed }.map { figures[$0].tokens }
    let words = gap.filter { index in !speeds.contains { $0.contains(index) } }
    guard words.count <= Self.apart,
      !words.contains(where: { reader.isSign($0, ";:()|") || isCut($0) })
    else {
      return false
    }
    let sentence = ties.sentences.index(of: max(0, gap.lowerBound - 1))
    let between = ties.mentions(sentence).filter { gap.contains($0.tokens.lowerBound) }
    for mention in between {
      switch mention.what {
      // "für die 900 Kilometer": what else begins a clause joins two figures that stand side by side.
      case .clause:
        // "the 180 km of the course, which took her four hours"
        let leads = between.contains {
          $0.what == .takes && $0.tokens.lowerBound == mention.tokens.upperBound
        }
        if gap.count > 2, !leads { return false }
      case .comparison, .negation, .negationBehind, .denial, .change, .elsewhere, .later,
        .ahead, .previous, .average, .bound, .cue(.stop), .cue(.offset), .cue(.limit):
        return false
      default: continue
      }
    }
    if gap.count <= 2 || between.contains(where: { $0.what == .takes || $0.what == .cue(.covers) })
    {
      return true
    }
    func leads(_ role: LexicalRole) -> Bool? {
      switch role {
      case .clockBefore, .inside: true
      default: nil
      }
    }
    return reader.phrase(endingAt: gap.upperBound, leads) != nil
      || reader.phrase(at: gap.upperBound, leads) != nil
  }

  /// Whether a token parts cells, lines or figures.
  private func isCut(_ index: Int) -> Bool {
    ties.reader.tokens[index].kind == .lineEnd || ties.reader.tokens[index].kind == .number
  }

  /// "12 miles a day": what is done in a unit of time, and no time that a way took.
  func isRate(_ index: Int) -> Bool {
    guard let value = figures[index].quantity, value.number.value == 1,
      value.upperNumber == nil
    else { return false }
    return value.unit.symbol != "h" || figures[index].tie.reason == .usual
  }

  /// Whether nothing says that a figure is of no way at all.
  func isOfWay(_ index: Int) -> Bool {
    let figure = figures[index]
    if figure.quantity?.hedge == .plural { return false }
    switch figure.tie.reason {
    case .hangsOnOther, .besideOther, .denied, .difference, .change, .elsewhere, .natural,
      .beyondEarth, .limit, .offset, .stop, .stopSomewhere, .inADay, .later, .laterThanEvent,
      .aheadOfEvent, .gaugeChange, .hangsOnEvent, .durationOfEvent:
      return false
    default: break
    }
    let context = FigureTies.Context(ties, figure.tokens)
    if context.hasNear(.zones) { return false }
    if context.objection(to: figure.value, isTurned: true) == .elsewhere || parts.isPart(index) {
      return false
    }
    let isBeside = context.mentions.contains { mention in
      switch mention.what {
      case .later, .ahead, .comparison: mention.tokens.lowerBound == figure.tokens.upperBound
      default: false
      }
    }
    // "stopped for ten minutes after 400 km"
    let isStill =
      dimensions[index] == .duration
      && context.own.contains { $0.what == .cue(.stop) || $0.what == .event(.stay) }
    return !isBeside && !isStill && !context.mentions.contains { $0.what == .natural }
  }

  // MARK: Speeds

  /// The averages and greatest speeds in the sentence of figures and beside it, of the same journey and vehicle.
  private func speeds(near own: [Int], _ means: Means?) -> [Int] {
    guard let first = own.first else { return [] }
    let strand = figures[first].tie.strand
    let sentences = Set(own.map(sentence))
    return figures.indices.filter { index in
      guard !own.contains(index), let kind = figures[index].speedKind, kind != .running,
        isOfWay(index),
        figures[index].tie.strand == strand
      else { return false }
      let there = sentence(of: index)
      let context = FigureTies.Context(ties, figures[index].tokens)
      if kind == .average, context.hasOwn(.moving) || context.hasOwn(.stop) { return false }
      // Another average is sooner another journey's, such as the record's.
      if kind == .average {
        return sentences.contains(there) && isOnlyAverage(index)
          && !own.contains { figures[$0].hasNights }
      }
      guard isOfWhole(index) else { return false }
      if sentences.contains(there) { return true }
      // Of what it says in the next sentence another vehicle may be the subject.
      return sentences.contains { abs(there - $0) == 1 } && self.means(of: index) == means
        && means != nil
    }
  }

  /// A limit is the whole way's where its clause names no part of it: not "in the tunnel no more than 160 km/h".
  private func isOfWhole(_ index: Int) -> Bool {
    guard figures[index].quantity?.hedge == .atMost else { return true }
    let context = FigureTies.Context(ties, figures[index].tokens)
    let clause = context.scene?.tokens ?? context.sentence
    let isAlone = !figures.contains {
      $0.tokens != figures[index].tokens && clause.contains($0.tokens.lowerBound)
    }
    // "at no time", "on the whole trip"
    let known = context.mentions.filter { mention in
      switch mention.what {
      case .negation, .wholeTrip, .journey, .cue(.whole): true
      default: false
      }
    }
    let namesPart = clause.contains { word in
      guard let end = ties.reader.has(word, \.isInside), !ties.reader.isNumber(at: end) else {
        return false
      }
      return !known.contains {
        $0.tokens.contains(word) || (0...2).contains($0.tokens.lowerBound - end)
      }
    }
    return isAlone && !namesPart
      && !context.own.contains { $0.isPlaceOrEvent || $0.what == .first }
  }

  /// Whether no other average stands in a figure's sentence or beside it.
  private func isOnlyAverage(_ index: Int) -> Bool {
    let there = sentence(of: index)
    return !figures.indices.contains { other in
      other != index && figures[other].speedKind == .average
        && abs(sentence(of: other) - there) <= 1
    }
  }

  /// By what the way was made: what its clause names, or else what the whole text is about.
  func means(of index: Int) -> Means? {
    let context = FigureTies.Context(ties, figures[index].tokens)
    var own = Set(context.own.compactMap(\.means))
    // A ship is at sea.
    for means in own where means != means.mode.means { own.remove(means.mode.means) }
    // Who runs and walks is driven, too, and runs in relays.
    if own.contains(.foot) { return nil }
    if own.count == 1 { return own.first }
    guard own.isEmpty, let story = context.story else { return nil }
    let isSettled = story.isPlain || story.meansShare >= Self.settled
    guard isSettled, let means = context.means, means != .foot, isNamedLast(means, before: index)
    else { return nil }
    return means
  }

  /// Whether the sentence that last named a vehicle names none of another mode.
  private func isNamedLast(_ means: Means, before index: Int) -> Bool {
    for sentence in stride(from: sentence(of: index), through: 0, by: -1) {
      let named = meansNamed(sentence)
      if !named.isEmpty { return named.allSatisfy { $0.mode == means.mode } }
    }
    return true
  }
}
