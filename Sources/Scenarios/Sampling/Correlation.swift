import CBoostMath

/// How drawn parameters go together: a Gaussian copula, whose correlations are those of the normal variables behind the
/// draws (R. Nelsen, An Introduction to Copulas, 2nd ed. 2006, section 2.3).
public struct Correlation: Sendable {
  /// The lower triangle of Cholesky's factor, row by row.
  private let factor: [[Double]]

  /// - Parameters:
  ///   - texts: pairs of drawn parameters with a number within −1 and 1, such as `A,B=-0.5`.
  ///   - draws: what is drawn.
  /// - Throws: `ScenarioError` with what is wrong: a parameter that is not drawn, a number out of range, or numbers that
  ///   cannot go together.
  public init(parsing texts: [String], _ draws: [Draw]) throws(ScenarioError) {
    var matrix = draws.indices.map { row in
      draws.indices.map { $0 == row ? 1.0 : 0 }
    }
    for text in texts {
      let parts = text.split(separator: "=", maxSplits: 1).map(\.trimmed)
      let names = parts.first.map { $0.split(separator: ",").map(\.trimmed) } ?? []
      guard parts.count == 2, names.count == 2, let number = Double(parts[1]), number.isFinite,
        abs(number) < 1
      else {
        throw ScenarioError(
          "'\(text)': write two drawn parameters and a number between -1 and 1, neither of them, such as A,B=-0.5"
        )
      }
      var places: [Int] = []
      for name in names {
        guard let place = draws.firstIndex(where: { $0.parameter.path == name }) else {
          throw ScenarioError("'\(text)': '\(name)' is not drawn; give it a distribution too")
        }
        places.append(place)
      }
      guard places[0] != places[1] else {
        throw ScenarioError("'\(text)': a parameter goes with itself as it is")
      }
      guard matrix[places[0]][places[1]] == 0 else {
        throw ScenarioError("'\(text)': those two are correlated already")
      }
      matrix[places[0]][places[1]] = number
      matrix[places[1]][places[0]] = number
    }
    guard let factor = Self.factor(of: matrix) else {
      throw ScenarioError("the correlations cannot all hold together; take smaller ones")
    }
    self.factor = factor
  }

  /// Cholesky's factor of a symmetric matrix; nil where it is not positive definite.
  private static func factor(of matrix: [[Double]]) -> [[Double]]? {
    var factor: [[Double]] = []
    for row in matrix.indices {
      var own: [Double] = []
      for column in 0...row {
        let above = column < row ? factor[column] : own
        let dot = zip(own, above).prefix(column).reduce(0) { $0 + $1.0 * $1.1 }
        let rest = matrix[row][column] - dot
        if column < row {
          own.append(rest / factor[column][column])
        } else {
          guard rest > 1e-12 else { return nil }
          own.append(rest.squareRoot())
        }
      }
      factor.append(own)
    }
    return factor
  }

  /// Shares within 0 and 1 that go together, from shares that do not.
  func shares(_ independent: [Double]) -> [Double] {
    let normal = independent.map { cboostmath_normal_quantile($0) }
    return factor.map { row in
      let value = zip(row, normal).reduce(0) { $0 + $1.0 * $1.1 }
      return min(max(cboostmath_normal_share(value), 0x1p-53), 1 - 0x1p-53)
    }
  }
}
