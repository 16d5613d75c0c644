import Travel
import Claims
import Gazetteer
import Plausibility
import Quantities
import Railways
import Wording

/// Decides which statements are held against which.
struct Court {
  let world: World
  let caseFile: CaseFile
  let finder: PlaceFinder
  let itineraries: [Itinerary]
  let system: ConstraintSystem
  let profile: HedgeProfile
  /// What is stated or assumed, with all facts and assumptions: what happened, as far as it is said.
  let stated: [Int]
  private let facts: [Int]

  init(
    world: World, caseFile: CaseFile, finder: PlaceFinder, itineraries: [Itinerary],
    system: ConstraintSystem, profile: HedgeProfile
  ) {
    self.world = world
    self.caseFile = caseFile
    self.finder = finder
    self.itineraries = itineraries
    self.system = system
    self.profile = profile
    let forecasts = Set(
      caseFile.claims.filter { $0.modality == .forecast }.map { Member.ID.claim($0.id) })
    stated = system.members.indices.filter { !forecasts.contains(system.members[$0].id) }
    facts = system.members.indices.filter { system.members[$0].claim == nil }
  }

  func mainReport() -> PlausibilityReport {
    Judge(system: system, profile: profile).report(on: stated)
  }

  func account(of claim: Claim, _ report: PlausibilityReport) -> ClaimAccount {
    if let known = ownAccount(of: claim) { return known }
    guard let judgement = report.judgements.first(where: { $0.member == .claim(claim.id) }) else {
      return ClaimAccount(claim, .untested, "it was not judged")
    }
    return ClaimAccount(
      claim: claim, verdict: verdict(judgement), implications: judgement.implications,
      neededStretch: judgement.neededStretch,
      conflicts: judgement.conflicts.map { report.conflicts[$0] },
      reason: judgement.reason?.words ?? "")
  }

  private func verdict(_ judgement: Judgement) -> Verdict {
    judgement.verdict == .consistent && fitsOnlyStraight(judgement)
      ? .crowFlies : judgement.verdict
  }

  /// Whether a distance could be that of a route by its words, and only the straight line fits.
  private func fitsOnlyStraight(_ judgement: Judgement) -> Bool {
    guard let place = system.indices(of: [judgement.member]).first else { return false }
    let kinds = system.members[place].readings.map { reading -> DistanceKind? in
      if case .within(.distance(let kind, _, _), _) = reading.value { kind } else { nil }
    }
    let fitting = judgement.implications.filter(\.meets).map { kinds[$0.reading] }
    return !fitting.isEmpty && fitting.allSatisfy { $0 == .geodesic }
      && kinds.contains { $0 != nil && $0 != .geodesic }
      && Set(judgement.implications.map(\.reading)).count == kinds.count
  }

  /// What is to be said of one claim, without a report on all.
  func verdict(of claim: Claim, _ known: KnownSets) -> Verdict {
    if let own = ownAccount(of: claim) { return own.verdict }
    guard let member = system.indices(of: [.claim(claim.id)]).first else {
      return .untested
    }
    return verdict(
      Judge(system: system, profile: profile).judgement(of: member, among: stated, known))
  }

  /// The account of a claim that is not judged beside all others; nil where it is.
  private func ownAccount(of claim: Claim) -> ClaimAccount? {
    switch claim.subject {
    case .gauge(let isDifferent, let from, let to):
      return gaugeAccount(claim, isDifferent, finder.found(from), finder.found(to))
    case .route(let places, let journey):
      return routeAccount(claim, places.compactMap(finder.found), journey)
    default: break
    }
    guard let member = system.indices(of: [.claim(claim.id)]).first else {
      return ClaimAccount(claim, .untested, undecidedReason(claim))
    }
    return claim.modality == .forecast ? forecastAccount(claim, member) : nil
  }

  private func undecidedReason(_ claim: Claim) -> Phrase {
    switch claim.subject {
    case .time:
      "its day or its zone is open: give the source's date, or 'zone:' where the place has none"
    case .sighting:
      "its time is open: give a date, and 'zone:' where the place is a coordinate"
    case .distance: "nothing is known about that distance"
    case .speed(_, let speed) where speed.kind == .running && speed.from == nil:
      "a speed that it usually runs at bounds nothing by itself: give the events 'from:' and 'to:'"
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
    let (judgement, conflicts) = Judge(system: system, profile: profile).judgement(
      of: member, beside: earlier)
    return ClaimAccount(
      claim: claim, verdict: judgement.verdict, implications: judgement.implications,
      neededStretch: judgement.neededStretch, conflicts: judgement.conflicts.map { conflicts[$0] },
      reason: judgement.verdict == .untested
        ? judgement.reason?.words ?? ""
        : """
        a forecast, held against physics and what had been said before it, not against later statements
        """)
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
}
