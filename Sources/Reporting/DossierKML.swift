public import Casework
import Claims
import Gazetteer
import Geodesy
import Quantities

extension Dossier {
  /// The journeys for globes: stops and lines, laid on the ground (KML 2.2, OGC 07-147r2).
  public var kml: String {
    let styles = [("track", "ff2e3ab0", "3"), ("straight", "ff888888", "1")].map {
      id, colour, width in
      Markup(
        "Style", [("id", id)],
        [
          Markup(
            "LineStyle", [], [Markup("color", text: colour), Markup("width", text: width)])
        ])
    }
    let stops = placedStops.map { stop in
      Markup(
        "Placemark", [],
        [
          Markup("name", text: stop.place.name),
          Markup("description", text: "\(stop.journey.title): \(stop.stop.id)"),
          Markup("Point", [], [Markup("coordinates", text: written([stop.position]))]),
        ])
    }
    let lines = journeyLines.map { line in
      let length = line.kind == .track ? line.leg.way?.central : line.leg.geodesic?.central
      return Markup(
        "Placemark", [],
        [
          Markup("name", text: line.title),
          Markup("description", text: length.map { Numbers.distance($0.meters) } ?? ""),
          Markup("styleUrl", text: line.kind == .track ? "#track" : "#straight"),
          Markup(
            "LineString", [],
            [
              Markup("tessellate", text: "1"),
              Markup("coordinates", text: written(line.line.points)),
            ]),
        ])
    }
    return Markup(
      "kml", [("xmlns", "http://www.opengis.net/kml/2.2")],
      [
        Markup(
          "Document", [],
          [
            Markup("name", text: caseFile.title),
            Markup("description", text: "Case \(caseFile.id), SHA-256 \(caseFile.digest)"),
          ] + styles + stops + lines)
      ]
    ).document
  }

  private func written(_ places: [Coordinate]) -> String {
    places.map { "\(Numbers.plain($0.longitude, 6)),\(Numbers.plain($0.latitude, 6))" }
      .joined(separator: " ")
  }
}
