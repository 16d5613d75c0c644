import Claims
import Parallelism

extension Judge {
  /// - Parameter isDetailed: whether its proofs are wanted, what its claims would then say, and what its members that are
  ///   no claims would have to be.
  func conflict(of members: [Int], isDetailed: Bool = true) -> Conflict {
    let others = members.filter { system.members[$0].claim == nil }
    // What each would have to say takes the longest, and must leave something for what the conflict is.
    let repairs = Effort.within(share: 0.5) { self.repairs(of: members, isDetailed: isDetailed) }
    let isHard = others.allSatisfy { system.members[$0].strength == .hard }
    let isOfWords = Effort.within(share: 0.5) { self.isOfWords(members, repairs) }
    return Conflict(
      members: members.sorted().map { system.members[$0].id },
      gravity: isOfWords ? .wording : isHard ? .contradiction : .improbable,
      proofs: isDetailed ? Effort.within(share: 0.5) { system.proofs(of: members) } : [],
      repairs: repairs,
      requirements: !isDetailed
        ? []
        : members.filter { system.members[$0].claim == nil }.flatMap {
          requirements(of: $0, in: members)
        })
  }

  /// A conflict; where looser words resolve it, but not what facts make of them then, with those facts.
  ///
  /// Arrival before departure may be a matter of wording: the loosest words still leave no time for the way between.
  func gravest(of members: [Int], among whole: [Int], isDetailed: Bool) -> Conflict {
    let small = conflict(of: members, isDetailed: isDetailed)
    guard small.gravity == .wording, !small.repairs.contains(where: \.leavesOut) else {
      return small
    }
    let claims = members.filter { system.members[$0].claim != nil }
    let facts = whole.filter { system.members[$0].claim == nil }
    let loosely = Widening.toTheLimit(of: profile)
    guard facts.count + claims.count > members.count,
      system.isContradictory((claims + facts).sorted(), widening: loosely)
    else { return small }
    // What fewer of the claims contradict is told of those alone.
    for claim in claims where claims.count > 1 {
      let fewer = claims.filter { $0 != claim }
      if system.isContradictory((fewer + facts).sorted(), widening: loosely) { return small }
    }
    // Soft facts are given up first, so that hard ones are kept where they do.
    let order =
      facts.filter { system.members[$0].strength == .soft }
      + facts.filter { system.members[$0].strength == .hard }
    var kept = facts
    for fact in order {
      let fewer = kept.filter { $0 != fact }
      if system.isContradictory((claims + fewer).sorted(), widening: loosely) { kept = fewer }
    }
    return conflict(of: (claims + kept).sorted(), isDetailed: isDetailed)
  }

  /// Whether a conflict is one of wording: looser words resolve it.
  private func isOfWords(_ members: [Int], _ repairs: [Repair]) -> Bool {
    // What is left out of a claim is no stretch of a figure that others could share.
    if let first = repairs.first, first.isWithinLimit, first.isExact, first.leavesOut {
      return true
    }
    if let joint = jointStretches(members) {
      return !system.isContradictory(members, widening: .stretchingEach(joint))
    }
    // What one claim mends within its limit need not be asked of all together.
    return repairs.first.map { $0.isWithinLimit && $0.isExact } == true
      || !system.isContradictory(members, widening: .toTheLimit(of: profile))
  }

  /// How many half-widths some figures may be away from what they print, all together as the root of the sum of squares:
  /// a half-width taken as two standard deviations, this is three, which 3 in 1,000 pass.
  private static let jointLimit = 1.5

  /// How wide each figure of a conflict is read beside a limit that somebody states as one, such as "never more than 80":
  /// the more figures would have to be off at once, the less each may be, the limit itself by no more than its printing
  /// leaves open. Nil where there is no such limit, or a part of the day or an open end is among the rest.
  private func jointStretches(_ members: [Int]) -> [Int: Stretch]? {
    let claims = members.filter { system.members[$0].claim != nil }
    let intervals = claims.map { system.members[$0].readings.compactMap(\.value.interval) }
    guard intervals.contains(where: { $0.first?.shape == .limit }),
      intervals.joined().allSatisfy({ $0.shape == .limit || $0.shape == .twoSided })
    else { return nil }
    let factor = Self.jointLimit / Double(claims.count).squareRoot()
    return Dictionary(
      uniqueKeysWithValues: zip(claims, intervals).compactMap { claim, intervals in
        intervals.first.map {
          (claim, $0.shape == .limit ? Stretch.share($0.slack * factor) : .factor(factor))
        }
      })
  }

