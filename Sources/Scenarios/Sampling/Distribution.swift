import CBoostMath
import Foundation
import Quantities

/// How likely the values of something are.
public enum Distribution: Hashable, Sendable {
  case uniform(from: Double, to: Double)
  case triangular(from: Double, mode: Double, to: Double)
  /// A beta distribution with the given mode and range (D. Malcolm et al., Application of a technique for research
  /// and development program evaluation, Operations Research 7 (1959) 646–669).
  case pert(from: Double, mode: Double, to: Double)
  case normal(mean: Double, deviation: Double)
  /// Half of all values lie below the median, two thirds within a factor of it.
  case lognormal(median: Double, factor: Double)
  /// Values that were observed, in ascending order.
  case empirical([Double])

  /// The value below which a share of all values lies.
  ///
  /// - Parameter share: within 0 and 1, neither of them.
  public func quantile(_ share: Double) -> Double {
    switch self {
    case .uniform(let low, let high): return low + share * (high - low)
    case .triangular(let low, let mode, let high):
      let split = (mode - low) / (high - low)
      return share < split
        ? low + (share * (high - low) * (mode - low)).squareRoot()
        : high - ((1 - share) * (high - low) * (high - mode)).squareRoot()
    case .pert(let low, let mode, let high):
      let first = 1 + 4 * (mode - low) / (high - low)
      let second = 1 + 4 * (high - mode) / (high - low)
      return low + (high - low) * cboostmath_beta_quantile(share, first, second)
    case .normal(let mean, let deviation):
      return mean + deviation * cboostmath_normal_quantile(share)
    case .lognormal(let median, let factor):
      return median * pow(factor, cboostmath_normal_quantile(share))
    case .empirical(let values):
      return values[min(values.count - 1, Int(held: share * Double(values.count)))]
    }
  }

  /// What is wrong with its numbers, nil where they make a distribution.
  public var problem: String? {
    switch self {
    case .uniform(let low, let high):
      return low <= high ? nil : "the ends are upside down"
    case .triangular(let low, let mode, let high), .pert(let low, let mode, let high):
      guard low < high else { return "the least must be less than the greatest" }
      return low <= mode && mode <= high ? nil : "the most likely must lie between the ends"
    case .normal(_, let deviation):
      return deviation >= 0 ? nil : "a deviation is not negative"
    case .lognormal(let median, let factor):
      guard median > 0 else { return "the median must be more than nothing" }
      return factor >= 1 ? nil : "the factor must be 1 or more"
    case .empirical(let values): return values.isEmpty ? "there are no values" : nil
    }
  }
}
