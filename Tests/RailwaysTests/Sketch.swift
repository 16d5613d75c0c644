import Foundation

@testable import Railways

/// Tracks drawn in metres on a plane near the equator, for tests.
struct Sketch {
  var survey = TrackSurvey()
  private var points: [String: Int32] = [:]

  mutating func point(
    _ name: String, _ east: Double, _ north: Double, role: TrackSurvey.PointRole = []
  ) {
    points[name] = survey.addPoint(
      latitude: Int32((north / 111_319.5 * 1e7).rounded()),
      longitude: Int32((east / 111_319.5 * 1e7).rounded()), role: role)
  }

  mutating func milestone(_ name: String, _ kilometers: Double) {
    survey.milestones.append(
      TrackSurvey.Milestone(
        latitude: survey.latitudes[self[name]], longitude: survey.longitudes[self[name]],
        kilometers: kilometers))
  }

  mutating func station(_ name: String, _ east: Double, _ north: Double) {
    survey.stations.append(
      TrackSurvey.Station(
        name: name, names: [], latitude: Int32((north / 111_319.5 * 1e7).rounded()),
        longitude: Int32((east / 111_319.5 * 1e7).rounded()), isHalt: false))
  }

  mutating func track(
    _ names: String, gauges: [Int] = [1_435], use: TrackAttributes.Use = .main, line: String = "",
    speeds: (UInt16, UInt16) = (0, 0), preference: TrackAttributes.Preference = .none,
    country: String = ""
  ) {
    var attributes = TrackAttributes()
    (attributes.forwardSpeed, attributes.backwardSpeed) = speeds
    attributes.preference = preference
    attributes.gauges = gauges.map(Gauge.init)
    attributes.use = use
    attributes.name = line
    attributes.country = country
    survey.addTrack(names.split(separator: " ").compactMap { points[String($0)] }, attributes)
  }

  subscript(name: String) -> Int { Int(points[name] ?? 0) }

  func network(
    _ detail: NetworkMeta.Detail = .tracks, hasLabels: Bool = true
  ) throws -> TrackNetwork {
    var survey = survey
    survey.mapAttributes { $0.detail = detail }
    var meta = NetworkMeta(name: "sketch", detail: detail)
    if !hasLabels { meta.labelLimit = 0 }
    let builder = NetworkBuilder(survey: survey, meta: meta)
    return try TrackNetwork(builder.draft(), name: "sketch")
  }

  /// A random town of tracks: a bent grid with diagonals, some of another gauge, some of both.
  static func random(_ generator: inout some RandomNumberGenerator, side: Int) -> Sketch {
    var sketch = Sketch()
    for row in 0..<side {
      for column in 0..<side {
        sketch.point(
          "p\(row)-\(column)",
          Double(column) * 300 + Double.random(in: -80...80, using: &generator),
          Double(row) * 300 + Double.random(in: -80...80, using: &generator),
          role: Int.random(in: 0..<12, using: &generator) == 0 ? .crossing : [])
      }
    }
    for row in 0..<side {
      for column in 0..<side {
        for (up, right) in [(0, 1), (1, 0), (1, 1), (1, -1)] {
          let other = (row + up, column + right)
          guard (0..<side).contains(other.0), (0..<side).contains(other.1),
            Int.random(in: 0..<10, using: &generator) < 6
          else { continue }
          let gauges =
            [[1_435], [1_435], [1_520], [1_435, 1_520]].randomElement(using: &generator) ?? []
          let uses: [TrackAttributes.Use] = [.main, .main, .siding, .yard]
          sketch.track(
            "p\(row)-\(column) p\(other.0)-\(other.1)", gauges: gauges,
            use: uses.randomElement(using: &generator) ?? .main,
            speeds: (
              [0, 40, 120].randomElement(using: &generator) ?? 0,
              [0, 60].randomElement(using: &generator) ?? 0
            ))
        }
      }
    }
    return sketch
  }
}

/// The plainest search over the same states, as an oracle: no potential, no labels, no queue.
struct PlainSearch {
  let network: TrackNetwork

  private struct State: Hashable {
    let arc: UInt32
    let gauge: UInt64
  }

