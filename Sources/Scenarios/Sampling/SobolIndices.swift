import Parallelism

/// How much of the variance of a result each of its inputs brings.
public struct SobolIndices: Hashable, Sendable {
  /// By itself: the share of the variance that would go if the input were known.
  public let first: [Double]
  /// With all its interactions: the share that would be left if only the input were unknown.
  public let total: [Double]
  /// The standard errors of both, as those of means over the rows.
  public let firstError: [Double]
  public let totalError: [Double]
  /// Of the result.
  public let mean: Double
  public let variance: Double

  /// Estimates from two matrices of samples whose columns are exchanged one by one (A. Saltelli et al., Variance based
  /// sensitivity analysis of model output, Computer Physics Communications 181 (2010) 259–270: the first by their
  /// equation (b), the total by M. Jansen's).
  ///
  /// The estimates do not depend on `threads`.
  ///
  /// - Parameters:
  ///   - inputs: how many there are.
  ///   - count: how many rows the matrices have; the result is asked for `inputs + 2` times as often.
  ///   - seed: what the random numbers begin with; the same seed gives the same answer.
  ///   - threads: at most this many cores; nil takes all. The result does not depend on it.
  ///   - result: of inputs each uniform within 0 and 1.
  public init(
    inputs: Int, count: Int, seed: UInt64, threads: Int? = nil,
    _ result: @Sendable ([Double]) -> Double
  ) {
    let generator = CounterGenerator(seed: seed)
    let rows = parallelPieces(of: count, threads: threads) { piece in
      piece.map { row -> Row in
        func numbers(from stream: Int) -> [Double] {
          (0..<inputs).map {
            generator.uniform(stream: UInt64(stream + $0), index: UInt64(row))
          }
        }
        let (one, other) = (numbers(from: 0), numbers(from: inputs))
        let mixed = one.indices.map { place -> Double in
          var changed = one
          changed[place] = other[place]
          return result(changed)
        }
        return Row(one: result(one), other: result(other), mixed: mixed)
      }
    }.flatMap(\.self)
    let all = rows.flatMap { [$0.one, $0.other] }
    let mean = all.reduce(0, +) / Double(max(1, all.count))
    let variance =
      all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, all.count - 1))
    self.mean = mean
    self.variance = variance
    let scale: Double = variance > 0 ? 1 / variance : 0
    let first = (0..<inputs).map { place in
      Estimate(rows.map { ($0.other - mean) * ($0.mixed[place] - $0.one) * scale })
    }
    let total = (0..<inputs).map { place in
      Estimate(
        rows.map { ($0.one - $0.mixed[place]) * ($0.one - $0.mixed[place]) * scale / 2 })
    }
    self.first = first.map(\.mean)
    self.total = total.map(\.mean)
    firstError = first.map(\.error)
    totalError = total.map(\.error)
  }

  /// A mean with its standard error.
  private struct Estimate {
    let mean: Double
    let error: Double

    init(_ terms: [Double]) {
      let count = Double(max(1, terms.count))
      let mean = terms.reduce(0, +) / count
      let square = terms.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      self.mean = mean
      error = (square / max(1, count - 1) / count).squareRoot()
    }
  }

  /// The result of a row of each matrix, and of the first with each of its inputs taken from the second.
  private struct Row: Sendable {
    let one: Double
    let other: Double
    let mixed: [Double]
  }
}
