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

extension ConstraintSystem {
  /// Which of the members at the given positions can hold together, of the groups that bear on some of them or on some
  /// events.
  ///
  /// - Parameters:
  ///   - selected: the positions of the members taken into account.
  ///   - wanted: the positions of the members in question.
  ///   - events: the events in question.
  ///   - similar: what is known of a system that is much like this one; it saves time where it is so of this one
  ///     too.
  public func knownSets(
    of selected: [Int], bearingOn wanted: Set<Int>, events: [EventID],
    like similar: KnownSets? = nil
  ) -> KnownSets {
    let places = Set(events.compactMap { vocabulary.events[$0].map { groups[Int($0)] } })
    let bearing = components(of: selected).filter { group in
      group.contains { wanted.contains($0) || bears($0, on: places) }
    }
    return KnownSets(
      groups: bearing.flatMap { minimalSets(of: $0, like: similar) }, names: members.map(\.id))
  }

  private func bears(_ member: Int, on places: Set<Int32>) -> Bool {
    guard !places.isEmpty else { return false }
    return readings(of: member).joined().contains { index in
      var isThere = false
      memberRelations[index].forEachEvent { event in
        if event != 0, places.contains(groups[event]) { isThere = true }
      }
      return isThere
    }
  }
}

/// What is known of the members of a system: which of them can hold together.
public struct KnownSets: Sendable {
  let groups: [MinimalSets]
  /// The name of each member.
  let names: [Member.ID]
  private let all: Set<Member.ID>

  init(groups: [MinimalSets], names: [Member.ID]) {
    self.groups = groups
    self.names = names
    all = Set(names)
  }

  /// The positions of all members that it tells of.
  public var members: Set<Int> { Set(groups.flatMap(\.members)) }

  /// The positions of the members that are in a conflict.
  public var disputed: Set<Int> { Set(groups.flatMap(\.conflicts).joined()) }

  /// The minimal sets of the group that has just these members, as positions in their list; nil where there is no such
  /// group, or not everything is known of it.
  func sets(
    ofMembers wanted: [Member.ID]
  ) -> (conflicts: [MemberSet], corrections: [MemberSet])? {
    let places = Dictionary(
      wanted.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    guard places.count == wanted.count else { return nil }
    for group in groups where group.members.count == wanted.count {
      guard group.members.allSatisfy({ places[names[$0]] != nil }) else { continue }
      guard !group.isIncomplete, group.doubtful.isEmpty else { return nil }
      func translated(_ sets: [[Int]]) -> [MemberSet] {
        sets.map { set in
          var own = MemberSet(count: wanted.count)
          for member in set { if let place = places[names[member]] { own.insert(place) } }
          return own
        }
      }
      return (translated(group.conflicts), translated(group.corrections))
    }
    return nil
  }

  /// Whether there is a member of that name.
  public func has(_ member: Member.ID) -> Bool { all.contains(member) }
}