  /// The least cost from one position to another under a query's conditions; nil where no way leads there.
  func cost(_ query: PlacedQuery) -> Double? {
    let start = query.stops[0][0]
    let end = query.stops[1][0]
    var best: [State: Double] = [:]
    var finish = Double.infinity
    var open: [State] = []
    func run(_ arc: UInt32, _ gauge: UInt64, _ from: Double, _ cost: Double) {
      let edge = Int(arc >> 1)
      let length = network.edgeTable.length.measure(edge)
      let whole =
        query.conditions.objective == .shortest
        ? network.edgeTable.cost.measure(edge)
        : arc & 1 == 0
          ? network.edgeTable.forwardTime.measure(edge)
          : network.edgeTable.backwardTime.measure(edge)
      let factor = length > 0 ? whole / length : 1
      let to = arc & 1 == 0 ? length : 0
      let isAhead = arc & 1 == 0 ? end.offset >= from : end.offset <= from
      if edge == end.edge, isAhead {
        finish = min(finish, cost + abs(end.offset - from) * factor)
      }
      let state = State(arc: arc, gauge: gauge)
      let total = cost + abs(to - from) * factor
      if total < best[state] ?? .infinity {
        best[state] = total
        open.append(state)
      }
    }
    for gauge in gauges(ofEdge: start.edge) {
      run(UInt32(start.edge) << 1, gauge, start.offset, 0)
      run(UInt32(start.edge) << 1 | 1, gauge, start.offset, 0)
    }
    let rule = TurnRule(network: network)
    let change = query.conditions.objective == .shortest ? 1_000_000.0 : 86_400
    while let state = open.popLast() {
      guard let cost = best[state] else { continue }
      let edge = Int(state.arc >> 1)
      let node = Int(state.arc & 1 == 0 ? network.edgeTable.to[edge] : network.edgeTable.from[edge])
      for other in query.breaks.transfers[node] ?? [] where query.conditions.allowsUnrecordedBreaks
      {
        for place in network.arcs(from: other) {
          let arc = network.arcs[place]
          let mask = network.gaugeMask(ofEdge: Int(arc >> 1))
          guard !query.closed.contains(Int(arc >> 1)), mask & state.gauge == 0 else { continue }
          for gauge in gauges(ofEdge: Int(arc >> 1)) {
            run(
              arc, gauge, arc & 1 == 0 ? 0 : network.edgeTable.length.measure(Int(arc >> 1)),
              cost + change)
          }
        }
      }
      for place in network.arcs(from: node) {
        let arc = network.arcs[place]
        guard !query.closed.contains(Int(arc >> 1)) else { continue }
        let from = arc & 1 == 0 ? 0 : network.edgeTable.length.measure(Int(arc >> 1))
        var total = cost
        var tails = UInt64.max
        let move = rule.move(
          from: state.arc, to: arc, at: node,
          isOpen: { !query.closed.contains(Int($0 >> 1)) })
        switch move {
        case .straight: break
        case .reversal(let gauges):
          total += query.conditions.objective == .shortest ? 5_000 : 900
          tails = gauges
        case .impossible: continue
        }
        for gauge in gauges(ofEdge: Int(arc >> 1)) {
          if gauge == state.gauge {
            if gauge & tails != 0 { run(arc, gauge, from, total) }
          } else if query.conditions.allowsUnrecordedBreaks, state.arc >> 1 != arc >> 1,
            network.gaugeMask(ofEdge: Int(arc >> 1)) != .max,
            network.gaugeMask(ofEdge: edge) != .max,
            (gauge | state.gauge) & tails != 0,
            state.gauge & network.gaugeMask(ofEdge: Int(arc >> 1)) & tails == 0
              || gauge & network.gaugeMask(ofEdge: edge) & tails == 0
          {
            run(arc, gauge, from, total + change)
          }
        }
      }
    }
    return finish < .infinity ? finish : nil
  }

  /// The gauges of an edge one by one; where nobody says, all of the network's and any other.
  private func gauges(ofEdge edge: Int) -> [UInt64] {
    let mask = network.gaugeMask(ofEdge: edge)
    return (network.gauges.indices.map { 1 << UInt64($0) } + [1 << 63]).filter { $0 & mask != 0 }
  }
}
