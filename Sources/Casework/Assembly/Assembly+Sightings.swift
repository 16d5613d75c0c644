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
    let seen = EventID.seen(claim)
    let whens = momentReadings(
      claim, sighting.time, seen, sighting.zones.isEmpty ? place.zones : sighting.zones)
    let radius = Distance.meters(sighting.radius)
    var wheres: [Whereabouts] = []
    for (stop, stopPlace) in zip(itinerary.journey.stops, itinerary.places) {
      wheres += atStop(stop, stopPlace, place, radius, itinerary, seen)
    }
    // A place on the way of a leg was passed on it; one on no way may have been passed on any.
    let isOnWay = itinerary.legs.contains { $0.chainage(of: place, within: radius) != nil }
    for (index, leg) in itinerary.legs.enumerated()
    where !isOnWay || leg.chainage(of: place, within: radius) != nil {
      wheres.append(between(leg, index, place, radius, itinerary, claim))
    }
    var readings: [Reading] = []
    for when in whens {
      for spot in wheres {
        readings.append(
          Reading(
            label: [when.label, spot.label].filter { !$0.isEmpty }.joined(separator: ", "),
            value: when.value, others: spot.constraints))
      }
    }
    add(claim, readings)
  }

  /// Where along its journey a vehicle was when it was seen.
  private struct Whereabouts {
    let label: Phrase
    let constraints: [Constraint]
  }

  /// None where the stop is elsewhere.
  private func atStop(
    _ stop: Stop, _ stopPlace: Place, _ place: Place, _ radius: Distance,
    _ itinerary: Itinerary, _ seen: EventID
  ) -> [Whereabouts] {
    guard let apart = stopPlace.geodesic(to: place)?.lower, apart <= radius else { return [] }
    let journey = itinerary.journey
    var constraints: [Constraint] = []
    if stop.id != journey.stops.first?.id {
      constraints.append(
        .elapsed(
          from: .stop(journey.id, stop.id, journey.canonical(.arrival)), to: seen, .forwards))
    }
    if stop.id != journey.stops.last?.id {
      constraints.append(
        .elapsed(
          from: seen, to: .stop(journey.id, stop.id, journey.canonical(.departure)), .forwards))
    }
    return [Whereabouts(label: "at \(term: stopPlace.name)", constraints: constraints)]
  }

  private mutating func between(
    _ leg: Leg, _ index: Int, _ place: Place, _ radius: Distance, _ itinerary: Itinerary,
    _ claim: Claim
  ) -> Whereabouts {
    let journey = itinerary.journey
    let isAir = journey.mode == .air
    let (start, end) = (
      EventID.stop(journey.id, leg.start.id, isAir ? .takeOff : .departure),
      EventID.stop(journey.id, leg.end.id, isAir ? .landing : .arrival)
    )
    let seen = EventID.seen(claim)
    let parts = [
      .way(to: claim, onLeg: index, of: journey),
      QuantityID("way \(journey.id) from \(claim.id) on leg \(index + 1)"),
    ]
    titles[parts[0]] = "the way from \(term: leg.startPlace.name) to where it was seen"
    titles[parts[1]] = "the way from where it was seen to \(term: leg.endPlace.name)"
    var constraints: [Constraint] = [
      .elapsed(from: start, to: seen, .forwards), .elapsed(from: seen, to: end, .forwards),
    ]
    for (part, other) in zip(parts, [leg.startPlace, leg.endPlace]) {
      if let straight = place.geodesic(to: other)?.lower {
        let least = max(.zero, straight.meters - radius.meters)
        constraints.append(
          .within(part, ClaimedInterval(lower: least, upper: nil, shape: .atLeast)))
      }
    }
    if leg.way != nil {
      constraints.append(.sum(leg.distanceID(in: journey), of: parts))
    }
    if let chainage = leg.chainage(of: place, within: radius) {
      constraints.append(.within(parts[0], chainage))
    }
    if isAir {
      constraints += fastest(leg, leg.startPlace, place, radius, (start, seen))
      constraints += fastest(leg, leg.endPlace, place, radius, (seen, end))
    } else {
      let ceiling = journey.ceilingID
      constraints.append(.reach(distance: parts[0], speed: ceiling, from: start, to: seen))
      constraints.append(.reach(distance: parts[1], speed: ceiling, from: seen, to: end))
    }
    return Whereabouts(
      label: "between \(term: leg.startPlace.name) and \(term: leg.endPlace.name)",
      constraints: constraints)
  }

  /// An aircraft takes at least the share of the fastest flight that its straight line has.
  private func fastest(
    _ leg: Leg, _ end: Place, _ place: Place, _ radius: Distance, _ events: (EventID, EventID)
  ) -> [Constraint] {
    guard let flight = leg.flight, flight.path.geodesic.meters > 0,
      let straight = place.geodesic(to: end)?.lower
    else { return [] }
    let share = max(0, straight.meters - radius.meters) / flight.path.geodesic.meters
    return [
      .elapsed(
        from: events.0, to: events.1,
        ClaimedInterval(
          lower: share * flight.fastestAirborne.inSeconds, upper: nil, shape: .atLeast))
    ]
  }
}

extension Leg {
  /// How far along the way's course one is within a radius of a place, with the error of the whole way; nil where the
  /// place is not on it.
  fileprivate func chainage(of place: Place, within radius: Distance) -> ClaimedInterval? {
    guard let way, let lower = way.interval.lower, let upper = way.interval.upper,
      let stations = way.course?.stations(at: place), let first = stations.first,
      let last = stations.last
    else { return nil }
    let isItself = first.place == place.id
    let slack =
      radius.meters + (isItself ? 0 : place.extent.meters) + (upper.meters - lower.meters) / 2
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

extension EventID {
  /// When a vehicle was seen.
  static func seen(_ claim: Claim) -> EventID { EventID("seen by \(claim.id)") }
}
