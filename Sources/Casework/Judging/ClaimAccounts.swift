import Travel
import Claims
import Gazetteer
import Plausibility
import Quantities
import Railways
import Wording

/// Judges the claims of a case, and decides which statements each is held against.
struct ClaimAccounts: CaseContextual {
  let context: CaseContext
  let system: ConstraintSystem
  let titles: Titles
  /// What is stated or assumed, with all facts and assumptions: what happened, as far as it is said.
  let stated: [Int]

  init(_ context: CaseContext, _ system: ConstraintSystem, _ titles: Titles) {
    self.context = context
    self.system = system
    self.titles = titles
    let forecasts = Set(
      context.caseFile.claims.filter { $0.modality == .forecast }.map { Member.ID.claim($0.id) })
    stated = system.members.indices.filter { !forecasts.contains(system.members[$0].id) }
  }

  /// What is to be said of everything that is stated.
  func report() -> PlausibilityReport {
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
      reason: judgement.reason?.words(naming: quoted) ?? "",
      unlikelyReading: unlikelyReading(judgement))
  }

  /// The reading by which alone a claim fits, where its words are seldom meant so; nil where they are usually, or it does
  /// not fit.
  private func unlikelyReading(_ judgement: Judgement) -> Int? {
    guard [.consistent, .loose].contains(judgement.verdict),
      let unlikely = titles.statements[judgement.member]?.unlikely, !unlikely.isEmpty
    else { return nil }
    let fitting = judgement.implications.filter(\.meets).map(\.reading)
    let others = judgement.implications.filter { !unlikely.contains($0.reading) }
    guard !others.isEmpty, fitting.allSatisfy(unlikely.contains) else { return nil }
    return fitting.min()
  }

  private func verdict(_ judgement: Judgement) -> Verdict {
    judgement.verdict == .consistent && fitsOnlyStraight(judgement)
      ? .crowFlies : judgement.verdict
  }

  /// Whether a distance could be that of a route by its words, and only the straight line fits.
  private func fitsOnlyStraight(_ judgement: Judgement) -> Bool {
    guard let place = system.indices(of: [judgement.member]).first else { return false }
    let kinds = system.members[place].readings.map { reading -> DistanceKind? in
      switch reading.value {
      case .within(.distance(let kind, _, _), _): kind
      // A great circle on a sphere.
      case .within(.named, _): .geodesic
      default: nil
      }
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
    case .stops(let value, let journey): return stopsAccount(claim, value, journey)
    case .ahead(let value, let from, let to):
      return aheadAccount(claim, value, finder.found(from), finder.found(to))
    default: break
    }
    guard let member = system.indices(of: [.claim(claim.id)]).first else {
      if let polar = polarAccount(claim) { return polar }
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
    case .way, .total: "its events are not two stops of one journey in travel order"
    case .comparison: "one of the two is not known as one quantity"
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
        ? judgement.reason?.words(naming: quoted) ?? ""
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

  /// A claim by its figure as a source printed it.
  private func quoted(_ id: Claim.ID) -> Phrase {
    let claim = context.caseFile.claims.first { $0.id == id }
    return claim.map { "“\($0.selector?.exact ?? $0.quote)”" } ?? "\(id)"
  }
}
