import Casework
import Claims
import Gazetteer
import Geodesy
import Quantities

extension ReachReport {
  /// Areas, the places where it is known to have been, and stations.
  public var geoJSON: JSONValue {
    let features = reaches.flatMap { reach in
      reach.bounds.flatMap { bound in
        [GeoJSON.feature(area: bound.area?.rings ?? [], properties: properties(of: bound, reach))]
          + bound.stations.map { station($0, bound, reach) }
      }
        + [(reach.before, "before"), (reach.after, "after")].compactMap { fix, role in
          fix.map { self.fix($0, role, reach) }
        }
    }
    return GeoJSON.collection(
      features, lines: [], points: [],
      provenance: [
        "format": .text("wayproof-reach"), "version": .whole(1), "case": .text(caseFile.id),
        "case_sha256": .text(caseFile.digest),
      ])
  }

  private func properties(of bound: Reach.Bound, _ reach: Reach) -> [String: JSONValue] {
    [
      "title": .text(title(of: reach)), "journey": .text(reach.journey.id),
      "bound": .text(bound.kind.rawValue), "basis": .words(bound.words),
      "speed_kmh": .rounded(bound.speed.kilometersPerHour, 3),
      "is_empty": .flag(bound.area == nil), "from": text(reach.moment?.lowerBound),
      "to": text(reach.moment?.upperBound), "is_until": .flag(reach.isUntil),
      "fill": .text(bound.kind == .possible ? "#888888" : "#1f6f8b"),
      "fill-opacity": .number(0.15),
    ]
  }

  private func fix(_ fix: Fix, _ role: String, _ reach: Reach) -> JSONValue {
    GeoJSON.feature(
      point: fix.place.coordinate,
      properties: [
        "title": .text(fix.place.name), "journey": .text(reach.journey.id),
        "event": .text(fix.name), "role": .text(role), "earliest": text(fix.earliest),
        "latest": text(fix.latest), "radius_km": .rounded(fix.radius.kilometers, 3),
        "marker-color": .text("#b03a2e"),
      ])
  }

  private func station(
    _ station: Reach.Station, _ bound: Reach.Bound, _ reach: Reach
  ) -> JSONValue {
    GeoJSON.feature(
      point: station.place.coordinate,
      properties: [
        "title": .text(station.place.name), "id": .text(station.place.id.text),
        "journey": .text(reach.journey.id), "bound": .text(bound.kind.rawValue),
        "is_reachable": .flag(station.isReachable), "earliest": text(station.earliest),
        "latest": text(station.latest),
        "marker-color": .text(station.isReachable ? "#1f6f8b" : "#bbbbbb"),
      ])
  }
}
