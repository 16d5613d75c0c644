import Geodesy

/// Writes KML 2.2 (OGC 07-147r2): stops and lines, laid on the ground.
struct KML {
  let atlas: Atlas

  var text: String {
    Markup(
      "kml", [("xmlns", "http://www.opengis.net/kml/2.2")],
      [
        Markup(
          "Document", [],
          [
            Markup("name", text: atlas.title), Markup("description", text: atlas.description),
          ] + Self.lineStyles + atlas.stops.map(placemark) + atlas.lines.map(placemark))
      ]
    ).document
  }

  private static let lineStyles: [Markup] = Atlas.LineKind.allCases.map { kind in
    let (colour, width) = kind.style
    return Markup(
      "Style", [("id", kind.rawValue)],
      [Markup("LineStyle", [], [Markup("color", text: colour), Markup("width", text: width)])])
  }

  private func placemark(_ stop: Atlas.Stop) -> Markup {
    Markup(
      "Placemark", [],
      [
        Markup("name", text: stop.name), Markup("description", text: stop.description),
        Markup(
          "Point", [],
          [
            Markup(
              "coordinates", text: written([(stop.position.longitude, stop.position.latitude)]))
          ]),
      ])
  }

  private func placemark(_ line: Atlas.Line) -> Markup {
    Markup(
      "Placemark", [],
      [
        Markup("name", text: line.name), Markup("description", text: line.description),
        Markup("styleUrl", text: "#\(line.kind.rawValue)"),
        Markup(
          "MultiGeometry", [],
          line.parts.map { part in
            Markup(
              "LineString", [],
              [Markup("tessellate", text: "1"), Markup("coordinates", text: written(part))])
          }),
      ])
  }

  private func written(_ places: [(longitude: Double, latitude: Double)]) -> String {
    places.map { "\(Numbers.plain($0.longitude, 6)),\(Numbers.plain($0.latitude, 6))" }
      .joined(separator: " ")
  }
}

extension Atlas.LineKind {
  /// The colour, as KML writes it (opacity, blue, green, red), and the width in pixels.
  fileprivate var style: (colour: String, width: String) {
    switch self {
    case .way: ("ff2e3ab0", "3")
    case .straight: ("ff888888", "1")
    }
  }
}
