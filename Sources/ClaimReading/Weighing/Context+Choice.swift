import Figures
import Foundation

extension FigureTies.Context {
  /// The figure tied to what is likeliest, with what else it may be tied to.
  func chosen(_ figure: Figure, by weights: TieWeights) -> Figure {
    var choices = self.choices(for: figure, figure.tie)
    let scores = choices.map { weights.sum($0.kind, $0.features) }
    let most = scores.max() ?? 0
    let parts = scores.map { exp($0 - most) }
    let whole = parts.reduce(0, +)
    for index in choices.indices {
      let strand = story?.strands[choices[index].tie.strand]
      choices[index].ends = (strand?.from, strand?.to)
      choices[index].tie = choices[index].tie.with(confidence: parts[index] / whole)
    }
    var result = figure
    result.choices = choices.indices.sorted { (parts[$1], $0) < (parts[$0], $1) }.map {
      choices[$0]
    }
    if isBesideEnds(figure) {
      result.tie = figure.tie.with(confidence: ties.confidences[figure.tie.reason])
      return result
    }
    if let sure = sureByRule(result.choices, figure) {
      result.tie = sure
      return result
    }
    // Time beside the word of a stop is the stop's.
    if figure.tie.reason == .stop, hasNear(.stop, 6) {
      result.tie = figure.tie.with(confidence: Self.leastHeld)
      return result
    }
    let none = result.choices.filter(\.kind.isNone).reduce(0) { $0 + $1.tie.confidence }
    guard let best = result.choices.first(where: { !$0.kind.isNone }), none <= Self.mostOpen,
      ![.denied, .beyondEarth].contains(figure.tie.reason),
      figure.tie.reason != .hangsOnOther || figure.quantity != nil,
      figure.quantity.map(isCountedFromOther) != true
    else {
      result.tie = figure.tie.ties ? .none : figure.tie
      return result
    }
    result.tie = best.tie.with(confidence: confidence(of: best, figure))
    if isOfOpenMeans, !hasOwnMeans, best.kind != .vehicleSpeed {
      result.tie = result.tie.ofUntoldMeans()
    }
    return result
  }

  /// "860 km from Mumbai to Kolkata", "entre Paris et Nice 930 km": whether both ends stand directly beside a figure, which is
  /// theirs then, whatever the map says of it, unless other places of their names may be meant.
  private func isBesideEnds(_ figure: Figure) -> Bool {
    switch figure.tie.reason {
    case .fromAndTo, .betweenPlaces, .durationFromAndTo, .durationBetweenPlaces: break
    default: return false
    }
    guard case .leg(let from?, let to?) = figure.tie.target, from.isKnown, to.isKnown, from != to,
      figure.modality == .stated, !figure.isAdjective, !mayBeOfPart,
      !own.contains(where: \.isByWayOf), ties.corroboration.isOfKnownEnds(figure)
    else { return false }
    // A time is of one vehicle.
    guard !figure.isDuration || figure.tie.means != nil && (hasOwnMeans || story?.isPlain == true)
    else { return false }
    let ends = own.filter { mention in
      self.place(of: mention).map { $0 == from || $0 == to } ?? false
    }
    guard ends.count == 2, ends[1].tokens.lowerBound - ends[0].tokens.upperBound <= Self.between
    else { return false }
    let isBehind = 0...Self.beside ~= ends[0].tokens.lowerBound - self.figure.upperBound
    // "the 860 km from …", but not "police closed 30 km between …", "a bridge of 8 km between …".
    let isDefinite =
      figure.isDuration || ties.reader.start(endingAt: self.figure.lowerBound, \.isArticle) != nil
    return isBehind
      ? isDefinite : 0...Self.beside ~= self.figure.lowerBound - ends[1].tokens.upperBound
  }

  /// Words between a figure and the ends of its way, and between those.
  private static let beside = 1
  private static let between = 2

  /// Whether a speed is none that such vehicles have: 56 km/h is sooner of the train that a report of a flight names.
  private func isOfOtherVehicle(_ figure: Figure, _ means: Means?) -> Bool {
    guard case .quantity(let value) = figure.value, value.unit.dimension == .speed, let means else {
      return false
    }
    let (slow, fast) = Corroboration.speeds(means)
    let speed = value.siValue * 3.6
    return speed < slow / 2 || speed > 3 * fast
  }

