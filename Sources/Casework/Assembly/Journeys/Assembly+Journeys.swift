import Travel
import Claims
import Flights
import Gazetteer
import Geodesy
import Plausibility
import Quantities
import Railways
import TrainMotion
import Wording

extension Assembly {
  mutating func addJourney(_ itinerary: Itinerary) {
    let journey = itinerary.journey
    addOrder(of: itinerary)
    addContinuation(of: journey)
    for (index, leg) in itinerary.legs.enumerated() {
      addSupposedStandstill(on: leg, of: journey)
      switch journey.mode {
      case .air where leg.flight != nil || leg.isRoundTrip: addFlight(leg, of: journey)
      case .air, .rail, .road, .sea: addWay(leg, index, of: journey)
      }
    }
    addCeiling(of: journey)
    addSupposedDeparture(of: journey)
    for stop in journey.stops.dropFirst().dropLast() { addProcedures(at: stop, of: journey) }
  }

  /// What is done at a stop takes at least as long as its least durations together.
  private mutating func addProcedures(at stop: Stop, of journey: Journey) {
    guard !addSupposedStay(at: stop, of: journey) else { return }
    let timed = stop.procedures.compactMap { procedure in
      procedure.duration.map { (procedure.name, $0.interval(under: profile)) }
    }
    let least = timed.reduce(0) { $0 + ($1.1.lower ?? 0) }
    guard least > 0 else { return }
    let names = timed.map { Phrase(term: $0.0) }.joined(separator: ", ")
    add(
      Testimony(
        id: .procedures(journey: journey.id, stop: stop.id), origin: .assumption, strength: .soft,
        words: "\(names) at \(term: stop.name)",
        value: .elapsed(
          from: .stop(journey.id, stop.id, journey.canonical(.arrival)),
          to: .stop(journey.id, stop.id, journey.canonical(.departure)),
          ClaimedInterval(lower: least, upper: nil, shape: .atLeast))))
  }

  /// Events follow one another; nobody can give that up.
  private mutating func addOrder(of itinerary: Itinerary) {
    let journey = itinerary.journey
    let forwards = ClaimedInterval(lower: 0, upper: nil, shape: .atLeast)
    let claimedEvents = Set(caseFile.claims.flatMap { events(of: $0.subject) })
    var previous: EventID?
    for stop in journey.stops {
      let kinds: [EventKind] =
        journey.mode == .air
        ? [.landing, .onBlock, .offBlock, .takeOff] : [.arrival, .passing, .departure]
      for kind in kinds {
        let isFirst = stop.id == journey.stops.first?.id
        let isLast = stop.id == journey.stops.last?.id
        let event = EventID.stop(journey.id, stop.id, kind)
        // A journey has no arrival at its first stop and no departure from its last, unless a claim
        // speaks of one.
        let isBeyond =
          isFirst && [.landing, .onBlock, .arrival, .passing].contains(kind)
          || isLast && [.offBlock, .takeOff, .departure, .passing].contains(kind)
        if isBeyond, !claimedEvents.contains(event) { continue }
        if let previous { laws.append(.elapsed(from: previous, to: event, forwards)) }
        previous = event
      }
    }
  }

  /// In metres.
  private static let apart = 100.0

  private mutating func addWay(_ leg: Leg, _ index: Int, of journey: Journey) {
    guard let way = leg.way, !leg.isRoundTrip else { return addFreeWay(leg, of: journey) }
    let distance = leg.distanceID(in: journey)
    titles[distance] =
      "the route from \(term: leg.startPlace.shortName) to \(term: leg.endPlace.shortName)"
    let supposed = supposedWay(leg, index, of: journey)
    add(supposed ?? measuredWay(leg, way, of: journey))
    // Where no network says more, the straight line is the least.
    if journey.mode == .sea {
      addLeastReckoned(leg, distance)
    } else if way.isEstimate,
      let straight = measured(.geodesic, from: leg.startPlace, to: leg.endPlace)
    {
      laws.append(.atLeast(distance, straight))
    }
    // Two places are apart, whatever else is given up.
    let upper = supposed == nil ? way.judged.upper?.meters ?? .infinity : .infinity
    if leg.startPlace.id != leg.endPlace.id, upper > Self.apart {
      laws.append(
        .within(distance, ClaimedInterval(lower: Self.apart, upper: nil, shape: .atLeast)))
    }
    laws.append(
      .reach(
        distance: distance, speed: journey.ceilingID,
        from: .stop(journey.id, leg.start.id, journey.going),
        to: .stop(journey.id, leg.end.id, journey.coming)))
    if supposed == nil, let least = way.judged.lower { addLongWay(leg, least, of: journey) }
    // The simulated run goes over the way that was measured.
    if supposed == nil { addRunningTime(leg, of: journey) }
  }

