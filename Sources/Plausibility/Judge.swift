public import Claims

/// Holds members against each other: finds the conflicts and says what they mean for each claim.
public struct Judge: Sendable {
  let system: ConstraintSystem
  let profile: HedgeProfile
  private let limit: Int

  /// - Parameter limit: how many conflicts and consistent sets are explored in each connected part.
  public init(system: ConstraintSystem, profile: HedgeProfile, limit: Int = 400) {
    self.system = system
    self.profile = profile
    self.limit = limit
  }

  /// The report on the members at the given positions.
  public func report(on selected: [Int]) -> PlausibilityReport {
    let groups = system.minimalSets(of: selected, limit: limit)
    let found = groups.flatMap(\.conflicts)
    let isIncomplete = groups.contains(where: \.isIncomplete)
    let conflicts = found.map { conflict(of: $0) }.sorted(by: ranks)
    let disputed = Set(conflicts.flatMap(\.members))
    let undisputed = selected.filter {
      system.members[$0].claim == nil || !disputed.contains(system.members[$0].id)
    }
    let refuted = refuted(by: conflicts)
    let judgements = selected.filter { system.members[$0].claim != nil }.map { member in
      let id = system.members[member].id
      let touching = conflicts.indices.filter { index in
        conflicts[index].members.contains(id)
          && !conflicts[index].members.contains { $0 != id && refuted.contains($0) }
      }
      let own = touching.filter { isCharged(system.members[member].claim, with: conflicts[$0]) }
      let easier = Set(touching).subtracting(own).compactMap { conflicts[$0].repairs.first?.claim }
      return judgement(
        of: member, own: own, conflicts: conflicts, undisputed: undisputed,
        reason: reason(isIncomplete: isIncomplete, easier: Set(easier).sorted()))
    }
    return PlausibilityReport(
      verdict: verdict(of: selected, conflicts), judgements: judgements, conflicts: conflicts,
      corrections: groups.filter { !$0.conflicts.isEmpty }.map { corrections(of: $0) },
      isIncomplete: isIncomplete)
  }

  /// Firm ones first, then those of fewer members, then those of better graded sources.
  private func ranks(_ one: Conflict, _ other: Conflict) -> Bool {
    if one.isFirm != other.isFirm { return one.isFirm }
    if one.members.count != other.members.count { return one.members.count < other.members.count }
    let (weight, otherWeight) = (self.weight(of: one), self.weight(of: other))
    if weight != otherWeight { return weight > otherWeight }
    return one.members.lexicographicallyPrecedes(other.members)
  }

  private func weight(of conflict: Conflict) -> Double {
    let grades = system.indices(of: conflict.members).map { system.members[$0].grade?.weight ?? 1 }
    return grades.reduce(0, +) / Double(max(1, grades.count))
  }

  private func verdict(of selected: [Int], _ conflicts: [Conflict]) -> CaseVerdict {
    guard conflicts.isEmpty else {
      return .cannotAllBeTrue(isFirm: conflicts.contains(where: \.isFirm))
    }
    switch system.status(of: selected) {
    case .consistent(let witness): return .canAllBeTrue(witness)
    case .undecided(let reason): return .undecided(reason: reason)
    case .contradictory: return .cannotAllBeTrue(isFirm: false)
    }
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

  /// Whether a conflict counts against a claim: where some claim's words can be stretched to mend it, it
  /// counts against the one that gives way most easily, and else against all.
  private func isCharged(_ claim: Claim.ID?, with conflict: Conflict) -> Bool {
    guard let cheapest = conflict.repairs.first, cheapest.isWithinLimit,
      let own = conflict.repairs.first(where: { $0.claim == claim })
    else { return true }
    return effort(own) <= effort(cheapest) + 1e-9
  }

  private func reason(isIncomplete: Bool, easier: [Claim.ID]) -> String {
    if isIncomplete { return "there are too many conflicts or readings to look at all" }
    guard !easier.isEmpty else { return "" }
    let names = easier.map(\.text).joined(separator: ", ")
    return "it is in a conflict besides, which \(names) would mend with a smaller stretch"
  }

  private func judgement(
    of member: Int, own: [Int], conflicts: [Conflict], undisputed: [Int], reason: String
  ) -> Judgement {
    let id = system.members[member].id
    let implications = system.implications(for: member, from: undisputed)
    guard !own.isEmpty else {
      // What entails much and bounds no one value stands where nothing disputes it.
      let isBoundless = system.members[member].readings.allSatisfy { $0.value.interval == nil }
      if isBoundless, reason.isEmpty {
        return Judgement(
          member: id, verdict: .fits, implications: [], neededStretch: nil, conflicts: [],
          reason: "")
      }
      let isBound = implications.contains { $0.implied.low > 0 || $0.implied.high.isFinite }
      let isOpen = reason.hasPrefix("there are too many")
      return Judgement(
        member: id, verdict: isBound && !isOpen ? .fits : .undecided, implications: implications,
        neededStretch: nil, conflicts: [],
        reason: isBound || !reason.isEmpty
          ? reason : "nothing undisputed in the case bears on it")
    }
    let repairs = own.map { index in
      conflicts[index].repairs.first { $0.claim == system.members[member].claim }
    }
    let isStretched = repairs.allSatisfy { $0?.isWithinLimit ?? false }
    let stretch = repairs.compactMap { $0?.stretch }.max {
      $0.effort(under: profile) < $1.effort(under: profile)
    }
    let mustBeDropped = repairs.contains { $0?.stretch == nil }
    return Judgement(
      member: id, verdict: isStretched ? .stretched : .contradicted, implications: implications,
      neededStretch: mustBeDropped ? nil : stretch, conflicts: own, reason: "")
  }
}