  /// Whether nobody knows by which of several vehicles the journey was made.
  private var isOfOpenMeans: Bool {
    story?.isPlain == false && (ends?.means == nil || story?.meansShare ?? 1 < Self.settled)
  }

  /// Whether the clause names a vehicle itself.
  private var hasOwnMeans: Bool { own.contains { $0.means != nil } }

  /// What a rule holds for sure, and the weights do not think wrong.
  private func sureByRule(_ choices: [TieChoice], _ figure: Figure) -> FigureTie? {
    guard figure.tie.ties, figure.tie.confidence >= FigureTie.leastOfDay,
      !self.own.contains(where: \.isByWayOf),
      let own = choices.first(where: { choice in
        choice.features.contains(TieFeature(rule: figure.tie.reason, agrees: true))
      }), own.tie.confidence >= Self.leastShare
    else { return nil }
    // Both have to hold it for sure; what the weights hold likeliest is a claim, but no sure one, and what they doubt is none.
    let isShared = own.tie.confidence >= Self.leastOfRule
    if isShared { return figure.tie.with(confidence: figure.tie.confidence) }
    // A length may be another way's, and a time of the clock another vehicle's.
    let isLikeliest = own.tie.confidence >= Self.leastHeld && figure.isDuration
    return figure.tie.with(confidence: isLikeliest ? FigureTie.leastOfClaim : Self.mostDoubted)
  }

  private static let leastShare = 0.1
  private static let mostDoubted = 0.75

  /// How sure the likeliest choice is: its share, less where the map or the rules speak against it.
  private func confidence(of best: TieChoice, _ figure: Figure) -> Double {
    var most = 1.0
    if best.kind == .wholeLength { most = story?.strands[best.tie.strand].share ?? 1 }
    // "last November" is no day; and a day without a clock time is sooner of something else.
    if isWithoutDay(figure) { most = min(most, Self.leastHeld) }
    if best.signNames.contains(where: Self.againstMap.contains)
      || best.signNames.contains(where: Self.besideMap.contains) && !isWayNamed(best.tie)
    {
      most = min(most, Corroboration.refuted)
    }
    if isOfOtherVehicle(figure, best.tie.means) { most = min(most, Corroboration.refuted) }
    // "from Moscow to Beijing via Mongolia": which of several ways it went is not known.
    if best.kind == .wholeLength || best.kind == .legLength, own.contains(where: \.isByWayOf) {
      most = min(most, Corroboration.refuted)
    }
    // Of several vehicles nobody knows whose journey it was.
    if isOfOpenMeans { most = min(most, Corroboration.refuted) }
    // What the weights find alone is held, but not sure: they were learned from few texts.
    let isOfRule =
      best.tie.reason != .weighed && figure.tie.confidence >= Self.leastOfRule && isSettled
    let share = min(best.tie.confidence * most, isOfRule ? 1 : Self.mostAlone)
    return max(Self.leastHeld, (share * 100).rounded() / 100)
  }

  /// Whether it is clear by what the journey is made, and from where to where it goes.
  private var isSettled: Bool {
    guard let story, let own = ends else { return false }
    return story.meansShare >= Self.settled && own.share >= Self.settled && own.means != nil
  }

  private static let settled = 0.85
  /// What is likelier than all else is held.
  private static let leastHeld = 0.5
  private static let leastOfRule = 0.75
  private static let mostAlone = 0.89
  /// A length of less than half the straight line, or of four times as much, was tied wrongly sooner than told wrongly.
  private static let againstMap: Set<String> = [
    TieSign.detourTiny.rawValue, TieSign.detourHuge.rawValue,
  ]

  /// One that is shorter than the straight line, or far longer than such ways are, was so too, unless the words name both
  /// ends of the way.
  private static let besideMap: Set<String> = [
    TieSign.detourLow.rawValue, TieSign.detourLong.rawValue,
  ]

  /// Up to which share a figure that may belong to nothing is tied to what it is likeliest of.
  private static let mostOpen = 0.75
}

extension Mention {
  /// A place or a country that a way goes by.
  fileprivate var isByWayOf: Bool {
    switch what {
    case .place(_, .via), .country(_, .via): true
    default: false
    }
  }
}

extension Figure {
  fileprivate var isDuration: Bool { dimension == .duration }
}
