import Figures
import Quantities

/// Lengths of one journey that disagree though no words name the way of either: one of them is of another way, and nobody
/// knows which.
enum Disagreement {
  /// How far two tellings of one length may lie apart, of the shorter.
  private static let most = 0.12
  private static let inferred: Set<TieReason> = [.lengthAbout, .distanceOfJourney]

  /// The figures, with what disagrees held no longer for sure.
  static func held(_ figures: [Figure], _ strands: [Story.Strand]) -> [Figure] {
    var byWay: [Set<MentionedPlace>: [Int]] = [:]
    for (index, figure) in figures.enumerated() where inferred.contains(figure.tie.reason) {
      guard case .quantity(let value) = figure.value, value.unit.dimension == .distance,
        let way = way(of: figure.tie, strands)
      else { continue }
      byWay[way, default: []].append(index)
    }
    var result = figures
    for indices in byWay.values {
      let sizes = indices.compactMap { size(of: figures[$0]) }
      guard let least = sizes.min(), let greatest = sizes.max(), greatest > least * (1 + most)
      else { continue }
      for index in indices {
        result[index].tie = figures[index].tie.held(to: Corroboration.refuted)
      }
    }
    return result
  }

  private static func size(of figure: Figure) -> Double? {
    guard case .quantity(let value) = figure.value else { return nil }
    return value.number.value * value.unit.siSize
  }

  private static func way(of tie: FigureTie, _ strands: [Story.Strand]) -> Set<MentionedPlace>? {
    switch tie.target {
    case .leg(let from?, let to?): return [from, to]
    case .journey(nil, false):
      guard strands.indices.contains(tie.strand), let from = strands[tie.strand].from,
        let to = strands[tie.strand].to
      else { return nil }
      return [from, to]
    default: return nil
    }
  }
}