  private func repairs(of members: [Int], isDetailed: Bool) -> [Repair] {
    let claims = members.filter { system.members[$0].claim != nil }
    let decider = Decider(Problem(system, members: members.sorted()), patience: Decider.briefly)
    return claims.compactMap {
      repair(
        member: $0, of: members,
        system.implications(for: $0, decider, givesHull: false), isDetailed: isDetailed)
    }.sorted {
      effort($0) == effort($1) ? $0.claim < $1.claim : effort($0) < effort($1)
    }
  }

  /// To a millionth, so that the last bits of a computed time do not order what is equal.
  func effort(_ repair: Repair) -> Double {
    let effort = repair.stretch?.effort(under: profile) ?? .infinity
    return (effort * 1e6).rounded() / 1e6
  }

  /// - Parameter implied: what the other members imply for it.
  private func repair(
    member: Int, of members: [Int], _ implied: [Implication], isDetailed: Bool
  ) -> Repair? {
    guard let claim = system.members[member].claim else { return nil }
    if let left = leavingOut(of: member, in: members, implied) { return left }
    guard
      let claimed = implied.claimed(under: profile)
        ?? system.members[member].readings.lazy.compactMap(\.value.interval).first,
      let least = neededStretch(of: member, in: members, implied)
    else {
      return Repair(
        claim: claim, stretch: nil, value: nil, readings: [:], implications: implied,
        isWithinLimit: false, isExact: true)
    }
    guard isDetailed else {
      return Repair(
        claim: claim, stretch: least.stretch, value: nil, readings: [:], implications: implied,
        isWithinLimit: least.stretch.isWithinLimit(of: profile), isExact: least.isExact)
    }
    let mended = Problem(
      system, members: members, widening: .stretchingEach([member: least.stretch.slack]))
    let choice = Decider(mended, patience: Decider.briefly).choices(
      .all(members.count), limit: 1
    ).list.first
    let own = members.firstIndex(of: member).flatMap { choice?.readings[$0] } ?? 0
    let value = system.members[member].readings[max(0, own)].value
    return Repair(
      claim: claim, stretch: least.stretch,
      value: choice?.exactBounds(of: value)?.bounds.nearest(to: value.interval ?? claimed),
      readings: choice.map { system.named($0.readings, in: mended) } ?? [:],
      implications: implied, isWithinLimit: least.stretch.isWithinLimit(of: profile),
      isExact: least.isExact)
  }

  /// The repair by a loose reading, which leaves out some of what the claim says; nil where that mends nothing.
  func leavingOut(
    of member: Int, in members: [Int], _ implied: [Implication]
  ) -> Repair? {
    let said = system.members[member]
    guard let claim = said.claim, !said.looseReadings.isEmpty else { return nil }
    let loosely = Widening.stretchingEach([member: .asWorded])
    guard system.contradicts(members, widening: loosely, patience: Decider.briefly) == false else {
      return nil
    }
    let mended = Problem(system, members: members, widening: loosely)
    let choice = Decider(mended, patience: Decider.briefly).choices(.all(members.count), limit: 1)
    return Repair(
      claim: claim, stretch: .asWorded, value: nil,
      readings: choice.list.first.map { system.named($0.readings, in: mended) } ?? [:],
      implications: implied, isWithinLimit: true, isExact: true, leavesOut: true)
  }

  /// What a member that is no claim would have to be for the others to hold.
  private func requirements(of member: Int, in members: [Int]) -> [Requirement] {
    system.implications(for: member, from: members).filter { !$0.meets }.map {
      Requirement(member: system.members[member].id, implication: $0)
    }
  }
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
