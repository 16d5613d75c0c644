extension ConstraintSystem {
  /// Whether members would be in no conflict beside others, of which it is known what can hold together.
  ///
  /// Members are in none if they can hold beside every largest set of the others that can hold itself, which is all
  /// that a minimal correction leaves.
  ///
  /// - Parameters:
  ///   - own: positions of the members.
  ///   - known: the minimal sets of another system of which the others, found again by their names, were taken.
  /// - Returns: nil where that would take too long, or not all of what can hold together is known.
  public func standsBeside(_ own: [Int], _ known: KnownSets) -> Bool? {
    let rests = known.groups.map { group -> [[Member.ID]] in
      let corrections = group.corrections.isEmpty ? [[]] : group.corrections
      return corrections.map { correction in
        let left = Set(correction)
        return group.members.filter { !left.contains($0) }.map { known.names[$0] }
      }
    }
    // Of groups that the members do not join, any one set will do.
    let joined = joining(own, rests)
    var choices: [[Member.ID]] = [[]]
    for (rest, isJoined) in zip(rests, joined) where isJoined {
      choices = choices.flatMap { chosen in rest.map { chosen + $0 } }
      guard choices.count <= Self.standingLimit else { return nil }
    }
    guard !zip(known.groups, joined).contains(where: { $0.isIncomplete && $1 }) else { return nil }
    let excluded = Set(own)
    for choice in choices {
      let beside = indices(of: choice).filter { !excluded.contains($0) }
      switch contradicts((beside + own).sorted()) {
      case true?: return false
      case nil: return nil
      case false?: break
      }
    }
    return true
  }

  private static let standingLimit = 300

  /// Which of some groups bear on members.
  private func joining(_ own: [Int], _ rests: [[[Member.ID]]]) -> [Bool] {
    let groups = rests.map { Set(indices(of: Set($0.joined()))) }
    let all = groups.reduce(Set(own)) { $0.union($1) }.sorted()
    let mine = Set(
      components(of: all).filter { component in component.contains { own.contains($0) } }.joined())
    return groups.map { !$0.isDisjoint(with: mine) }
  }
}
