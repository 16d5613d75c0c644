public import Casework
import Claims
import Gazetteer
import Geodesy
import Quantities
import Wording

extension Dossier {
  /// The journeys for globes: stops and lines, laid on the ground (KML 2.2, OGC 07-147r2).
  public var kml: String {
    Markup(
      "kml", [("xmlns", "http://www.opengis.net/kml/2.2")],
      [
        Markup(
          "Document", [],
          [
            Markup("name", text: caseFile.title),
            Markup("description", text: "Case \(caseFile.id), SHA-256 \(caseFile.digest)"),
          ] + Self.lineStyles + placedStops.map(placemark) + journeyLines.map(placemark))
      ]
    ).document
  }

  private static let lineStyles: [Markup] = [
    ("track", "ff2e3ab0", "3"), ("straight", "ff888888", "1"),
  ].map {
    id, colour, width in
    Markup(
      "Style", [("id", id)],
      [Markup("LineStyle", [], [Markup("color", text: colour), Markup("width", text: width)])])
  }

  private func placemark(
    _ stop: (journey: Journey, stop: Stop, place: Place, position: Coordinate)
  ) -> Markup {
    Markup(
      "Placemark", [],
      [
        Markup("name", text: stop.place.name),
        Markup("description", text: "\(stop.journey.title): \(stop.stop.id)"),
        Markup("Point", [], [Markup("coordinates", text: written([stop.position]))]),
      ])
  }

  private func placemark(_ line: JourneyLine) -> Markup {
    let isTrack = line.kind == .track
    let length = isTrack ? line.leg.way?.central : line.leg.geodesic?.central
    return Markup(
      "Placemark", [],
      [
        Markup("name", text: line.title),
        Markup("description", text: length.map { Numbers.distance($0.meters).english } ?? ""),
        Markup("styleUrl", text: isTrack ? "#track" : "#straight"),
        Markup(
          "LineString", [],
          [Markup("tessellate", text: "1"), Markup("coordinates", text: written(line.line.points))]),
      ])
  }

  private func written(_ places: [Coordinate]) -> String {
    places.map { "\(Numbers.plain($0.longitude, 6)),\(Numbers.plain($0.latitude, 6))" }
      .joined(separator: " ")
  }
}
