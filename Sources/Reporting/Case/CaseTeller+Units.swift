import Claims
import Plausibility
import Wording

extension CaseTeller {
  /// An interval in metric units, and in those of the claim where they are others.
  func text(_ bounds: Bounds, _ constraint: Constraint, of claim: Claim) -> Phrase {
    let metric = ValueFormat(constraint, titles).text(bounds)
    guard let unit = claim.value?.unit, !unit.isMetric, bounds.low.isFinite || bounds.high.isFinite
    else { return metric }
    return "\(metric) (\(unit.text(bounds)))"
  }

  func text(_ value: Double, _ constraint: Constraint, of claim: Claim) -> Phrase {
    text(Bounds(value, value), constraint, of: claim)
  }

  func text(_ interval: ClaimedInterval, _ constraint: Constraint, of claim: Claim) -> Phrase {
    let metric = ValueFormat(constraint, titles).text(interval)
    guard let unit = claim.value?.unit, !unit.isMetric else { return metric }
    let bounds = Bounds(interval.lower ?? -.infinity, interval.upper ?? .infinity)
    guard bounds.low.isFinite || bounds.high.isFinite else { return metric }
    return "\(metric) (\(unit.text(bounds)))"
  }
}

extension ValueUnit {
  /// Whether reports are written in it or in a part of it; times always are.
  fileprivate var isMetric: Bool {
    dimension == .duration || ["km", "m", "km/h", "m/s"].contains(symbol)
  }

  /// Such as `290.4 to 310.0 mi`; of an open interval the end that it has.
  fileprivate func text(_ bounds: Bounds) -> Phrase {
    let (low, high) = (bounds.low / siSize, bounds.high / siSize)
    let isSmall = max(abs(low.isFinite ? low : 0), high.isFinite ? high : 0) < 1_000
    func number(_ value: Double) -> Phrase {
      "\(value, decimals: isSmall ? Numbers.tenths(value) : 0)"
    }
    switch (low.isFinite && low > 0, high.isFinite) {
    case (true, true) where low == high: return "\(number(low)) \(term: symbol)"
    case (true, true):
      return "\(number(low)) to \(number(high)) \(term: symbol)"
    case (true, false): return "\(number(low)) \(term: symbol)"
    case (false, _): return "\(number(high)) \(term: symbol)"
    }
  }
}
