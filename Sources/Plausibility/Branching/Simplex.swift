import Parallelism

/// Whether bounded variables can satisfy bounded linear rows, by the general simplex of B. Dutertre and
/// L. de Moura, A fast linear-arithmetic solver for DPLL(T), CAV 2006, LNCS 4144, 81–94.
///
/// Columns are the variables 0 ..< columns; row r is variable columns + r. All should be scaled to the order
/// of 1. A dense tableau: the systems of a case have tens of rows.
struct Simplex {
  enum Outcome {
    case feasible
    /// A row of the tableau that excludes itself.
    case infeasible([(variable: Int, weight: Double)])
    case gaveUp
  }

  private let columns: Int
  private let rows: Int
  private let original: [Double]
  private var tableau: [Double]
  private var basic: [Int]
  private var nonbasic: [Int]
  private let low: [Double]
  private let high: [Double]
  private(set) var values: [Double]

  private static let tolerance = 1e-10
  private static let leastPivot = 1e-9
  private static let leastWeight = 1e-13
  /// How many steps choose the worst row; the least index then, which cannot go round in circles (R. Bland
  /// 1977).
  private static let greedySteps = 200
  /// How many cells may be worked on in all.
  private static let cellLimit = 4_000_000_000

  /// - Parameters:
  ///   - rows: the coefficients, row by row.
  ///   - low: the least values of columns, then of rows; `high` the greatest.
  init(columns: Int, rows: [Double], low: [Double], high: [Double]) {
    self.columns = columns
    self.rows = low.count - columns
    original = rows
    tableau = rows
    self.low = low
    self.high = high
    basic = Array(columns..<low.count)
    nonbasic = Array(0..<columns)
    values = Array(repeating: 0, count: low.count)
    for column in 0..<columns {
      values[column] = low[column] > 0 ? low[column] : high[column] < 0 ? high[column] : 0
    }
    for row in 0..<self.rows {
      var sum = 0.0
      for column in 0..<columns where tableau[row * columns + column] != 0 {
        sum += tableau[row * columns + column] * values[column]
      }
      values[columns + row] = sum
    }
  }

  mutating func solve() -> Outcome {
    let stepLimit = min(
      Self.greedySteps + 20 * (rows + columns), Self.cellLimit / max(1, rows * columns))
    var steps = 0
    // A step goes over the tableau; it was filled and is read once besides.
    defer { Effort.spend((steps + 3) * (rows + 1) * (columns + 1)) }
    for step in 0..<stepLimit {
      steps = step
      let isGreedy = step < Self.greedySteps
      guard let row = violatedRow(isGreedy) else { return .feasible }
      let variable = basic[row]
      let isLow = values[variable] < low[variable]
      guard let column = entering(row, isLow, isGreedy) else {
        return .infeasible(explanation(row))
      }
      pivot(row, column, to: isLow ? low[variable] : high[variable])
    }
    return .gaveUp
  }

  private func violatedRow(_ isGreedy: Bool) -> Int? {
    var best: Int?
    var worst = Self.tolerance
    for row in 0..<rows {
      let variable = basic[row]
      let gap = max(low[variable] - values[variable], values[variable] - high[variable])
      guard gap > Self.tolerance else { continue }
      if isGreedy {
        if gap > worst { (best, worst) = (row, gap) }
      } else if variable < best.map({ basic[$0] }) ?? .max {
        best = row
      }
    }
    return best
  }

  /// A nonbasic variable that can move the row's the right way.
  private func entering(_ row: Int, _ isLow: Bool, _ isGreedy: Bool) -> Int? {
    var best: Int?
    var greatest = Self.leastPivot
    for column in 0..<columns {
      let weight = tableau[row * columns + column]
      guard abs(weight) > Self.leastPivot else { continue }
      let variable = nonbasic[column]
      let mustRise = isLow == (weight > 0)
      guard mustRise ? values[variable] < high[variable] : values[variable] > low[variable]
      else { continue }
      if isGreedy {
        if abs(weight) > greatest { (best, greatest) = (column, abs(weight)) }
      } else if variable < best.map({ nonbasic[$0] }) ?? .max {
        best = column
      }
    }
    return best
  }

  private func explanation(_ row: Int) -> [(variable: Int, weight: Double)] {
    var weights = Array(repeating: 0.0, count: low.count)
    weights[basic[row]] = -1
    for column in 0..<columns { weights[nonbasic[column]] = tableau[row * columns + column] }
    // What rounding has left on columns that cancel goes on into what they are made of.
    for other in 0..<rows where other != row && basic[other] < columns {
      var rest = 0.0
      for index in 0..<rows where weights[columns + index] != 0 {
        rest += weights[columns + index] * original[index * columns + basic[other]]
      }
      guard rest != 0 else { continue }
      for column in 0..<columns {
        weights[nonbasic[column]] -= rest * tableau[other * columns + column]
      }
    }
    return weights.enumerated().filter { abs($0.element) > Self.leastWeight }.map { ($0, $1) }
  }

  /// The row's variable goes to a bound and leaves, the column's enters.
  private mutating func pivot(_ row: Int, _ column: Int, to target: Double) {
    let (leaving, entering) = (basic[row], nonbasic[column])
    let weight = tableau[row * columns + column]
    let step = (target - values[leaving]) / weight
    values[leaving] = target
    values[entering] += step
    for other in 0..<rows where other != row {
      values[basic[other]] += tableau[other * columns + column] * step
    }
    let inverse = 1 / weight
    tableau.withUnsafeMutableBufferPointer { cells in
      let own = row * columns
      for index in 0..<columns { cells[own + index] *= -inverse }
      cells[own + column] = inverse
      for other in 0..<rows where other != row {
        let factor = cells[other * columns + column]
        guard factor != 0 else { continue }
        let base = other * columns
        for index in 0..<columns { cells[base + index] += factor * cells[own + index] }
        cells[base + column] = factor * inverse
      }
    }
    basic[row] = entering
    nonbasic[column] = leaving
  }
}
