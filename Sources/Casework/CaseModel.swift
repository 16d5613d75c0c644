import Travel
public import Claims
import Flights
import Gazetteer
import Parallelism
public import Plausibility
public import Quantities
import PositionTracks
import TrainMotion
public import Wording

/// A case whose places are found and whose ways are measured, ready to be judged under any circumstances.
public struct CaseModel: Sendable {
  let world: World
  public let caseFile: CaseFile
  public let profile: HedgeProfile
  public let itineraries: [Itinerary]
  let finder: PlaceFinder
  /// The tracks that claims name, by their files.
  let tracks: [String: PositionTrack]
  /// Distances and runs that were worked out before.
  private var prepared = Prepared()

  init(
    world: World, caseFile: CaseFile, profile: HedgeProfile, itineraries: [Itinerary],
    finder: PlaceFinder, tracks: [String: PositionTrack]
  ) {
    self.world = world
    self.caseFile = caseFile
    self.profile = profile
    self.itineraries = itineraries
    self.finder = finder
    self.tracks = tracks
  }

  /// How values are understood, the case's own and those of its scenarios.
  public var grammar: FigureGrammar { world.grammar }

  /// The same case with other claims.
  func with(_ claims: [Claim]) -> CaseModel {
    CaseModel(
      world: world, caseFile: caseFile.with(claims), profile: profile, itineraries: itineraries,
      finder: finder, tracks: tracks)
  }

  private struct Prepared: Sendable {
    var distances: [QuantityID: TypedDistance] = [:]
    var itineraries: [Circumstances.Course: Itinerary] = [:]
  }

  /// The same case, quicker to ask under many circumstances: what does not depend on them is worked out once.
  ///
  /// - Parameter circumstances: those whose journeys are worked out beforehand.
  public func prepared(for circumstances: [Circumstances] = []) -> CaseModel {
    var assembly = Assembly(
      world: world, caseFile: caseFile, profile: profile, itineraries: itineraries,
      finder: finder, tracks: tracks)
    _ = assembly.assemble()
    var model = self
    model.prepared.distances = assembly.distances
    let courses = itineraries.flatMap { itinerary in
      Set(circumstances.map { $0.course(of: itinerary.journey) }).filter { !$0.isAsStated }.map {
        (course: $0, itinerary: itinerary)
      }
    }
    let changed = parallelPieces(of: courses.count) { piece in
      piece.map { index -> (Circumstances.Course, Itinerary) in
        let (course, itinerary) = courses[index]
        var finder = finder
        return (course, world.itinerary(itinerary, on: course, &finder))
      }
    }.flatMap(\.self)
    model.prepared.itineraries = Dictionary(changed, uniquingKeysWith: { first, _ in first })
    return model
  }

  /// What the case comes to under some circumstances.
  public func outcome(under circumstances: Circumstances = Circumstances()) -> CaseOutcome {
    var finder = finder
    let itineraries = itineraries.map { itinerary -> Itinerary in
      let course = circumstances.course(of: itinerary.journey)
      let changed =
        course.isAsStated
        ? itinerary
        : prepared.itineraries[course] ?? world.itinerary(itinerary, on: course, &finder)
      return changed.supposing(circumstances)
    }
    let changed = caseFile.with(
      caseFile.claims.map { $0.under(circumstances) }, journeys: itineraries.map(\.journey))
    var assembly = Assembly(
      world: world, caseFile: changed, profile: profile, itineraries: itineraries, finder: finder,
      tracks: tracks, circumstances: circumstances, distances: prepared.distances)
    let system = assembly.assemble()
    let court = Court(
      world: world, caseFile: changed, finder: finder, itineraries: itineraries, system: system,
      profile: profile)
    return CaseOutcome(
      caseFile: changed, profile: profile, itineraries: itineraries, system: system,
      titles: assembly.titles, court: court)
  }
}

/// A case under some circumstances: what is said and known, to be judged as far as somebody asks.
public struct CaseOutcome: Sendable {
  public let caseFile: CaseFile
  public let profile: HedgeProfile
  public let itineraries: [Itinerary]
  /// Everything that is said and computed.
  public let system: ConstraintSystem
  /// What its quantities are called, and what its members say.
  public let titles: Titles
  let court: Court

  /// The members that say what happened, with all facts and assumptions.
  public var stated: [Int] { court.stated }
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
      _ = try world.place(named: name)
      return nil
    } catch {
      return error.description
    }
  }

  /// The vehicles of the data folder that go by a mode.
  public func vehicles(by mode: TravelMode) -> [String] {
    switch mode {
    case .rail: world.trains.map(\.id)
    case .air: world.aircraft.map(\.id)
    case .road, .sea: []
    }
  }

  /// The zones that a clock at an event may be in.
  public func zones(of event: EventReference) -> [String] {
    switch event {
    case .named(let id):
      let named = caseFile.events.first { $0.id == id }
      return named.flatMap { finder.found($0.name)?.zones } ?? []
    case .stop(let id, let stop, _):
      return itineraries.first { $0.journey.id == id }?.zones(at: stop) ?? []
    }
  }
}
