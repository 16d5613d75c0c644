import Gazetteer
import HeapModule
import Quantities

/// Where a train is in a search: how many stops are behind it, by which edge it came, on which gauge.
struct SearchState {
  var stage: Int
  var node: Int
  /// The number of the edge by which it came; nil at the start.
  var edge: Int?
  /// The place of its gauge among the network's.
  var gauge: Int
}

/// One edge of a found path, and what happened before it.
struct SearchStep {
  var stage: Int
  var edge: RailNetwork.Edge
  var gauge: Gauge
  var reversesBefore: Bool
  var breaksBefore: (from: Gauge, site: GaugeBreakSite)?
}

/// What a search over kilometre posts must keep to.
struct PathLimits {
  /// The gauges, by their places among the network's, that the train may set out on; nil for all.
  var gauges: [Int]?
  /// Whether it must keep to the gauge on which it set out.
  var isBoundToGauge = false
  var recordedBreaksOnly = false
  /// By number, edges that may not be used.
  var closed: Set<Int> = []
  /// By number, how many times an edge counts what it measures; never less than once.
  var penalties: [Int: Double] = [:]
}

/// Dijkstra's algorithm over stop, edge and gauge, so that the whole way is the best and not only each part of it.
///
/// States are numbered through, so that what is known of them stands in arrays.
struct PathSearch {
  private let network: RailNetwork
  /// The nodes to be passed in order, the first and last included.
  private let stops: [Int]
  private let limits: PathLimits
  private var best: [Double]
  private var previous: [SearchState?]
  private var queue = Heap<Ranked<SearchState>>()

  init(network: RailNetwork, stops: [Int], limits: PathLimits = PathLimits()) {
    self.network = network
    self.limits = limits
    self.stops = stops
    let count = stops.count * (network.edgeCount + 1) * network.gauges.count
    best = Array(repeating: .infinity, count: count)
    previous = Array(repeating: nil, count: count)
  }

  /// Costs in metres that settle ties between ways of equal length; only an unrecorded site costs more,
  /// because nobody says that the gauge can be changed there.
  private enum TieBreak {
    static let changeOfLine = 0.01
    static let site = 0.1
    static let unrecordedSite = 1_000_000.0
  }

  /// The steps of the shortest way, each with the number of stops behind it; nil where there is none.
  mutating func shortest(from node: Int, on gauges: [Int]) -> [SearchStep]? {
    for gauge in gauges {
      let start = SearchState(stage: 0, node: node, edge: nil, gauge: gauge)
      best[slot(start)] = 0
      queue.insert(Ranked(0, start))
    }
    while let next = queue.popMin() {
      let (cost, state) = (next.cost, next.element)
      guard cost <= best[slot(state)] else { continue }
      if state.node == stops[state.stage] {
        if state.stage == stops.count - 1 { return steps(to: state) }
        advance(state, cost: cost)
        continue
      }
      let isAtStop = state.stage > 0 && state.node == stops[state.stage - 1]
      for edge in network.edges[state.node] where !limits.closed.contains(edge.number) {
        relax(edge, from: state, cost: cost, mayTurn: isAtStop)
      }
    }
    return nil
  }

  private func slot(_ state: SearchState) -> Int {
    let edge = state.edge.map { $0 + 1 } ?? 0
    return (state.stage * (network.edgeCount + 1) + edge) * network.gauges.count + state.gauge
  }

  private mutating func advance(_ state: SearchState, cost: Double) {
    var next = state
    next.stage += 1
    reach(next, from: state, cost)
  }

  private mutating func reach(_ next: SearchState, from state: SearchState, _ cost: Double) {
    let slot = slot(next)
    guard cost < best[slot] else { return }
    best[slot] = cost
    previous[slot] = state
    queue.insert(Ranked(cost, next))
  }

  private mutating func relax(
    _ edge: RailNetwork.Edge, from state: SearchState, cost: Double, mayTurn: Bool
  ) {
    var total = cost + edge.length * (limits.penalties[edge.number] ?? 1)
    if let came = state.edge.map({ network.edge($0) }) {
      if came.backArm == edge.outArm, !mayTurn { return }
      if came.mustReverse(before: edge) { total += ReversalCost.length.meters }
      if came.line != edge.line { total += TieBreak.changeOfLine }
    }
    for gauge in edge.gauges {
      var next = SearchState(stage: state.stage, node: edge.to, edge: edge.number, gauge: gauge)
      guard gauge != state.gauge else {
        reach(next, from: state, total)
        continue
      }
      // A train begins on a gauge and changes nothing before it has gone.
      guard state.edge != nil, !limits.isBoundToGauge else { continue }
      next.gauge = gauge
      let site = network.breakSite(at: edge.from, between: gauge, and: state.gauge)
      if limits.recordedBreaksOnly, site.status == .unrecorded { continue }
      let extra =
        site.status == .unrecorded
        ? TieBreak.unrecordedSite : TieBreak.site * Double(site.preference)
      reach(next, from: state, total + extra)
    }
  }

  private func steps(to state: SearchState) -> [SearchStep] {
    var steps: [SearchStep] = []
    var current = state
    while let before = previous[slot(current)] {
      defer { current = before }
      // Where only the stage grew, nothing was gone.
      guard before.stage == current.stage, let number = current.edge else { continue }
      let edge = network.edge(number)
      steps.append(
        SearchStep(
          stage: current.stage, edge: edge, gauge: network.gauges[current.gauge],
          reversesBefore: before.edge.map { network.edge($0).mustReverse(before: edge) } ?? false,
          breaksBefore: before.gauge == current.gauge
            ? nil
            : (
              network.gauges[before.gauge],
              network.breakSite(at: edge.from, between: current.gauge, and: before.gauge)
            )))
    }
    return steps.reversed()
  }
}

extension RailNetwork {
  /// The place where a train can change between two of the network's gauges at a node, or what is said where nobody
  /// records one.
  func breakSite(at node: Int, between one: Int, and other: Int) -> GaugeBreakSite {
    let both: Set = [gauges[one], gauges[other]]
    return breakSites[places[node]]?.first { $0.gauges == both }
      ?? .unrecorded(between: [gauges[one]], and: [gauges[other]])
  }
}
