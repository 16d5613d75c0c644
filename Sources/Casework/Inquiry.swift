import Quantities
public import Travel
public import Claims
public import Datasets
import Flights
public import Foundation
import Gazetteer
import Plausibility
import Railways
import PositionTracks
import TrainMotion

/// The way from a case to its dossier.
public struct Inquiry: Sendable {
  private let world: World

  public init(world: World) { self.world = world }

  /// Why a case cannot be judged.
  public enum Failure: Error, Sendable, CustomStringConvertible {
    case caseFile(DocumentError)
    case data(DatasetError)

    public var description: String {
      switch self {
      case .caseFile(let error): error.description
      case .data(let error): error.description
      }
    }
  }

  /// The dossier of a case.
  ///
  /// - Parameters:
  ///   - caseFile: the case that is asked about.
  ///   - name: the case file's name, for messages.
  ///   - files: the folder in which the files that it names are looked for; nil where none may be read.
  /// - Throws: `Failure` with every place that is not found, or with what is wrong in the data.
  public func dossier(
    of caseFile: CaseFile, name: String, files: URL? = nil
  ) throws(Failure) -> Dossier {
    let model = try model(of: caseFile, name: name, files: files)
    let outcome = model.outcome()
    let report = outcome.court.mainReport()
    let claims = caseFile.claims.map { outcome.court.account(of: $0, report) }
    let itineraries = model.itineraries
    let legs = itineraries.flatMap { itinerary in
      itinerary.legs.map {
        world.account(of: $0, in: itinerary.journey, outcome.system, outcome.stated)
      }
    }
    return Dossier(
      caseFile: caseFile, profile: model.profile, itineraries: itineraries, legs: legs,
      claims: claims, verdict: verdict(report, claims), conflicts: report.conflicts,
      corrections: report.corrections, isIncomplete: report.isIncomplete,
      system: outcome.system, stated: outcome.stated,
      members: Dictionary(uniqueKeysWithValues: outcome.system.members.map { ($0.id, $0) }),
      places: places(of: model),
      titles: outcome.titles.addingEvents(of: caseFile, itineraries, model.finder),
      findings: Rules.findings(docket(model, outcome.system, report, claims)),
      datasets: world.datasets(for: model.finder.places) + added(to: itineraries))
  }

  /// A case with its places found and its ways measured, to be judged under any circumstances.
  ///
  /// - Parameters:
  ///   - caseFile: the case that is asked about.
  ///   - name: the case file's name, for messages.
  ///   - files: the folder in which the files that it names are looked for; nil where none may be read.
  /// - Throws: `Failure` with every place that is not found, or with what is wrong in the data.
  public func model(
    of caseFile: CaseFile, name: String, files: URL? = nil
  ) throws(Failure) -> CaseModel {
    let profile = try profile(named: caseFile.profile)
    var finder = PlaceFinder(world: world)
    let itineraries = caseFile.journeys.compactMap { world.itinerary(of: $0, &finder) }
    find(placesOf: caseFile, &finder)
    finder.problems += vehicleProblems(caseFile)
    let tracks = tracks(of: caseFile, itineraries, files, &finder.problems)
    guard finder.problems.isEmpty else {
      throw .caseFile(DocumentError(file: name, problems: finder.problems))
    }
    return CaseModel(
      world: world, caseFile: caseFile, profile: profile, itineraries: itineraries,
      finder: finder, tracks: tracks)
  }

  private func docket(
    _ model: CaseModel, _ system: ConstraintSystem, _ report: PlausibilityReport,
    _ claims: [ClaimAccount]
  ) -> Docket {
    Docket(
      world: world, caseFile: model.caseFile, profile: model.profile,
      itineraries: model.itineraries, claims: claims, conflicts: report.conflicts,
      finder: model.finder, system: system, known: report.known
    ) { model.with($0).outcome().system }
  }

