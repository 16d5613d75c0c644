public import Casework
import Gazetteer
import Geodesy
import Quantities
import Railways

/// Ways over a network of track, ready for any format.
public struct TrackReport: Sendable {
  private let route: TrackRoute
  private let explains: Bool
  private let attributions: [String]

  /// - Parameter explains: whether every section of the way is listed.
  public init(_ route: TrackRoute, explains: Bool, attributions: [String]) {
    self.route = route
    self.explains = explains
    self.attributions = (route.network.meta.sources.map(\.attribution) + attributions)
      .reduce(into: []) { if !$1.isEmpty, !$0.contains($1) { $0.append($1) } }
  }

  private var title: String { route.places.map(\.name).joined(separator: " – ") }
  private var detail: NetworkMeta.Detail { route.network.detail }

  // MARK: Words

  public var story: Story {
    var story = Story()
    story.blocks.append(.heading(level: 1, Line("\(title) by rail", .strong)))
    if let geodesic = route.geodesic {
      story.blocks.append(
        .items([(Line("straight line \(Numbers.distance(geodesic.central.meters))"), [])]))
    }
    for (index, path) in route.paths.enumerated() {
      if route.paths.count > 1 {
        story.blocks.append(.heading(level: 2, Line("\(index + 1). \(name(path))", .strong)))
      }
      story.blocks.append(.items(lines(path).map { (Line($0), []) }))
      if explains { story.blocks.append(sections(path)) }
    }
    story.blocks.append(.paragraph(Line(terms, .dim)))
    story.blocks.append(.paragraph(Line(attributions.joined(separator: "; "), .dim)))
    return story
  }

  /// What was asked and taken by default, so that nobody has to guess it.
  private var terms: String {
    let request = route.request
    var parts = [
      "network '\(route.network.meta.name)' (\(detail.rawValue))", request.objective.rawValue,
    ]
    parts.append(request.gauge.map { "gauge \($0)" } ?? "any gauge to start with")
    if request.needsElectrification { parts.append("electrified throughout") }
    if !request.avoided.isEmpty {
      parts.append("avoiding \(request.avoided.joined(separator: ", "))")
    }
    parts.append("places at most \(Numbers.distance(request.snapLimit.meters)) from track")
    return parts.joined(separator: "; ")
  }

  private func name(_ path: TrackPath) -> String {
    let lines = path.lineNames
    guard !lines.isEmpty else { return "unnamed lines" }
    let shown = lines.prefix(8).joined(separator: ", ")
    return "by " + shown + (lines.count > 8 ? " and \(lines.count - 8) more" : "")
  }

  private func lines(_ path: TrackPath) -> [String] {
    let interval = path.lengthInterval
    let low = Numbers.distance(interval.lower?.meters ?? 0)
    let high = Numbers.distance(interval.upper?.meters ?? .infinity)
    var lines = [
      "track \(Numbers.distance(path.length.meters)) (\(low) to \(high)): \(basis(path))"
    ]
    if route.paths.count == 1, !path.lineNames.isEmpty { lines.append(name(path)) }
    lines.append(coverage(path))
    lines += path.breaks.map { change in
      "gauge break \(place(change.place)): \(gauges(change.from)) to \(gauges(change.to)), "
        + "\(change.site.method) (\(change.site.status.rawValue))"
    }
    lines += path.reversals.map { "reversal \(place($0))" }
    return lines
  }

  private func basis(_ path: TrackPath) -> String {
    let published = path.kilometers { $0.basis == .published || $0.basis == .derived }
    let estimated = path.kilometers { $0.basis == .estimated }
    var parts: [String] = []
    if published > 0.05 { parts.append("\(Numbers.fixed(published, 1)) km published") }
    for detail in NetworkMeta.Detail.allCases {
      let drawn = path.kilometers { $0.basis == .geometry && $0.detail == detail }
      if drawn > 0.05 {
        parts.append("\(Numbers.fixed(drawn, 1)) km measured along \(detail.words)")
      }
    }
    if estimated > 0.05 { parts.append("\(Numbers.fixed(estimated, 1)) km estimated") }
    return parts.joined(separator: ", ")
  }

