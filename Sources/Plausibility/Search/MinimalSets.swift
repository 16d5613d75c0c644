import Parallelism

/// The minimal conflicts of members that bear on one another, and their minimal corrections: each correction
/// is a smallest set without which the rest can hold.
public struct MinimalSets: Sendable {
  /// The members, as positions in the system.
  public let members: [Int]
  public let conflicts: [[Int]]
  public let corrections: [[Int]]
  /// Members of conflicts of which it was not decided whether the conflict needs them.
  let doubtful: [Int]
  /// Why there may be more than were found; nil where these are all.
  public let gap: Undecided?
  /// How all members can hold, where they can.
  let witness: Witness?

  /// Whether there may be more than were found.
  public var isIncomplete: Bool { gap != nil }
}

extension ConstraintSystem {
  /// How many conflicts and corrections are looked for in each group of members that bear on one another.
  public static let minimalSetLimit = 1_000

  /// All minimal conflicts and corrections of the members at the given positions, one answer for each group of
  /// members that bear on one another.
  ///
  /// - Parameters:
  ///   - selected: the positions of the members.
  ///   - limit: how many conflicts and corrections are looked for in each group.
  ///   - similar: what is known of a system that is much like this one, and may be so of this one.
  public func minimalSets(
    of selected: [Int], limit: Int = ConstraintSystem.minimalSetLimit,
    like similar: KnownSets? = nil
  ) -> [MinimalSets] {
    components(of: selected).map { group in
      let problem = Problem(self, members: group)
      var search = ConflictSearch(Decider(problem), limit: limit)
      let guess = similar?.sets(ofMembers: group.map { members[$0].id })
      if guess.map({ search.confirm($0.conflicts, $0.corrections) }) != true {
        _ = Effort.within(Judge.effort) { search.run() }
      }
      func named(_ set: MemberSet) -> [Int] { set.positions.map { group[$0] } }
      let whole = search.corrections.first { $0.members.isEmpty }
      let witness = whole.flatMap { Witness($0.example, $0.readings, problem) }
      return MinimalSets(
        members: group, conflicts: search.conflicts.map(named),
        corrections: search.corrections.map(\.members).filter { !$0.isEmpty }.map(named),
        doubtful: named(search.doubtful),
        gap: search.gap ?? (whole != nil && witness == nil ? .failedExample : nil),
        witness: witness)
    }
  }

  /// One minimal conflict among the members at the given positions, nil where they can hold or where that is not
  /// decided.
  public func minimalConflict(of selected: [Int]) -> [Int]? {
    let decider = Decider(Problem(self, members: selected))
    guard case .contradictory(let core) = decider.decide(.all(selected.count)) else { return nil }
    var search = ConflictSearch(decider, limit: 1)
    return search.shrunk(core).positions.map { selected[$0] }
  }
}
