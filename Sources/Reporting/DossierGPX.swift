public import Casework
import Claims
import Gazetteer
import Geodesy
import Wording

extension Dossier {
  /// The journeys for navigation programs: stops as waypoints and as a route, ways as tracks (GPX 1.1, Topografix).
  public var gpx: String {
    let waypoints = placedStops.map { point("wpt", $0.position, name: $0.place.name) }
    let routes = itineraries.map { itinerary in
      Markup(
        "rte", [],
        [Markup("name", text: itinerary.journey.title)]
          + itinerary.places.compactMap { place in
            place.coordinate.map { point("rtept", $0, name: place.name) }
          })
    }
    let tracks = journeyLines.map { line in
      Markup(
        "trk", [],
        [
          Markup("name", text: line.title),
          Markup(
            "desc",
            text: line.kind == .track ? line.leg.way?.basis.english ?? "" : "WGS 84 geodesic"),
        ]
          // A track that crosses the antimeridian goes on: GPX knows no edge.
          + [Markup("trkseg", [], line.line.points.map { point("trkpt", $0) })])
    }
    return Markup(
      "gpx",
      [
        ("version", "1.1"), ("creator", ProgramVersion.name),
        ("xmlns", "http://www.topografix.com/GPX/1/1"),
      ],
      [
        Markup(
          "metadata", [],
          [
            Markup("name", text: caseFile.title),
            Markup("desc", text: "Case \(caseFile.id), SHA-256 \(caseFile.digest)"),
          ])
      ] + waypoints + routes + tracks
    ).document
  }

  private func point(_ element: String, _ place: Coordinate, name: String = "") -> Markup {
    Markup(
      element,
      [
        ("lat", Numbers.plain(place.latitude, 6)), ("lon", Numbers.plain(place.longitude, 6)),
      ], name.isEmpty ? [] : [Markup("name", text: name)])
  }
}
