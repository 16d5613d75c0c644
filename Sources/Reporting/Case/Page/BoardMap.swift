import Casework
import Claims
import Gazetteer
import Geodesy
import Quantities
import Railways
import Travel
import Wording

/// The journeys of a case as a map of the page has them: lines, stops, and what happens on the way.
struct BoardMap {
  let teller: CaseTeller

  var json: JSONValue {
    let dossier = teller.dossier
    return .object([
      "lines": .array(dossier.journeyLines.map(line)),
      "stops": .array(dossier.itineraries.flatMap(stops)),
      "events": .array(dossier.itineraries.flatMap(events)),
    ])
  }

  private func line(_ line: JourneyLine) -> JSONValue {
    let kind: String
    var length = line.leg.geodesic?.central.kilometers
    switch line.kind {
    case .straight: kind = "straight"
    case .track:
      kind = line.isRough ? "rough" : "track"
      length = line.leg.way?.central.kilometers
    }
    return .object([
      "journey": .text(line.journey.id), "from": .text(line.leg.start.id),
      "to": .text(line.leg.end.id), "kind": .text(kind), "words": .text(teller.say(line.words)),
      "mode": .text(line.journey.mode.rawValue), "km": .rounded(length, 1),
      "points": .array(
        line.line.points.flatMap { point -> [JSONValue] in
          [.rounded(point.longitude, 4), .rounded(point.latitude, 4)]
        }),
    ])
  }

  private func stops(_ itinerary: Itinerary) -> [JSONValue] {
    zip(itinerary.journey.stops, itinerary.places).map { stop, place in
      .object([
        "journey": .text(itinerary.journey.id), "stop": .text(stop.id),
        "place": .text(place.id.text), "name": .text(teller.say(Phrase(term: place.shortName))),
        "full_name": .text(place.name), "country": .text(place.country),
        "kind": .text(place.kind.rawValue), "border": .flag(stop.isBorder),
        "zone": .text(place.zones.first ?? ""),
        "longitude": .rounded(place.coordinate?.longitude, 4),
        "latitude": .rounded(place.coordinate?.latitude, 4),
      ])
    }
  }

  private func events(_ itinerary: Itinerary) -> [JSONValue] {
    itinerary.legs.compactMap { $0.way?.course }.flatMap { course in
      course.gaugeBreaks.map { ($0.location, "gauge") }
        + course.borders.map { ($0.location, "border") }
    }.compactMap { location, kind in
      location.coordinate.map { point in
        .object([
          "kind": .text(kind), "name": .text(teller.say(Phrase(term: location.name))),
          "journey": .text(itinerary.journey.id),
          "longitude": .rounded(point.longitude, 4), "latitude": .rounded(point.latitude, 4),
        ])
      }
    }
  }
}
