/// All minimal conflicts among a problem's members, and all maximal consistent sets, up to a limit.
///
/// After M. Liffiton, A. Previti, A. Malik and J. Marques-Silva, Fast, flexible MUS enumeration (MARCO),
/// Constraints 21 (2016) 223–250. The contradiction that refutes a set names the members it rests on, so that
/// only those are tried for leaving out; the example that proves a set consistent takes in every member
/// that holds in it.
struct ConflictSearch {
  private let decider: Decider
  private let count: Int
  private let limit: Int
  /// Of each conflict found, not all members may be in the next seed.
  private(set) var conflicts: [MemberSet] = []
  /// Of each consistent set found, one outside member must be in the next seed.
  private(set) var outsides: [MemberSet] = []
  /// The same of sets that could not be decided: nothing below them is looked at.
  private var passedOver: [MemberSet] = []
  /// Whether the limit was reached before everything was explored, or something was left undecided.
  private(set) var isIncomplete = false
  /// Why something was left undecided.
  private(set) var reason = ""

  init(_ decider: Decider, limit: Int) {
    self.decider = decider
    count = decider.problem.members.count
    self.limit = limit
  }

  mutating func run() {
    while let seed = unexploredSeed() {
      if conflicts.count + outsides.count >= limit {
        giveUp("there are more conflicts than are looked for")
        return
      }
      switch decider.decide(seed) {
      case .contradictory(let core): conflicts.append(shrunk(core))
      case .consistent(let example, let readings):
        if grow(seed, example, readings) { return }
      case .undecided(let reason):
        giveUp(reason)
        passedOver.append(MemberSet.all(count).subtracting(seed))
      }
    }
  }

  private mutating func giveUp(_ why: String) {
    isIncomplete = true
    reason = why
  }

  /// Takes away what the contradiction does not need.
  mutating func shrunk(_ core: MemberSet) -> MemberSet {
    var kept = core
    for member in core.positions where kept.contains(member) {
      var attempt = kept
      attempt.remove(member)
      switch decider.decide(attempt) {
      case .contradictory(let smaller): kept = smaller
      case .consistent: break
      case .undecided(let reason): giveUp(reason)
      }
    }
    return kept
  }

  /// Adds members until each further one would contradict; whether all are in.
  private mutating func grow(
    _ seed: MemberSet, _ example: Assignment, _ readings: [Int]
  ) -> Bool {
    var kept = seed
    var example = example
    for member in 0..<count where !kept.contains(member) {
      if decider.problem.holds(member, in: example) {
        kept.insert(member)
        continue
      }
      var attempt = kept
      attempt.insert(member)
      // A conflict that is known need not be proved again.
      if conflicts.contains(where: { $0.isSubset(of: attempt) }) { continue }
      switch decider.decide(attempt) {
      case .contradictory(let core): conflicts.append(shrunk(core))
      case .consistent(let other, _):
        kept = attempt
        example = other
      case .undecided(let reason): giveUp(reason)
      }
    }
    return addOutside(of: kept)
  }

  private mutating func addOutside(of kept: MemberSet) -> Bool {
    outsides.append(MemberSet.all(count).subtracting(kept))
    return kept.count == count
  }

  /// A set that no earlier answer rules out; nil when all are explored, or when looking for one took so long
  /// that the search is given up as incomplete.
  private mutating func unexploredSeed() -> MemberSet? {
    var map = SeedMap(
      conflicts: conflicts.map(\.positions),
      outsides: (outsides + passedOver).map(\.positions))
    switch map.search() {
    case .found(let dropped):
      var seed = MemberSet.all(count)
      for member in dropped { seed.remove(member) }
      return seed
    case .explored: return nil
    case .gaveUp:
      giveUp("there are too many conflicts to look through")
      return nil
    }
  }
}

extension Problem {
  /// Whether some reading of a member holds in an assignment.
  fileprivate func holds(_ member: Int, in example: Assignment) -> Bool {
    readings(of: member).contains { example.satisfies(self, $0) }
  }
}
