public import Claims

/// Holds members against each other: finds the conflicts and says what they mean for each claim.
public struct Judge: Sendable {
  fileprivate let system: ConstraintSystem
  private let profile: HedgeProfile
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
    let conflicts = found.map { conflict(of: $0) }.sorted(by: Self.ranks)
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
      isIncomplete: isIncomplete)
  }

  private static func ranks(_ one: Conflict, _ other: Conflict) -> Bool {
    if one.isFirm != other.isFirm { return one.isFirm }
    if one.members.count != other.members.count { return one.members.count < other.members.count }
    return one.members.lexicographicallyPrecedes(other.members)
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

  // MARK: One conflict

  private func conflict(of members: [Int]) -> Conflict {
    let others = members.filter { system.members[$0].claim == nil }
    let isHard = others.allSatisfy { system.members[$0].strength == .hard }
    return Conflict(
      members: members.sorted().map { system.members[$0].id },
      isFirm: isHard && system.isContradictory(members, reading: .toTheLimit(of: profile)),
      proofs: system.proofs(of: members), repairs: repairs(of: members))
  }

  private func repairs(of members: [Int]) -> [Repair] {
    let claims = members.filter { system.members[$0].claim != nil }
    return claims.compactMap { repair(member: $0, of: members) }.sorted {
      effort($0) == effort($1) ? $0.claim < $1.claim : effort($0) < effort($1)
    }
  }

  /// To a millionth, so that the last bits of a computed time do not order what is equal.
  private func effort(_ repair: Repair) -> Double {
    let effort = repair.stretch?.effort(under: profile) ?? .infinity
    return (effort * 1e6).rounded() / 1e6
  }

  private func repair(member: Int, of members: [Int]) -> Repair? {
    guard let claim = system.members[member].claim else { return nil }
    let ways = system.implications(for: member, from: members)
    let best = ways.filter { $0.stretch != nil }.min {
      ($0.stretch?.effort(under: profile) ?? .infinity)
        < ($1.stretch?.effort(under: profile) ?? .infinity)
    }
    guard let claimed = best?.claimed ?? system.members[member].readings[0].value.interval,
      let stretch = exact(
        from: isHullEnough(ways) ? best?.stretch ?? claimed.noStretch : claimed.noStretch,
        member: member, of: members)
    else {
      return Repair(
        claim: claim, stretch: nil, value: nil, readings: [:], implications: ways,
        isWithinLimit: false)
    }
    let mended = Problem(
      system, members: members, reading: .stretching(member, by: stretch.slack))
    let scenario = Decider(mended).scenarios(.all(members.count), limit: 1).first
    let own = members.firstIndex(of: member).flatMap { scenario?.readings[$0] } ?? 0
    let value = system.members[member].readings[max(0, own)].value
    return Repair(
      claim: claim, stretch: stretch,
      value: scenario?.store.bounds(of: value).nearest(to: value.interval ?? claimed),
      readings: scenario.map { system.labels(of: $0.readings, in: mended) } ?? [:],
      implications: ways,
      isWithinLimit: stretch.isWithinLimit(of: profile))
  }
}

extension Judge {
  /// Whether every reading is excluded by its own hull, so that the least stretch begins there.
  private func isHullEnough(_ ways: [Implication]) -> Bool {
    !ways.isEmpty && ways.count < 64 && ways.allSatisfy { $0.stretch != nil }
  }

  /// The least stretch that mends a conflict, nil where none does.
  ///
  /// What the others imply for a claim is a hull, so the stretch that reaches it is a lower bound; where
  /// that does not do, the least that does is searched.
  fileprivate func exact(from least: Stretch, member: Int, of members: [Int]) -> Stretch? {
    func mends(_ stretch: Stretch) -> Bool {
      !system.isContradictory(members, reading: .stretching(member, by: stretch))
    }
    if mends(least.slack) { return least }
    var low = 0.0
    var high = 0.01
    while !mends(least.further(by: high)) {
      low = high
      high *= 2
      if high > 1e5 { return nil }
    }
    while high - low > 1e-7 * (1 + high) {
      let middle = (low + high) / 2
      if mends(least.further(by: middle)) { high = middle } else { low = middle }
    }
    return least.further(by: high)
  }
}

extension ClaimedInterval {
  /// The stretch that leaves the interval as it is.
  fileprivate var noStretch: Stretch {
    switch shape {
    case .twoSided: .factor(1)
    case .atMost, .atLeast: .share(0)
    case .window: .hours(0)
    }
  }
}

extension Stretch {
  /// The same kind of stretch, further by an amount in its own terms.
  fileprivate func further(by more: Double) -> Stretch {
    switch self {
    case .factor(let amount): .factor(amount + more)
    case .share(let amount): .share(amount + more)
    case .hours(let amount): .hours(amount + more)
    }
  }

  /// Further by what rounding may have cost.
  fileprivate var slack: Stretch { further(by: 1e-9) }
}

extension Bounds {
  /// The end that lies nearest to an interval which they do not overlap by more than a touch.
  fileprivate func nearest(to interval: ClaimedInterval) -> Double? {
    if let upper = interval.upper, low.isFinite, low >= upper - 1e-6 * abs(upper) { return low }
    if let lower = interval.lower, high.isFinite, high <= lower + 1e-6 * abs(lower) { return high }
    // The words were stretched to one of these ends; the one beyond them is where they now reach.
    if let upper = interval.upper, high > upper, high.isFinite { return high }
    return low.isFinite ? low : high
  }
}
