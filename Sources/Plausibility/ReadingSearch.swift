/// Depth-first search over the readings of members, with backjumping: a contradiction that does not rest on
/// the last choice refutes all alternatives to it at once (P. Prosser, Hybrid algorithms for the constraint
/// satisfaction problem, Computational Intelligence 9 (1993) 268–299).
///
/// Members with one reading come first; then those with the fewest. The number of steps is bounded: a
/// search that is given up has proved nothing.
struct ReadingSearch {
  enum Answer {
    case refuted(MemberSet)
    case open(String)
  }

  struct Found {
    let readings: [Int]
    let store: Store
    let example: Assignment?
  }

  /// A contradiction, with the readings under which it was met.
  struct Refuted {
    let refutation: Refutation
    let readings: [Int]
  }

  private static let stepLimit = 2_000

  private let problem: Problem
  private let prelude: Store
  private let limit: Int
  /// Whether choices that could not be decided are kept, without an example.
  private let keepsOpen: Bool
  /// Whether contradictions are kept, so that they can be told.
  private let keepsRefuted: Bool
  private var fixed: [Int] = []
  private var open: [Int] = []
  private(set) var found: [Found] = []
  /// Contradictions that together refute every choice of readings.
  private(set) var refuted: [Refuted] = []
  private var steps = 0

  init(
    _ problem: Problem, _ subset: MemberSet, _ prelude: Store, limit: Int,
    keepsOpen: Bool = false, keepsRefuted: Bool = false
  ) {
    self.problem = problem
    self.prelude = prelude
    self.limit = limit
    self.keepsOpen = keepsOpen
    self.keepsRefuted = keepsRefuted
    for place in subset.positions {
      if problem.readingCount(of: place) == 1 { fixed.append(place) } else { open.append(place) }
    }
    open.sort {
      (problem.readingCount(of: $0), $0) < (problem.readingCount(of: $1), $1)
    }
  }

  /// Fills `found`; the answer tells why it is empty.
  mutating func run() -> Answer {
    var store = prelude
    var readings = Array(repeating: -1, count: problem.members.count)
    for place in fixed {
      for index in problem.relations(of: place, reading: 0) { store.add(index) }
      readings[place] = 0
      if store.isContradictory { break }
    }
    store.propagate(rounds: rounds)
    return descend(0, store, readings) ?? .open("")
  }

  /// Nil where something was found below.
  private mutating func descend(_ depth: Int, _ store: Store, _ readings: [Int]) -> Answer? {
    if store.isContradictory { return refute(.crossing(store), readings) }
    guard depth < open.count else { return leaf(store, readings) }
    let member = open[depth]
    let mark = refuted.count
    var union = MemberSet(count: problem.members.count)
    var openReason: String?
    var hasFound = false
    for reading in 0..<problem.readingCount(of: member) {
      guard found.count < limit else { return nil }
      steps += 1
      guard steps <= Self.stepLimit else { return .open("there are too many readings to try all") }
      var branch = store
      for index in problem.relations(of: member, reading: reading) { branch.add(index) }
      branch.propagate(rounds: rounds)
      var more = readings
      more[member] = reading
      let ownMark = refuted.count
      switch descend(depth + 1, branch, more) {
      case nil: hasFound = true
      case .open(let reason)?: openReason = reason
      case .refuted(let core)?:
        guard core.contains(member) else {
          // This alone refutes the other readings too.
          refuted.removeSubrange(mark..<ownMark)
          return hasFound ? nil : .refuted(core)
        }
        union.formUnion(core)
      }
    }
    if hasFound { return nil }
    return openReason.map { .open($0) } ?? .refuted(union)
  }

  /// Where a contradiction is to be told, bounds are not drawn out further than a reader would follow.
  private var rounds: Int { keepsRefuted ? Self.toldRounds : Store.roundLimit }
  private static let toldRounds = 3

  private mutating func refute(_ refutation: Refutation, _ readings: [Int]) -> Answer {
    if keepsRefuted { refuted.append(Refuted(refutation: refutation, readings: readings)) }
    return .refuted(refutation.core.members)
  }

  private mutating func leaf(_ store: Store, _ readings: [Int]) -> Answer? {
    var chosen = Array(0..<problem.lawCount)
    for (place, reading) in readings.enumerated() where reading >= 0 {
      chosen += problem.relations(of: place, reading: reading)
    }
    var branching = BranchAndPrune(chosen: chosen, isTelling: keepsRefuted)
    switch branching.decide(store) {
    case .example(let example):
      found.append(Found(readings: readings, store: store, example: example))
      return nil
    case .refuted(let refutation): return refute(refutation, readings)
    case .undecided(let reason):
      if keepsOpen {
        found.append(Found(readings: readings, store: store, example: nil))
        return nil
      }
      return .open(reason)
    }
  }
}
