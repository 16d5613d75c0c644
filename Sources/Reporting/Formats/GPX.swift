import Geodesy

/// Writes GPX 1.1 (Topografix): stops as waypoints and as routes, lines as tracks.
struct GPX {
  let atlas: Atlas

  var text: String {
    let routes = atlas.routes.map { route in
      Markup(
        "rte", [],
        [Markup("name", text: route.name)]
          + route.stops.map {
            point("rtept", $0.position.latitude, $0.position.longitude, name: $0.name)
          })
    }
    let tracks = atlas.lines.map { line in
      Markup(
        "trk", [],
        [Markup("name", text: line.name), Markup("desc", text: line.description)]
          + line.parts.map { part in
            Markup("trkseg", [], part.map { point("trkpt", $0.latitude, $0.longitude) })
          })
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
          [Markup("name", text: atlas.title), Markup("desc", text: atlas.description)])
      ]
        + atlas.stops.map {
          point("wpt", $0.position.latitude, $0.position.longitude, name: $0.name)
        } + routes + tracks
    ).document
  }

  private func point(
    _ element: String, _ latitude: Double, _ longitude: Double, name: String = ""
  ) -> Markup {
    // Longitudes of GPX end before 180 degrees.
    let longitude = min(longitude, 179.999_999)
    return Markup(
      element,
      [
        ("lat", Numbers.plain(latitude, 6)), ("lon", Numbers.plain(longitude, 6)),
      ], name.isEmpty ? [] : [Markup("name", text: name)])
  }
}
