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
    switch isClose(value, last)
      ? true
      : canReach(
        last, 1e-3, isLow, nodes: bound.isFinite ? BranchAndPrune.nodeLimit : Self.probeNodes)
    {
    case true?: return (bound, true)
    case false?: break
    case nil: return (bound, false)
    }
    var (inside, outside) = (value, last)
    for _ in 0..<Self.stepLimit where !isClose(inside, outside) {
      let middle = middle(inside, outside)
      switch canReach(middle, 0, isLow) {
      case true?: inside = middle
      case false?: outside = middle
      case nil: return (outside, false)
      }
    }
    return (outside, isClose(inside, outside))
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
    abs(one - other) <= max(1e-3, 4e-9 * min(abs(one), abs(other)))
  }

  /// Whether the value can be as far out as a bound, give or take what is called close; nil where that is not
  /// decided.
  private func canReach(
    _ bound: Double, _ close: Double, _ isLow: Bool, nodes: Int = BranchAndPrune.nodeLimit
  ) -> Bool? {
    let interval =
      isLow ? Bounds(-.infinity, bound + close) : Bounds(bound - close, .infinity)
    var supposed = store
    subject.suppose(interval, in: &supposed)
    supposed.propagate()
    guard !supposed.isContradictory else { return false }
    var branching = BranchAndPrune(chosen: chosen, nodes: nodes) { [subject] in
      subject.lies(in: interval, $0)
    }
    switch branching.decide(supposed) {
    case .example: return true
    case .refuted: return false
    case .undecided: return nil
    }
  }
}
