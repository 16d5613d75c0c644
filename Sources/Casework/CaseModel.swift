public import Claims
import Gazetteer
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

  /// The same case with other claims.
  func with(_ claims: [Claim]) -> CaseModel {
    CaseModel(
      world: world, caseFile: caseFile.with(claims), profile: profile, itineraries: itineraries,
      finder: finder, tracks: tracks)
  }

  /// What the case comes to under some circumstances.
  public func outcome(under circumstances: Circumstances = Circumstances()) -> CaseOutcome {
    let changed = caseFile.with(caseFile.claims.map { $0.under(circumstances) })
    let itineraries = itineraries.map { world.running($0, under: circumstances) }
    var assembly = Assembly(
      world: world, caseFile: changed, profile: profile, itineraries: itineraries, finder: finder,
      tracks: tracks, circumstances: circumstances)
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

extension World {
  /// The same journey run as some circumstances have it.
  fileprivate func running(_ itinerary: Itinerary, under circumstances: Circumstances) -> Itinerary
  {
    let speed = circumstances.ceilings[itinerary.journey.id]
    guard speed != nil || !circumstances.gaugeChanges.isEmpty else { return itinerary }
    let legs = itinerary.legs.map { leg -> Leg in
      guard let run = leg.run else { return leg }
      let other = speed.map { running(run, noFasterThan: $0) } ?? run
      return leg.with(other?.supposing(circumstances.gaugeChanges))
    }
    return Itinerary(journey: itinerary.journey, places: itinerary.places, legs: legs)
  }

  /// The same run with a train that can do no more than a speed, in metres a second; nil where it could not go.
  private func running(_ run: TrainJourney, noFasterThan speed: Double) -> TrainJourney? {
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
