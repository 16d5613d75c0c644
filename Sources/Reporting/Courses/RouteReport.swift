public import Travel
import Casework
import Claims
public import Gazetteer
import Geodesy
public import Quantities
import Railways

/// A way between places with everything that is known about it, ready for any format.
public struct RouteReport: WayReport {
  /// The places that were asked for, in order.
  public let places: [Place]
  public let mode: String
  public let geodesic: TypedDistance?
  public let way: TypedDistance
  /// Every station passed, with its place and how far on it is; empty for a flight.
  public let stations: [(place: Place, chainage: Distance)]
  public let attributions: [String]

  public init(
    places: [Place], mode: String, geodesic: TypedDistance?, way: TypedDistance,
    stations: [(place: Place, chainage: Distance)], attributions: [String]
  ) {
    self.places = places
    self.mode = mode
    self.geodesic = geodesic
    self.way = way
    self.stations = stations
    self.attributions = attributions
  }

  var title: String { places.map(\.name).joined(separator: " – ") }

  private func name(_ id: Place.ID) -> String {
    stations.first { $0.place.id == id }?.place.name ?? id.text
  }

  // MARK: Words

  /// The route as a story.
  public var story: Story {
    var story = Story()
    story.blocks.append(.heading(level: 1, Line("\(title) by \(mode)", .strong)))
    var lines: [Line] = []
    if let geodesic {
      lines.append(
        Line(places.count > 2 ? "straight lines " : "straight line ")
          + Line("\(Numbers.distance(geodesic.central.meters)): \(geodesic.basis)"))
    }
    lines.append(Line("\(way.kind.rawValue) \(Self.interval(way)): \(way.basis)"))
    if let path = way.path {
      lines += path.gaugeBreaks.map { change in
        let others = change.alternatives.map(name).joined(separator: ", ")
        return Line(
          "gauge break at \(name(change.place)), \(Numbers.distance(change.chainage.meters)) "
            + "on: \(change.from) to \(change.to), \(change.site.method) (\(change.site.status.rawValue))"
            + (others.isEmpty ? "" : "; it could also be at \(others)"))
      }
      lines += path.reversals.map {
        Line("reversal at \(name($0.place)), \(Numbers.distance($0.chainage.meters)) on")
      }
    }
    story.blocks.append(.items(lines.map { ($0, []) }))
    if let path = way.path {
      story.blocks.append(
        .table(
          header: ["line", "from", "to", "km", "±", "known"],
          rows: path.runs.map { run in
            [
              run.lineName, run.stations.first.map(name) ?? "", run.stations.last.map(name) ?? "",
              Numbers.fixed(run.length.kilometers, 1), Numbers.fixed(run.halfWidth.kilometers, 1),
              Self.coverage(run.coverage),
            ]
          }))
    }
    story.blocks.append(.paragraph(Line(attributions.joined(separator: "; "), .dim)))
    return story
  }

  static func interval(_ way: TypedDistance) -> String {
    let low = Numbers.distance(way.interval.lower?.meters ?? 0)
    let high = Numbers.distance(way.interval.upper?.meters ?? .infinity)
    return "\(Numbers.distance(way.central.meters)) (\(low) to \(high))"
  }

  private static func coverage(_ coverage: [KilometrageStatus: Distance]) -> String {
    KilometrageStatus.allCases.compactMap { status in
      coverage[status].map { "\(status.rawValue) \(Numbers.fixed($0.kilometers, 1)) km" }
    }.joined(separator: ", ")
  }

  // MARK: GeoJSON

  /// The route as GeoJSON: the way, the straight line, and the places that matter on it.
  public var geoJSON: JSONValue {
    var features: [JSONValue] = []
    var lines: [Polyline] = []
    if let track = trackLine {
      lines.append(track)
      features.append(GeoJSON.feature(line: track, properties: wayProperties))
    }
    for (start, end) in zip(places, places.dropFirst()) {
      guard let line = Self.geodesicLine(start, end) else { continue }
      lines.append(line)
      features.append(
        GeoJSON.feature(
          line: line,
          properties: [
            "title": .text("\(start.name) – \(end.name), straight line"),
            "kind": .text("geodesic"),
            "length_km": .rounded(line.length().kilometers, 3),
            "stroke": .text(mode == "rail" ? "#888888" : "#1f6f8b"),
            "stroke-width": .number(mode == "rail" ? 1 : 3),
            "stroke-opacity": .number(0.8),
          ]))
    }
    features += placeFeatures
    return GeoJSON.collection(
      features, lines: lines, points: places.compactMap(\.coordinate),
      provenance: provenance)
  }

  /// What it is and where it comes from, for exports.
  var provenance: [String: JSONValue] {
    [
      "format": .text("wayproof-route"), "version": .whole(1), "mode": .text(mode),
      "attribution": .array(attributions.map { .text($0) }),
      "length_km": .rounded(way.central.kilometers, 3),
      "interval_km": .array([
        .rounded(way.interval.lower?.kilometers, 3), .rounded(way.interval.upper?.kilometers, 3),
      ]),
    ]
  }

