import Claims
import Quantities

/// Averages of another time than their journey's: "the record was set in 1 day, 9 hours and 15 minutes, an average of nearly
/// 19 knots" goes with the time beside it.
enum OwnAverages {
  /// The figures, with averages held no longer for sure that are of another time, or of one with nights in it.
  static func held(_ figures: [Figure]) -> [Figure] {
    var result = figures
    for (index, figure) in figures.enumerated()
    where figure.speedKind == .average && figure.isClaim {
      let times = figures.filter { $0.dimension == .duration && $0.sentence == figure.sentence }
      // Averages by road and on foot are told without the nights.
      let isBesideDays = figures.contains { time in
        time.isClaim && time.tie.strand == figure.tie.strand && time.hasNights
          && (time.tie.mode == .road || time.tie.mode == nil)
      }
      let isOfOtherTime = !times.isEmpty && !times.contains(where: \.isClaim)
      if isOfOtherTime || isBesideDays || isOfClass(index, figures) {
        result[index].tie = figure.tie.held(to: Corroboration.refuted)
      }
    }
    return result
  }

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
