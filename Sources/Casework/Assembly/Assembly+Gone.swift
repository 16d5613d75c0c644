import Claims
import Gazetteer
import Plausibility
import Quantities
import Wording

/// What lies between two events of a journey, or of the parts of one.
struct Gone {
  /// How far it went.
  let distance: QuantityID
  /// That this is what its legs come to, where it has several.
  let sums: [Constraint]
  let legs: [(journey: Journey, leg: Leg)]
  /// Such as `from Khasan to Vladivostok`.
  let ends: Phrase

  /// The journey whose legs they all are; nil where they are of several parts.
  var onlyJourney: Journey? {
    guard let first = legs.first?.journey, legs.allSatisfy({ $0.journey.id == first.id }) else {
      return nil
    }
    return first
  }
}

extension Assembly {
  /// What lies between two stops in travel order; nil where they are not that.
  mutating func gone(from: EventReference, to: EventReference) -> Gone? {
    let legs = legs(from: from, to: to)
    guard let first = legs.first, let last = legs.last else { return nil }
    let ends: Phrase =
      "from \(term: first.leg.startPlace.shortName) to \(term: last.leg.endPlace.shortName)"
    guard legs.count > 1 else {
      return Gone(
        distance: first.leg.distanceID(in: first.journey), sums: [], legs: legs, ends: ends)
    }
    let whole = QuantityID.legs(
      JourneyLeg(journey: first.journey.id, start: first.leg.start.id, end: last.leg.end.id))
    titles[whole] = "the whole way \(ends)"
    return Gone(
      distance: whole, sums: [.sum(whole, of: legs.map { $0.leg.distanceID(in: $0.journey) })],
      legs: legs, ends: ends)
  }

  private func legs(
    from: EventReference, to: EventReference
  ) -> [(journey: Journey, leg: Leg)] {
    guard case .stop(let id, let start, _) = from, case .stop(let other, let end, _) = to,
      var itinerary = itineraries.first(where: { $0.journey.id == id })
    else { return [] }
    var parts = [itinerary]
    while itinerary.journey.id != other {
      let part = itinerary
      guard let next = itineraries.first(where: { $0.journey.continues == part.journey.id }) else {
        return []
      }
      parts.append(next)
      itinerary = next
    }
    return parts.enumerated().flatMap { index, part -> [(journey: Journey, leg: Leg)] in
      guard let first = index == 0 ? start : part.journey.stops.first?.id,
        let last = index == parts.count - 1 ? end : part.journey.stops.last?.id
      else { return [] }
      return part.legs(from: first, to: last).map { (part.journey, $0) }
    }
  }

  /// A part of a journey begins where the part before it ended, and no earlier.
  mutating func addContinuation(of journey: Journey) {
    guard let id = journey.continues, let before = caseFile.journeys.first(where: { $0.id == id }),
      let end = before.stops.last, let start = journey.stops.first
    else { return }
    laws.append(
      .elapsed(
        from: .stop(before.id, end.id, before.canonical(.arrival)),
        to: .stop(journey.id, start.id, journey.canonical(.departure)), .forwards))
  }

  /// How far a journey is said to have gone.
  mutating func addGone(
    _ claim: Claim, _ value: HedgedValue, _ from: EventReference, _ to: EventReference
  ) {
    guard let gone = gone(from: from, to: to) else { return }
    let interval = value.interval(under: profile)
    var others = gone.sums
    if let journey = gone.onlyJourney, let first = gone.legs.first, let last = gone.legs.last,
      let least = interval.lower,
      let law = longWay(.meters(least), from: first.leg, to: last.leg, of: journey)
    {
      others.append(law)
    }
    add(
      claim,
      [.init(label: "", value: .within(gone.distance, interval), others: others)])
  }
}
