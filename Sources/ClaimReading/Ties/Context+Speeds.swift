import Claims
import Figures

extension FigureTies.Context {
  /// "The average works out at 5.4 knots", "Top speed, on the face of a wave, 13.2 knots": what the clause calls it, where
  /// no other number stands between.
  func speedKind(of figure: Figure) -> SpeedClaim.Kind? {
    guard case .quantity(let value) = figure.value, value.unit.dimension == .speed else {
      return nil
    }
    if let kind = figure.speedKind { return kind }
    let near = nearest { mention in
      (mention.what == .average || mention.what == .bound) && isOwn(mention)
        && gap(to: mention) <= (mention.tokens.upperBound <= self.figure.lowerBound ? 10 : 2)
        && !hasNumber(between: mention)
        && (mention.tokens.upperBound <= self.figure.lowerBound || isUncut(mention))
    }
    return near.map { $0.what == .average ? .average : .maximum }
  }

  /// What a speed belongs to.
  func speed(_ kind: SpeedClaim.Kind?) -> FigureTie {
    if hasNear(.limit, 8), !own.contains(where: { $0.what == .vehicle }) {
      return FigureTie(untied: .limit)
    }
    if kind == .average {
      if let pair = pair(in: own) { return leg(pair.from, pair.to, .averageOfJourney) }
      return strand == nil ? .none : journey(.averageOfJourney)
    }
    let isNamed = own.contains { $0.what == .vehicle }
    let reason: TieReason =
      mode == nil
      ? .unknownVehicle
      : kind != .maximum
        ? .speedOfJourney
        : isNamed ? .namedVehicle : has(.vehicle) ? .vehicleByMode : .vehicleOfJourney
    return tie(.vehicle, reason, mode: mode)
  }

  /// "not counting the stops", "the average in the mountains": of the time under way, which nobody tells, or of a part.
  var isAverageOfPart: Bool {
    if mentions.contains(where: { $0.what == .cue(.moving) }) || hasOwn(.stop) {
      return true
    }
    let reader = ties.reader
    let clause = scene?.tokens ?? sentence
    guard !reader.lexicon.isVerbFinal, reader.hasCapitals(clause.lowerBound) else { return false }
    return (clause.lowerBound..<max(clause.lowerBound, figure.lowerBound)).contains {
      index in
      guard let end = reader.has(index, \.isInside), end < figure.lowerBound,
        !reader.isNumber(at: end), reader.has(end, \.isOne) == nil
      else { return false }
      // "in 2019", "à une vitesse moyenne de", "in Paris", "on the trip"
      return !mentions.contains { mention in
        let isBehind = (0...2).contains(mention.tokens.lowerBound - end)
        switch mention.what {
        case .average: return isBehind || mention.tokens.contains(index)
        case .place, .journey, .wholeTrip, .means, .vehicle, .cue(.whole): return isBehind
        default: return false
        }
      }
    }
  }
}
