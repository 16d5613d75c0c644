/// The smallest sets that take a member from each of some conflicts (minimal transversals, or hitting sets),
/// kept up while conflicts are added.
///
/// Each new conflict is taken in at once: sets that meet it stay, each other one goes on with one of its members
/// (C. Berge, Hypergraphs, 1989, ch. 2), and is kept if all its members are still needed.
struct Transversals {
  /// Those that were not asked for yet.
  private(set) var untried: [MemberSet]
  private var conflicts: [MemberSet] = []
  /// How many comparisons of a set with a conflict are left.
  private var workLeft = 20_000_000

  init(members: Int) { untried = [MemberSet(count: members)] }

  /// Whether there were so many that the rest was left out.
  var isExhausted: Bool { workLeft < 0 }

  /// Hands out the next one.
  mutating func next() -> MemberSet? { untried.popLast() }

  /// Puts one back, since a conflict was found that it does not meet.
  mutating func putBack(_ set: MemberSet) { untried.append(set) }

  mutating func add(_ conflict: MemberSet) {
    conflicts.append(conflict)
    var kept: [MemberSet] = []
    for set in untried {
      guard set.isDisjoint(with: conflict) else {
        kept.append(set)
        continue
      }
      workLeft -= conflicts.count + conflict.count
      guard !isExhausted else { return }
      kept += extensions(of: set, by: conflict)
    }
    untried = kept
  }

  /// The set with each member of a conflict without which it would not meet it, as far as all members of the set
  /// stay needed: each must be the only one in some conflict.
  private func extensions(of set: MemberSet, by conflict: MemberSet) -> [MemberSet] {
    var own: [Int: [Int]] = [:]
    for index in conflicts.indices {
      if let only = conflicts[index].onlyMember(in: set) { own[only, default: []].append(index) }
    }
    return conflict.positions.reversed().compactMap { member in
      let areNeeded = set.positions.allSatisfy { position in
        (own[position] ?? []).contains { !conflicts[$0].contains(member) }
      }
      guard areNeeded else { return nil }
      var more = set
      more.insert(member)
      return more
    }
  }
}

extension MemberSet {
  /// The one position that it shares with another set, nil where there is none or more than one.
  fileprivate func onlyMember(in other: MemberSet) -> Int? {
    let shared = intersection(other)
    return shared.count == 1 ? shared.positions[0] : nil
  }
}
