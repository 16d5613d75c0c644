import Travel
public import Casework
import Claims
import Gazetteer
import Geodesy
import Quantities
import Railways
import Wording

extension GeoJSON {
  /// A dossier's journeys: one feature for each way, each straight line, each place and each change of gauge.
  public static func document(_ dossier: Dossier) -> JSONValue {
    var features: [JSONValue] = []
    var lines: [Polyline] = []
    for line in dossier.journeyLines {
      lines.append(line.line)
      features.append(feature(line: line.line, properties: properties(line)))
    }
    for itinerary in dossier.itineraries {
      for (stop, place) in zip(itinerary.journey.stops, itinerary.places) {
        features.append(
          feature(
            point: place.coordinate,
            properties: [
              "title": .text(place.name), "id": .text(place.id.text),
              "journey": .text(itinerary.journey.id), "stop": .text(stop.id),
              "marker-color": .text("#1f6f8b"),
            ]))
      }
    }
    for itinerary in dossier.itineraries {
      features += itinerary.legs.flatMap { events($0, of: itinerary) }
    }
    let points = dossier.itineraries.flatMap(\.places).compactMap(\.coordinate)
    return collection(
      features, lines: lines, points: points,
      provenance: [
        "format": .text("wayproof-journeys"), "version": .whole(1),
        "case": .text(dossier.caseFile.id), "case_sha256": .text(dossier.caseFile.digest),
        "attribution": .array(CaseTeller.attributions(dossier).map { .text($0) }),
      ])
  }

  private static func events(_ leg: Leg, of itinerary: Itinerary) -> [JSONValue] {
    (leg.way?.course).map(events)?.map { event in
      feature(
        event,
        [
          "journey": .text(itinerary.journey.id), "from": .text(leg.start.id),
          "to": .text(leg.end.id),
        ])
    } ?? []
  }

  private static func properties(_ line: JourneyLine) -> [String: JSONValue] {
    let leg = line.leg
    let common: [String: JSONValue] = [
      "title": .text(line.title), "journey": .text(line.journey.id), "from": .text(leg.start.id),
      "to": .text(leg.end.id),
    ]
    let own: [String: JSONValue] =
      switch line.kind {
      case .track:
        [
          "kind": .text(leg.way?.kind.rawValue ?? ""),
          "length_km": .rounded(leg.way?.central.kilometers, 3),
          "basis": .words(leg.way?.basis ?? ""), "stroke": .text("#b03a2e"),
          "stroke-width": .number(3), "geometry_note": .text(note(line)),
        ]
      case .straight:
        [
          "kind": .text("geodesic"), "length_km": .rounded(leg.geodesic?.central.kilometers, 3),
          "stroke": .text("#888888"), "stroke-width": .number(1),
        ]
      }
    return common.merging(own) { first, _ in first }
  }

  private static func note(_ line: JourneyLine) -> String {
    if line.isRough {
      return
        "roughly drawn: many stations between have no position; the length is the kilometrage's"
    }
    return line.leg.way?.course?.geometryNote ?? ""
  }
}
