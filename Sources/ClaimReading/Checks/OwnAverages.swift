import Claims
import Quantities

/// Averages of another time than their journey's: "the record was set in 1 day, 9 hours and 15 minutes, an average of nearly
/// 19 knots" goes with the time beside it.
enum OwnAverages {
  /// The figures, with averages held no longer for sure whose sentence has a time that is not the journey's.
  static func held(_ figures: [Figure], _ ties: FigureTies) -> [Figure] {
    var result = figures
    for (index, figure) in figures.enumerated()
    where figure.speedKind == .average && figure.isClaim {
      let times = figures.filter { other in
        guard case .quantity(let value) = other.value else { return false }
        return value.unit.dimension == .duration && other.sentence == figure.sentence
      }
      let isBesideDays = figures.contains {
        $0.isClaim && $0.tie.strand == figure.tie.strand && isOfDays($0)
      }
      let isOfOtherTime = !times.isEmpty && !times.contains(where: \.isClaim)
      if isOfOtherTime || isBesideDays || isOfClass(index, figures) || isOfPart(figure, ties) {
        result[index].tie = figure.tie.held(to: Corroboration.refuted)
      }
    }
    return result
  }

  /// "not counting the stops", "the average in the mountains": of the time under way, which nobody tells, or of a part.
  private static func isOfPart(_ figure: Figure, _ ties: FigureTies) -> Bool {
    let context = FigureTies.Context(ties, figure.tokens)
    if context.mentions.contains(where: { $0.what == .cue(.moving) }) || context.hasOwn(.stop) {
      return true
    }
    let reader = ties.reader
    let clause = context.scene?.tokens ?? context.sentence
    guard !reader.lexicon.isVerbFinal, reader.hasCapitals(clause.lowerBound) else { return false }
    return (clause.lowerBound..<max(clause.lowerBound, figure.tokens.lowerBound)).contains {
      index in
      guard let end = reader.has(index, \.isInside), end < figure.tokens.lowerBound,
        !reader.isNumber(at: end), reader.has(end, \.isOne) == nil
      else { return false }
      // "in 2019", "à une vitesse moyenne de", "in Paris", "on the trip"
      return !context.mentions.contains { mention in
        let isBehind = (0...2).contains(mention.tokens.lowerBound - end)
        switch mention.what {
        case .average: return isBehind || mention.tokens.contains(index)
        case .place, .journey, .wholeTrip, .means, .vehicle, .cue(.whole): return isBehind
        default: return false
        }
      }
    }
  }

  /// Whether a time has nights in it, of which averages by road and on foot are told without them.
  private static func isOfDays(_ figure: Figure) -> Bool {
    guard case .quantity(let value) = figure.value, value.unit.dimension == .duration,
      figure.tie.mode == .road || figure.tie.mode == nil
    else { return false }
    return value.number.value * value.unit.siSize >= longest
  }

  /// In seconds; estimated.
  private static let longest = 30.0 * 3_600

  /// "Freight trains average 21 km/h. The express …": what stands alone in a sentence before all that is told of the journey is
  /// said of vehicles of its kind.
  private static func isOfClass(_ index: Int, _ figures: [Figure]) -> Bool {
    !figures.indices.contains { other in
      guard other != index, figures[other].tie.strand == figures[index].tie.strand,
        figures[other].isClaim
      else { return false }
      return other < index || figures[other].sentence == figures[index].sentence
    }
  }
}