  /// The straight line of each leg that has one.
  var straightLines: [Polyline] {
    zip(places, places.dropFirst()).compactMap { Self.geodesicLine($0, $1) }
  }

  var trackLine: Polyline? {
    guard way.path != nil else { return nil }
    return try? Polyline(stations.compactMap(\.place.coordinate))
  }

  /// The straight line, with a point at least every 50 km.
  static func geodesicLine(_ start: Place, _ end: Place) -> Polyline? {
    guard let one = start.coordinate, let other = end.coordinate, one != other else { return nil }
    return try? Polyline([one, other]).densified(every: .kilometers(50))
  }

  private var wayProperties: [String: JSONValue] {
    [
      "title": .text("\(title), \(way.kind.rawValue)"),
      "kind": .text(way.kind.rawValue),
      "length_km": .rounded(way.central.kilometers, 3),
      "half_width_km": .rounded(way.path?.halfWidth.kilometers, 3),
      "basis": .words(way.basis),
      "geometry_note": .text("straight between stations; the length is the kilometrage's"),
      "lines": .array((way.path?.lineNames ?? []).map { .text($0) }),
      "stroke": .text("#b03a2e"), "stroke-width": .number(3), "stroke-opacity": .number(1),
    ]
  }

  private var placeFeatures: [JSONValue] {
    var features = places.map { place in
      GeoJSON.feature(
        point: place.coordinate,
        properties: [
          "title": .text(place.name), "id": .text(place.id.text),
          "kind": .text(place.kind.rawValue),
          "marker-color": .text("#1f6f8b"),
        ])
    }
    guard let path = way.path else { return features }
    for change in path.gaugeBreaks {
      features.append(
        marker(
          change.place, change.title, "gauge-break", change.chainage))
    }
    for reversal in path.reversals {
      features.append(marker(reversal.place, "reversal", "reversal", reversal.chainage))
    }
    return features
  }

  private func marker(
    _ id: Place.ID, _ what: String, _ kind: String, _ chainage: Distance
  ) -> JSONValue {
    let place = stations.first { $0.place.id == id }?.place
    return GeoJSON.feature(
      point: place?.coordinate,
      properties: [
        "title": .text("\(name(id)): \(what)"), "kind": .text(kind),
        "chainage_km": .rounded(chainage.kilometers, 3), "marker-color": .text("#b7950b"),
      ])
  }

  /// The runs of a way by rail as rows, for spreadsheets; for other ways one row from end to end.
  public var csv: String {
    var rows = ["way,from_km,length_km,half_width_km,line,from,to,published_km,basis"]
    var travelled = 0.0
    for run in way.path?.runs ?? [] {
      let published = [KilometrageStatus.published, .derived].reduce(0) {
        $0 + (run.coverage[$1]?.kilometers ?? 0)
      }
      rows.append(
        CommaSeparated.row([
          "1", Numbers.plain(travelled, 3), Numbers.plain(run.length.kilometers, 3),
          Numbers.plain(run.halfWidth.kilometers, 3), run.lineName,
          run.stations.first.map(name) ?? "", run.stations.last.map(name) ?? "",
          Numbers.plain(published, 3), way.kind.rawValue,
        ]))
      travelled += run.length.kilometers
    }
    if way.path == nil {
      rows.append(
        CommaSeparated.row([
          "1", "0.000", Numbers.plain(way.central.kilometers, 3), "", "",
          places.first?.name ?? "", places.last?.name ?? "", "", way.kind.rawValue,
        ]))
    }
    return rows.joined(separator: "\n") + "\n"
  }

  /// The route as plain JSON.
  public var json: JSONValue {
    .object([
      "format": .text("wayproof-route"), "version": .whole(1), "mode": .text(mode),
      "places": .array(places.map { .text($0.id.text) }),
      "geodesic_km": .rounded(geodesic?.central.kilometers, 3),
      "length_km": .rounded(way.central.kilometers, 3),
      "interval_km": .array([
        .rounded(way.interval.lower?.kilometers, 3), .rounded(way.interval.upper?.kilometers, 3),
      ]),
      "basis": .words(way.basis),
      "stations": .array(
        stations.map {
          .object(["id": .text($0.place.id.text), "km": .rounded($0.chainage.kilometers, 3)])
        }),
      "gauge_breaks": .array(
        (way.path?.gaugeBreaks ?? []).map {
          .object([
            "place": .text($0.place.text), "km": .rounded($0.chainage.kilometers, 3),
            "from_mm": .whole($0.from.millimeters), "to_mm": .whole($0.to.millimeters),
            "method": .text($0.site.method), "status": .text($0.site.status.rawValue),
            "alternatives": .array($0.alternatives.map { .text($0.text) }),
          ])
        }),
      "reversals": .array(
        (way.path?.reversals ?? []).map {
          .object([
            "place": .text($0.place.text), "km": .rounded($0.chainage.kilometers, 3),
          ])
        }),
    ])
  }
}
