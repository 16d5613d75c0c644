public import Travel
import Casework
import Gazetteer
import Geodesy
import Quantities
import Railways

/// Ways over a network of track, ready for any format.
public struct TrackReport: WayReport {
  let route: TrackRoute
  private let explains: Bool
  let attributions: [String]

  /// - Parameters:
  ///   - route: the route.
  ///   - explains: whether every section of the way is listed.
  ///   - attributions: who has to be named.
  public init(_ route: TrackRoute, explains: Bool, attributions: [String]) {
    self.route = route
    self.explains = explains
    self.attributions = (route.network.meta.sources.map(\.attribution) + attributions)
      .reduce(into: []) { if !$1.isEmpty, !$0.contains($1) { $0.append($1) } }
  }

  var title: String { route.places.map(\.name).joined(separator: " – ") }
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
    if !remarks.isEmpty { story.blocks.append(.items(remarks.map { (Line($0), []) })) }
    story.blocks.append(.paragraph(Line(terms, .dim)))
    story.blocks.append(.paragraph(Line(attributions.joined(separator: "; "), .dim)))
    return story
  }

  /// What was asked and taken by default, so that nobody has to guess it.
  var terms: String {
    let request = route.request
    var parts = [
      "network '\(route.network.meta.name)' (\(detail.rawValue))", request.objective.rawValue,
    ]
    parts.append(request.gauge.map { "gauge \($0)" } ?? "any gauge to start with")
    if request.needsElectrification { parts.append("electrified throughout") }
    if !request.allowsUnrecordedBreaks { parts.append("gauge changed only where that is recorded") }
    if !request.furtherKinds.isEmpty { parts.append("trams, light railways and metros too") }
    if !request.avoided.isEmpty {
      parts.append("avoiding \(request.avoided.joined(separator: ", "))")
    }
    parts.append("places at most \(Numbers.distance(request.snapLimit.meters)) from track")
    return parts.joined(separator: "; ")
  }

  /// What a reader must know of the answer besides the ways: how far the places are from the track, and what was
  /// looked for and not found.
  private var remarks: [String] {
    var remarks = route.places.indices.compactMap { index -> String? in
      let (place, snap) = (route.places[index], route.snaps[index])
      let distance = distance(ofStop: index).meters
      let excluded = snap.nearerExcluded.map {
        ", and \($0.kind.words) that was left out is \(Numbers.distance($0.distance.meters)) from it"
      }
      guard distance >= 100 || excluded != nil else { return nil }
      return
        "\(place.name) is \(Numbers.distance(distance)) from the track taken for it"
        + (excluded ?? "")
    }
    if route.paths.count < route.request.alternatives {
      remarks.append(
        "\(route.paths.count) of the \(route.request.alternatives) ways asked for: no other way really "
          + "differs and is less than twice as long")
    }
    return remarks
  }

  /// How far a stop is from the track that the best way takes for it.
  func distance(ofStop index: Int) -> Distance {
    let ends = route.paths.first?.ends
    let taken = index == 0 ? ends?.start : index == route.places.count - 1 ? ends?.end : nil
    return route.snaps[index].distance(of: taken)
  }

  private func name(_ path: TrackPath) -> String {
    let lines = path.lineNames
    guard !lines.isEmpty else { return "unnamed lines" }
    let shown = lines.prefix(8).joined(separator: ", ")
    return "by " + shown + (lines.count > 8 ? " and \(lines.count - 8) more" : "")
  }

  private func lines(_ path: TrackPath) -> [String] {
    let interval = route.lengthInterval(of: path)
    let low = Numbers.distance(interval.lower?.meters ?? 0)
    let high = Numbers.distance(interval.upper?.meters ?? .infinity)
    var lines = [
      "track \(Numbers.distance(route.length(of: path).meters)) (\(low) to \(high)): \(basis(path))"
    ]
    if route.paths.count == 1, !path.lineNames.isEmpty { lines.append(name(path)) }
    lines.append(coverage(path))
    if route.request.objective == .fastest { lines.append(time(path)) }
    lines += path.breaks.map { change in
      let name = change.name.isEmpty ? "" : "at \(change.name), "
      let status = change.site.status == .unrecorded ? "" : " (\(change.site.status.rawValue))"
      return "gauge break \(name)\(place(change.place)): \(gauges(change.from)) to "
        + "\(gauges(change.to)), \(change.site.method)\(status), \(hours(change.site))"
    }
    let minutes = Numbers.duration(TrackQuery.assumedReversal / .seconds(1))
    lines += path.reversals.map { "reversal \(place($0)), about \(minutes) (assumed)" }
    lines += path.borders.map { "border \(place($0))" }
    return lines
  }

  private func time(_ path: TrackPath) -> String {
    let most = route.request.trainSpeed
    let (time, share) = path.timeAtLineSpeed(noFasterThan: most ?? .infinity)
    let known =
      share > 0.9995
      ? ""
      : ", the line speed being known on \(Int((share * 100).rounded())) % and assumed elsewhere"
    let speed = most.map { "line speed, at most \(Numbers.fixed($0, 0)) km/h," } ?? "line speed"
    return "\(Numbers.duration(time / .seconds(1))) at \(speed) without any stop\(known)"
  }

  private func hours(_ site: GaugeBreakSite) -> String {
    switch site.hours {
    case (nil, nil): "its time unmeasured"
    case (let least?, let most?) where least < most:
      "\(Numbers.duration(least * 3_600)) to \(Numbers.duration(most * 3_600))"
    case (let least, let most): "about \(Numbers.duration((least ?? most ?? 0) * 3_600))"
    }
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

  func gauges(_ gauges: [Gauge]) -> String {
    gauges.isEmpty ? "unknown" : gauges.map { "\($0.millimeters)" }.joined(separator: "/") + " mm"
  }

  private func place(_ event: TrackPath.Event) -> String {
    "at \(event.title), \(Numbers.distance(event.chainage.meters)) on"
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
  var powerWords: String {
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

extension TrackAttributes.Kind {
  fileprivate var words: String {
    switch self {
    case .rail: "railway track"
    case .narrowGauge: "narrow-gauge track"
    case .lightRail: "a light railway"
    case .subway: "a metro"
    case .tram: "a tramway"
    case .monorail: "a monorail"
    case .funicular: "a funicular"
    case .ferry: "a ferry"
    case .joint: "a link between data sets"
    }
  }
}
