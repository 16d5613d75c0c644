import Claims
import Datasets
import Gazetteer
import Plausibility
import Quantities
import Railways
import Travel

extension CaseModel {
  /// Everything that judging the case as it stands comes to.
  public func dossier() -> Dossier {
    let outcome = outcome()
    let report = outcome.accounts.report()
    let claims = caseFile.claims.map { outcome.accounts.account(of: $0, report) }
    let legs = itineraries.flatMap { itinerary in
      itinerary.legs.map {
        context.world.account(of: $0, in: itinerary.journey, outcome.system, outcome.stated)
      }
    }
    return Dossier(
      caseFile: caseFile, profile: profile, itineraries: itineraries, legs: legs,
      claims: claims, verdict: Self.verdict(report, claims), conflicts: report.conflicts,
      corrections: report.corrections, isIncomplete: report.isIncomplete,
      system: outcome.system, stated: outcome.stated,
      members: Dictionary(uniqueKeysWithValues: outcome.system.members.map { ($0.id, $0) }),
      places: places, titles: outcome.titles.addingEvents(of: context),
      findings: findings(report, claims, outcome),
      datasets: context.world.datasets(for: context.finder.places) + addedData)
  }

  private func findings(
    _ report: PlausibilityReport, _ claims: [ClaimAccount], _ outcome: CaseOutcome
  ) -> [Finding] {
    Rules.findings(
      FindingContext(
        context: context, claims: claims, conflicts: report.conflicts,
        system: outcome.system, titles: outcome.titles, known: report.known
      ) { with($0, after: outcome).outcome().system })
  }

  /// A claim that the network alone refutes is in no conflict of the engine's, nor is a forecast, but they count.
  private static func verdict(
    _ report: PlausibilityReport, _ claims: [ClaimAccount]
  ) -> CaseVerdict {
    let isRefuted = claims.contains {
      $0.verdict.isAgainst && ($0.conflicts.isEmpty || $0.claim.modality == .forecast)
    }
    if isRefuted { return .cannotAllBeTrue }
    return report.verdict
  }

  /// What was used besides the built-in data: imported networks, and places that a user added.
  private var addedData: [Dataset] {
    let world = context.world
    let courses = itineraries.flatMap(\.legs).flatMap { leg in
      ([leg.way].compactMap(\.self) + leg.alternatives.map(\.way)).compactMap(\.course)
    }
    let networks = courses.flatMap(\.source.parts).reduce(into: [NetworkMeta.Source]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let places = world.attributions(of: itineraries.flatMap(\.places))
    let known = world.datasets.map(\.attribution)
    return networks.map { source in
      world.datasets.first { $0.file == source.name }
        ?? Dataset(
          file: source.name, title: "Imported network", use: .network,
          licence: source.licence, attribution: source.attribution, retrieved: "")
    }
      + places.filter { !known.contains($0) }.map {
        Dataset(
          file: "places", title: "Added places", use: .places, licence: "", attribution: $0,
          retrieved: "")
      }
  }

  /// Every place that the case names or one of its paths passes.
  private var places: [Place.ID: Place] {
    let named = context.finder.places + itineraries.flatMap(\.places)
    var places = Dictionary(named.map { ($0.id, $0) }) { first, _ in first }
    for course in itineraries.flatMap(\.legs).compactMap({ $0.way?.course }) {
      for place in course.stations.compactMap(\.place) where places[place] == nil {
        places[place] = context.world.gazetteer[id: place]
      }
    }
    return places
  }
}
