import Claims
import Quantities

/// Averages of another time than their journey's: "the record was set in 1 day, 9 hours and 15 minutes, an average of nearly
/// 19 knots" goes with the time beside it.
enum OwnAverages {
  /// The figures, with averages held no longer for sure whose sentence has a time that is not the journey's.
  static func held(_ figures: [Figure]) -> [Figure] {
    var result = figures
    for (index, figure) in figures.enumerated()
    where figure.speedKind == .average && figure.isClaim {
      let times = figures.filter { other in
        guard case .quantity(let value) = other.value else { return false }
        return value.unit.dimension == .duration && other.sentence == figure.sentence
      }
      guard !times.isEmpty, !times.contains(where: \.isClaim) else { continue }
      result[index].tie = figure.tie.held(to: Corroboration.refuted)
    }
    return result
  }
}
