public import Casework
import Claims
import Gazetteer
import Geodesy
import Quantities
import Railways

extension GeoJSON {
  /// A dossier's journeys: one feature for each way, each straight line and each place.
  public static func document(_ dossier: Dossier) -> JSONValue {
    var features: [JSONValue] = []
    var lines: [Polyline] = []
    for account in dossier.legs {
      for (line, properties) in legLines(account, dossier) {
        lines.append(line)
        features.append(feature(line: line, properties: properties))
      }
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
    let points = dossier.itineraries.flatMap(\.places).compactMap(\.coordinate)
    return collection(
      features, lines: lines, points: points,
      provenance: [
        "format": .text("wayproof-journeys"), "version": .whole(1),
        "case": .text(dossier.caseFile.id), "case_sha256": .text(dossier.caseFile.digest),
        "attribution": .array(CaseTeller.attributions(dossier).map { .text($0) }),
      ])
  }

  private static func legLines(
    _ account: LegAccount, _ dossier: Dossier
  ) -> [(Polyline, [String: JSONValue])] {
    let leg = account.leg
    let common: [String: JSONValue] = [
      "journey": .text(account.journey.id), "from": .text(leg.start.id), "to": .text(leg.end.id),
    ]
    var result: [(Polyline, [String: JSONValue])] = []
    if let way = leg.way, way.followsTrack {
      let points =
        way.trackPath?.points
        ?? (way.path?.stations ?? []).compactMap { dossier.placeCoordinates[$0.place] }
      if let line = try? Polyline(points) {
        result.append(
          (
            line,
            common.merging([
              "title": .text("\(leg.title), track"), "kind": .text(way.kind.rawValue),
              "length_km": .rounded(way.central.kilometers, 3), "basis": .text(way.basis),
              "stroke": .text("#b03a2e"), "stroke-width": .number(3),
            ]) { first, _ in first }
          ))
      }
    }
    if let line = RouteReport.geodesicLine(leg.startPlace, leg.endPlace) {
      result.append(
        (
          line,
          common.merging([
            "title": .text("\(leg.title), straight line"), "kind": .text("geodesic"),
            "length_km": .rounded(leg.geodesic?.central.kilometers, 3),
            "stroke": .text("#888888"), "stroke-width": .number(1),
          ]) { first, _ in first }
        ))
    }
    return result
  }
}
