import Claims
import Gazetteer
import Plausibility
import Wording

extension Assembly {
  /// A statement that is supposed: hard, and nobody's but whoever asks "what if".
  func supposed(_ id: Member.ID, _ words: Phrase, _ value: Constraint) -> Testimony {
    Testimony(
      id: id, origin: .assumption, strength: .hard, words: "supposed: \(words)",
      value: value)
  }

  /// When a journey began, where that is supposed.
  mutating func addSupposedDeparture(of journey: Journey) {
    guard let moment = circumstances.departures[journey.id], let first = journey.stops.first else {
      return
    }
    let event = EventID.stop(journey.id, first.id, journey.canonical(.departure))
    let exactly = ClaimedInterval(lower: moment, upper: moment, shape: .window)
    add(
      supposed(.departure(journey: journey.id), "when it left", .moment(event, exactly)))
  }

  /// How long a stop takes at the least, where that is supposed; whether it is.
  mutating func addSupposedStay(at stop: Stop, of journey: Journey) -> Bool {
    let id = Circumstances.StopID(journey: journey.id, stop: stop.id)
    guard let seconds = circumstances.stays[id] else { return false }
    let least = ClaimedInterval(lower: seconds, upper: nil, shape: .atLeast)
    add(
      supposed(
        .stay(journey: journey.id, stop: stop.id), "how long it stood at \(term: stop.name)",
        .elapsed(
          from: .stop(journey.id, stop.id, journey.canonical(.arrival)),
          to: .stop(journey.id, stop.id, journey.canonical(.departure)), least)))
    return true
  }

  /// The way of a leg, where its length is supposed.
  func supposedWay(_ leg: Leg, _ index: Int, of journey: Journey) -> Testimony? {
    let id = Circumstances.LegID(journey: journey.id, index: index)
    guard let meters = circumstances.ways[id] else { return nil }
    let exactly = ClaimedInterval(lower: meters, upper: meters, shape: .twoSided)
    return supposed(
      .value(leg.distanceID(in: journey)),
      "how far it is from \(term: leg.startPlace.shortName) to \(term: leg.endPlace.shortName)",
      .within(leg.distanceID(in: journey), exactly))
  }

  /// The most that a vehicle can do, where that is supposed.
  func supposedCeiling(of journey: Journey) -> [Testimony] {
    guard let speed = circumstances.tractions[journey.id]?.ceiling else { return [] }
    let most = ClaimedInterval(lower: nil, upper: speed, shape: .atMost)
    let exactly = ClaimedInterval(lower: speed, upper: speed, shape: .twoSided)
    return [
      supposed(
        .ceiling(journey: journey.id), "the most it can do", .within(journey.ceilingID, most)),
      supposed(
        .supposedSpeed(journey: journey.id), "what it can do",
        .within(journey.supposedSpeedID, exactly)),
    ]
  }

  /// What cannot be gone at all contradicts itself.
  mutating func addSupposedStandstill(on leg: Leg, of journey: Journey) {
    guard leg.isOutOfReach else { return }
    let never = ClaimedInterval(lower: 1, upper: 0, shape: .window)
    add(
      supposed(
        .standstill(leg.named(in: journey)),
        "a vehicle that cannot go from \(term: leg.startPlace.shortName) to \(term: leg.endPlace.shortName)",
        .elapsed(
          from: .stop(journey.id, leg.start.id, journey.canonical(.departure)),
          to: .stop(journey.id, leg.end.id, journey.canonical(.arrival)), never)))
  }
}

extension Journey {
  /// What its vehicle is supposed to be able to do, for what is said of that.
  var supposedSpeedID: QuantityID { .supposedSpeed(journey: id) }
}
