public import Datasets

/// How sure each reason for a tie is: the table `geo/tie_confidence.csv`.
public struct TieConfidences: Sendable {
  private let shares: [TieReason: Double]

  init(_ table: Table) throws(DatasetError) {
    var shares: [TieReason: Double] = [:]
    for row in table.rows {
      guard let reason = TieReason(rawValue: try row.requiredText("reason")), reason.ties else {
        throw row.mistake("no tie has the reason '\(row["reason"])'", column: "reason")
      }
      let share = try row.requiredNumber("confidence")
      guard (0...1).contains(share) else {
        throw row.mistake("a confidence is between 0 and 1", column: "confidence")
      }
      shares[reason] = share
    }
    if let missing = TieReason.allCases.first(where: { $0.ties && shares[$0] == nil }) {
      throw .malformed(
        file: "geo/tie_confidence.csv", line: 1, column: 1,
        message: "the reason '\(missing.rawValue)' has no row")
    }
    self.shares = shares
  }

  /// From 0 to 1; 0 for what ties nothing.
  public subscript(reason: TieReason) -> Double { shares[reason] ?? 0 }
}

extension DataFolder {
  /// How sure each reason for a tie is.
  ///
  /// - Throws: `DatasetError` with the place of a mistake.
  public func tieConfidences() throws(DatasetError) -> TieConfidences {
    try TieConfidences(
      table("tie_confidence.csv", columns: ["reason", "confidence", "right", "read", "source"]))
  }
}
