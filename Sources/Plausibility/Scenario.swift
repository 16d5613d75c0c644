import Claims

/// One choice of readings under which members can hold, and what is then known.
struct Scenario {
  /// The reading of each member of the problem, -1 where it was not chosen.
  let readings: [Int]
  let store: Store
  /// A way in which they hold; nil where that was not decided.
  let example: Assignment?
}

/// What is left for a value, and whether its ends can be reached.
struct ExactBounds {
  let bounds: Bounds
  let isExact: Bool
}

extension Scenario {
  /// What is left for the value that a constraint bounds: to the tolerance of the arithmetic exact, where what
  /// follows bound by bound may be wider. Moments are seconds since 1970.
  ///
  /// - Parameter further: relations that hold besides.
  func exactBounds(of constraint: Constraint, with further: Range<Int>) -> ExactBounds? {
    var store = store
    for index in further { store.add(index) }
    store.propagate()
    guard !store.isContradictory, let subject = Subject(constraint, store.problem) else {
      return store.isContradictory ? nil : ExactBounds(bounds: .all, isExact: true)
    }
    let search = EndSearch(subject: subject, store: store, chosen: chosen + further)
    let start: Assignment
    switch search.decide(store) {
    case .example(let example): start = example
    case .refuted: return nil
    case .undecided:
      return ExactBounds(
        bounds: subject.told(subject.bounds(store), store.problem), isExact: false)
    }
    let hull = subject.bounds(store)
    let value = subject.value(start)
    let exact = Bounds(
      search.end(from: value, to: hull.low, isLow: true),
      search.end(from: value, to: hull.high, isLow: false))
    return ExactBounds(bounds: subject.told(exact, store.problem), isExact: true)
  }

  /// The relations of the laws and of the chosen readings.
  private var chosen: [Int] {
    var chosen = Array(0..<store.problem.lawCount)
    for (place, reading) in readings.enumerated() where reading >= 0 {
      chosen += store.problem.relations(of: place, reading: reading)
    }
    return chosen
  }
}

/// A quantity, or the time between two events.
private enum Subject {
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

  /// Takes the value to lie in an interval.
  func suppose(_ interval: Bounds, in store: inout Store) {
    switch self {
    case .quantity(let quantity): store.suppose(quantity, interval, depth: 63)
    case .elapsed(let start, let end): store.suppose(start, end, interval, depth: 63)
    }
  }
}

/// Looks for the last value that can be, between one that can and one that bounds it.
private struct EndSearch {
  let subject: Subject
  let store: Store
  let chosen: [Int]

  func decide(_ store: Store) -> BranchAndPrune.Answer {
    var branching = BranchAndPrune(chosen: chosen)
    return branching.decide(store)
  }

  func end(from value: Double, to bound: Double, isLow: Bool) -> Double {
    guard bound.isFinite else { return bound }
    var (inside, outside) = (value, bound)
    if isClose(inside, outside) || canReach(bound, 1e-3, isLow) { return bound }
    while !isClose(inside, outside) {
      let middle = (inside + outside) / 2
      if canReach(middle, 0, isLow) { inside = middle } else { outside = middle }
    }
    return outside
  }

  private func isClose(_ one: Double, _ other: Double) -> Bool {
    abs(one - other) <= max(1e-3, 1e-7 * min(abs(one), abs(other)))
  }

  /// Whether the value can be as far out as a bound, give or take what is called close.
  private func canReach(_ bound: Double, _ close: Double, _ isLow: Bool) -> Bool {
    let interval =
      isLow ? Bounds(-.infinity, bound + close) : Bounds(bound - close, .infinity)
    var supposed = store
    subject.suppose(interval, in: &supposed)
    supposed.propagate()
    guard !supposed.isContradictory else { return false }
    var branching = BranchAndPrune(chosen: chosen) { [subject] assignment in
      let value = subject.value(assignment)
      let slack = 1e-3 + 1e-9 * abs(value)
      return value >= interval.low - slack && value <= interval.high + slack
    }
    guard case .example = branching.decide(supposed) else { return false }
    return true
  }
}
