public import Claims
public import Plausibility

extension CaseOutcome {
  /// Which statements can hold together, as far as they bear on some claims and events; asked for once, it serves many
  /// questions.
  ///
  /// - Parameters:
  ///   - claims: the claims in question.
  ///   - events: the events in question.
  ///   - similar: what was known of another outcome of the same case; it saves time where the two are alike.
  public func knownSets(
    bearingOn claims: [Claim.ID], _ events: [EventReference], like similar: KnownSets? = nil
  ) -> KnownSets {
    let wanted = system.indices(of: claims.map { Member.ID.claim($0) })
    return system.knownSets(
      of: stated, bearingOn: Set(wanted), events: events.map(caseFile.event), like: similar)
  }

  /// What is to be said of a claim beside everything that is stated; nil where the case has no such claim.
  public func verdict(of id: Claim.ID, _ known: KnownSets) -> Verdict? {
    guard let claim = caseFile.claims.first(where: { $0.id == id }) else { return nil }
    return accounts.verdict(of: claim, known)
  }

  /// Whether claims can hold together with all facts, estimates and assumptions; nil where that is not decided.
  public func canHold(_ claims: [Claim.ID]) -> Bool? {
    system.canHold(members(believing: claims))
  }

  /// Whether some vehicle, as it is supposed to be, cannot go its way at all.
  public var isOutOfReach: Bool {
    itineraries.contains { $0.legs.contains(where: \.isOutOfReach) }
  }

  /// Whether everything that is stated can hold; nil where that is not decided.
  public var canAllHold: Bool? { system.canHold(stated) }

  /// Whether it is proved that what is stated cannot hold beside hard facts and assumptions however loosely it is worded.
  /// Where it is so, the case is contradictory; it takes one decision and names nobody.
  public var isContradictoryHoweverWorded: Bool {
    let hard = stated.filter {
      system.members[$0].claim != nil || system.members[$0].strength == .hard
    }
    return system.isContradictory(hard, widening: .toTheLimit(of: profile))
  }

  /// When an event can have been, in seconds since 1970: what facts and the claims leave for it. Nil where they
  /// contradict each other.
  ///
  public func window(of event: EventReference, believing believed: [Claim.ID]) -> ExactBounds? {
    system.bounds(of: .moment(caseFile.event(event), .open), given: members(believing: believed))
  }

  /// When an event can have been: what facts and the claims that nothing disputes leave for it.
  public func window(of event: EventReference, _ known: KnownSets) -> ExactBounds? {
    // What other groups contradict among themselves has nothing to do with it.
    let disputed = known.disputed
    let believed = known.members.filter {
      system.members[$0].claim == nil || !disputed.contains($0)
    }.sorted()
    return system.bounds(of: .moment(caseFile.event(event), .open), given: believed)
  }

  private func members(believing claims: [Claim.ID]) -> [Int] {
    let wanted = Set(claims)
    return system.members.indices.filter { member in
      system.members[member].claim.map { wanted.contains($0) } ?? true
    }
  }
}
