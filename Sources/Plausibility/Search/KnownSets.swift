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

  /// The positions of all members of which something is known.
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
    let places = Set(events.compactMap { symbols.events[$0].map { groups[Int($0)] } })
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
