/// Journeys that the map does not bear out at all: an end of theirs was read wrongly, and nothing of them is sure.
enum Misplaced {
  /// The figures, with those of such journeys held no longer for sure.
  static func held(_ figures: [Figure]) -> [Figure] {
    let refuted = strands(figures, false).subtracting(strands(figures, true))
    guard !refuted.isEmpty else { return figures }
    return figures.map { figure in
      guard figure.tie.ties, refuted.contains(figure.tie.strand) else { return figure }
      var figure = figure
      figure.tie = figure.tie.held(to: Corroboration.refuted)
      return figure
    }
  }

  private static func strands(_ figures: [Figure], _ isBorneOut: Bool) -> Set<Int> {
    Set(figures.filter { $0.isBorneOut == isBorneOut }.map(\.tie.strand))
  }
}