  /// No ship goes a shorter way than the straight line, as sailors reckon it: on a sphere.
  private mutating func addLeastReckoned(_ leg: Leg, _ distance: QuantityID) {
    guard let straight = leg.startPlace.geodesic(to: leg.endPlace)?.lower else { return }
    add(
      Testimony(
        id: .named("least \(distance.text)"), origin: .physics, strength: .hard,
        words: "\(leg.named): no ship goes a shorter way than the straight line",
        value: .within(
          distance,
          ClaimedInterval(
            lower: straight.meters * GreatCircle.shortestShare, upper: nil, shape: .atLeast))))
  }

  /// A way back to where it began, or between places of which nobody says where they are, may be of any length.
  mutating func addFreeWay(_ leg: Leg, of journey: Journey) {
    let distance = leg.distanceID(in: journey)
    titles[distance] =
      leg.isRoundTrip
      ? "the route from \(term: leg.startPlace.shortName) and back" : "the way that it went"
    laws.append(
      .reach(
        distance: distance, speed: journey.ceilingID,
        from: .stop(journey.id, leg.start.id, journey.going),
        to: .stop(journey.id, leg.end.id, journey.coming)))
  }

  private func measuredWay(_ leg: Leg, _ way: TypedDistance, of journey: Journey) -> Testimony {
    let names = way.course?.lineNames ?? []
    let lines = names.prefix(8).map(Phrase.init(term:)).joined(separator: ", ")
    let ends: Phrase = "\(term: leg.startPlace.shortName) to \(term: leg.endPlace.shortName)"
    let ran: Phrase =
      names.isEmpty
      ? "it ran from \(ends) by \(term: journey.mode.rawValue), \(way.basis)"
      : "it ran from \(ends) by the \(lines)"
    let started = leg.start.assumption
    return Testimony(
      id: .value(leg.distanceID(in: journey)),
      origin: way.isEstimate ? .estimate : .assumption, strength: way.isHard ? .hard : .soft,
      words: started.isEmpty ? ran : "\(started); \(ran)",
      value: .within(leg.distanceID(in: journey), way.judged.claimed))
  }

  /// The simulated run with every unknown at its best, and the least that changes of gauge and reversals take.
  private mutating func addRunningTime(_ leg: Leg, of journey: Journey) {
    // What nobody named may be faster than any that is simulated; so may a line of unknown speed allow.
    guard let run = leg.run, world.isNamed(journey.vehicle),
      let free = try? RunCurve(maximumEffortOf: run.model.best, over: run.profile.ceilings)
    else { return }
    let events = run.ledger.filter(\.isEvent)
    let least = free.time + events.reduce(0) { $0 + $1.time.lowerBound }
    let counted = events.filter { $0.time.lowerBound > 0 }.map(\.title)
    let with: Phrase = counted.isEmpty ? "" : ", \(counted.joined(separator: " and ")) counted"
    add(
      Testimony(
        id: .runningTime(leg.named(in: journey)),
        origin: .estimate, strength: .soft,
        words:
          """
          \(term: run.model.name), simulated from \(term: leg.startPlace.shortName) to \(term: leg.endPlace.shortName) with \
          every unknown at its best\(with), needs at least this long
          """,
        value: .elapsed(
          from: .stop(journey.id, leg.start.id, .departure),
          to: .stop(journey.id, leg.end.id, .arrival),
          ClaimedInterval(lower: least, upper: nil, shape: .atLeast))))
  }

