import Claims
import Gazetteer
import Plausibility
import Railways

/// Decides which statements are held against which.
struct Court {
  let caseFile: CaseFile
  let system: ConstraintSystem
  let profile: HedgeProfile
  /// What is stated or assumed, with all facts and assumptions: what happened, as far as it is said.
  let stated: [Int]
  private let facts: [Int]

  init(caseFile: CaseFile, system: ConstraintSystem, profile: HedgeProfile) {
    self.caseFile = caseFile
    self.system = system
    self.profile = profile
    let forecasts = Set(
      caseFile.claims.filter { $0.modality == .forecast }.map { Member.ID($0.id.text) })
    stated = system.members.indices.filter { !forecasts.contains(system.members[$0].id) }
    facts = system.members.indices.filter { system.members[$0].claim == nil }
  }

  func mainReport() -> PlausibilityReport {
    Judge(system: system, profile: profile).report(on: stated)
  }

  func account(
    of claim: Claim, _ report: PlausibilityReport, _ world: World, _ finder: PlaceFinder
  ) -> ClaimAccount {
    if case .gauge(let isDifferent, let from, let to) = claim.subject {
      return gaugeAccount(claim, isDifferent, finder.found(from), finder.found(to), world)
    }
    guard let member = system.indices(of: [Member.ID(claim.id.text)]).first else {
      return ClaimAccount(
        claim: claim, verdict: .undecided, implications: [], neededStretch: nil, conflicts: [],
        reason: undecidedReason(claim))
    }
    if claim.modality == .forecast { return forecastAccount(claim, member) }
    guard let judgement = report.judgements.first(where: { $0.member.text == claim.id.text }) else {
      return ClaimAccount(
        claim: claim, verdict: .undecided, implications: [], neededStretch: nil, conflicts: [],
        reason: "it was not judged")
    }
    return ClaimAccount(
      claim: claim, verdict: judgement.verdict, implications: judgement.implications,
      neededStretch: judgement.neededStretch,
      conflicts: judgement.conflicts.map { report.conflicts[$0] }, reason: judgement.reason)
  }

  private func undecidedReason(_ claim: Claim) -> String {
    switch claim.subject {
    case .time:
      "its day or its zone is open: give the source's date, or 'zone:' where the place has none"
    case .distance: "nothing is known about that distance"
    case .speed: "its events are not two stops of one journey in travel order"
    default: "nothing in the case bears on it"
    }
  }

  /// A forecast says nothing of what happened: it is held against physics, assumptions and what had
  /// been said before it.
  private func forecastAccount(_ claim: Claim, _ member: Int) -> ClaimAccount {
    let earlier = stated.filter { other in
      guard let id = system.members[other].claim else { return true }
      return isEarlier(id, than: claim)
    }
    let report = Judge(system: system, profile: profile).report(on: earlier + [member])
    guard let judgement = report.judgements.first(where: { $0.member.text == claim.id.text }) else {
      return ClaimAccount(
        claim: claim, verdict: .undecided, implications: [], neededStretch: nil, conflicts: [],
        reason: "it was not judged")
    }
    return ClaimAccount(
      claim: claim, verdict: judgement.verdict, implications: judgement.implications,
      neededStretch: judgement.neededStretch,
      conflicts: judgement.conflicts.map { report.conflicts[$0] },
      reason: judgement.verdict == .undecided
        ? judgement.reason
        : "a forecast, held against physics and what had been said before it, not against later "
          + "statements")
  }

  private func isEarlier(_ id: Claim.ID, than claim: Claim) -> Bool {
    guard let other = caseFile.claims.first(where: { $0.id == id }) else { return false }
    if other.source == claim.source { return true }
    let dates = [other.source, claim.source].map { id in
      caseFile.sources.first { $0.id == id }?.published
    }
    guard let one = dates[0], let two = dates[1] else { return false }
    return one < two
  }

  private func gaugeAccount(
    _ claim: Claim, _ isDifferent: Bool, _ start: Place?, _ end: Place?, _ world: World
  ) -> ClaimAccount {
    guard let start, let end else {
      return ClaimAccount(
        claim: claim, verdict: .undecided, implications: [], neededStretch: nil, conflicts: [],
        reason: "a place is unknown")
    }
    let gauges = (world.network.gauges(at: start.id), world.network.gauges(at: end.id))
    guard !gauges.0.isEmpty, !gauges.1.isEmpty else {
      return ClaimAccount(
        claim: claim, verdict: .undecided, implications: [], neededStretch: nil, conflicts: [],
        reason: "the network has no track at one of the places")
    }
    // Where one side has both gauges, either word is right.
    let holds =
      isDifferent ? gauges.0 != gauges.1 : !gauges.0.isDisjoint(with: gauges.1)
    func words(_ gauges: Set<Gauge>) -> String {
      gauges.sorted().map(\.description).joined(separator: " and ")
    }
    return ClaimAccount(
      claim: claim, verdict: holds ? .fits : .contradicted, implications: [],
      neededStretch: nil, conflicts: [],
      reason: "\(start.name) has \(words(gauges.0)), \(end.name) \(words(gauges.1))")
  }
}
