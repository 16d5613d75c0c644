public import Datasets

/// How much each sign weighs for each kind of tie: the table `geo/tie_weights.csv`, learned from marked articles by
/// `Scripts/train-ties`.
public struct TieWeights: Sendable {
  /// By kind, then by feature.
  private let weights: [[Double]]

  init(_ table: Table) throws(DatasetError) {
    let features = Dictionary(uniqueKeysWithValues: TieFeature.names.enumerated().map { ($1, $0) })
    var weights = TieKind.allCases.map { _ in [Double](repeating: 0, count: TieFeature.count) }
    for row in table.rows {
      guard let kind = TieKind.allCases.firstIndex(where: { $0.rawValue == row["kind"] }) else {
        throw row.mistake("there is no kind of tie '\(row["kind"])'", column: "kind")
      }
      guard let feature = features[try row.requiredText("sign")] else {
        throw row.mistake("there is no sign '\(row["sign"])'", column: "sign")
      }
      weights[kind][feature] = try row.requiredNumber("weight")
    }
    self.weights = weights
  }

  /// The sum of the weights of signs.
  func sum(_ kind: TieKind, _ features: [TieFeature]) -> Double {
    guard let number = TieKind.allCases.firstIndex(of: kind) else { return 0 }
    return features.reduce(0) { $0 + weights[number][$1.index] }
  }
}

extension DataFolder {
  /// How much signs weigh for ties.
  ///
  /// - Throws: `DatasetError` with the place of a mistake.
  public func tieWeights() throws(DatasetError) -> TieWeights {
    try TieWeights(table("tie_weights.csv", columns: ["kind", "sign", "weight"]))
  }
}
