import Travel
import Casework
import Gazetteer
import Geodesy
import Quantities
import Railways

extension TrackReport {
  /// One feature for each section of each way, with chainage, line, gauge and speed; the straight line; the
  /// places, reversals and gauge breaks.
  public var geoJSON: JSONValue {
    let straight = zip(route.places, route.places.dropFirst()).compactMap { start, end in
      RouteReport.geodesicLine(start, end).map { ("\(start.name) – \(end.name)", $0) }
    }
    let sections = route.paths.enumerated().flatMap { rank, path in
      path.sections.compactMap { section in
        (try? Polyline(section.points)).map { (line: $0, section: section, rank: rank) }
      }
    }
    var features = sections.map { line, section, rank in
      GeoJSON.feature(line: line, properties: properties(section, rank: rank))
    }
    features += route.paths.enumerated().flatMap { markers($1, rank: $0) }
    features += straight.map { title, line in
      GeoJSON.feature(
        line: line,
        properties: [
          "title": .text("\(title), straight line"), "kind": .text("geodesic"),
          "length_km": .rounded(line.length().kilometers, 3), "stroke": .text("#888888"),
          "stroke-width": .number(1),
        ])
    }
    features += route.places.indices.map(feature)
    return GeoJSON.collection(
      features, lines: sections.map(\.line) + straight.map(\.1),
      points: route.places.compactMap(\.coordinate),
      provenance: provenance)
  }

  /// What it is and where it comes from, for exports.
  var provenance: [String: JSONValue] {
    [
      "format": .text("wayproof-track-route"), "version": .whole(1),
      "network": .text(route.network.meta.name), "terms": .text(terms),
      "attribution": .array(attributions.map { .text($0) }),
      "length_km": .array(route.paths.map { .rounded($0.length.kilometers, 3) }),
    ]
  }

  private func feature(ofStop index: Int) -> JSONValue {
    let place = route.places[index]
    return GeoJSON.feature(
      point: place.coordinate,
      properties: [
        "title": .text(place.name), "id": .text(place.id.text),
        "kind": .text(place.kind.rawValue),
        "distance_to_track_km": .rounded(distance(ofStop: index).kilometers, 3),
        "marker-color": .text("#1f6f8b"),
      ])
  }

  private func markers(_ path: TrackPath, rank: Int) -> [JSONValue] {
    path.reversals.map { marker($0, "reversal", "reversal", rank: rank) }
      + path.borders.map { marker($0, "border", "border", rank: rank) }
      + path.breaks.map { change in
        marker(
          change.place,
          (change.name.isEmpty ? "" : "\(change.name), ")
            + "gauge break: \(gauges(change.from)) to \(gauges(change.to))",
          "gauge-break", rank: rank)
      }
  }

  private func properties(_ section: TrackPath.Section, rank: Int) -> [String: JSONValue] {
    let attributes = section.attributes
    return [
      "kind": .text("track"), "way": .whole(rank + 1),
      "title": .text(attributes.title.isEmpty ? "track" : attributes.title),
      "line": .text(attributes.title), "chainage_km": .rounded(section.chainage.kilometers, 3),
      "length_km": .rounded(section.length.kilometers, 3), "railway": .text("\(attributes.kind)"),
      "use": .text("\(attributes.use)"),
      "gauge_mm": .array(attributes.gauges.map { .whole($0.millimeters) }),
      "gauge_assumed": .flag(attributes.isGaugeAssumed),
      "line_speed_kmh": section.lineSpeed.map { .whole($0) } ?? .null,
      "electrification": .text(attributes.powerWords), "country": .text(attributes.country),
      "traffic": .text("\(attributes.traffic)"),
      "basis": .text(attributes.basis.rawValue),
      "stroke": .text(rank == 0 ? "#b03a2e" : "#7d6608"), "stroke-width": .number(3),
      "stroke-opacity": .number(rank == 0 ? 1 : 0.6),
    ]
  }

  private func marker(
    _ event: TrackPath.Event, _ title: String, _ kind: String, rank: Int
  ) -> JSONValue {
    GeoJSON.feature(
      point: event.coordinate,
      properties: [
        "title": .text(title), "kind": .text(kind), "way": .whole(rank + 1),
        "chainage_km": .rounded(event.chainage.kilometers, 3), "marker-color": .text("#b7950b"),
      ])
  }

  /// The ways as plain JSON.
  public var json: JSONValue {
    .object([
      "format": .text("wayproof-track-route"), "version": .whole(1),
      "network": .text(route.network.meta.name), "terms": .text(terms),
      "places": .array(
        route.places.indices.map { index in
          let place = route.places[index]
          return .object([
            "id": .text(place.id.text), "name": .text(place.name),
            "distance_to_track_km": .rounded(distance(ofStop: index).kilometers, 3),
          ])
        }),
      "geodesic_km": .rounded(route.geodesic?.central.kilometers, 3),
      "attribution": .array(attributions.map { .text($0) }),
      "ways": .array(route.paths.map(way)),
    ])
  }

  private func way(_ path: TrackPath) -> JSONValue {
    let interval = route.lengthInterval(of: path)
    let (time, known) = path.timeAtLineSpeed(
      noFasterThan: route.request.trainSpeed ?? .infinity)
    return .object([
      "length_km": .rounded(route.length(of: path).kilometers, 3),
      "interval_km": .array([
        .rounded(interval.lower?.kilometers, 3), .rounded(interval.upper?.kilometers, 3),
      ]),
      "lines": .array(path.lineNames.map { .text($0) }),
      "time_at_line_speed_s": .rounded(time / .seconds(1), 0),
      "line_speed_known_share": .rounded(known, 3),
      "reversals_km": .array(path.reversals.map { .rounded($0.chainage.kilometers, 3) }),
      "borders_km": .array(path.borders.map { .rounded($0.chainage.kilometers, 3) }),
      "gauge_breaks": .array(
        path.breaks.map { change in
          .object([
            "km": .rounded(change.place.chainage.kilometers, 3), "place": .text(change.name),
            "latitude": .number(change.place.coordinate.latitude),
            "longitude": .number(change.place.coordinate.longitude),
            "from_mm": .array(change.from.map { .whole($0.millimeters) }),
            "to_mm": .array(change.to.map { .whole($0.millimeters) }),
            "method": .text(change.site.method), "status": .text(change.site.status.rawValue),
            "hours": .array([.optional(change.site.hours.least), .optional(change.site.hours.most)]
            ),
          ])
        }),
      "sections": .array(
        path.sections.map {
          .object(properties($0, rank: 0).filter { !$0.key.hasPrefix("stroke") })
        }),
    ])
  }

  /// The sections as rows, for spreadsheets.
  public var csv: String {
    var rows = [
      "way,from_km,length_km,line,railway,use,gauge_mm,gauge_assumed,line_speed_kmh,electrification,country,basis"
    ]
    for (rank, path) in route.paths.enumerated() {
      for section in path.sections {
        let attributes = section.attributes
        let fields = [
          "\(rank + 1)", Numbers.plain(section.chainage.kilometers, 3),
          Numbers.plain(section.length.kilometers, 3), attributes.title, "\(attributes.kind)",
          "\(attributes.use)", attributes.gauges.map { "\($0.millimeters)" }.joined(separator: ";"),
          attributes.isGaugeAssumed ? "true" : "false", section.lineSpeed.map { "\($0)" } ?? "",
          attributes.powerWords, attributes.country, attributes.basis.rawValue,
        ]
        rows.append(CommaSeparated.row(fields))
      }
    }
    return rows.joined(separator: "\n") + "\n"
  }
}
