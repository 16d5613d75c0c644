import Parallelism

/// What is known about all moments and quantities while constraints are added one by one.
///
/// Moments form a simple temporal network (R. Dechter, I. Meiri and J. Pearl, Temporal constraint
/// networks, Artificial Intelligence 49 (1991) 61–95): `latest[i][j]` is the most that event j can be
/// after event i, kept closed under shortest paths as bounds are added. Quantities have bounds. Every
/// bound remembers the fact that gave it, so that a contradiction can be proved.
struct BoundStore {
  let problem: Problem
  let eventCount: Int
  private(set) var low: [Double]
  private(set) var high: [Double]
  private var lowFacts: [Int32]
  private var highFacts: [Int32]
  private(set) var latest: [Double]
  /// The last fact on the shortest path from one event to another.
  private var lastFacts: [Int32]
  var log = FactLog()
  private(set) var contradiction: Contradiction?
  /// The sums, orders and products that were added.
  private(set) var active: [Int] = []
  /// The differences between two events that members or laws speak of.
  private(set) var pairs: [Pair] = []
  /// When each relation was last drawn upon, and when each quantity and any moment last changed.
  private var seen: [Int32] = []
  private var quantityStamps: [Int32]
  private var timeStamp: Int32 = 1
  private var clock: Int32 = 1

  struct Pair: Hashable {
    let from: Int
    let to: Int
  }

  /// Two bounds that cannot both be.
  struct Contradiction {
    let subject: ProofSubject
    let upper: Double
    let lower: Double
    let upperFacts: [Int]
    let lowerFacts: [Int]
  }

  /// How often all relations are drawn upon before the rest is left to the relaxation: where bounds creep, or run
  /// away without end, it sees at once where they go.
  static let roundLimit = 12

  init(_ problem: Problem) {
    self.problem = problem
    eventCount = problem.events.count
    let quantities = problem.quantities.count
    // Distances and speeds are never negative.
    low = Array(repeating: 0, count: quantities)
    high = Array(repeating: .infinity, count: quantities)
    lowFacts = Array(repeating: -1, count: quantities)
    highFacts = lowFacts
    quantityStamps = Array(repeating: 1, count: quantities)
    latest = Array(repeating: .infinity, count: eventCount * eventCount)
    lastFacts = Array(repeating: -1, count: eventCount * eventCount)
    for index in 0..<eventCount { latest[index * eventCount + index] = 0 }
  }

  var isContradictory: Bool { contradiction != nil }

  func bounds(_ quantity: Int) -> Bounds { Bounds(low[quantity], high[quantity]) }

  /// The seconds from one event to another.
  func elapsed(_ from: Int, _ to: Int) -> Bounds {
    Bounds(-latest[to * eventCount + from], latest[from * eventCount + to])
  }

  // MARK: Adding

  mutating func add(_ index: Int) {
    guard contradiction == nil else { return }
    let relation = problem.relations[index]
    let cause = Cause(owner: problem.owners[index])
    let (first, second) = (Int(relation.first), Int(relation.second))
    log.begin()
    switch relation.kind {
    case .within:
      raise(first, to: relation.low, cause)
      if contradiction == nil { lower(first, to: relation.high, cause) }
    case .elapsed:
      if first != 0, second != 0 { pairs.append(Pair(from: first, to: second)) }
      tighten(first, second, relation.high, cause)
      if contradiction == nil { tighten(second, first, -relation.low, cause) }
    case .order, .sum, .reach, .average:
      active.append(index)
      seen.append(0)
    }
  }

  /// Takes a quantity to be in an interval, for the sake of a distinction of cases.
  mutating func suppose(_ quantity: Int, _ interval: Bounds, depth: Int) {
    log.begin()
    raise(quantity, to: interval.low, .split(depth))
    if contradiction == nil { lower(quantity, to: interval.high, .split(depth)) }
  }

  /// The same of the seconds from one event to another.
  mutating func suppose(_ from: Int, _ to: Int, _ interval: Bounds, depth: Int) {
    pairs.append(Pair(from: from, to: to))
    log.begin()
    tighten(from, to, interval.high, .split(depth))
    if contradiction == nil { tighten(to, from, -interval.low, .split(depth)) }
  }

  /// Draws upon orders, sums and products until nothing becomes tighter.
  ///
  /// - Parameter limit: how often all are drawn upon.
  mutating func propagate(rounds limit: Int = BoundStore.roundLimit) {
    var rounds = 0
    var changed = true
    let start = clock
    // What became tighter may have drawn all pairs of moments along.
    defer {
      Effort.spend(
        rounds * active.count * 4 + Int(clock - start) * (eventCount * eventCount / 4 + 1))
    }
    while changed, rounds < limit {
      changed = false
      rounds += 1
      for place in active.indices {
        guard contradiction == nil else { return }
        guard isStale(place) else { continue }
        seen[place] = clock
        if contract(active[place]) { changed = true }
      }
    }
  }

