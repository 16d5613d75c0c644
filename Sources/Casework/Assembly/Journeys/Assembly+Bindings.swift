import Claims
import Gazetteer
import Plausibility
import Quantities
import Travel
import Wording

extension Assembly {
  /// A reported length belongs to the journey: what is said of how far it is between two of its stops, in its own kind of
  /// distance, says how far it went between them. That the figure speaks of this way is a named assumption.
  ///
  /// Where published kilometrage has the length, figure and journey are both held against that.
  mutating func addBindings(of itinerary: Itinerary) {
    for (quantity, stretches) in stretches(of: itinerary) {
      // There and back, or round and back: a figure speaks of the way that goes straight there, if there is but one.
      let straight = stretches.filter { $0.count == 1 }
      guard let stretch = straight.count == 1 ? straight.first : stretches.first,
        straight.count == 1 || stretches.count == 1, isSaid(quantity),
        distances[quantity]?.isHard != true
      else { continue }
      bind(quantity, to: itinerary, from: stretch.lowerBound, to: stretch.upperBound)
    }
  }

  /// The legs between each two places of a journey, as often as it goes from one to the other.
  private func stretches(
    of itinerary: Itinerary
  ) -> [(quantity: QuantityID, stretches: [Range<Int>])] {
    let kind = itinerary.journey.mode.distanceKind
    var order: [QuantityID] = []
    var stretches: [QuantityID: [Range<Int>]] = [:]
    for start in itinerary.places.indices {
      for end in itinerary.places.indices where start < end {
        let ends = [itinerary.places[start].id, itinerary.places[end].id].sorted()
        let quantity = QuantityID.distance(kind, ends[0].text, ends[1].text)
        if stretches[quantity] == nil { order.append(quantity) }
        stretches[quantity, default: []].append(start..<end)
      }
    }
    return order.map { ($0, stretches[$0] ?? []) }
  }

  /// Whether a claim says something of a quantity.
  private func isSaid(_ quantity: QuantityID) -> Bool {
    members.contains { member in
      member.claim != nil
        && member.readings.contains { reading in
          if case .within(quantity, _) = reading.value { true } else { false }
        }
    }
  }

  private mutating func bind(
    _ quantity: QuantityID, to itinerary: Itinerary, from start: Int, to end: Int
  ) {
    let legs = itinerary.legs[start..<end]
    guard let first = legs.first, let last = legs.last else { return }
    let journey = itinerary.journey
    let leg = JourneyLeg(journey: journey.id, start: first.start.id, end: last.end.id)
    let from = itinerary.places[start].shortName
    let to = itinerary.places[end].shortName
    add(
      Testimony(
        id: .binding(quantity, leg), origin: .assumption, strength: .hard,
        words:
          """
          the distance reported from \(term: from) to \(term: to) is how far this journey went
          """,
        value: .sum(quantity, of: legs.map { $0.distanceID(in: journey) })))
  }
}
