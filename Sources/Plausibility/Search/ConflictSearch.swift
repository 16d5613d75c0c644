/// All minimal conflicts among a problem's members, and all minimal corrections, up to a limit.
///
/// A correction takes a member from every conflict. So the smallest sets that do so for the conflicts found so far
/// are left out in turn: either the rest can hold, and the set is a correction, or it holds a further conflict
/// (D. Gunopulos et al., Data mining, hypergraph transversals, and machine learning, PODS 1997, 209–216; J. Bailey
/// and P. Stuckey, Discovery of minimal unsatisfiable subsets of constraints using hitting set dualization, PADL
/// 2005, LNCS 3350, 174–186). The contradiction that refutes a set names the members it rests on, so that only
/// those are tried for leaving out.
struct ConflictSearch {
  private let decider: Decider
  private let count: Int
  private let limit: Int
  private var decisionsLeft: Int
  private(set) var conflicts: [MemberSet] = []
  /// Each with an example in which all other members hold.
  private(set) var corrections: [Correction] = []
  /// Members of conflicts of which it was not decided whether the conflict needs them.
  private(set) var doubtful: MemberSet
  /// Why not everything was explored; nil where it was.
  private(set) var gap: Undecided?

  struct Correction {
    let members: MemberSet
    let example: Assignment
    let readings: [Int]
  }

  /// What may be spent on decisions, in variables and relations looked at.
  private static let effort = 20_000_000
  /// How many decisions one that is given up counts for.
  private static let effortOfGivingUp = 20

  init(_ decider: Decider, limit: Int) {
    self.decider = decider
    self.limit = limit
    let problem = decider.problem
    count = problem.members.count
    doubtful = MemberSet(count: problem.members.count)
    decisionsLeft =
      Self.effort / (problem.events.count * problem.events.count + problem.relations.count + 1)
  }

  mutating func run() {
    var map = Transversals(members: count)
    while let given = map.next() {
      guard conflicts.count + corrections.count < limit, decisionsLeft > 0 else {
        gap = .moreConflicts
        return
      }
      if let reason = Undecided.now {
        gap = reason
        return
      }
      switch decide(MemberSet.all(count).subtracting(given)) {
      case .consistent(let example, let readings):
        corrections.append(Correction(members: given, example: example, readings: readings))
      case .contradictory(let core): add(shrunk(core), to: &map, missedBy: given)
      case .undecided(let reason):
        gap = reason
        if let conflict = conflict(without: given) { add(conflict, to: &map, missedBy: given) }
      }
    }
    if map.isExhausted { gap = .moreConflicts }
  }

  /// Takes sets that are each other's smallest transversals, such as those of a similar problem, for all conflicts and
  /// corrections, if each conflict is contradictory and what each correction leaves can hold: then every other set holds
  /// one of the conflicts or lies in what one of the corrections leaves. Whether they are.
  mutating func confirm(_ guessed: [MemberSet], _ mended: [MemberSet]) -> Bool {
    guard !guessed.isEmpty, guessed.count + mended.count < limit else { return false }
    var found: [Correction] = []
    for correction in mended {
      guard
        case .consistent(let example, let readings) = decide(
          MemberSet.all(count).subtracting(correction))
      else { return false }
      found.append(Correction(members: correction, example: example, readings: readings))
    }
    for conflict in guessed {
      guard case .contradictory = decide(conflict) else { return false }
    }
    (conflicts, corrections) = (guessed, found)
    return true
  }

  private mutating func add(
    _ conflict: MemberSet, to map: inout Transversals, missedBy given: MemberSet
  ) {
    conflicts.append(conflict)
    map.add(conflict, missedBy: given)
  }

  private mutating func decide(_ set: MemberSet) -> Decider.Answer {
    decisionsLeft -= 1
    let answer = decider.decide(set)
    // What was given up took long.
    if case .undecided = answer { decisionsLeft -= Self.effortOfGivingUp }
    return answer
  }

  /// Takes away what the contradiction does not need.
  mutating func shrunk(_ core: MemberSet) -> MemberSet {
    var kept = core
    for member in core.positions where kept.contains(member) {
      guard decisionsLeft > 0 else {
        gap = .moreConflicts
        for rest in kept.positions where rest >= member { doubtful.insert(rest) }
        return kept
      }
      var attempt = kept
      attempt.remove(member)
      switch decide(attempt) {
      case .contradictory(let smaller): kept = smaller
      case .consistent: break
      case .undecided(let reason):
        gap = reason
        doubtful.insert(member)
      }
    }
    return kept
  }

  /// A conflict among members of which it could not be decided whether all of them can hold: they are added one by
  /// one, without those of which it cannot be decided then.
  private mutating func conflict(without given: MemberSet) -> MemberSet? {
    var kept = MemberSet(count: count)
    for member in 0..<count where !given.contains(member) && decisionsLeft > 0 {
      var attempt = kept
      attempt.insert(member)
      switch decide(attempt) {
      case .contradictory(let core): return shrunk(core)
      case .consistent: kept = attempt
      case .undecided: break
      }
    }
    return nil
  }
}
