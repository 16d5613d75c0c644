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

  func bounds(_ store: Store) -> Bounds {
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

  /// Bounds as they are told: moments since 1970.
  func told(_ bounds: Bounds, _ problem: Problem) -> Bounds {
    guard case .elapsed(let start, let end) = self else { return bounds }
    let shift = (end == 0 ? 0 : problem.reference) - (start == 0 ? 0 : problem.reference)
    return Bounds(bounds.low + shift, bounds.high + shift)
  }

  /// Told bounds in the problem's own terms.
  func own(_ bounds: Bounds, _ problem: Problem) -> Bounds {
    let shift = told(Bounds(0, 0), problem).low
    return Bounds(bounds.low - shift, bounds.high - shift)
  }

  /// Takes the value to lie in an interval.
  func suppose(_ interval: Bounds, in store: inout Store) {
    switch self {
    case .quantity(let quantity): store.suppose(quantity, interval, depth: 63)
    case .elapsed(let start, let end): store.suppose(start, end, interval, depth: 63)
    }
  }

  /// Whether an example has it in an interval, give or take what the arithmetic tells apart.
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