  /// What was used besides the built-in data: imported networks, and places that a user added.
  private func added(to itineraries: [Itinerary]) -> [Dataset] {
    let isTraced = itineraries.flatMap(\.legs).contains { leg in
      ([leg.way].compactMap(\.self) + leg.alternatives.map(\.way)).contains { $0.trackPath != nil }
    }
    let networks = isTraced ? world.tracks.flatMap(\.meta.sources) : []
    let places = world.attributions(of: itineraries.flatMap(\.places))
    let known = world.datasets.map(\.attribution)
    return networks.map {
      Dataset(
        file: $0.name, title: "Imported network", licence: $0.licence, attribution: $0.attribution,
        retrieved: "")
    }
      + places.filter { !known.contains($0) }.map {
        Dataset(
          file: "places", title: "Added places", licence: "", attribution: $0, retrieved: "")
      }
  }

  /// A claim that the network alone refutes is in no conflict of the engine's, but it counts.
  private func verdict(_ report: PlausibilityReport, _ claims: [ClaimAccount]) -> CaseVerdict {
    let isRefuted = claims.contains {
      $0.verdict.isAgainst && ($0.conflicts.isEmpty || $0.claim.modality == .forecast)
    }
    if isRefuted { return .cannotAllBeTrue }
    return report.verdict
  }

  /// Every place that a case names or one of its paths passes.
  private func places(of model: CaseModel) -> [Place.ID: Place] {
    let named = model.finder.places + model.itineraries.flatMap(\.places)
    var places = Dictionary(named.map { ($0.id, $0) }) { first, _ in first }
    for path in model.itineraries.flatMap(\.legs).compactMap({ $0.way?.path }) {
      for (place, _) in path.stations { places[place] = world.gazetteer[id: place] }
    }
    return places
  }

  /// Vehicles that the data folder does not know.
  private func vehicleProblems(_ caseFile: CaseFile) -> [DocumentProblem] {
    let trains = world.trains.map(\.id)
    let aircraft = world.aircraft.map(\.id)
    var problems: [DocumentProblem] = []
    for journey in caseFile.journeys where !journey.vehicle.isEmpty {
      let known =
        journey.mode == .air ? aircraft : journey.mode == .rail ? trains : [journey.vehicle]
      if !known.contains(journey.vehicle),
        journey.mode != .rail || world.train(named: journey.vehicle) == nil
      {
        problems.append(
          DocumentProblem(
            position: journey.place,
            message:
              "no vehicle for \(journey.mode.rawValue) is called '\(journey.vehicle)'; there are "
              + known.joined(separator: ", ")))
      }
    }
    let all = Set(trains + aircraft + caseFile.journeys.map(\.vehicle))
    for claim in caseFile.claims {
      guard case .speed(_, let speed) = claim.subject, speed.kind == .maximum,
        !all.contains(speed.vehicle)
      else { continue }
      problems.append(
        DocumentProblem(
          position: claim.place,
          message: "no vehicle is called '\(speed.vehicle)'; there are "
            + all.filter { !$0.isEmpty }.sorted().joined(separator: ", ")))
    }
    return problems
  }

  private func profile(named name: String) throws(Failure) -> HedgeProfile {
    guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }) else {
      throw .data(.unreadable("hedges/", reason: "'\(name)' is no name of a hedge profile"))
    }
    let usual = world.usualProfile
    if name == "\(usual.name)-\(usual.version)" { return usual }
    do { return try world.folder.hedgeProfile(named: name) } catch { throw .data(error) }
  }

  /// Every place and vehicle of a case that is not known.
  func problems(in caseFile: CaseFile) -> [DocumentProblem] {
    var finder = PlaceFinder(world: world)
    for stop in caseFile.journeys.flatMap(\.stops) {
      for name in [stop.name] + stop.via + stop.alternatives.flatMap(\.via) {
        _ = finder.place(name, at: stop.names[name] ?? stop.place)
      }
    }
    find(placesOf: caseFile, &finder)
    return finder.problems + vehicleProblems(caseFile)
  }

  /// Looks up every place that events and claims name.
  private func find(placesOf caseFile: CaseFile, _ finder: inout PlaceFinder) {
    for event in caseFile.events { _ = finder.place(event.name, at: event.namePosition) }
    for claim in caseFile.claims {
      let names =
        switch claim.subject {
        case .distance(_, let from, let to, _): from + to
        case .gauge(_, let from, let to): [from, to]
        case .route(let places, _): places
        case .sighting(let sighting): [sighting.position]
        default: [String]()
        }
      for name in names { _ = finder.place(name, at: claim.names[name] ?? claim.place) }
    }
  }
}
