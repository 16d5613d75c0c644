import Claims
import Gazetteer
import Plausibility
import Quantities
import Wording

extension Assembly {
  /// How many sightings of a journey are held against each other, each against each.
  static let orderedSightings = 16

  /// A vehicle seen at two places went from the one to the other, and on one leg it does not go back: which it came
  /// to first are the readings. That it did not run back is an assumption.
  mutating func addOrderOfSightings(_ itinerary: Itinerary) {
    let seen = caseFile.claims.compactMap {
      claim -> (claim: Claim, sighting: Sighting, place: Place)? in
      guard case .sighting(let sighting) = claim.subject,
        sighting.journey == itinerary.journey.id, let place = finder.found(sighting.position),
        members.contains(where: { $0.claim == claim.id })
      else { return nil }
      return (claim, sighting, place)
    }.prefix(Self.orderedSightings)
    for (index, one) in seen.enumerated() {
      for other in seen.dropFirst(index + 1) {
        let apart =
          (one.place.geodesic(to: other.place)?.lower?.meters ?? 0) - one.sighting.radius
          - other.sighting.radius
        add(
          Testimony(
            id: .order(one.claim.id, other.claim.id), origin: .assumption, strength: .hard,
            words:
              "it did not run back between \(term: one.place.shortName) and \(term: other.place.shortName)",
            readings: [
              order(of: one.claim, before: other.claim, itinerary, max(0, apart)),
              order(of: other.claim, before: one.claim, itinerary, max(0, apart)),
            ]))
      }
    }
  }

  private mutating func order(
    of first: Claim, before second: Claim, _ itinerary: Itinerary, _ apart: Double
  ) -> Testimony.Reading {
    let journey = itinerary.journey
    let between = QuantityID.between(first.id, second.id, journey: journey.id)
    titles[between] = "the route between the sightings"
    var others: [Constraint] = [
      .within(between, ClaimedInterval(lower: apart, upper: nil, shape: .atLeast))
    ]
    if journey.mode != .air {
      others.append(
        .reach(
          distance: between, speed: journey.ceilingID, from: .sighting(first.id),
          to: .sighting(second.id)))
    }
    for index in itinerary.legs.indices {
      // Where both were on this leg, the second was farther along it. Of a sighting on another leg the way on this one
      // is free, so that this bounds no more than what was gone on it.
      let gone = QuantityID.between(first.id, second.id, journey: journey.id, leg: index)
      titles[gone] = titles[between]
      others.append(.atLeast(between, gone))
      others.append(
        .sum(
          .legUntil(second.id, journey: journey.id, leg: index),
          of: [.legUntil(first.id, journey: journey.id, leg: index), gone]))
    }
    return Testimony.Reading(
      label: "\(first.id) before \(second.id)",
      value: .elapsed(from: .sighting(first.id), to: .sighting(second.id), .forwards),
      others: others)
  }
}
