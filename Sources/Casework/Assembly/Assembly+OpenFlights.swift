import Chronology
import Claims
import Flights
import Plausibility
import Quantities
import Travel
import Wording

extension Assembly {
  /// From this year on an aircraft that nobody names may be taken for a jet airliner: the Boeing 707 and the Comet 4 came
  /// into service in October 1958.
  private static let jetAge = 1_959

  /// Takes back bounds of flights that do not hold for all that may be meant: how long airliners usually fly where the
  /// aircraft may be of an earlier age, and how long and how far a flight without stops goes where there were some.
  mutating func openFlights() {
    for itinerary in itineraries where itinerary.journey.mode == .air {
      let journey = itinerary.journey
      if itinerary.legs.contains(where: \.isRoundTrip) { addGroundCeiling(of: journey) }
      let isEarly =
        !world.isNamedAircraft(journey.vehicle)
        && journey.date.map { $0.year < Self.jetAge } == true
      for leg in itinerary.legs where isEarly || leg.end.unknownStops != nil {
        func id(_ bound: Member.FlightBound) -> Member.ID {
          .flight(bound, journey: journey.id, to: leg.end.id)
        }
        members.removeAll { $0.id == id(.greatestDistance) }
        guard let place = members.firstIndex(where: { $0.id == id(.usual) }) else { continue }
        let usual = members.remove(at: place)
        guard !isEarly, let open = usual.withoutUpperBound else { continue }
        members.insert(open, at: place)
      }
    }
  }

  /// What no aircraft of the type passes over the ground, for a flight of which nothing else is known than that it came
  /// back: its greatest airspeed with the strongest wind behind it.
  private mutating func addGroundCeiling(of journey: Journey) {
    guard world.isNamedAircraft(journey.vehicle), let aircraft = world.aircraft(journey.vehicle)
    else { return }
    let flight = RoundFlight(aircraft: aircraft, operations: world.operations)
    let least = flight.physicalMinimum(over: .kilometers(1))
    guard least > 0 else { return }
    add(
      Testimony(
        id: .ceiling(journey: journey.id), origin: .physics, strength: .hard,
        words: "\(term: aircraft.name) cannot pass its ceiling",
        value: .within(
          journey.ceilingID, ClaimedInterval(lower: nil, upper: 1_000 / least, shape: .atMost))))
  }
}

extension Member {
  /// The same, with no more than the least of its times; nil where it bounds no time.
  fileprivate var withoutUpperBound: Member? {
    guard case .elapsed(let from, let to, let interval)? = readings.first?.value else { return nil }
    let least = ClaimedInterval(lower: interval.lower, upper: nil, shape: .atLeast)
    return Member(
      id: id, origin: origin, strength: strength,
      readings: [Reading(value: .elapsed(from: from, to: to, least))], grade: grade)
  }
}
