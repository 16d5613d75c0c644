public import Claims
import Parallelism

/// Holds members against each other: finds the conflicts and says what they mean for each claim.
public struct Judge: Sendable {
  let system: ConstraintSystem
  let profile: HedgeProfile
  private let limit: Int

  /// How many steps are spent on looking for conflicts in each connected part, and on saying what all of them mean.
  static let effort = 300_000_000

  /// - Parameters:
  ///   - system: everything that is said.
  ///   - profile: how hedges are read.
  ///   - limit: how many conflicts and corrections are looked for in each connected part.
  public init(
    system: ConstraintSystem, profile: HedgeProfile,
    limit: Int = ConstraintSystem.minimalSetLimit
  ) {
    self.system = system
    self.profile = profile
    self.limit = limit
  }

  /// The report on the members at the given positions.
  public func report(on selected: [Int]) -> PlausibilityReport {
    let matter = matter(system.minimalSets(of: selected, limit: limit), selected)
    let claims = selected.filter { system.members[$0].claim != nil }
    return PlausibilityReport(
      verdict: verdict(of: matter.groups, matter.conflicts),
      judgements: Effort.within(Self.effort) {
        parallelMap(claims, grain: 16) { judgement(of: $0, matter) }
      }.result,
      conflicts: matter.conflicts,
      // There are up to sixty in a group, and each is found beside all others.
      corrections: Effort.within(5 * Self.effort) {
        matter.groups.filter { !$0.conflicts.isEmpty }.map { corrections(of: $0) }
      }.result,
      isHurried: matter.isHurried,
      known: KnownSets(groups: matter.groups, names: system.members.map(\.id)))
  }

  /// What is to be said of one claim beside other members, with the conflicts that it may be in.
  public func judgement(
    of claim: Int, beside others: [Int]
  ) -> (judgement: Judgement, conflicts: [Conflict]) {
    let selected = others + [claim]
    let matter = matter(
      system.minimalSets(of: selected, limit: limit), selected, about: claim)
    return (judgement(of: claim, matter), matter.conflicts)
  }

  /// What is to be said of one claim among others, without what its conflicts would ask of it.
  ///
  /// - Parameters:
  ///   - claim: the position of the claim.
  ///   - selected: the positions of the members taken into account.
  ///   - known: which of the others and it can hold together.
  public func judgement(
    of claim: Int, among selected: [Int], _ known: KnownSets
  ) -> Judgement {
    let matter = matter(known.groups, selected, about: claim, isDetailed: false)
    let charges = charges(against: claim, matter)
    guard let verdict = verdict(of: charges, matter) else { return judgement(of: claim, matter) }
    return Judgement(
      member: system.members[claim].id, verdict: verdict, implications: [], neededStretch: nil,
      conflicts: charges.own, reason: nil)
  }

  /// What was found of all members together, before each claim is judged.
  private struct Matter: Sendable {
    let groups: [MinimalSets]
    let conflicts: [Conflict]
    /// Members that are no claims, and claims in no conflict.
    let undisputed: [Int]
    /// Claims that cannot stand by any stretch even when no other claim is believed.
    let refuted: Set<Member.ID>
    /// Why there may be further conflicts of some members.
    let gaps: [Int: Undecided]
    /// Members that a conflict may not need.
    let doubtful: Set<Int>
    /// Whether not all was worked out of some conflict for which it takes too much.
    let isHurried: Bool
  }

  /// Of some conflicts those of a member, and those that may refute another claim of theirs.
  private func wanted(_ sets: [[Int]], about member: Int) -> [[Int]] {
    let others = Set(sets.filter { $0.contains(member) }.joined())
    return sets.filter { set in
      set.contains(member)
        || set.count { system.members[$0].claim != nil } == 1
          && set.contains { system.members[$0].claim != nil && others.contains($0) }
    }
  }

