public import Claims
import Gazetteer
import Parallelism
public import Plausibility
import Quantities
import Tracks
import TrainMotion

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

  /// The same case with other claims.
  func with(_ claims: [Claim]) -> CaseModel {
    CaseModel(
      world: world, caseFile: caseFile.with(claims), profile: profile, itineraries: itineraries,
      finder: finder, tracks: tracks)
  }

  /// Greatest speeds that a journey is to be run with, in metres a second.
  public struct Ceilings: Sendable {
    public let journey: String
    public let speeds: [Double]

    public init(journey: String, speeds: [Double]) {
      self.journey = journey
      self.speeds = speeds
    }
  }

  private struct Prepared: Sendable {
    var distances: [QuantityID: TypedDistance] = [:]
    var runs: [String: [Double: [TrainJourney?]]] = [:]
  }

  /// How many runs are worked out beforehand.
  private static let preparedRuns = 10_000

  /// The same case, quicker to ask under many circumstances: what does not depend on them is worked out once.
  public func prepared(for ceilings: [Ceilings] = []) -> CaseModel {
    var assembly = Assembly(
      world: world, caseFile: caseFile, profile: profile, itineraries: itineraries,
      finder: finder, tracks: tracks)
    _ = assembly.assemble()
    var model = self
    model.prepared.distances = assembly.distances
    for wanted in ceilings where wanted.speeds.count <= Self.preparedRuns {
      guard let itinerary = itineraries.first(where: { $0.journey.id == wanted.journey }) else {
        continue
      }
      let runs = parallelPieces(of: wanted.speeds.count) { piece in
        piece.map { index in
          itinerary.legs.map { leg in
            leg.run.flatMap { world.running($0, noFasterThan: wanted.speeds[index]) }
          }
        }
      }.flatMap(\.self)
      model.prepared.runs[wanted.journey] = Dictionary(
        zip(wanted.speeds, runs), uniquingKeysWith: { first, _ in first })
    }
    return model
  }

  /// What the case comes to under some circumstances.
  public func outcome(under circumstances: Circumstances = Circumstances()) -> CaseOutcome {
    let changed = caseFile.with(caseFile.claims.map { $0.under(circumstances) })
    let itineraries = itineraries.map { running($0, under: circumstances) }
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
  /// What each quantity is called.
  let titles: [QuantityID: String]
  let court: Court

  /// The members that say what happened, with all facts and assumptions.
  public var stated: [Int] { court.stated }
}

extension CaseModel {
  /// The same journey run as some circumstances have it.
  private func running(_ itinerary: Itinerary, under circumstances: Circumstances) -> Itinerary {
    let journey = itinerary.journey
    let speed = circumstances.ceilings[journey.id]
    guard speed != nil || !circumstances.gaugeChanges.isEmpty else { return itinerary }
    let known = speed.flatMap { prepared.runs[journey.id]?[$0] }
    let legs = itinerary.legs.enumerated().map { index, leg -> Leg in
      guard let run = leg.run else { return leg }
      let other =
        if let known { known[index] } else {
          speed.map { world.running(run, noFasterThan: $0) } ?? run
        }
      return leg.with(other?.supposing(circumstances.gaugeChanges))
    }
    return Itinerary(journey: journey, places: itinerary.places, legs: legs)
  }
}

extension World {
  /// The same run with a train that can do no more than a speed, in metres a second; nil where it could not go.
  fileprivate func running(_ run: TrainJourney, noFasterThan speed: Double) -> TrainJourney? {
    var restrictions = TrainRestrictions()
    restrictions.cap = speed
    return try? journey(
      by: run.model.reaching(speed), over: run.way, run.profile, through: run.places,
      stops: run.stops, restrictions)
  }
}

extension Leg {
  fileprivate func with(_ run: TrainJourney?) -> Leg {
    Leg(
      start: start, end: end, startPlace: startPlace, endPlace: endPlace, mode: mode,
      geodesic: geodesic, way: way, alternatives: alternatives, flight: flight, run: run,
      wayProblem: wayProblem)
  }
}

extension Claim {
  /// The claim as it would read under some circumstances.
  fileprivate func under(_ circumstances: Circumstances) -> Claim {
    var subject = subject
    if let number = circumstances.numbers[id] { subject = subject.with(number) }
    if let zone = circumstances.zones[id] { subject = subject.inZone(zone) }
    return subject == self.subject ? self : with(subject)
  }
}

extension ClaimSubject {
  /// The same with another number in the same unit; the upper end of a range moves with it.
  fileprivate func with(_ number: Double) -> ClaimSubject {
    switch self {
    case .distance(let value, let from, let to, let kinds):
      .distance(value.with(number), from: from, to: to, kinds: kinds)
    case .duration(let value, let from, let to): .duration(value.with(number), from: from, to: to)
    case .speed(let value, let speed): .speed(value.with(number), speed)
    case .time, .gauge, .mode, .route, .sighting, .track: self
    }
  }

  fileprivate func inZone(_ zone: String) -> ClaimSubject {
    guard case .time(let expression, let event, _) = self else { return self }
    return .time(expression, event: event, zones: [zone])
  }
}

extension CaseModel {
  /// The most that a journey's vehicle can do by itself, in metres a second, and who says so; nil where nobody knows.
  public func ceiling(of journey: Journey) -> (speed: Double, source: String)? {
    let system = outcome().system
    let own = system.members.first { $0.id == Member.ID("ceiling \(journey.id)") }
    guard let own, case .within(_, let interval) = own.readings[0].value,
      let speed = interval.upper
    else { return nil }
    return (speed, own.words)
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
