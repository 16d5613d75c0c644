import Chronology
import Travel
import Flights
import Claims
import Gazetteer
import Geodesy
import Plausibility
import Quantities
import Railways
import Wording

extension Assembly {
  /// A sighting bounds the way and the time before and after it. On which leg, or at which stop, the vehicle was
  /// seen are its readings.
  mutating func addSighting(_ claim: Claim, _ sighting: Sighting) {
    guard let itinerary = itineraries.first(where: { $0.journey.id == sighting.journey }),
      let place = finder.found(sighting.position)
    else { return }
    let seen = Spotted(
      claim: claim.id, place: place, radius: .meters(sighting.radius),
      journey: itinerary.journey)
    let whens = momentReadings(
      claim, sighting.time, seen.event,
      sighting.time.zone?.zones(in: [[place.country], countries]).map(\.identifier)
        ?? (sighting.zones.isEmpty ? place.zones : sighting.zones), at: place)
    var wheres: [Whereabouts] = []
    for (stop, stopPlace) in zip(itinerary.journey.stops, itinerary.places) {
      wheres += atStop(stop, stopPlace, seen)
    }
    // A place on the way of a leg was passed on it; one on no way may have been passed on any.
    let isOnWay = itinerary.legs.contains { $0.chainage(of: seen) != nil }
    for (index, leg) in itinerary.legs.enumerated()
    where !isOnWay || leg.chainage(of: seen) != nil {
      wheres.append(between(leg, index, seen))
    }
    var readings: [Testimony.Reading] = []
    for when in whens {
      for spot in wheres {
        readings.append(
          .init(
            label: [when.label, spot.label].filter { !$0.isEmpty }.joined(separator: ", "),
            value: when.value, others: spot.constraints, isUnlikely: when.isUnlikely))
      }
    }
    add(claim, readings)
  }

  /// None where the stop is elsewhere.
  private func atStop(_ stop: Stop, _ stopPlace: Place, _ seen: Spotted) -> [Whereabouts] {
    guard let apart = stopPlace.geodesic(to: seen.place)?.lower, apart <= seen.radius else {
      return []
    }
    let journey = seen.journey
    var constraints: [Constraint] = []
    if stop.id != journey.stops.first?.id {
      constraints.append(
        .elapsed(
          from: .stop(journey.id, stop.id, journey.canonical(.arrival)), to: seen.event,
          .forwards))
    }
    if stop.id != journey.stops.last?.id {
      constraints.append(
        .elapsed(
          from: seen.event, to: .stop(journey.id, stop.id, journey.canonical(.departure)),
          .forwards))
    }
    return [Whereabouts(label: "at \(term: stopPlace.shortName)", constraints: constraints)]
  }

  private mutating func between(_ leg: Leg, _ index: Int, _ seen: Spotted) -> Whereabouts {
    let journey = seen.journey
    let parts: [QuantityID] = [
      .legUntil(seen.claim, journey: journey.id, leg: index),
      .legAfter(seen.claim, journey: journey.id, leg: index),
    ]
    titles[parts[0]] = "the route from \(term: leg.startPlace.shortName) to where it was seen"
    titles[parts[1]] = "the route from where it was seen to \(term: leg.endPlace.shortName)"
    var constraints: [Constraint] = []
    for (part, other) in zip(parts, [leg.startPlace, leg.endPlace]) {
      if let straight = seen.place.geodesic(to: other)?.lower {
        let least = max(.zero, straight.meters - seen.radius.meters)
        constraints.append(
          .within(part, ClaimedInterval(lower: least, upper: nil, shape: .atLeast)))
      }
    }
    if leg.way != nil {
      constraints.append(.sum(leg.distanceID(in: journey), of: parts))
    }
    if let chainage = leg.chainage(of: seen) {
      constraints.append(.within(parts[0], chainage))
    }
    return Whereabouts(
      label: "between \(term: leg.startPlace.shortName) and \(term: leg.endPlace.shortName)",
      constraints: times(on: leg, parts, seen, constraints))
  }

  /// Some constraints between what bounds the times before and after a sighting on a leg.
  private func times(
    on leg: Leg, _ parts: [QuantityID], _ seen: Spotted, _ distances: [Constraint]
  ) -> [Constraint] {
    let journey = seen.journey
    let isAir = journey.mode == .air
    let (start, end) = (
      EventID.stop(journey.id, leg.start.id, isAir ? .takeOff : .departure),
      EventID.stop(journey.id, leg.end.id, isAir ? .landing : .arrival)
    )
    let order: [Constraint] = [
      .elapsed(from: start, to: seen.event, .forwards),
      .elapsed(from: seen.event, to: end, .forwards),
    ]
    guard !isAir else {
      return order + distances + fastest(leg, leg.startPlace, seen, (start, seen.event))
        + fastest(leg, leg.endPlace, seen, (seen.event, end))
    }
    let ceiling = journey.ceilingID
    return order + distances + [
      .reach(distance: parts[0], speed: ceiling, from: start, to: seen.event),
      .reach(distance: parts[1], speed: ceiling, from: seen.event, to: end),
    ]
  }

  /// An aircraft takes at least the share of the fastest flight that its straight line has.
  private func fastest(
    _ leg: Leg, _ end: Place, _ seen: Spotted, _ events: (EventID, EventID)
  ) -> [Constraint] {
    guard let flight = leg.flight, flight.path.geodesic.meters > 0,
      let straight = seen.place.geodesic(to: end)?.lower
    else { return [] }
    let share =
      max(0, straight.meters - seen.radius.meters) / flight.path.geodesic.meters
    return [
      .elapsed(
        from: events.0, to: events.1,
        ClaimedInterval(
          lower: share * flight.fastestAirborne.inSeconds, upper: nil, shape: .atLeast))
    ]
  }
}

/// A vehicle as it was seen: by which claim, where, how exactly, and on which journey.
private struct Spotted {
  let claim: Claim.ID
  let place: Place
  let radius: Distance
  let journey: Journey

  var event: EventID { .sighting(claim) }
}

/// Where along its journey a vehicle was when it was seen.
private struct Whereabouts {
  let label: Phrase
  let constraints: [Constraint]
}

extension Leg {
  /// How far along the way's course one is within a radius of a place, with the error of the whole way; nil where the
  /// place is not on it.
  fileprivate func chainage(of seen: Spotted) -> ClaimedInterval? {
    let place = seen.place
    guard let way, let lower = way.judged.lower, let upper = way.judged.upper,
      let stations = way.course?.stations(at: place), let first = stations.first,
      let last = stations.last
    else { return nil }
    let isItself = first.place == place.id
    let slack =
      seen.radius.meters + (isItself ? 0 : place.extent.meters) + (upper.meters - lower.meters) / 2
    // Back and forth through one place it is between both times.
    return ClaimedInterval(
      lower: max(0, first.chainage.meters - slack),
      upper: (isItself ? first : last).chainage.meters + slack, shape: .twoSided)
  }
}

extension ClaimedInterval {
  /// Time passes.
  static let forwards = ClaimedInterval(lower: 0, upper: nil, shape: .atLeast)
}