  private mutating func addCeiling(of journey: Journey) {
    titles[journey.ceilingID] = "the greatest speed on this journey"
    let supposed = supposedCeiling(of: journey)
    guard supposed.isEmpty else {
      for testimony in supposed { add(testimony) }
      return
    }
    for ceiling in ceilings(of: journey) {
      add(
        Testimony(
          id: ceiling.strength == .hard
            ? .record(journey.ceilingID) : .ceiling(journey: journey.id),
          origin: ceiling.strength == .hard ? .physics : .estimate, strength: ceiling.strength,
          words: ceiling.words,
          value: .within(
            journey.ceilingID,
            ClaimedInterval(
              lower: nil, upper: ceiling.speed.metersPerSecond, shape: .atMost))))
    }
  }

  /// What is said of how fast a vehicle can go is held against what none of its kind ever passed. By road and air such
  /// records are of journeys: for a kilometre some vehicles go faster than any that travels.
  mutating func addRecord(of journey: Journey, over quantity: QuantityID) {
    guard journey.mode == .rail || journey.mode == .sea else { return }
    for ceiling in ceilings(of: journey) where ceiling.strength == .hard {
      add(
        Testimony(
          id: .record(quantity), origin: .physics, strength: .hard, words: ceiling.words,
          value: .within(
            quantity,
            ClaimedInterval(lower: nil, upper: ceiling.speed.metersPerSecond, shape: .atMost))))
    }
  }

  private struct Ceiling {
    let words: Phrase
    let speed: Speed
    let strength: Strength
  }

  /// No vehicle passes the record of its kind, which is physics; in service few pass less.
  private func ceilings(of journey: Journey) -> [Ceiling] {
    if journey.mode == .rail, world.isNamed(journey.vehicle),
      let train = world.train(named: journey.vehicle)
    {
      let record = Ceiling(
        words: "\(term: train.name) cannot exceed its top speed", speed: train.ceiling,
        strength: .hard)
      let service = Ceiling(
        words: "\(term: train.name) seldom passes its speed in service", speed: train.service,
        strength: .soft)
      return train.service < train.ceiling ? [record, service] : [record]
    }
    guard let range = world.range(of: journey.mode, journey.vehicle) else { return [] }
    if journey.mode != .air, let own = caseFile.ownVehicle(journey.vehicle), own.greatest != nil {
      return [
        Ceiling(
          words: "\(term: own.name) cannot pass its greatest speed", speed: range.record,
          strength: .hard)
      ]
    }
    // How fast a named aircraft goes its flight says.
    let isFlight = journey.mode == .air && world.isNamedAircraft(journey.vehicle)
    let mode = Phrase(term: journey.mode.rawValue)
    return [
      Ceiling(
        words: "no vehicle by \(mode) ever passed this speed", speed: range.record, strength: .hard)
    ]
      + (isFlight
        ? []
        : [
          Ceiling(
            words: "the fastest vehicles by \(mode) in service seldom pass this speed",
            speed: range.ceiling, strength: .soft)
        ])
  }
}

extension Leg {
  /// Whether it ends where it began.
  var isRoundTrip: Bool { startPlace.id == endPlace.id }

  /// The variable for how far the vehicle went on this leg.
  func distanceID(in journey: Journey) -> QuantityID { .leg(named(in: journey)) }

  /// The leg by the identifiers of its journey and its stops.
  func named(in journey: Journey) -> JourneyLeg {
    JourneyLeg(journey: journey.id, start: start.id, end: end.id)
  }
}

extension Journey {
  /// When a vehicle begins to move and when it comes to rest, or to the ground.
  var going: EventKind { mode == .air ? .takeOff : .departure }
  var coming: EventKind { mode == .air ? .landing : .arrival }

  /// The variable for the greatest speed of this journey's vehicle.
  var ceilingID: QuantityID { .ceiling(journey: id) }
}
