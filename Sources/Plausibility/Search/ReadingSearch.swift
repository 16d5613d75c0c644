/// Depth-first search over the readings of members, with backjumping: a contradiction that does not rest on
/// the last choice refutes all alternatives to it at once (P. Prosser, Hybrid algorithms for the constraint
/// satisfaction problem, Computational Intelligence 9 (1993) 268–299).
///
/// What holds under all readings of a member holds from the start. Of the others those come first of which the
/// fewest readings are left then. The number of choices that failed is bounded: a search that is given up has
/// proved nothing.
struct ReadingSearch {
  enum Answer {
    /// Under some readings the members can hold, or were not shown not to.
    case found
    case refuted(MemberSet)
    case open(Undecided)
  }

  struct Found {
    let readings: [Int]
    let store: BoundStore
    let example: Assignment?
  }

  /// A contradiction, with the readings under which it was met.
  struct Refuted {
    let refutation: Refutation
    let readings: [Int]
  }

  /// What is wanted of a search.
  struct Wish {
    /// How many choices of readings.
    var limit = 1
    /// How many choices may fail before the search is given up.
    var failures: Int
    /// Whether choices that could not be decided are kept, without an example.
    var keepsOpen = false
    /// Whether contradictions are kept, so that they can be proved.
    var keepsRefuted = false
    /// Relations that hold besides.
    var extra = 0..<0
    /// What an example must satisfy besides.
    var supposition: (Assignment) -> Bool = { _ in true }
  }

  private let problem: Problem
  private let prelude: BoundStore
  private let wish: Wish
  private var fixed: [Int] = []
  private var open: [Int] = []
  /// What refutes a reading from the start, by member and reading.
  private var refutedAtRoot: [Int: [MemberSet?]] = [:]
  private(set) var found: [Found] = []
  /// Contradictions that together refute every choice of readings.
  private(set) var refuted: [Refuted] = []
  /// Whether every choice of readings was looked at.
  private(set) var isExhaustive = true
  private var failures = 0

  init(_ problem: Problem, _ subset: MemberSet, _ prelude: BoundStore, _ wish: Wish) {
    self.problem = problem
    self.prelude = prelude
    self.wish = wish
    for place in subset.positions {
      if problem.readingCount(of: place) == 1 { fixed.append(place) } else { open.append(place) }
    }
  }

  /// Fills `found`; the answer says why it is empty.
  mutating func run() -> Answer {
    if let reason = Undecided.now {
      isExhaustive = false
      return .open(reason)
    }
    var store = prelude
    for index in wish.extra { store.add(index) }
    var readings = Array(repeating: -1, count: problem.members.count)
    for place in fixed { readings[place] = 0 }
    let said = fixed.flatMap { problem.relations(of: $0, reading: 0) }
    // A proof goes on in the order in which things were said.
    if wish.keepsRefuted {
      for index in said where !store.isContradictory { store.add(index) }
    } else {
      store.addTightest(of: said)
    }
    if isShortcut {
      for place in open where problem.hulls[place] >= 0 { store.add(problem.hulls[place]) }
    }
    store.propagate(rounds: rounds)
    order(store)
    return descend(0, store, readings)
  }

  /// Whether readings are refuted together where they can be; a few are proved one by one.
  private var isShortcut: Bool {
    !wish.keepsRefuted || open.reduce(1) { min(100, $0 * problem.readingCount(of: $1)) } > 4
  }

  /// Tries each reading alone, and sorts the members by how many are left.
  private mutating func order(_ store: BoundStore) {
    guard !store.isContradictory, open.count > 1 else { return }
    var left: [Int: Int] = [:]
    for place in open {
      var cores: [MemberSet?] = []
      for reading in 0..<problem.readingCount(of: place) {
        var branch = store
        for index in problem.relations(of: place, reading: reading) { branch.add(index) }
        branch.propagate(rounds: 2)
        cores.append(
          branch.isContradictory
            ? Refutation(crossing: branch, keepsProof: false).core.members : nil)
      }
      left[place] = cores.count { $0 == nil }
      if !wish.keepsRefuted { refutedAtRoot[place] = cores }
    }
    open.sort { (left[$0] ?? 0, $0) < (left[$1] ?? 0, $1) }
  }

  private mutating func descend(_ depth: Int, _ store: BoundStore, _ readings: [Int]) -> Answer {
    if store.isContradictory {
      return refute(Refutation(crossing: store, keepsProof: wish.keepsRefuted), readings)
    }
    guard depth < open.count else { return leaf(store, readings) }
    let member = open[depth]
    let mark = refuted.count
    var union = MemberSet(count: problem.members.count)
    var openReason: Undecided?
    var hasFound = false
    for reading in 0..<problem.readingCount(of: member) {
      guard found.count < wish.limit else {
        isExhaustive = false
        return .found
      }
      guard failures < wish.failures else {
        isExhaustive = false
        return hasFound ? .found : .open(.tooManyReadings)
      }
      let ownMark = refuted.count
      if let reason = Undecided.now {
        isExhaustive = false
        return hasFound ? .found : .open(reason)
      }
      switch choose(reading, of: member, depth, store, readings) {
      case .found: hasFound = true
      case .open(let reason): openReason = reason
      case .refuted(let core):
        guard core.contains(member) else {
          // This alone refutes the other readings too.
          refuted.removeSubrange(mark..<ownMark)
          return hasFound ? .found : .refuted(core)
        }
        union.formUnion(core)
      }
    }
    if hasFound { return .found }
    return openReason.map { .open($0) } ?? .refuted(union)
  }

  private mutating func choose(
    _ reading: Int, of member: Int, _ depth: Int, _ store: BoundStore, _ readings: [Int]
  ) -> Answer {
    if let core = refutedAtRoot[member]?[reading] { return .refuted(core) }
    var branch = store
    for index in problem.relations(of: member, reading: reading) { branch.add(index) }
    branch.propagate(rounds: rounds)
    var more = readings
    more[member] = reading
    return descend(depth + 1, branch, more)
  }

  /// Where a contradiction is to be proved, bounds are not drawn out further than a reader would follow.
  private var rounds: Int { wish.keepsRefuted ? Self.proofRounds : BoundStore.roundLimit }
  private static let proofRounds = 3

  private mutating func refute(_ refutation: Refutation, _ readings: [Int]) -> Answer {
    failures += 1
    if wish.keepsRefuted { refuted.append(Refuted(refutation: refutation, readings: readings)) }
    return .refuted(refutation.core.members)
  }

  private mutating func leaf(_ store: BoundStore, _ readings: [Int]) -> Answer {
    var chosen = Array(0..<problem.lawCount) + wish.extra
    for (place, reading) in readings.enumerated() where reading >= 0 {
      chosen += problem.relations(of: place, reading: reading)
    }
    var branching = BranchAndPrune(
      chosen: chosen, keepsProof: wish.keepsRefuted, supposing: wish.supposition)
    switch branching.decide(store) {
    case .example(let example):
      found.append(Found(readings: readings, store: store, example: example))
      return .found
    case .refuted(let refutation): return refute(refutation, readings)
    case .undecided(let reason):
      failures += 1
      guard wish.keepsOpen else { return .open(reason) }
      found.append(Found(readings: readings, store: store, example: nil))
      return .found
    }
  }
}