  private func isStale(_ place: Int) -> Bool {
    let when = seen[place]
    guard when > 0 else { return true }
    let relation = problem.relations[active[place]]
    if relation.isProduct, timeStamp > when { return true }
    if quantityStamps[Int(relation.first)] > when { return true }
    if relation.second >= 0, quantityStamps[Int(relation.second)] > when { return true }
    return relation.parts.contains { quantityStamps[Int(problem.parts[$0])] > when }
  }

  // MARK: Quantities

  func isAbove(_ quantity: Int, _ value: Double) -> Bool {
    value > low[quantity] + Tolerance.of(low[quantity])
  }

  func isBelow(_ quantity: Int, _ value: Double) -> Bool {
    value < high[quantity] - Tolerance.of(high[quantity])
  }

  /// The quantity is at least the value, because of what was cited since `begin`.
  @discardableResult
  mutating func raise(_ quantity: Int, to value: Double, _ cause: Cause) -> Bool {
    guard isAbove(quantity, value) else { return false }
    let fact = log.add(.least(quantity), value, cause)
    low[quantity] = value
    lowFacts[quantity] = fact
    clock += 1
    quantityStamps[quantity] = clock
    if value > high[quantity] + Tolerance.of(value) { cross(quantity) }
    return true
  }

  /// The same of the greatest value.
  @discardableResult
  mutating func lower(_ quantity: Int, to value: Double, _ cause: Cause) -> Bool {
    guard isBelow(quantity, value) else { return false }
    let fact = log.add(.most(quantity), value, cause)
    high[quantity] = value
    highFacts[quantity] = fact
    clock += 1
    quantityStamps[quantity] = clock
    if value < low[quantity] - Tolerance.of(value) { cross(quantity) }
    return true
  }

  private mutating func cross(_ quantity: Int) {
    contradiction = Contradiction(
      subject: .quantity(problem.name(ofQuantity: quantity)), upper: high[quantity],
      lower: low[quantity], upperFacts: known(highFacts[quantity]),
      lowerFacts: known(lowFacts[quantity]))
  }

  private func known(_ fact: Int32) -> [Int] { fact < 0 ? [] : [Int(fact)] }

  mutating func cite(leastOf quantity: Int) { log.cite(lowFacts[quantity]) }
  mutating func cite(mostOf quantity: Int) { log.cite(highFacts[quantity]) }

  // MARK: Moments

  /// Event `to` is at most `most` seconds after event `from`.
  @discardableResult
  mutating func tighten(_ from: Int, _ to: Int, _ most: Double, _ cause: Cause) -> Bool {
    let count = eventCount
    guard most < latest[from * count + to] - Tolerance.moment else { return false }
    let fact = log.add(.elapsed(from, to), most, cause)
    clock += 1
    timeStamp = clock
    let back = latest[to * count + from]
    if most + back < -Tolerance.moment {
      log.begin()
      cite(mostFrom: to, to: from)
      contradiction = Contradiction(
        subject: .elapsed(problem.name(ofEvent: from), problem.name(ofEvent: to)), upper: most,
        lower: -back, upperFacts: [Int(fact)], lowerFacts: log.takeCited())
      return true
    }
    close(from, to, most, fact)
    return true
  }

  /// Every path that is shorter by the new fact now goes by it.
  ///
  /// Only from events whose path to `to`, and to events whose path from `from`, is shorter.
  private mutating func close(_ from: Int, _ to: Int, _ most: Double, _ fact: Int32) {
    let count = eventCount
    latest.withUnsafeMutableBufferPointer { latest in
      lastFacts.withUnsafeMutableBufferPointer { lastFacts in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: count) { ends in
          var endCount = 0
          for end in 0..<count
          where most + latest[to * count + end] < latest[from * count + end] {
            ends[endCount] = Int32(end)
            endCount += 1
          }
          for start in 0..<count {
            let total = latest[start * count + from] + most
            guard total < latest[start * count + to] else { continue }
            for index in 0..<endCount {
              let end = Int(ends[index])
              let path = total + latest[to * count + end]
              // A ring of less than what counts as nothing is not gone round again and again.
              guard path < latest[start * count + end], start != end else { continue }
              latest[start * count + end] = path
              lastFacts[start * count + end] = to == end ? fact : lastFacts[to * count + end]
            }
          }
        }
      }
    }
  }

  /// Cites the facts on the shortest path from one event to another.
  mutating func cite(mostFrom start: Int, to end: Int) {
    var event = end
    var steps = 0
    while event != start {
      let fact = lastFacts[start * eventCount + event]
      guard fact >= 0, case .elapsed(let before, _) = log.facts[Int(fact)].subject else { return }
      log.cite(fact)
      event = before
      steps += 1
      guard steps <= eventCount else { return citeAllElapsed() }
    }
  }

  /// Paths that rounding has bent into a ring are not followed: everything said of time is cited.
  private mutating func citeAllElapsed() {
    for (index, fact) in log.facts.enumerated() {
      if case .elapsed = fact.subject { log.cite(Int32(index)) }
    }
  }
}
