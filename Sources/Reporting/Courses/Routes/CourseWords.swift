import Quantities
import Railways
import Travel
import Wording

/// What a report says of a course in sentences.
struct CourseWords {
  let course: RailCourse
  let way: TypedDistance
  let query: RailQuery

  func lines(isOnly: Bool) -> [String] {
    let name =
      course.isShortestOverWorld ? "shortest route by rail, about" : way.kind.rawValue
    var lines = ["\(name) \(way.words): \(basis)"]
    if isOnly, !course.lineNames.isEmpty { lines.append(byLines) }
    lines.append(coverage)
    if query.objective == .fastest { lines.append(time) }
    lines += course.gaugeBreaks.map(words)
    let minutes = Numbers.duration(ReversalCost.time / .seconds(1))
    lines += course.reversals.map { "reversal at \(on($0)), about \(minutes) (assumed)" }
    lines += course.borders.map { border in
      "border \(border.countries.map { "\($0.from)–\($0.to) " } ?? "")at \(on(border.location))"
    }
    return lines
  }

  /// Such as `by Line 1, Line 2`.
  var byLines: String {
    let lines = course.lineNames
    guard !lines.isEmpty else { return "by unnamed lines" }
    let shown = lines.prefix(8).joined(separator: ", ")
    return "by " + shown + (lines.count > 8 ? " and \(lines.count - 8) more" : "")
  }

  private func on(_ location: RailCourse.Location) -> String {
    "\(location.title.isEmpty ? "a place of unknown position" : location.title), "
      + "\(Numbers.distance(location.chainage.meters)) on"
  }

  private func words(_ change: RailCourse.GaugeBreak) -> String {
    let status = change.site.status == .unrecorded ? "" : " (\(change.site.status.rawValue))"
    let others = change.alternatives.map(\.title).joined(separator: ", ")
    return "gauge break at \(on(change.location)): \(change.from.title) to \(change.to.title), "
      + "\(change.site.method)\(status), \(hours(change.site))"
      + (others.isEmpty ? "" : "; it could also be at \(others)")
  }

  private func hours(_ site: GaugeBreakSite) -> String {
    switch site.hours {
    case (nil, nil): "its time unmeasured"
    case (let least?, let most?) where least < most:
      "\(Numbers.duration(least * 3_600)) to \(Numbers.duration(most * 3_600))"
    case (let least, let most): "about \(Numbers.duration((least ?? most ?? 0) * 3_600))"
    }
  }

  private var time: String {
    let time = course.timeAtLineSpeed(noFasterThan: query.trainSpeed)
    let share = course.share { $0.lineSpeed != nil }
    let known =
      share > 0.9995
      ? ""
      : ", the line speed being known on \(Int(held: (share * 100).rounded())) % and assumed elsewhere"
    let most = query.trainSpeed?.kilometersPerHour
    let speed = most.map { "line speed, at most \(Numbers.fixed($0, 0)) km/h," } ?? "line speed"
    return "\(Numbers.duration(time / .seconds(1))) at \(speed) without any stop\(known)"
  }

  /// How the length is known, such as `300.0 km published, 26.0 km measured along the line as traced`.
  private var basis: String {
    let coverage = course.coverage
    func kilometers(_ statuses: [KilometrageStatus]) -> Double {
      statuses.reduce(0) { $0 + (coverage[$1]?.kilometers ?? 0) }
    }
    var parts: [String] = []
    func add(_ kilometers: Double, _ words: String) {
      if kilometers > 0.05 { parts.append("\(Numbers.fixed(kilometers, 1)) km \(words)") }
    }
    add(kilometers([.published]), "published")
    add(kilometers([.derived]), "derived from published figures")
    for detail in NetworkMeta.Detail.allCases {
      add(
        course.length.kilometers
          * course.share { $0.attributes.basis == .geometry && $0.attributes.detail == detail },
        "measured along \(detail.words)")
    }
    add(kilometers([.estimated]), "estimated")
    return parts.joined(separator: ", ")
  }

  private var coverage: String {
    func percent(_ share: Double) -> String { "\(Int(held: (100 * share).rounded())) %" }
    var byGauge: [String: Double] = [:]
    for section in course.sections {
      let assumed = section.attributes.isGaugeAssumed ? " (assumed)" : ""
      let gauges = section.attributes.gauges
      byGauge[(gauges.isEmpty ? "unknown" : gauges.title) + assumed, default: 0] +=
        section.length.meters
    }
    let all = max(1, course.length.meters)
    let list = byGauge.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key) \(percent($0.value / all))" }.joined(separator: ", ")
    let speed = course.share { $0.lineSpeed != nil }
    let wires = course.share { $0.attributes.electrification != .unknown }
    return "gauge \(list); line speed known on \(percent(speed)), electrification on "
      + percent(wires)
  }
}

extension RailCourse {
  /// How it is drawn, for maps.
  var geometryNote: String {
    isDrawn
      ? "along mapped track" : "straight between stations; the length is the kilometrage's"
  }
}

extension NetworkMeta.Detail {
  fileprivate var words: String {
    switch self {
    case .tracks: "every track as mapped"
    case .lines: "the line as traced"
    case .generalized: "a line generalized for maps of 1 to 10 million"
    case .junctions: "the junction graph of OpenStreetMap"
    }
  }
}
