import Chronology
import Claims
import Flights
import Gazetteer
import Plausibility
import Quantities
import Travel
import Wording

extension Assembly {
  /// From this year on an aircraft that nobody names may be taken for a jet airliner: the Boeing 707 and the Comet 4 came
  /// into service in October 1958.
  private static let jetAge = 1_959

  /// Takes back bounds of flights that do not hold for all that may be meant: how long airliners usually fly where the
  /// aircraft may be of an earlier age or nobody tells the day, and how long and how far a flight without stops goes where
  /// there were some, or it went another way.
  mutating func openFlights() {
    for itinerary in itineraries where itinerary.journey.mode == .air {
      let journey = itinerary.journey
      let isNamed = world.isNamedAircraft(journey.vehicle)
      if isNamed { addGroundCeiling(of: journey) }
      let isEarly = !isNamed && journey.date.map { $0.year < Self.jetAge } == true
      for leg in itinerary.legs {
        let mayHaveLanded = leg.end.unknownStops != nil || isBeyondReach(leg)
        if isSupersonic(leg) {
          members.removeAll { $0.id == .flight(.usual, journey: journey.id, to: leg.end.id) }
        }
        guard isEarly || mayHaveLanded || !isNamed && journey.date == nil || isLong(leg, journey)
        else { continue }
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

  /// Metres a second, above which the extremes that were measured on airliners say nothing: where sound is passed and where not
  /// differs from flight to flight.
  private static let sound = 340.0

  private func isSupersonic(_ leg: Leg) -> Bool {
    leg.flight.map { $0.aircraft.cruiseAirspeeds.upperBound > Self.sound } ?? false
  }

  /// Whether its aircraft has no fuel for a leg, so that it landed on the way or had tanks that others have not.
  private func isBeyondReach(_ leg: Leg) -> Bool {
    if case .beyond? = leg.flight?.reach { true } else { false }
  }

  /// Whether somebody says that a leg was longer than flights usually are: how long the usual ones take does not hold then.
  private func isLong(_ leg: Leg, _ journey: Journey) -> Bool {
    guard let usual = leg.flight?.path.flown.upper?.meters else { return false }
    let said = caseFile.claims.compactMap { claim -> Double? in
      switch claim.subject {
      case .distance(let value, let from, let to, let kinds) where kinds.contains(.flown):
        let places = Set((from + to).compactMap { finder.found($0)?.id })
        return places == [leg.startPlace.id, leg.endPlace.id]
          ? value.interval(under: profile).lower : nil
      case .way(let value, let from, let to):
        guard case .stop(journey.id, leg.start.id, _) = from,
          case .stop(journey.id, leg.end.id, _) = to
        else { return nil }
        return value.interval(under: profile).lower
      default: return nil
      }
    }
    return said.contains { $0 > usual }
  }

  /// What no aircraft of the type passes over the ground: its greatest airspeed with the strongest wind behind it.
  private mutating func addGroundCeiling(of journey: Journey) {
    guard let aircraft = world.aircraft(journey.vehicle) else { return }
    let flight = RoundFlight(aircraft: aircraft, operations: world.operations)
    let least = flight.physicalMinimum(over: .kilometers(1))
    guard least > 0 else { return }
    add(
      Testimony(
        id: .ceiling(journey: journey.id), origin: .physics, strength: .hard,
        words: "\(term: aircraft.name) cannot exceed its top speed",
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
