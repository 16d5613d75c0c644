import Gazetteer
import Geodesy
import Quantities

/// Turns ways over the world's railways, leg by leg, into one course.
struct GraphCourse {
  private let railways: WorldRailways
  private let gazetteer: Gazetteer
  private var steps: [GraphPath.Step] = []
  private var sections: [RailCourse.Section] = []
  private var stops: [RailCourse.Location] = []
  private var travelled = 0.0
  private var bounds = (low: 0.0, high: 0.0)

  init(_ railways: WorldRailways, gazetteer: Gazetteer) {
    self.railways = railways
    self.gazetteer = gazetteer
  }

  /// Adds the way from one place to the next.
  ///
  /// - Parameter ratio: how much shorter and longer than it was found the way may be that a train takes.
  mutating func add(
    _ path: GraphPath, from start: Place, to end: Place, ratio: ClosedRange<Double>
  ) {
    if stops.isEmpty { stops.append(location(start)) }
    let error = 1 / ratio.upperBound - 1...1 / ratio.lowerBound - 1
    for step in path.steps { append(step, error) }
    bounds.low += path.length * ratio.lowerBound
    bounds.high += path.length * ratio.upperBound
    stops.append(location(end))
  }

  private func location(_ place: Place) -> RailCourse.Location {
    RailCourse.Location(
      chainage: .meters(travelled), place: place.id, name: place.name,
      coordinate: place.coordinate)
  }

  private mutating func append(_ step: GraphPath.Step, _ error: ClosedRange<Double>) {
    let graph = railways.graph
    var attributes = TrackAttributes()
    attributes.country = graph.country(ofEdge: step.edge)
    switch graph.kind(ofEdge: step.edge) {
    case .track: attributes.detail = .junctions
    case .line: attributes.detail = .generalized
    case .ferry:
      attributes.detail = .generalized
      attributes.kind = .ferry
    // What joins the two is drawn by nobody; it counts with the lines.
    case .joint: attributes.detail = .generalized
    }
    if let gauge = railways.gauges[attributes.country], attributes.kind != .ferry {
      attributes.gauges = [gauge]
      attributes.isGaugeAssumed = true
    }
    let index = steps.count
    steps.append(step)
    if let last = sections.last, last.attributes == attributes, last.error == error {
      sections[sections.count - 1].length = last.length + .meters(step.length)
      sections[sections.count - 1].stretches = last.stretches.lowerBound..<steps.count
    } else {
      sections.append(
        RailCourse.Section(
          chainage: .meters(travelled), length: .meters(step.length), attributes: attributes,
          lineSpeed: nil, error: error, run: 0, stretches: index..<steps.count))
    }
    travelled += step.length
  }

  var course: RailCourse {
    let trace = CourseTrace.graph(GraphTrace(graph: railways.graph, steps: steps, stops: stops))
    let borders = Borders(sections: sections, marks: []).borders { section in
      trace.points(of: section).first
    }
    return RailCourse(
      sections: sections, gaugeBreaks: borders.compactMap(gaugeBreak), reversals: [],
      borders: borders, calls: Array(stops.dropFirst().dropLast()), length: .meters(travelled),
      lengthInterval: Interval(from: .meters(bounds.low), to: .meters(bounds.high)),
      isHard: false, trace: trace)
  }

  // MARK: Changes of gauge

  /// A recorded place where the gauge is changed belongs to a border this near, in metres.
  private static let siteReach = 60_000.0

  /// The gauge changes at a border where the usual gauges of its countries differ.
  private func gaugeBreak(at border: RailCourse.Border) -> RailCourse.GaugeBreak? {
    guard let countries = border.countries, let from = railways.gauges[countries.from],
      let to = railways.gauges[countries.to], from != to, !from.runsThrough.contains(to)
    else { return nil }
    let recorded = site(near: border.location, between: from, and: to)
    let location = RailCourse.Location(
      chainage: border.location.chainage, place: recorded?.place.id,
      name: recorded?.place.name ?? "", coordinate: border.location.coordinate)
    return RailCourse.GaugeBreak(
      location: location, from: [from], to: [to],
      site: recorded?.site ?? .unrecorded(between: [from], and: [to]), alternatives: [])
  }

  private func site(
    near location: RailCourse.Location, between one: Gauge, and other: Gauge
  ) -> (place: Place, site: GaugeBreakSite)? {
    guard let here = location.coordinate else { return nil }
    let near = railways.breakSites.compactMap { id, sites -> (Double, Place, GaugeBreakSite)? in
      guard let place = gazetteer[id: id], let coordinate = place.coordinate,
        let site = sites.filter({ $0.gauges == [one, other] && $0.status != .alternative })
          .min(by: { $0.preference < $1.preference })
      else { return nil }
      return (Ellipsoid.wgs84.distance(from: here, to: coordinate).meters, place, site)
    }
    let best = near.filter { $0.0 <= Self.siteReach }.min {
      ($0.0, $0.1.id.text) < ($1.0, $1.1.id.text)
    }
    return best.map { ($0.1, $0.2) }
  }
}
