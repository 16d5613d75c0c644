import Travel
public import Claims
import Flights
import Gazetteer
import Parallelism
import Plausibility
public import Quantities
import PositionTracks
import TrainMotion
public import Wording

/// A case whose places are found and whose ways are measured, ready to be judged under any circumstances.
public struct CaseModel: Sendable {
  let context: CaseContext
  /// Distances and runs that were worked out before.
  private var prepared = Prepared()

  init(_ context: CaseContext) { self.context = context }

  public var caseFile: CaseFile { context.caseFile }
  public var profile: HedgeProfile { context.profile }
  public var itineraries: [Itinerary] { context.itineraries }

  /// How values are understood, the case's own and those of its scenarios.
  public var grammar: FigureGrammar { context.world.grammar }

  /// The same case with other claims, between places that an outcome has measured already.
  func with(_ claims: [Claim], after outcome: CaseOutcome) -> CaseModel {
    var model = CaseModel(context.with(claims))
    model.prepared.distances = outcome.distances
    return model
  }

  private struct Prepared: Sendable {
    var distances: [QuantityID: TypedDistance] = [:]
    var itineraries: [Circumstances.Running: Itinerary] = [:]
  }

  /// The same case, quicker to ask under many circumstances: what does not depend on them is worked out once.
  ///
  /// - Parameter circumstances: those whose journeys are worked out beforehand.
  public func prepared(for circumstances: [Circumstances] = []) -> CaseModel {
    var assembly = Assembly(context)
    _ = assembly.assemble()
    var model = self
    model.prepared.distances = assembly.distances
    let runnings = itineraries.flatMap { itinerary in
      Set(circumstances.map { $0.running(of: itinerary.journey) }).filter { !$0.isAsStated }.map {
        (running: $0, itinerary: itinerary)
      }
    }
    let changed = parallelPieces(of: runnings.count) { piece in
      piece.map { index -> (Circumstances.Running, Itinerary) in
        let (running, itinerary) = runnings[index]
        var finder = context.finder
        return (running, context.world.itinerary(itinerary, as: running, &finder))
      }
    }.flatMap(\.self)
    model.prepared.itineraries = Dictionary(changed, uniquingKeysWith: { first, _ in first })
    return model
  }

  /// What the case comes to under some circumstances.
  public func outcome(under circumstances: Circumstances = Circumstances()) -> CaseOutcome {
    let changed = changed(by: circumstances)
    var assembly = Assembly(changed, circumstances: circumstances, distances: prepared.distances)
    let system = assembly.assemble()
    return CaseOutcome(
      context: changed, system: system, titles: assembly.titles,
      accounts: ClaimAccounts(changed, system, assembly.titles), distances: assembly.distances)
  }

  /// The context as it is under some circumstances.
  private func changed(by circumstances: Circumstances) -> CaseContext {
    var finder = context.finder
    let itineraries = itineraries.map { itinerary -> Itinerary in
      let running = circumstances.running(of: itinerary.journey)
      let changed =
        running.isAsStated
        ? itinerary
        : prepared.itineraries[running] ?? context.world.itinerary(itinerary, as: running, &finder)
      return changed.supposing(circumstances)
    }
    var changed = context.with(caseFile.claims.map { $0.under(circumstances) }, itineraries)
    changed.finder = finder
    return changed
  }
}

extension CaseModel {
  /// The most that a journey's vehicle can do by itself, in metres a second, and who says so; nil where nobody knows.
  public func ceiling(of journey: Journey) -> (speed: Double, source: Phrase)? {
    let outcome = outcome()
    let own = outcome.system.members.first { $0.id == .ceiling(journey: journey.id) }
    guard let own, case .within(_, let interval) = own.readings[0].value,
      let speed = interval.upper
    else { return nil }
    return (speed, outcome.titles.words(of: own.id))
  }

  /// Why a name stands for no one place; nil where it does.
  public func problem(ofPlace name: String) -> String? {
    do {
      _ = try context.world.place(named: name)
      return nil
    } catch {
      return error.description
    }
  }

  /// The vehicles of the data folder that go by a mode.
  public func vehicles(by mode: TravelMode) -> [String] {
    switch mode {
    case .rail: context.world.trains.map(\.id)
    case .air: context.world.aircraft.map(\.id)
    case .road, .sea: []
    }
  }

  /// The zones that a clock at an event may be in.
  public func zones(of event: EventReference) -> [String] { context.zones(of: event) }
}