  private func coverage(_ path: TrackPath) -> String {
    let all = max(0.001, path.length.kilometers)
    func percent(_ kilometers: Double) -> String { "\(Int((100 * kilometers / all).rounded())) %" }
    var byGauge: [String: Double] = [:]
    for section in path.sections {
      let assumed = section.attributes.isGaugeAssumed ? " (assumed)" : ""
      byGauge[gauges(section.attributes.gauges) + assumed, default: 0] += section.length.kilometers
    }
    let list = byGauge.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key) \(percent($0.value))" }.joined(separator: ", ")
    let speed = path.sections.filter { $0.lineSpeed != nil }
      .reduce(0) { $0 + $1.length.kilometers }
    let wires = path.kilometers { $0.electrification != .unknown }
    return "gauge \(list); line speed known on \(percent(speed)), electrification on "
      + percent(wires)
  }

  private func gauges(_ gauges: [Gauge]) -> String {
    gauges.isEmpty ? "unknown" : gauges.map { "\($0.millimeters)" }.joined(separator: "/") + " mm"
  }

  private func place(_ event: TrackPath.Event) -> String {
    let latitude = Numbers.fixed(event.coordinate.latitude, 4)
    let longitude = Numbers.fixed(event.coordinate.longitude, 4)
    return "at \(latitude),\(longitude), \(Numbers.distance(event.chainage.meters)) on"
  }

  private func sections(_ path: TrackPath) -> Story.Block {
    .table(
      header: ["from km", "km", "line", "gauge", "km/h", "power", "use"],
      rows: path.sections.map { section in
        let attributes = section.attributes
        return [
          Numbers.fixed(section.chainage.kilometers, 2),
          Numbers.fixed(section.length.kilometers, 2),
          attributes.title, gauges(attributes.gauges), section.lineSpeed.map { "\($0)" } ?? "",
          attributes.powerWords, attributes.use == .unstated ? "" : "\(attributes.use)",
        ]
      })
  }

  // MARK: Data

  /// One feature for each section of each way, with chainage, line, gauge and speed; the straight line; the
  /// places, reversals and gauge breaks.
  public var geoJSON: JSONValue {
    var features: [JSONValue] = []
    var all: [Polyline] = []
    for (rank, path) in route.paths.enumerated() {
      for section in path.sections {
        guard let line = try? Polyline(section.points) else { continue }
        all.append(line)
        features.append(GeoJSON.feature(line: line, properties: properties(section, rank: rank)))
      }
      for reversal in path.reversals {
        features.append(marker(reversal, "reversal", "reversal", rank: rank))
      }
      for change in path.breaks {
        features.append(
          marker(
            change.place, "gauge break: \(gauges(change.from)) to \(gauges(change.to))",
            "gauge-break", rank: rank))
      }
    }
    for (start, end) in zip(route.places, route.places.dropFirst()) {
      guard let line = RouteReport.geodesicLine(start, end) else { continue }
      all.append(line)
      features.append(
        GeoJSON.feature(
          line: line,
          properties: [
            "title": .text("\(start.name) – \(end.name), straight line"), "kind": .text("geodesic"),
            "length_km": .rounded(line.length().kilometers, 3), "stroke": .text("#888888"),
            "stroke-width": .number(1),
          ]))
    }
    features += route.places.map { place in
      GeoJSON.feature(
        point: place.coordinate,
        properties: [
          "title": .text(place.name), "id": .text(place.id.text),
          "kind": .text(place.kind.rawValue),
          "marker-color": .text("#1f6f8b"),
        ])
    }
    return GeoJSON.collection(
      features, lines: all, points: route.places.compactMap(\.coordinate),
      provenance: [
        "format": .text("wayproof-track-route"), "version": .whole(1),
        "network": .text(route.network.meta.name), "terms": .text(terms),
        "attribution": .array(attributions.map { .text($0) }),
        "length_km": .array(route.paths.map { .rounded($0.length.kilometers, 3) }),
      ])
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
      "places": .array(route.places.map { .text($0.id.text) }),
      "geodesic_km": .rounded(route.geodesic?.central.kilometers, 3),
      "attribution": .array(attributions.map { .text($0) }),
      "ways": .array(
        route.paths.map { path in
          let interval = path.lengthInterval
          return .object([
            "length_km": .rounded(path.length.kilometers, 3),
            "interval_km": .array([
              .rounded(interval.lower?.kilometers, 3), .rounded(interval.upper?.kilometers, 3),
            ]),
            "lines": .array(path.lineNames.map { .text($0) }),
            "reversals_km": .array(path.reversals.map { .rounded($0.chainage.kilometers, 3) }),
            "gauge_breaks": .array(
              path.breaks.map { change in
                .object([
                  "km": .rounded(change.place.chainage.kilometers, 3),
                  "from_mm": .array(change.from.map { .whole($0.millimeters) }),
                  "to_mm": .array(change.to.map { .whole($0.millimeters) }),
                  "method": .text(change.site.method), "status": .text(change.site.status.rawValue),
                ])
              }),
            "sections": .array(
              path.sections.map {
                .object(properties($0, rank: 0).filter { !$0.key.hasPrefix("stroke") })
              }),
          ])
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
          "\(rank + 1)", Numbers.fixed(section.chainage.kilometers, 3),
          Numbers.fixed(section.length.kilometers, 3), attributes.title, "\(attributes.kind)",
          "\(attributes.use)", attributes.gauges.map { "\($0.millimeters)" }.joined(separator: ";"),
          attributes.isGaugeAssumed ? "true" : "false", section.lineSpeed.map { "\($0)" } ?? "",
          attributes.powerWords, attributes.country, attributes.basis.rawValue,
        ]
        rows.append(fields.map(CommaSeparated.field).joined(separator: ","))
      }
    }
    return rows.joined(separator: "\n") + "\n"
  }
}

extension NetworkMeta.Detail {
  fileprivate var words: String {
    switch self {
    case .tracks: "every track as mapped"
    case .lines: "the line as traced"
    case .generalized: "a line generalized for maps of 1 to 10 million"
    }
  }
}

extension TrackAttributes {
  /// How trains get their power, such as `15000 V 16.7 Hz`; blank where nobody says.
  fileprivate var powerWords: String {
    switch electrification {
    case .unknown: return ""
    case .none: return "none"
    default: break
    }
    guard voltage > 0 else { return "electrified" }
    guard let frequency else { return "\(voltage) V" }
    guard frequency > 0 else { return "\(voltage) V DC" }
    let hertz = (Double(frequency) * 100).rounded() / 100
    return "\(voltage) V \(Numbers.fixed(hertz, hertz == hertz.rounded() ? 0 : 1)) Hz"
  }
}
