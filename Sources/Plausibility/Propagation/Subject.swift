import Claims

/// A quantity, or the time between two events.
enum Subject {
  case quantity(Int)
  case elapsed(Int, Int)

  init?(_ constraint: Constraint, _ problem: Problem) {
    switch constraint {
    case .within(let id, _):
      guard let quantity = problem.quantity(id) else { return nil }
      self = .quantity(quantity)
    case .elapsed(let from, let to, _):
      guard let start = problem.event(from), let end = problem.event(to) else { return nil }
      self = .elapsed(start, end)
    default: return nil
    }
  }

  func bounds(_ store: BoundStore) -> Bounds {
    switch self {
    case .quantity(let quantity): store.bounds(quantity)
    case .elapsed(let start, let end): store.elapsed(start, end)
    }
  }

  func value(_ example: Assignment) -> Double {
    switch self {
    case .quantity(let quantity): example.values[quantity]
    case .elapsed(let start, let end): example.moments[end] - example.moments[start]
    }
  }

  /// The bounds with moments since 1970.
  func sinceEpoch(_ bounds: Bounds, _ problem: Problem) -> Bounds {
    guard case .elapsed(let start, let end) = self else { return bounds }
    let shift = (end == 0 ? 0 : problem.reference) - (start == 0 ? 0 : problem.reference)
    return Bounds(bounds.low + shift, bounds.high + shift)
  }

  /// Bounds with moments since 1970 in the problem's own terms.
  func sinceReference(_ bounds: Bounds, _ problem: Problem) -> Bounds {
    let shift = sinceEpoch(Bounds(0, 0), problem).low
    return Bounds(bounds.low - shift, bounds.high - shift)
  }

  /// Takes the value to lie in an interval.
  func suppose(_ interval: Bounds, in store: inout BoundStore) {
    switch self {
    case .quantity(let quantity): store.suppose(quantity, interval, depth: 63)
    case .elapsed(let start, let end): store.suppose(start, end, interval, depth: 63)
    }
  }

  /// Whether an example has it in an interval, give or take what the arithmetic distinguishes.
  func lies(in interval: Bounds, _ example: Assignment) -> Bool {
    let value = value(example)
    let slack = 1e-3 + 1e-9 * abs(value)
    return value >= interval.low - slack && value <= interval.high + slack
  }

  /// What can be as far out as this from a value is called unbounded: three years, or a thousand times as much.
  func farthest(from value: Double, _ isLow: Bool) -> Double {
    switch self {
    case .quantity: isLow ? 0 : max(1e8, 1e3 * value)
    case .elapsed: isLow ? value - 1e8 : value + 1e8
    }
  }
}