  /// - Parameters:
  ///   - member: whose conflicts are wanted, with those that refute a claim in them alone; nil for all.
  ///   - isDetailed: whether it is wanted why they are conflicts.
  private func matter(
    _ groups: [MinimalSets], _ selected: [Int], about member: Int? = nil, isDetailed: Bool = true
  ) -> Matter {
    let sets = groups.flatMap(\.conflicts)
    let disputed = Set(sets.joined())
    let wanted = member.map { self.wanted(sets, about: $0) } ?? sets
    // What is only asked for in a word is asked for often, and on all cores already.
    let weighed = Effort.within(Self.effort) {
      parallelMap(wanted, grain: isDetailed ? 4 : .max) { set in
        let whole = groups.first { $0.members.contains(set[0]) }?.members ?? set
        return (
          conflict: gravest(of: set, among: whole, isDetailed: isDetailed),
          weight: weight(of: set), isHurried: Effort.isSpent
        )
      }
    }.result
    let conflicts = blamingOnce(
      weighed.sorted { ranks(($0.conflict, $0.weight), ($1.conflict, $1.weight)) }.map(\.conflict))
    var gaps: [Int: Undecided] = [:]
    for group in groups { for member in group.members { gaps[member] = group.gap } }
    return Matter(
      groups: groups, conflicts: conflicts,
      undisputed: selected.filter {
        system.members[$0].claim == nil || !disputed.contains($0)
      }, refuted: refuted(by: conflicts), gaps: gaps, doubtful: Set(groups.flatMap(\.doubtful)),
      isHurried: weighed.contains(where: \.isHurried))
  }

  /// Of conflicts with the same claims the first, which is the gravest and the smallest: against them it does not matter by
  /// how many facts they are shown wrong.
  private func blamingOnce(_ conflicts: [Conflict]) -> [Conflict] {
    var told: Set<[Claim.ID]> = []
    return conflicts.filter { conflict in
      let claims = conflict.claims.sorted()
      return claims.isEmpty || told.insert(claims).inserted
    }
  }

  /// Firm ones first, then those of fewer members, then those of better graded sources.
  private func ranks(
    _ one: (conflict: Conflict, weight: Double), _ other: (conflict: Conflict, weight: Double)
  ) -> Bool {
    let (first, second) = (one.conflict, other.conflict)
    if first.gravity != second.gravity { return first.gravity < second.gravity }
    if first.members.count != second.members.count {
      return first.members.count < second.members.count
    }
    if one.weight != other.weight { return one.weight > other.weight }
    return first.members.lexicographicallyPrecedes(second.members)
  }

  private func weight(of conflict: [Int]) -> Double {
    let grades = conflict.map { system.members[$0].grade?.weight ?? 1 }
    return grades.reduce(0, +) / Double(max(1, grades.count))
  }

  private func verdict(of groups: [MinimalSets], _ conflicts: [Conflict]) -> CaseVerdict {
    switch conflicts.map(\.gravity).min() {
    case .contradiction?: return .cannotAllBeTrue
    case .improbable?: return .unlikely
    case .wording?: return .noContradiction(nil)
    case nil: break
    }
    var whole = Witness.empty
    for group in groups {
      guard let witness = group.witness else { return .undecided(group.gap ?? .failedExample) }
      whole.formUnion(witness)
    }
    return .noContradiction(whole)
  }

  // MARK: One claim

  /// The claims that cannot stand by any stretch even when no other claim is believed. A conflict
  /// with one of them is no fault of the others.
  private func refuted(by conflicts: [Conflict]) -> Set<Member.ID> {
    let claims = Dictionary(
      uniqueKeysWithValues: system.members.compactMap { member in
        member.claim.map { ($0, member.id) }
      })
    return Set(
      conflicts.compactMap { conflict in
        guard conflict.repairs.count == 1, let only = conflict.repairs.first,
          !only.isWithinLimit, conflict.isFirm
        else { return nil }
        return claims[only.claim]
      })
  }

