import Parallelism
import Plausibility

/// Which of the drawn parameters matters most for a measure.
public struct Sensitivity: Sendable {
  public let measure: Measure
  public let indices: SobolIndices
  /// Whether every sample had a value; a number of samples that contradict themselves has no variance.
  public var isDefined: Bool { !indices.variance.isNaN }
  /// What the measure comes to at the 5 % and the 95 % point of each parameter, all others at their medians; not a number
  /// where that contradicts itself.
  public let swings: [(low: Double, high: Double)]
}

extension Simulation {
  /// How much each drawn parameter matters for a measure.
  ///
  /// Measures in words count 1 where they say `fits`, `yes` or `plausible` and 0 elsewhere; moments count with
  /// their earliest, times with their least.
  ///
  /// - Parameters:
  ///   - measure: what is asked.
  ///   - count: how many rows; the case is judged two and one more for each parameter as often.
  ///   - threads: at most this many cores; nil takes all. The result does not depend on it.
  public func sensitivity(of measure: Measure, _ count: Int, threads: Int? = nil) -> Sensitivity {
    let indices = SobolIndices(inputs: draws.count, count: count, seed: seed, threads: threads) {
      number(measure, at: $0)
    }
    let swings = draws.indices.map { place -> (low: Double, high: Double) in
      var middle = Array(repeating: 0.5, count: draws.count)
      middle[place] = 0.05
      let low = number(measure, at: middle)
      middle[place] = 0.95
      return (low, number(measure, at: middle))
    }
    return Sensitivity(measure: measure, indices: indices, swings: swings)
  }

  private func number(_ measure: Measure, at shares: [Double]) -> Double {
    guard !TimeLimit.isReached else { return .nan }
    let values = zip(draws, shares).map { $0.value(at: $1) }
    var known: KnownSets?
    switch row(values, [measure], &known).answers[0] {
    case .word(let word): return word.isFavourable ? 1 : 0
    case .moments(let bounds), .seconds(let bounds): return bounds.low
    case .none: return .nan
    }
  }
}
