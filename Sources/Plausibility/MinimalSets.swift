/// The minimal conflicts of members that bear on one another, and their minimal corrections: each correction
/// is a smallest set without which the rest can hold.
public struct MinimalSets: Sendable {
  /// The members, as positions in the system.
  public let members: [Int]
  public let conflicts: [[Int]]
  public let corrections: [[Int]]
  /// Whether there may be more than were found, and why.
  public let isIncomplete: Bool
  public let reason: String
}

extension ConstraintSystem {
  /// All minimal conflicts and corrections of the members at the given positions, one answer for each group of
  /// members that bear on one another.
  ///
  /// - Parameter limit: how many conflicts and corrections are looked for in each group.
  public func minimalSets(of selected: [Int], limit: Int = 400) -> [MinimalSets] {
    components(of: selected).map { group in
      var search = ConflictSearch(Decider(Problem(self, members: group)), limit: limit)
      search.run()
      func named(_ sets: [MemberSet]) -> [[Int]] { sets.map { $0.positions.map { group[$0] } } }
      return MinimalSets(
        members: group, conflicts: named(search.conflicts),
        corrections: named(search.outsides.filter { !$0.isEmpty }),
        isIncomplete: search.isIncomplete, reason: search.reason)
    }
  }
}

extension ConstraintSystem {
  /// One minimal conflict among the members at the given positions, nil where they can hold or where that is not
  /// decided.
  public func minimalConflict(of selected: [Int]) -> [Int]? {
    let decider = Decider(Problem(self, members: selected))
    guard case .contradictory(let core) = decider.decide(.all(selected.count)) else { return nil }
    var search = ConflictSearch(decider, limit: 1)
    return search.shrunk(core).positions.map { selected[$0] }
  }
}
