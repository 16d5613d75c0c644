import Casework
import Chronology
import Claims
import Gazetteer
import Plausibility
import Wording

/// What is said of when a journey was where, and what undisputed statements leave for each place, as moments.
struct BoardTimes {
  let teller: CaseTeller

  var json: JSONValue { .array(teller.dossier.itineraries.map(journey)) }

  private func journey(_ itinerary: Itinerary) -> JSONValue {
    let graph = GraphTeller(itinerary: itinerary, words: teller)
    let first = itinerary.places.first?.zones.first ?? "UTC"
    return .object([
      "journey": .text(itinerary.journey.id), "title": .text(itinerary.journey.title),
      "zone": .text(first),
      "said": .array(teller.dossier.claims.flatMap { said($0, itinerary) }),
      "windows": .array(
        zip(graph.stations, graph.stations.indices).compactMap { station, place -> JSONValue? in
          guard let window = graph.windows.first(where: { $0.position == station.position }),
            itinerary.journey.stops.indices.contains(place)
          else { return nil }
          return .object([
            "stop": .text(itinerary.journey.stops[place].id), "name": .text(station.name),
            "from": .optional(window.from), "to": .optional(window.to),
          ])
        }),
    ])
  }

  private func said(_ account: ClaimAccount, _ itinerary: Itinerary) -> [JSONValue] {
    guard let member = teller.dossier.members[.claim(account.claim.id)] else { return [] }
    return member.readings.enumerated().compactMap { index, reading in
      guard case .elapsed(.epoch, let event, let interval) = reading.value,
        let place = itinerary.journey.stopIndex(of: event)
      else { return nil }
      let stop = itinerary.journey.stops[place]
      let label = teller.dossier.titles.label(of: index, in: member.id)
      return .object([
        "claim": .text(account.claim.id.text), "reading": .whole(index),
        "label": .text(label.isEmpty ? "" : teller.say(label)), "stop": .text(stop.id),
        "from": .optional(interval.lower), "to": .optional(interval.upper),
        "zone": .text(
          itinerary.places.indices.contains(place) ? itinerary.places[place].zones.first ?? "" : ""),
      ])
    }
  }
}
