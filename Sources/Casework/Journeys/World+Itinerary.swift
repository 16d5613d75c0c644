import Travel
import Chronology
import Claims
import Flights
import Gazetteer
import Geodesy
import Quantities
import Railways
import Wording

extension World {
  /// The itinerary of a journey whose places were found.
  func itinerary(of journey: Journey, _ finder: inout PlaceFinder) -> Itinerary? {
    let places = journey.stops.map { finder.place($0.name, at: $0.names[$0.name] ?? $0.place) }
    let found = places.compactMap(\.self)
    guard found.count == places.count else { return nil }
    let courses = journey.mode == .rail ? courses(of: journey, found, &finder) : []
    var legs: [Leg] = []
    for index in journey.stops.indices.dropFirst() {
      let start = (journey.stops[index - 1], found[index - 1])
      let way = courses.isEmpty ? nil : TypedDistance(course: courses[index - 1])
      legs.append(
        leg(from: start, to: (journey.stops[index], found[index]), of: journey, way, &finder))
    }
    return Itinerary(journey: journey, places: found, legs: legs)
  }

  /// The course to each stop but the first. The gauge runs on from leg to leg; none where the whole journey is not in
  /// the kilometrage, so that each leg is sought for itself.
  private func courses(
    of journey: Journey, _ places: [Place], _ finder: inout PlaceFinder
  ) -> [RailCourse] {
    var legs: [[Place.ID]] = []
    for index in journey.stops.indices.dropFirst() {
      let stop = journey.stops[index]
      legs.append(ids(stop.via, stop, &finder) + [places[index].id])
    }
    return (try? network.courses(from: places[0].id, legs: legs, in: gazetteer)) ?? []
  }

  private func leg(
    from start: (stop: Stop, place: Place), to end: (stop: Stop, place: Place),
    of journey: Journey, _ way: TypedDistance?, _ finder: inout PlaceFinder
  ) -> Leg {
    let mode = journey.mode
    let kind = mode.distanceKind
    let via = ids(end.stop.via, end.stop, &finder)
    var alternatives: [(title: String, way: TypedDistance)] = []
    for way in end.stop.alternatives {
      let stations = ids(way.via, end.stop, &finder)
      if let way = distance(kind, from: start.place, to: end.place, via: stations).map({
        (title: way.title, way: $0)
      }) {
        alternatives.append(way)
      }
    }
    let way = way ?? distance(kind, from: start.place, to: end.place, via: via)
    let isKnown = mode != .rail || way?.followsTrack == true
    let flights = mode == .air ? flights(of: journey, from: start.place, to: end.place) : nil
    return Leg(
      start: start.stop, end: end.stop, startPlace: start.place, endPlace: end.place, mode: mode,
      geodesic: distance(.geodesic, from: start.place, to: end.place),
      way: way,
      alternatives: alternatives,
      flight: flights?.straight, flightAround: flights?.around,
      run: mode == .rail
        ? way.flatMap { run(of: journey, over: $0, [start.place, end.place]) } : nil,
      wayProblem: isKnown ? "" : railProblem(start.place.id, end.place.id, via))
  }

  /// The flights of a journey's aircraft between places, with the winds of its season: straight on, and around the airspace
  /// that was closed on its day.
  private func flights(
    of journey: Journey, from start: Place, to end: Place
  ) -> (straight: Flight, around: (flight: Flight, closures: [AirspaceClosure])?)? {
    guard let one = start.coordinate, let other = end.coordinate, start.outline == nil,
      end.outline == nil, let aircraft = aircraft(journey.vehicle)
    else { return nil }
    func flight(_ via: [Coordinate]) -> Flight? {
      try? aircraft.flight(
        over: FlightPath(
          from: one, to: other, via: via, detour: operations.detour, terminal: operations.terminal),
        operations, winds: [.usual(winds, operations, dayOfYear: journey.date?.dayOfYear)])
    }
    guard let straight = flight([]) else { return nil }
    guard let date = journey.date else { return (straight, nil) }
    let planned = plannedLengths(from: one, to: other, on: date)
    guard !planned.waypoints.isEmpty, let around = flight(planned.waypoints) else {
      return (straight, nil)
    }
    return (straight, (around, planned.closures))
  }

  private func run(
    of journey: Journey, over way: TypedDistance, _ places: [Place]
  ) -> TrainJourney? {
    guard way.followsTrack, let model = train(journey.vehicle), let profile = profile(of: way)
    else { return nil }
    return try? self.journey(
      by: model, over: TrainRoute(places: places, way: way, profile: profile))
  }

  private func ids(
    _ names: [String], _ stop: Stop, _ finder: inout PlaceFinder
  ) -> [Place.ID] {
    var ids: [Place.ID] = []
    for name in names {
      if let place = finder.place(name, at: stop.names[name] ?? stop.place) { ids.append(place.id) }
    }
    return ids
  }

  private func railProblem(_ start: Place.ID, _ end: Place.ID, _ via: [Place.ID]) -> Phrase {
    do {
      _ = try network.course(through: [start] + via + [end], in: gazetteer)
      return ""
    } catch {
      guard case .noPath(let from, let to, let reason) = error else {
        return Phrase(term: error.description)
      }
      let names = [from, to].map { gazetteer[id: $0]?.name ?? $0.text }
      return "no way by rail from \(term: names[0]) to \(term: names[1]): \(term: reason)"
    }
  }
}
