public import Claims
public import Plausibility

extension CaseOutcome {
  /// What is to be said of a claim beside everything that is stated; nil where the case has no such claim.
  public func verdict(of id: Claim.ID) -> Verdict? {
    guard let claim = caseFile.claims.first(where: { $0.id == id }) else { return nil }
    return court.account(of: claim).verdict
  }

  /// Whether claims can hold together with all facts, estimates and assumptions; nil where that is not decided.
  public func canHold(_ claims: [Claim.ID]) -> Bool? {
    system.canHold(members(believing: claims))
  }

  /// Whether everything that is stated can hold; nil where that is not decided.
  public var canAllHold: Bool? { system.canHold(stated) }

  /// When an event can have been, in seconds since 1970: what facts and the claims leave for it. Nil where they
  /// contradict each other.
  ///
  /// - Parameter claims: those that are believed; nil for all that nothing disputes.
  public func window(of event: EventReference, believing claims: [Claim.ID]?) -> ExactBounds? {
    let believed = claims.map { members(believing: $0) } ?? undisputed
    return system.bounds(of: .moment(caseFile.event(event), .open), given: believed)
  }

  private func members(believing claims: [Claim.ID]) -> [Int] {
    let wanted = Set(claims)
    return system.members.indices.filter { member in
      system.members[member].claim.map { wanted.contains($0) } ?? true
    }
  }

  /// Facts, and the claims that are in no conflict.
  private var undisputed: [Int] {
    let disputed = Set(system.minimalSets(of: stated).flatMap(\.conflicts).joined())
    return stated.filter { system.members[$0].claim == nil || !disputed.contains($0) }
  }
}

extension CaseFile {
  /// The event under the name that fits the mode of its journey.
  func event(_ reference: EventReference) -> EventID {
    guard case .stop(let id, let stop, let kind) = reference,
      let journey = journeys.first(where: { $0.id == id })
    else { return reference.eventID }
    return .stop(id, stop, journey.canonical(kind))
  }
}
