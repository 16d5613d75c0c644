import Claims
import Flights
import Gazetteer
import Geodesy
import Plausibility
import Quantities
import Travel
import Wording

extension Assembly {
  /// A flown way is the geodesic at the least and with the usual detour at the most.
  private mutating func addFlownWay(_ leg: Leg, _ path: FlightPath, of journey: Journey) {
    let distance = leg.distanceID(in: journey)
    titles[distance] =
      "the route flown from \(term: leg.startPlace.shortName) to \(term: leg.endPlace.shortName)"
    let bounds: [(Member.FlightBound, Origin, Strength, Phrase, ClaimedInterval)] = [
      (
        .leastDistance, .physics, .hard, "no flight is shorter than the straight line",
        ClaimedInterval(
          lower: path.geodesic.meters * GreatCircle.shortestShare, upper: nil, shape: .atLeast)
      ),
      (
        .greatestDistance, .estimate, .soft, "flights are seldom longer than this",
        ClaimedInterval(lower: nil, upper: greatestWay(path), shape: .atMost)
      ),
    ]
    for (bound, origin, strength, words, interval) in bounds {
      add(
        Testimony(
          id: .flight(bound, journey: journey.id, to: leg.end.id), origin: origin,
          strength: strength, words: "\(leg.named): \(words)",
          value: .within(distance, interval)))
    }
  }

  /// In metres: flights go round storms, closed airspace and half of the Earth for a record.
  private func greatestWay(_ path: FlightPath) -> Double? {
    guard let usual = path.flown.upper else { return nil }
    let ratio = world.modes[.air]?.detour.upper ?? 1
    return max(usual, path.planned * ratio + .meters(world.operations.terminal.upperBound)).meters
  }

  /// How much longer than usual taxiing may well take; estimated.
  private static let seldomSlower = 3.0

  mutating func addFlight(_ leg: Leg, of journey: Journey) {
    guard !leg.isRoundTrip else { return addFreeWay(leg, of: journey) }
    guard let flight = leg.flight else { return }
    addFlownWay(leg, flight.path, of: journey)
    laws.append(
      .reach(
        distance: leg.distanceID(in: journey), speed: journey.ceilingID,
        from: .stop(journey.id, leg.start.id, .takeOff),
        to: .stop(journey.id, leg.end.id, .landing)))
    for testimony in timesAloft(leg, flight, of: journey) + taxiing(leg, flight, of: journey) {
      add(testimony)
    }
  }

  private func timesAloft(_ leg: Leg, _ flight: Flight, of journey: Journey) -> [Testimony] {
    func airborne(_ least: Double, _ most: Double?) -> Constraint {
      .elapsed(
        from: .stop(journey.id, leg.start.id, .takeOff),
        to: .stop(journey.id, leg.end.id, .landing),
        ClaimedInterval(lower: least, upper: most, shape: most == nil ? .atLeast : .twoSided))
    }
    let name = leg.named
    let usual = flight.airborneTimes.extreme
    let around = leg.flightAround
    let closed = around?.closures.map(\.name) ?? []
    let most = max(
      usual.upperBound, around?.flight.airborneTimes.extreme.upperBound ?? 0,
      wandering(flight) ?? 0)
    // Half way to what is impossible: records are flown on days of which there is one in years.
    let least = (usual.lowerBound + flight.fastestAirborne.inSeconds) / 2
    let besides: Phrase =
      closed.isEmpty ? "" : ", around the airspace of \(term: closed.joined(separator: ", "))"
    let isNamed = world.isNamedAircraft(journey.vehicle)
    return [
      Testimony(
        id: .flight(.fastest, journey: journey.id, to: leg.end.id),
        // What nobody named may be faster than any airliner.
        origin: isNamed ? .physics : .estimate, strength: isNamed ? .hard : .soft,
        words:
          """
          \(term: flight.aircraft.name) cannot fly \(name) faster than straight on at its top speed with the strongest jet \
          stream behind it
          """,
        value: airborne(flight.fastestAirborne.inSeconds, nil)),
      Testimony(
        id: .flight(.usual, journey: journey.id, to: leg.end.id), origin: .estimate,
        strength: .soft,
        words:
          """
          \(term: flight.aircraft.name), simulated, is this long from take-off to landing, \(name)\(besides), on all \
          but the rarest days
          """,
        value: airborne(least, most)),
    ]
  }

  /// In metres a second: slower ones look about, climb in circles or follow a river, as long as they can stay aloft.
  private static let slow = 125.0

  /// How long a slow aircraft may stay aloft, in seconds; nil for others.
  private func wandering(_ flight: Flight) -> Double? {
    let cruise = flight.aircraft.cruiseAirspeeds
    guard cruise.upperBound <= Self.slow, cruise.lowerBound > 0 else { return nil }
    return flight.aircraft.range.upperBound.meters / cruise.lowerBound
  }

  private func taxiing(_ leg: Leg, _ flight: Flight, of journey: Journey) -> [Testimony] {
    func interval(_ minutes: ClosedRange<Double>) -> ClaimedInterval {
      // On a small field it stands beside the runway.
      ClaimedInterval(
        lower: 0, upper: minutes.upperBound * 60 * Self.seldomSlower, shape: .twoSided)
    }
    let (start, end) = (leg.start.id, leg.end.id)
    return [
      Testimony(
        id: .flight(.taxiOut, journey: journey.id, to: end), origin: .estimate, strength: .soft,
        words: "taxiing to take-off at \(term: leg.startPlace.shortName) seldom takes longer",
        value: .elapsed(
          from: .stop(journey.id, start, .offBlock), to: .stop(journey.id, start, .takeOff),
          interval(flight.operations.taxiOut))),
      Testimony(
        id: .flight(.taxiIn, journey: journey.id, to: end), origin: .estimate, strength: .soft,
        words: "taxiing after landing at \(term: leg.endPlace.shortName) seldom takes longer",
        value: .elapsed(
          from: .stop(journey.id, end, .landing), to: .stop(journey.id, end, .onBlock),
          interval(flight.operations.taxiIn))),
    ]
  }
}
