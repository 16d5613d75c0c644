import Claims
public import Flights
import Gazetteer
import Plausibility
import Quantities
import Railways
public import TrainMotion

extension Assembly {
  mutating func addJourney(_ itinerary: Itinerary) {
    let journey = itinerary.journey
    addOrder(of: itinerary)
    for leg in itinerary.legs {
      switch journey.mode {
      case .air: addFlight(leg, of: journey)
      case .rail, .road, .sea: addWay(leg, of: journey)
      }
    }
    if journey.mode != .air { addCeiling(of: journey) }
    for stop in journey.stops.dropFirst().dropLast() { addProcedures(at: stop, of: journey) }
  }

  /// What is done at a stop takes at least as long as its least durations together.
  private mutating func addProcedures(at stop: Stop, of journey: Journey) {
    let timed = stop.procedures.compactMap { procedure in
      procedure.duration.map { (procedure.name, $0.interval(under: profile)) }
    }
    let least = timed.reduce(0) { $0 + ($1.1.lower ?? 0) }
    guard least > 0 else { return }
    let names = timed.map(\.0).joined(separator: ", ")
    members.append(
      Member(
        id: Member.ID("procedures \(journey.id) \(stop.id)"), origin: .assumption, strength: .soft,
        words: "\(names) at \(stop.name)",
        readings: [
          Reading(
            label: "",
            value: .elapsed(
              from: .stop(journey.id, stop.id, journey.canonical(.arrival)),
              to: .stop(journey.id, stop.id, journey.canonical(.departure)),
              ClaimedInterval(lower: least, upper: nil, shape: .atLeast)))
        ]))
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

  private mutating func addWay(_ leg: Leg, of journey: Journey) {
    guard let way = leg.way else { return }
    let distance = leg.distanceID(in: journey)
    titles[distance] = "the way from \(leg.startPlace.name) to \(leg.endPlace.name)"
    let started = leg.start.assumption.isEmpty ? "" : leg.start.assumption + "; "
    let names = way.path?.lineNames ?? way.trackPath?.lineNames ?? []
    let lines = names.isEmpty ? nil : "by the \(names.prefix(8).joined(separator: ", "))"
    members.append(
      Member(
        id: Member.ID("way \(journey.id) \(leg.start.id) – \(leg.end.id)"),
        origin: way.followsTrack ? .assumption : .estimate, strength: way.isHard ? .hard : .soft,
        words: "\(started)it ran from \(leg.startPlace.name) to \(leg.endPlace.name) "
          + (lines ?? "by \(journey.mode.rawValue), \(way.basis)"),
        readings: [Reading(label: "", value: .within(distance, way.interval.claimed))]))
    // Where no network says more, the straight line is the least.
    if !way.followsTrack, let straight = measured(.geodesic, from: leg.startPlace, to: leg.endPlace)
    {
      laws.append(.atLeast(distance, straight))
    }
    laws.append(
      .reach(
        distance: distance, speed: journey.ceilingID,
        from: .stop(journey.id, leg.start.id, .departure),
        to: .stop(journey.id, leg.end.id, .arrival)))
    addGaugeChange(leg, of: journey)
  }

  /// Where sources give how long a change of gauge takes, the leg takes that much longer.
  private mutating func addGaugeChange(_ leg: Leg, of journey: Journey) {
    guard let way = leg.way, let ceiling = ceiling(of: journey) else { return }
    let changes =
      (way.path?.gaugeBreaks ?? []).map { ($0.place.text, $0.site) }
      + (way.trackPath?.breaks ?? []).map { ($0.title, $0.site) }
    let hours = changes.compactMap(\.1.hours.least).reduce(0, +)
    guard hours > 0, let running = (way.interval.lower ?? .zero).duration(at: ceiling.speed)
    else { return }
    let least = running.inSeconds + hours * 3_600
    let places = changes.map(\.0).joined(separator: ", ")
    members.append(
      Member(
        id: Member.ID("gauge change \(journey.id) \(leg.start.id) – \(leg.end.id)"),
        origin: .estimate, strength: .soft,
        words: "changing the gauge at \(places) takes at least \(hours) h besides the running",
        readings: [
          Reading(
            label: "",
            value: .elapsed(
              from: .stop(journey.id, leg.start.id, .departure),
              to: .stop(journey.id, leg.end.id, .arrival),
              ClaimedInterval(lower: least, upper: nil, shape: .atLeast)))
        ]))
  }

  private mutating func addCeiling(of journey: Journey) {
    titles[journey.ceilingID] = "the greatest speed on this journey"
    guard let ceiling = ceiling(of: journey) else { return }
    members.append(
      Member(
        id: Member.ID("ceiling \(journey.id)"), origin: ceiling.origin, strength: ceiling.strength,
        words: ceiling.words,
        readings: [
          Reading(
            label: "",
            value: .within(
              journey.ceilingID,
              ClaimedInterval(
                lower: nil, upper: ceiling.speed.metersPerSecond, shape: .atMost)))
        ]))
  }

  private struct Ceiling {
    let words: String
    let speed: Speed
    let origin: Origin
    let strength: Strength
  }

  /// A named train's own ceiling is physics; one for want of a name is an assumption, and one of a
  /// whole mode an estimate.
  private func ceiling(of journey: Journey) -> Ceiling? {
    if journey.mode == .rail, let train = world.train(journey.vehicle) {
      let isNamed = train.id == journey.vehicle
      return Ceiling(
        words: isNamed
          ? "\(train.name) cannot pass its ceiling"
          : "it was \(train.name), which cannot pass its ceiling",
        speed: train.ceiling, origin: isNamed ? .physics : .assumption, strength: .hard)
    }
    return world.modes[journey.mode].map {
      Ceiling(
        words: "vehicles by \(journey.mode.rawValue) seldom pass this speed", speed: $0.ceiling,
        origin: .estimate, strength: .soft)
    }
  }

  /// A flown way is the geodesic at the least and with the usual detour at the most.
  private mutating func addFlownWay(_ leg: Leg, _ path: FlightPath, of journey: Journey) {
    let distance = leg.distanceID(in: journey)
    titles[distance] = "the way flown from \(leg.startPlace.name) to \(leg.endPlace.name)"
    let bounds: [(String, Origin, Strength, String, ClaimedInterval)] = [
      (
        "least", .physics, .hard, "no flight is shorter than the straight line",
        ClaimedInterval(lower: path.geodesic.meters, upper: nil, shape: .atLeast)
      ),
      (
        "most", .estimate, .soft, "flights are seldom longer than this",
        ClaimedInterval(lower: nil, upper: path.flown.upper?.meters, shape: .atMost)
      ),
    ]
    for (name, origin, strength, words, interval) in bounds {
      members.append(
        Member(
          id: Member.ID("\(name) way \(journey.id) \(leg.end.id)"), origin: origin,
          strength: strength, words: "\(leg.title): \(words)",
          readings: [Reading(label: "", value: .within(distance, interval))]))
    }
  }

  private mutating func addFlight(_ leg: Leg, of journey: Journey) {
    guard let path = leg.flight, let aircraft = world.aircraft(journey.vehicle) else { return }
    addFlownWay(leg, path, of: journey)
    let time = aircraft.flightTime(over: path)
    let takeOff = EventID.stop(journey.id, leg.start.id, .takeOff)
    let landing = EventID.stop(journey.id, leg.end.id, .landing)
    let name = "\(leg.startPlace.name) to \(leg.endPlace.name)"
    members.append(
      Member(
        id: Member.ID("fastest flight \(journey.id) \(leg.end.id)"), origin: .physics,
        strength: .hard,
        words:
          "\(aircraft.name) cannot fly \(name) faster than straight on at its ceiling with "
          + "the strongest jet stream behind it",
        readings: [
          Reading(
            label: "",
            value: .elapsed(
              from: takeOff, to: landing,
              ClaimedInterval(
                lower: time.fastestAirborne.inSeconds, upper: nil, shape: .atLeast)))
        ]))
    members.append(
      Member(
        id: Member.ID("usual flight \(journey.id) \(leg.end.id)"), origin: .estimate,
        strength: .soft,
        words: "\(aircraft.name) usually needs this long from take-off to landing, \(name)",
        readings: [
          Reading(
            label: "",
            value: .elapsed(
              from: takeOff, to: landing,
              ClaimedInterval(
                lower: time.airborne.lower?.inSeconds, upper: time.airborne.upper?.inSeconds,
                shape: .twoSided)))
        ]))
  }
}

extension Leg {
  /// The variable for how far the vehicle went on this leg.
  func distanceID(in journey: Journey) -> QuantityID {
    QuantityID("way \(journey.id) \(start.id) – \(end.id)")
  }
}

extension Journey {
  /// The variable for the greatest speed of this journey's vehicle.
  var ceilingID: QuantityID { QuantityID("speed ceiling \(id)") }
}

extension World {
  /// The train of an identifier; an unnamed one is an ordinary passenger train.
  public func train(_ id: String) -> Train? {
    trains.first { $0.id == id } ?? trains.first { $0.id == "passenger-train" }
  }

  /// The aircraft of an identifier; an unnamed one is an ordinary airliner.
  public func aircraft(_ id: String) -> Aircraft? {
    aircraft.first { $0.id == id } ?? aircraft.first { $0.id == "jet-airliner" }
  }
}
