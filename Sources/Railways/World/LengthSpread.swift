import Datasets
import Gazetteer
import Quantities

/// How far the way that trains take may be from the shortest that was found, as it was measured on published lengths.
struct LengthSpread: Sendable {
  /// What the two layers say of a pair.
  enum Agreement: String, CaseIterable, Sendable {
    /// Both have a way, and their lengths are within `closeness` of one another.
    case agree
    /// Both have a way, of other lengths.
    case differ
    /// Only one has.
    case alone
  }

  /// The published length divided by the one that was found.
  let ratios: [Agreement: ClosedRange<Double>]

  /// Two lengths agree where they differ by less than this share.
  static let closeness = 0.05
}

extension DataFolder {
  /// The ratios of `rail_spread.csv`.
  ///
  /// - Throws: `DatasetError` with the line of the first mistake.
  func lengthSpread() throws(DatasetError) -> LengthSpread {
    let table = try table(
      "rail_spread.csv", columns: ["layers", "least_ratio", "most_ratio", "pairs", "source"])
    var ratios: [LengthSpread.Agreement: ClosedRange<Double>] = [:]
    for row in table.rows {
      guard let agreement = LengthSpread.Agreement(rawValue: row["layers"]) else {
        throw row.mistake("'\(row["layers"])' is not agree, differ or alone", column: "layers")
      }
      let (least, most) = (
        try row.requiredNumber("least_ratio"), try row.requiredNumber("most_ratio")
      )
      guard 0.3 <= least, least <= 1, 1 <= most, most <= 4 else {
        throw row.mistake(
          "the ratios must hold 1 and lie between 0.3 and 4", column: "least_ratio")
      }
      ratios[agreement] = least...most
    }
    return LengthSpread(ratios: ratios)
  }
}

extension WorldRailways {
  /// Generalized lines miss their stations by kilometres; a second witness may be looked for this far off.
  private static let witnessReach = Distance.kilometers(10)

  /// How much shorter and longer than a way that was found the one may be that a train takes.
  func ratio(of path: GraphPath, from start: Place, to end: Place) -> ClosedRange<Double> {
    let range = spread.ratios[agreement(on: path, from: start, to: end)]
    return range ?? 0.8...1.3
  }

  private func agreement(
    on path: GraphPath, from start: Place, to end: Place
  ) -> LengthSpread.Agreement {
    guard let other = lineLength(from: start, to: end), path.length > 0 else { return .alone }
    let gap = abs(other / path.length - 1)
    return gap < LengthSpread.closeness ? .agree : .differ
  }

  /// The length along generalized lines alone, in metres; nil where they have no way.
  func lineLength(from start: Place, to end: Place) -> Double? {
    guard let lines, let one = try? lines.snap(start, within: Self.witnessReach),
      let other = try? lines.snap(end, within: Self.witnessReach)
    else { return nil }
    return lines.path(from: one, to: other)?.length
  }
}