  /// Whether a conflict counts against a claim: a contradiction against all in it, another against the one that gives way
  /// most easily.
  private func isCharged(_ claim: Claim.ID?, with conflict: Conflict) -> Bool {
    guard !conflict.isFirm, let cheapest = conflict.repairs.first,
      let own = conflict.repairs.first(where: { $0.claim == claim })
    else { return true }
    return effort(own) <= effort(cheapest) + 1e-9
  }

  /// What speaks against a claim.
  private struct Charges {
    /// The conflicts that count against it.
    let own: [Int]
    /// The claims that would mend its other conflicts with a smaller stretch.
    let easier: [Claim.ID]
    /// Why there may be further conflicts, nil where there are none.
    let gap: Undecided?
  }

  private func charges(against member: Int, _ matter: Matter) -> Charges {
    let id = system.members[member].id
    let conflicts = matter.conflicts
    let touching = conflicts.indices.filter { index in
      conflicts[index].members.contains(id)
        && !conflicts[index].members.contains { $0 != id && matter.refuted.contains($0) }
    }
    // A claim that its conflicts may not need is charged with none.
    let own =
      matter.doubtful.contains(member)
      ? [] : touching.filter { isCharged(system.members[member].claim, with: conflicts[$0]) }
    let easier = Set(touching).subtracting(own).compactMap { conflicts[$0].repairs.first?.claim }
    return Charges(own: own, easier: Set(easier).sorted(), gap: matter.gaps[member])
  }

  private func judgement(of member: Int, _ matter: Matter) -> Judgement {
    let charges = charges(against: member, matter)
    let implications = system.implications(for: member, from: matter.undisputed)
    guard !charges.own.isEmpty else {
      return judgement(ofUncharged: member, charges, implications)
    }
    let repairs = repairs(of: member, charges, matter)
    let stretch = repairs.compactMap { $0?.stretch }.max {
      $0.effort(under: profile) < $1.effort(under: profile)
    }
    let mustBeDropped = repairs.contains { $0?.stretch == nil }
    return Judgement(
      member: system.members[member].id, verdict: verdict(of: charges, matter) ?? .untested,
      implications: implications, neededStretch: mustBeDropped ? nil : stretch,
      conflicts: charges.own, reason: nil)
  }

  /// What the conflicts that count against a claim come to; nil where there are none.
  private func verdict(of charges: Charges, _ matter: Matter) -> Verdict? {
    let own = charges.own.map { matter.conflicts[$0] }
    switch own.map(\.gravity).min() {
    case .contradiction?:
      return own.contains { $0.isFirm && $0.repairs.count == 1 } ? .contradicted : .disputed
    case .improbable?: return .unlikely
    case .wording?: return .loose
    case nil: return nil
    }
  }

  /// How a claim would mend each conflict that counts against it; nil where it cannot.
  private func repairs(of member: Int, _ charges: Charges, _ matter: Matter) -> [Repair?] {
    charges.own.map { index in
      matter.conflicts[index].repairs.first { $0.claim == system.members[member].claim }
    }
  }

  /// A claim against which no conflict counts stands if everything was looked at and something bears on it.
  private func judgement(
    ofUncharged member: Int, _ charges: Charges, _ implications: [Implication]
  ) -> Judgement {
    let isBoundless = system.members[member].readings.allSatisfy { $0.value.interval == nil }
    let isBound = implications.contains { $0.implied.low > 0 || $0.implied.high.isFinite }
    let doubt: Judgement.Reason? =
      charges.gap.map { .notAllExplored($0) }
      ?? (charges.easier.isEmpty ? nil : .easierMended(by: charges.easier))
    // What entails much and bounds no one value stands where nothing disputes it.
    let stands = isBound || isBoundless && doubt == nil
    return Judgement(
      member: system.members[member].id,
      verdict: charges.gap != nil || !stands ? .untested : .consistent,
      implications: isBoundless && stands ? [] : implications, neededStretch: nil, conflicts: [],
      reason: doubt ?? (stands ? nil : .nothingBears))
  }
}
