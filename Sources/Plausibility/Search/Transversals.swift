/// The smallest sets that take a member from each of some conflicts (minimal transversals, or hitting sets), handed
/// out while conflicts are still being added.
///
/// A set goes on, for the first conflict that it does not meet, with each of that conflict's members (C. Berge,
/// Hypergraphs, 1989, ch. 2), and is kept if all its members are still needed. Depth first, so that few wait.
struct Transversals {
  /// Sets that wait, each with how many of the first conflicts it is known to meet.
  private var untried: [(set: MemberSet, met: Int)]
  private var conflicts: [MemberSet] = []
  /// How many comparisons of a set with a conflict are left.
  private var workLeft = 20_000_000

  init(members: Int) { untried = [(MemberSet(count: members), 0)] }

  /// Whether there were so many that the rest was left out.
  private(set) var isExhausted = false

  /// Hands out the next one; nil where there is none, or where looking for it took too long.
  mutating func next() -> MemberSet? {
    while let (set, met) = untried.popLast() {
      let missed = conflicts[met...].firstIndex { $0.isDisjoint(with: set) }
      guard let missed else { return set }
      workLeft -= 2 * missed - met + conflicts[missed].count
      guard workLeft > 0 else {
        isExhausted = true
        return nil
      }
      for more in extensions(of: set, by: missed) { untried.append((more, missed + 1)) }
    }
    return nil
  }

  /// Adds a conflict that a set which was handed out does not meet; the set goes on with it.
  mutating func add(_ conflict: MemberSet, missedBy set: MemberSet) {
    untried.append((set, conflicts.count))
    conflicts.append(conflict)
  }

  /// The set with each member of a conflict without which it would not meet it, as far as all members of the set
  /// stay needed: each must be the only one in some conflict.
  private func extensions(of set: MemberSet, by missed: Int) -> [MemberSet] {
    var own: [Int: [Int]] = [:]
    for index in 0..<missed {
      if let only = conflicts[index].onlyMember(in: set) { own[only, default: []].append(index) }
    }
    return conflicts[missed].positions.reversed().compactMap { member in
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
