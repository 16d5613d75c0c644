import Claims

/// One choice of readings under which members can hold, and what is then known.
struct Scenario {
  /// The reading of each member of the problem, -1 where it was not chosen.
  let readings: [Int]
  let store: Store
  /// A way in which they hold; nil where that was not decided.
  let example: Assignment?
  /// Relations that hold besides.
  private let extra: Range<Int>

  init(_ found: ReadingSearch.Found, with extra: Range<Int>) {
    readings = found.readings
    store = found.store
    example = found.example
    self.extra = extra
  }
}

/// Choices of readings under which members can hold, or were not shown not to.
struct Scenarios {
  let list: [Scenario]
  /// Whether there are no others.
  let areAll: Bool
}

/// What is left for a value.
public struct ExactBounds: Sendable {
  public let bounds: Bounds
  /// Whether both ends can be reached; else they may be wider than they must.
  public let isExact: Bool

  public init(bounds: Bounds, isExact: Bool) {
    self.bounds = bounds
    self.isExact = isExact
  }
}

extension Scenario {
  /// What is left for the value that a constraint bounds: to the tolerance of the arithmetic exact, where what
  /// follows bound by bound may be wider. Moments are seconds since 1970.
  ///
  /// - Parameter further: relations that hold besides.
  func exactBounds(of constraint: Constraint, with further: Range<Int> = 0..<0) -> ExactBounds? {
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
    var chosen = Array(0..<store.problem.lawCount) + extra
    for (place, reading) in readings.enumerated() where reading >= 0 {
      chosen += store.problem.relations(of: place, reading: reading)
    }
    return chosen
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
