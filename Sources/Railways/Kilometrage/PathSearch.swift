import Gazetteer

/// Where a train is in a search: at which station, come in by which arm, on which gauge.
struct SearchState: Hashable {
  /// How many of the stops are behind it.
  var stage: Int
  var node: Int
  /// The arm by which it would go back; nil at the start.
  var arm: JunctionArm?
  var gauge: Gauge
}

/// One edge of a found path, and what happened before it.
struct SearchStep {
  var stage: Int
  var edge: RailNetwork.Edge
  var gauge: Gauge
  var reversesBefore: Bool
  var breaksBefore: (from: Gauge, site: GaugeBreakSite)?
}

/// Dijkstra's algorithm over stop, station, arm and gauge, so that the whole way is the best and not
/// only each part of it.
struct PathSearch {
  let network: RailNetwork
  /// The nodes to be passed in order, the first and last included.
  let stops: [Int]
  private var best: [SearchState: Double] = [:]
  private var previous: [SearchState: (state: SearchState, step: SearchStep?)] = [:]

  init(network: RailNetwork, stops: [Int]) {
    self.network = network
    self.stops = stops
  }

  /// Costs in metres that settle ties between ways of equal length; only an unrecorded site costs more,
  /// because nobody says that the gauge can be changed there.
  private enum TieBreak {
    static let reversal = 1.0
    static let changeOfLine = 0.01
    static let site = 0.1
    static let unrecordedSite = 1_000_000.0
  }

  /// The steps of the shortest way, each with the number of stops behind it; nil where there is none.
  mutating func shortest(from starts: [SearchState]) -> [SearchStep]? {
    var queue = PriorityQueue<SearchState>()
    for start in starts {
      best[start] = 0
      queue.push(0, start)
    }
    while let (cost, state) = queue.pop() {
      guard cost <= best[state] ?? .infinity else { continue }
      if state.node == stops[state.stage] {
        if state.stage == stops.count - 1 { return steps(to: state) }
        advance(state, cost: cost, &queue)
        continue
      }
      let isAtStop = state.stage > 0 && state.node == stops[state.stage - 1]
      for edge in network.edges[state.node] {
        relax(edge, from: state, cost: cost, mayTurn: isAtStop, &queue)
      }
    }
    return nil
  }

  private mutating func advance(
    _ state: SearchState, cost: Double, _ queue: inout PriorityQueue<SearchState>
  ) {
    var next = state
    next.stage += 1
    guard cost < best[next] ?? .infinity else { return }
    best[next] = cost
    previous[next] = (state, nil)
    queue.push(cost, next)
  }

  private mutating func relax(
    _ edge: RailNetwork.Edge, from state: SearchState, cost: Double, mayTurn: Bool,
    _ queue: inout PriorityQueue<SearchState>
  ) {
    let out = JunctionArm(line: network.lines[edge.line].id, direction: edge.direction)
    var reverses = false
    if let arm = state.arm {
      reverses = network.mustReverse(at: state.node, from: arm, to: out)
      if arm == out, !mayTurn { return }
    }
    let back = JunctionArm(
      line: out.line, direction: edge.direction == .up ? .down : .up)
    for (gauge, site) in network.gauges(for: edge, from: state) {
      var total = cost + edge.length + (reverses ? TieBreak.reversal : 0)
      if let arm = state.arm, arm.line != out.line { total += TieBreak.changeOfLine }
      if let site {
        total +=
          site.status == .unrecorded
          ? TieBreak.unrecordedSite : TieBreak.site * Double(site.preference)
      }
      let next = SearchState(stage: state.stage, node: edge.to, arm: back, gauge: gauge)
      guard total < best[next] ?? .infinity else { continue }
      best[next] = total
      let step = SearchStep(
        stage: state.stage, edge: edge, gauge: gauge, reversesBefore: reverses,
        breaksBefore: site.map { (state.gauge, $0) })
      previous[next] = (state, step)
      queue.push(total, next)
    }
  }

  private func steps(to state: SearchState) -> [SearchStep] {
    var steps: [SearchStep] = []
    var current = state
    while let (before, step) = previous[current] {
      if let step { steps.append(step) }
      current = before
    }
    return steps.reversed()
  }
}

extension RailNetwork {
  /// Whether a train that would go back by `from` must turn round to leave by `to`.
  func mustReverse(at node: Int, from: JunctionArm, to: JunctionArm) -> Bool {
    if from == to { return true }
    guard let sides = sides[places[node]], let one = sides[from], let other = sides[to] else {
      return false
    }
    return one == other
  }

  /// The gauges on which a train can take an edge, each with the break it needs for that.
  func gauges(for edge: Edge, from state: SearchState) -> [(Gauge, GaugeBreakSite?)] {
    var result: [(Gauge, GaugeBreakSite?)] = []
    for gauge in edge.gauges.sorted() {
      if gauge == state.gauge {
        result.append((gauge, nil))
      } else if state.arm != nil {
        result.append((gauge, breakSite(at: edge.from, between: gauge, and: state.gauge)))
      }
    }
    return result
  }

  private func breakSite(at node: Int, between one: Gauge, and other: Gauge) -> GaugeBreakSite {
    let sites = breakSites[places[node]] ?? []
    return sites.first { $0.gauges == [one, other] }
      ?? GaugeBreakSite(
        gauges: [one, other], method: "no facility recorded", hours: (nil, nil),
        preference: 9, status: .unrecorded, source: "no source")
  }
}
