/// Looks for the last value that can be, between one that can and one that bounds it.
struct EndSearch {
  let subject: Subject
  let store: BoundStore
  let chosen: [Int]

  func decide(_ store: BoundStore) -> BranchAndPrune.Answer {
    var branching = BranchAndPrune(chosen: chosen)
    return branching.decide(store)
  }

  /// The end, and whether it can be reached; where that is not decided, a value that surely cannot be passed.
  func end(from value: Double, to bound: Double, isLow: Bool) -> (value: Double, isExact: Bool) {
    guard Undecided.now == nil else { return (bound, false) }
    let last = bound.isFinite ? bound : subject.farthest(from: value, isLow)
    if isClose(value, last) { return (bound, true) }
    let nodes = bound.isFinite ? BranchAndPrune.nodeLimit : Self.probeNodes
    switch reach(last, 1e-3, isLow, nodes: nodes) {
    case .value: return (bound, true)
    case .nothing: break
    case .undecided: return (bound, false)
    }
    var (inside, outside) = (value, last)
    for _ in 0..<Self.stepLimit where !isClose(inside, outside) {
      let middle = middle(inside, outside)
      switch reach(middle, 0, isLow) {
      case .nothing:
        outside = middle
        continue
      case .undecided: return (outside, false)
      case .value(let found): inside = farther(middle, found, isLow, than: outside)
      }
      // An example that goes much further than it was asked to has often gone as far as it can.
      guard abs(inside - middle) > 0.01 * abs(outside - middle), !isClose(inside, outside) else {
        continue
      }
      let beyond = inside + (isLow ? -0.9 : 0.9) * closeness(inside, outside)
      switch reach(beyond, 0, isLow) {
      case .nothing: outside = beyond
      case .undecided: return (outside, false)
      case .value(let found): inside = farther(beyond, found, isLow, than: outside)
      }
    }
    return (outside, isClose(inside, outside))
  }

  /// The farther of two values that can be, but not beyond one that cannot.
  private func farther(_ one: Double, _ other: Double, _ isLow: Bool, than end: Double) -> Double {
    isLow ? max(end, min(one, other)) : min(end, max(one, other))
  }

  private static let stepLimit = 200
  /// How many distinctions of cases are looked at to see whether something is unbounded.
  private static let probeNodes = 10

  /// Halfway, or where the ends are of different orders, halfway between the orders.
  private func middle(_ inside: Double, _ outside: Double) -> Double {
    let (near, far) = (max(1, abs(inside)), abs(outside))
    guard far > 100 * near else { return (inside + outside) / 2 }
    return (near * far).squareRoot() * (outside < 0 ? -1 : 1)
  }

  private func isClose(_ one: Double, _ other: Double) -> Bool {
    abs(one - other) <= closeness(one, other)
  }

  private func closeness(_ one: Double, _ other: Double) -> Double {
    max(1e-3, 4e-9 * min(abs(one), abs(other)))
  }

  private enum Reach {
    /// What it is in an example.
    case value(Double)
    case nothing
    case undecided
  }

  /// Whether the value can be as far out as a bound, give or take what is called close.
  private func reach(
    _ bound: Double, _ close: Double, _ isLow: Bool, nodes: Int = BranchAndPrune.nodeLimit
  ) -> Reach {
    let interval =
      isLow ? Bounds(-.infinity, bound + close) : Bounds(bound - close, .infinity)
    var supposed = store
    subject.suppose(interval, in: &supposed)
    supposed.propagate()
    guard !supposed.isContradictory else { return .nothing }
    var branching = BranchAndPrune(chosen: chosen, nodes: nodes) { [subject] in
      subject.lies(in: interval, $0)
    }
    switch branching.decide(supposed) {
    case .example(let example): return .value(subject.value(example))
    case .refuted: return .nothing
    case .undecided: return .undecided
    }
  }
}
