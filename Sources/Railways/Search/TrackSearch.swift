import HeapModule

/// A* over directed track, gauge and stops passed.
struct TrackSearch {
  private struct State: Hashable {
    /// The edge twice, and one where it is gone backwards; the train is at its end.
    let arc: UInt32
    let stage: UInt16
    /// Which of the gauges the train may be on, as bits.
    let gauges: UInt64
  }

  private let network: TrackNetwork
  private let query: PlacedQuery
  private let potential: Potential
  private let turns: TurnRule
  private let kinds: TrackNetwork.Kinds
  private let allowsUnrecordedBreaks: Bool
  private let costs: TrackCosts
  private let goals: [[Int: [Double]]]
  private var best: [State: Double] = [:]
  private var previous: [State: (state: State?, steps: [TrackStep])] = [:]
  private var queue = Heap<Ranked<State>>()
  private var finish: (cost: Double, state: State?, steps: [TrackStep])?

  init(network: TrackNetwork, query: PlacedQuery) {
    self.network = network
    self.query = query
    potential = Potential(network: network, query: query)
    turns = TurnRule(network: network)
    kinds = query.conditions.kinds
    allowsUnrecordedBreaks = query.conditions.allowsUnrecordedBreaks
    costs = TrackCosts(network: network, query: query)
    goals = query.stops.map { stop in
      Dictionary(grouping: stop, by: \.edge).mapValues { $0.map(\.offset) }
    }
  }

  /// The steps of the best way; nil where there is none.
  mutating func steps() -> [TrackStep]? {
    guard query.stops.count >= 2 else { return nil }
    for position in query.stops[0] where isOpen(position.edge) { start(at: position) }
    while let next = queue.popMin() {
      let (estimate, state) = (next.cost, next.element)
      if let finish, finish.cost <= estimate { break }
      guard let cost = best[state],
        cost + least(state) <= estimate + 1e-6 * max(1, estimate)
      else { continue }
      expand(state, cost: cost)
    }
    guard let finish else { return nil }
    var parts: [[TrackStep]] = [finish.steps]
    var current = finish.state
    while let state = current, let before = previous[state] {
      parts.append(before.steps)
      current = before.state
    }
    return parts.reversed().flatMap(\.self)
  }

  private func end(of arc: UInt32) -> Int {
    Int(arc & 1 == 0 ? network.edgeTable.to[Int(arc >> 1)] : network.edgeTable.from[Int(arc >> 1)])
  }

  private func least(_ state: State) -> Double {
    potential.least(from: end(of: state.arc), stage: Int(state.stage))
  }

  private func isOpen(_ edge: Int) -> Bool {
    kinds.contains(network.kind(ofEdge: edge)) && !query.closed.contains(edge)
      && (!query.conditions.needsElectrification
        || network.marks(ofEdge: edge).contains(.electrified))
  }

  // MARK: Moves

  /// A train about to run along an edge.
  private struct Train {
    var arc: UInt32
    var stage: Int
    var gauges: UInt64
    /// Where it was before this edge; nil at the start.
    let before: State?
    /// What it does before it goes on.
    var event = TrackStep.Event.none
    /// What it took to come here.
    var cost: Double
    /// What it has gone of this edge, to stops on it.
    var steps: [TrackStep] = []

    var edge: Int { Int(arc >> 1) }
  }

  private mutating func start(at position: TrackPosition) {
    let length = network.edgeTable.length.measure(position.edge)
    var gauges = network.gaugeMask(ofEdge: position.edge)
    if let gauge = query.conditions.gauge {
      guard let wanted = network.mask(of: gauge), gauges & wanted != 0 else { return }
      gauges &= wanted
    }
    for (direction, end) in [(UInt32(0), length), (UInt32(1), 0)] {
      let arc = UInt32(position.edge) << 1 | direction
      travel(
        Train(arc: arc, stage: 1, gauges: gauges, before: nil, cost: 0), from: position.offset,
        to: end)
    }
  }

  private mutating func expand(_ state: State, cost: Double) {
    let node = end(of: state.arc)
    for place in network.arcs(from: node) { leave(node, by: network.arcs[place], state, cost) }
    for other in query.breaks.transfers[node] ?? [] {
      for place in network.arcs(from: other) {
        let arc = network.arcs[place]
        let gauges = network.gaugeMask(ofEdge: Int(arc >> 1))
        guard isOpen(Int(arc >> 1)), gauges & state.gauges == 0 else { continue }
        let train = Train(
          arc: arc, stage: Int(state.stage), gauges: gauges, before: state, cost: cost)
        change(train, from: state, at: site(at: node, from: state.gauges, to: gauges))
      }
    }
  }

