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
    let low = search.end(from: value, to: hull.low, isLow: true)
    let high = search.end(from: value, to: hull.high, isLow: false)
    return ExactBounds(
      bounds: subject.told(Bounds(low.value, high.value), store.problem),
      isExact: low.isExact && high.isExact)
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

  /// The end, and whether it can be reached; where that is not decided, a value that surely cannot be passed.
  func end(from value: Double, to bound: Double, isLow: Bool) -> (value: Double, isExact: Bool) {
    guard bound.isFinite else { return (bound, true) }
    var (inside, outside) = (value, bound)
    if isClose(inside, outside) || canReach(bound, 1e-3, isLow) == true { return (bound, true) }
    while !isClose(inside, outside) {
      let middle = (inside + outside) / 2
      switch canReach(middle, 0, isLow) {
      case true?: inside = middle
      case false?: outside = middle
      case nil: return (outside, false)
      }
    }
    return (outside, true)
  }

  private func isClose(_ one: Double, _ other: Double) -> Bool {
    abs(one - other) <= max(1e-3, 1e-7 * min(abs(one), abs(other)))
  }

  /// Whether the value can be as far out as a bound, give or take what is called close; nil where that is not
  /// decided.
  private func canReach(_ bound: Double, _ close: Double, _ isLow: Bool) -> Bool? {
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
    switch branching.decide(supposed) {
    case .example: return true
    case .refuted: return false
    case .undecided: return nil
    }
  }
}
