import Travel
import Claims
import Flights
import Gazetteer
import Quantities
import Railways
import TrainMotion

extension World {
  /// The same journey as it would run by other vehicles, from other places.
  ///
  /// A stop whose supposed place nobody knows stays where it is.
  func itinerary(
    _ itinerary: Itinerary, as running: Circumstances.Running, _ finder: inout PlaceFinder
  ) -> Itinerary {
    let journey = itinerary.journey.run(as: running)
    var changed = itinerary
    if journey != itinerary.journey, let other = self.itinerary(of: journey, &finder) {
      changed = other
    }
    let traction = running.traction
    return Itinerary(
      journey: changed.journey, places: changed.places,
      legs: changed.legs.map { leg in
        let run = leg.run.flatMap { moved($0, by: traction) }
        let flight = leg.flight.flatMap { flown($0, by: traction) }
        return leg.with(
          run, flight,
          isOutOfReach: run == nil && leg.run != nil || flight == nil && leg.flight != nil)
      })
  }

  /// The same run by a train as it is supposed to be; nil where that could not go.
  private func moved(
    _ run: TrainJourney, by traction: Circumstances.Traction
  ) -> TrainJourney? {
    guard traction.cars != nil || traction.ceiling != nil else { return run }
    var model = traction.cars.flatMap { run.model.with(cars: $0) } ?? run.model
    var restrictions = TrainRestrictions()
    if let ceiling = traction.ceiling {
      restrictions.cap = ceiling
      model = model.reaching(ceiling)
    }
    return try? journey(
      by: model, over: run.route, restrictions)
  }

  /// The same flight with the airspeed and the wind that are supposed; nil where the wind is too strong.
  private func flown(_ flight: Flight, by traction: Circumstances.Traction) -> Flight? {
    guard traction.cruise != nil || traction.wind != nil else { return flight }
    let aircraft = traction.cruise.map { flight.aircraft.cruising(at: $0) } ?? flight.aircraft
    let winds = traction.wind.map { [Wind.along($0...$0)] } ?? flight.winds
    return try? aircraft.flight(over: flight.path, flight.operations, winds: winds)
  }
}

extension Itinerary {
  /// The same journey with changes of gauge that take as long as supposed, and over ways as long as supposed.
  func supposing(_ circumstances: Circumstances) -> Itinerary {
    let changes = circumstances.gaugeChanges
    guard !changes.isEmpty || !circumstances.ways.isEmpty else { return self }
    return Itinerary(
      journey: journey, places: places,
      legs: legs.enumerated().map { index, leg in
        let id = Circumstances.LegID(journey: journey.id, index: index)
        let run = leg.run?.supposing(changes).overLength(circumstances.ways[id])
        return leg.with(run, leg.flight, isOutOfReach: leg.isOutOfReach)
      })
  }
}

extension Leg {
  fileprivate func with(_ run: TrainJourney?, _ flight: Flight?, isOutOfReach: Bool) -> Leg {
    Leg(
      start: start, end: end, startPlace: startPlace, endPlace: endPlace, mode: mode,
      geodesic: geodesic, way: way, alternatives: alternatives, flight: flight, run: run,
      wayProblem: wayProblem, isOutOfReach: isOutOfReach)
  }
}

extension Journey {
  fileprivate func run(as running: Circumstances.Running) -> Journey {
    with(
      vehicle: running.traction.vehicle ?? vehicle,
      stops: stops.map { stop in running.places[stop.id].map { stop.moved(to: $0) } ?? stop })
  }
}