  private mutating func leave(_ node: Int, by arc: UInt32, _ state: State, _ cost: Double) {
    let edge = Int(arc >> 1)
    guard isOpen(edge) else { return }
    let gauges = network.gaugeMask(ofEdge: edge)
    var tails = UInt64.max
    var train = Train(
      arc: arc, stage: Int(state.stage), gauges: gauges, before: state, cost: cost)
    switch turns.move(from: state.arc, to: arc, at: node, isOpen: { isOpen(Int($0 >> 1)) }) {
    case .straight: break
    case .reversal(let gauges):
      train.event = .reversal
      train.cost += costs.reversal
      tails = gauges
    case .impossible: return
    }
    let common = gauges & state.gauges & tails
    if common != 0 {
      train.gauges = common
      run(train)
    }
    guard gauges != .max, state.gauges != .max else { return }
    let boundary = GaugeBoundary(
      from: state.gauges, on: network.gaugeMask(ofEdge: Int(state.arc >> 1)), to: gauges,
      tails: tails)
    // At a recorded site the gauge may be changed wherever a train may stand.
    let site = site(at: node, from: state.gauges, to: gauges)
    let others = (site != nil ? boundary.gauges : boundary.gaugesWhereTrackEnds) & ~common
    guard others != 0 else { return }
    train.gauges = others
    change(train, from: state, at: site)
  }

  /// The recorded place for a change between gauges at a junction.
  private func site(at node: Int, from: UInt64, to: UInt64) -> BreakSites.Recorded? {
    query.breaks.sites[node]?.first { recorded in
      let masks = recorded.site.gauges.compactMap(network.mask)
      return masks.contains { old in
        old & from != 0 && masks.contains { new in new != old && new & to != 0 }
      }
    }
  }

  /// Goes over to other gauges, at a recorded place or where that is allowed without one.
  private mutating func change(
    _ train: Train, from state: State, at recorded: BreakSites.Recorded?
  ) {
    guard state.arc >> 1 != train.arc >> 1, recorded != nil || allowsUnrecordedBreaks else {
      return
    }
    let site =
      recorded?.site
      ?? .unrecorded(
        between: network.gauges(in: train.gauges), and: network.gauges(in: state.gauges))
    var train = train
    train.event.gaugeChange = TrackStep.GaugeChange(
      from: state.gauges, to: train.gauges, site: site, place: recorded?.place)
    train.cost += costs.change(recorded?.site)
    run(train)
  }

  /// Runs along a whole edge.
  private mutating func run(_ train: Train) {
    let length = network.edgeTable.length.measure(train.edge)
    let (from, to) = train.arc & 1 == 0 ? (0, length) : (length, 0)
    travel(train, from: from, to: to)
  }

  /// Runs along an edge to its end, stopping at the goals on the way.
  private mutating func travel(_ train: Train, from: Double, to: Double) {
    reach(train, from: from, to: to)
    visit(train, from: from, to: to)
  }

  /// Calls at the next stop where it lies ahead on this edge, and goes on from there in either direction; at
  /// most once for each stop of the query.
  private mutating func visit(_ train: Train, from: Double, to: Double) {
    guard train.stage < goals.count, let offsets = goals[train.stage][train.edge] else { return }
    let isLast = train.stage == goals.count - 1
    let ahead = offsets.filter { from <= to ? $0 >= from && $0 <= to : $0 <= from && $0 >= to }
    // Of several, the nearest serves for going on.
    let goalsAhead =
      isLast ? ahead : Array(ahead.sorted { abs($0 - from) < abs($1 - from) }.prefix(1))
    for goal in goalsAhead {
      var called = train
      called.cost += costs.running(train.edge, from: from, to: goal)
      called.steps.append(step(train, from: from, to: goal))
      guard !isLast else {
        if called.cost < finish?.cost ?? .infinity {
          finish = (called.cost, train.before, called.steps)
        }
        continue
      }
      called.stage += 1
      called.event = .none
      travel(called, from: goal, to: to)
      let isAlong = to > from || (to == from && train.arc & 1 == 0)
      called.arc ^= 1
      called.event = .reversal
      called.cost += costs.reversal
      travel(
        called, from: goal, to: isAlong ? 0 : network.edgeTable.length.measure(train.edge))
    }
  }

  private func step(_ train: Train, from: Double, to: Double) -> TrackStep {
    TrackStep(edge: train.edge, from: from, to: to, event: train.event, stage: train.stage)
  }

  private mutating func reach(_ train: Train, from: Double, to: Double) {
    let state = State(
      arc: train.arc, stage: UInt16(clamping: train.stage), gauges: train.gauges)
    let cost = train.cost + costs.running(train.edge, from: from, to: to)
    guard cost < best[state] ?? .infinity else { return }
    let rest = least(state)
    guard rest < .infinity else { return }
    best[state] = cost
    previous[state] = (train.before, train.steps + [step(train, from: from, to: to)])
    queue.insert(Ranked(cost + rest, state))
  }
}
