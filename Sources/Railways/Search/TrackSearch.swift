/// One stretch of a found way: an edge, gone from one offset to another, and what happened before it.
struct TrackStep {
  /// What the train does before it goes on.
  struct Event {
    var reverses = false
    var gaugeChange: GaugeChange?

    static let none = Event()
    static let reversal = Event(reverses: true)
  }

  /// From which gauges to which, as bits, and how.
  struct GaugeChange {
    let from: UInt64
    let to: UInt64
    let site: GaugeBreakSite
    /// The name of the place, blank where none is recorded.
    let place: String
  }

  let edge: Int
  let from: Double
  let to: Double
  var event: Event
  /// How many of the stops are behind it.
  let stage: Int
}

/// A* over directed track, gauge and stops passed.
struct TrackSearch {
  private struct State: Hashable {
    /// The edge twice, and one where it is gone backwards; the train is at its end.
    let arc: UInt32
    let stage: UInt16
    /// Which of the gauges the train may be on, as bits.
    let gauges: UInt64
  }

  /// What things cost besides running, in metres for the shortest way and seconds for the fastest.
  private struct Costs {
    let reversal: Double
    let recordedBreak: Double
    let unrecordedBreak: Double

    init(_ objective: TrackQuery.Objective) {
      switch objective {
      case .shortest: (reversal, recordedBreak, unrecordedBreak) = (5_000, 50_000, 1_000_000)
      case .fastest:
        reversal = TrackQuery.assumedReversal / .seconds(1)
        (recordedBreak, unrecordedBreak) = (7_200, 86_400)
      }
    }

    /// What a change of gauge costs: of several recorded sites the preferred one is a little cheaper.
    func change(_ site: GaugeBreakSite?) -> Double {
      guard let site else { return unrecordedBreak }
      return recordedBreak * (1 + 0.05 * Double(site.preference))
    }
  }

  private let network: TrackNetwork
  private let query: TrackQuery
  private let potential: Potential
  private let turns: TurnRule
  private let costs: Costs
  private let goals: [[Int: [Double]]]
  private var best: [State: Double] = [:]
  private var previous: [State: (state: State?, steps: [TrackStep])] = [:]
  private var queue = PriorityQueue<State>()
  private var finish: (cost: Double, state: State?, steps: [TrackStep])?

  init(network: TrackNetwork, query: TrackQuery) {
    self.network = network
    self.query = query
    potential = Potential(network: network, query: query)
    turns = TurnRule(network: network)
    costs = Costs(query.objective)
    goals = query.stops.map { stop in
      Dictionary(grouping: stop, by: \.edge).mapValues { $0.map(\.offset) }
    }
  }

  /// The steps of the best way; nil where there is none.
  mutating func steps() -> [TrackStep]? {
    guard query.stops.count >= 2 else { return nil }
    for position in query.stops[0] where isOpen(position.edge) { start(at: position) }
    while let (estimate, state) = queue.pop() {
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
    query.kinds.contains(network.kind(ofEdge: edge)) && !query.avoided.contains(edge)
      && (!query.needsElectrification || network.marks(ofEdge: edge).contains(.electrified))
  }

  // MARK: Costs

  /// What a stretch of an edge costs.
  private func cost(_ edge: Int, from: Double, to: Double) -> Double {
    let length = network.edgeTable.length.measure(edge)
    // An edge without length may still cost something, as a joint does.
    let share = length > 0 ? abs(to - from) / length : 1
    let whole: Double
    switch query.objective {
    case .shortest: whole = network.edgeTable.cost.measure(edge)
    case .fastest: whole = time(edge, forward: to >= from)
    }
    return whole * share * (query.penalties[edge] ?? 1) * preference(edge, forward: to >= from)
  }

  /// The seconds along a whole edge at line speed, or at the train's where that is less.
  private func time(_ edge: Int, forward: Bool) -> Double {
    guard let most = query.trainSpeed else {
      return forward
        ? network.edgeTable.forwardTime.measure(edge)
        : network.edgeTable.backwardTime.measure(edge)
    }
    let sections = network.sections(ofEdge: edge)
    let length = network.edgeTable.length.measure(edge)
    return sections.indices.reduce(0) { sum, index in
      let end = index + 1 < sections.count ? sections[index + 1].offset : length
      let attributes = network.attributes(sections[index].attributes)
      let speed = attributes.usualSpeed(forward: sections[index].isAlong == forward)
      return sum + max(0, end - sections[index].offset) * 3.6 / min(speed, most)
    }
  }

  /// Of two tracks side by side, a train takes the one that is run its way by rule.
  private func preference(_ edge: Int, forward: Bool) -> Double {
    let against: EdgeMarks = forward ? .runsBackward : .runsForward
    return network.marks(ofEdge: edge).contains(against) ? 1.02 : 1
  }

  // MARK: Moves

  private mutating func start(at position: TrackPosition) {
    let length = network.edgeTable.length.measure(position.edge)
    var gauges = network.gaugeMask(ofEdge: position.edge)
    if let gauge = query.gauge {
      guard let wanted = network.mask(of: gauge), gauges & wanted != 0 else { return }
      gauges &= wanted
    }
    for (direction, end) in [(UInt32(0), length), (UInt32(1), 0)] {
      let arc = UInt32(position.edge) << 1 | direction
      travel(
        arc, from: position.offset, to: end, stage: 1, gauges: gauges, event: .none, cost: 0,
        before: nil)
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
        let site = site(at: node, from: state.gauges, to: gauges)
        change(to: arc, gauges, state, cost, .none, at: site)
      }
    }
  }

  private mutating func leave(
    _ node: Int, by arc: UInt32, _ state: State, _ cost: Double
  ) {
    let edge = Int(arc >> 1)
    guard isOpen(edge) else { return }
    let gauges = network.gaugeMask(ofEdge: edge)
    var tails = UInt64.max
    var event = TrackStep.Event.none
    var total = cost
    switch turns.move(from: state.arc, to: arc, at: node, isOpen: { isOpen(Int($0 >> 1)) }) {
    case .straight: break
    case .reversal(let gauges):
      event = .reversal
      total += costs.reversal
      tails = gauges
    case .impossible: return
    }
    let common = gauges & state.gauges & tails
    if common != 0 {
      travel(arc, stage: state.stage, gauges: common, event: event, cost: total, before: state)
    }
    guard gauges != .max, state.gauges != .max else { return }
    let boundary = GaugeBoundary(
      from: state.gauges, on: network.gaugeMask(ofEdge: Int(state.arc >> 1)), to: gauges,
      tails: tails)
    // At a recorded site the gauge may be changed wherever a train may stand.
    let site = site(at: node, from: state.gauges, to: gauges)
    let others = (site != nil ? boundary.gauges : boundary.gaugesWhereTrackEnds) & ~common
    if others != 0 { change(to: arc, others, state, total, event, at: site) }
  }

  /// The recorded place for a change between gauges at a junction.
  private func site(
    at node: Int, from: UInt64, to: UInt64
  ) -> (site: GaugeBreakSite, place: String)? {
    query.breaks.sites[node]?.first { site, _ in
      let masks = site.gauges.compactMap(network.mask)
      return masks.contains { old in
        old & from != 0 && masks.contains { new in new != old && new & to != 0 }
      }
    }
  }

  /// Goes over to other gauges, at a recorded place or where that is allowed without one.
  private mutating func change(
    to arc: UInt32, _ gauges: UInt64, _ state: State, _ cost: Double, _ event: TrackStep.Event,
    at recorded: (site: GaugeBreakSite, place: String)?
  ) {
    guard state.arc >> 1 != arc >> 1, recorded != nil || query.allowsUnrecordedBreaks else {
      return
    }
    let site =
      recorded?.site
      ?? .unrecorded(between: network.gauges(in: gauges), and: network.gauges(in: state.gauges))
    var event = event
    event.gaugeChange = TrackStep.GaugeChange(
      from: state.gauges, to: gauges, site: site, place: recorded?.place ?? "")
    travel(
      arc, stage: state.stage, gauges: gauges, event: event,
      cost: cost + costs.change(recorded?.site), before: state)
  }

  private mutating func travel(
    _ arc: UInt32, stage: UInt16, gauges: UInt64, event: TrackStep.Event, cost: Double,
    before: State?
  ) {
    let length = network.edgeTable.length.measure(Int(arc >> 1))
    let (from, to) = arc & 1 == 0 ? (0, length) : (length, 0)
    travel(
      arc, from: from, to: to, stage: stage, gauges: gauges, event: event, cost: cost,
      before: before)
  }

  /// Runs along an edge to its end, stopping at the goals on the way.
  private mutating func travel(
    _ arc: UInt32, from: Double, to: Double, stage: UInt16, gauges: UInt64,
    event: TrackStep.Event, cost: Double, before: State?
  ) {
    let edge = Int(arc >> 1)
    reach(
      State(arc: arc, stage: stage, gauges: gauges),
      cost: cost + self.cost(edge, from: from, to: to),
      [TrackStep(edge: edge, from: from, to: to, event: event, stage: Int(stage))], before)
    visit(
      Visit(arc: arc, gauges: gauges, before: before), from: from, to: to, stage: Int(stage),
      cost: cost, event: event, steps: [])
  }

  /// A train on an edge on which stops lie.
  private struct Visit {
    let arc: UInt32
    let gauges: UInt64
    let before: State?
  }

  /// Calls at the next stop where it lies ahead on this edge, and goes on from there in either direction; at
  /// most once for each stop of the query.
  private mutating func visit(
    _ train: Visit, from: Double, to: Double, stage: Int, cost: Double, event: TrackStep.Event,
    steps: [TrackStep]
  ) {
    let edge = Int(train.arc >> 1)
    guard stage < goals.count, let offsets = goals[stage][edge] else { return }
    let ahead = offsets.filter { from <= to ? $0 >= from && $0 <= to : $0 <= from && $0 >= to }
    // Of several, the nearest serves for going on.
    let goalsAhead =
      stage == goals.count - 1
      ? ahead : Array(ahead.sorted { abs($0 - from) < abs($1 - from) }.prefix(1))
    for goal in goalsAhead {
      let here = cost + self.cost(edge, from: from, to: goal)
      let called = steps + [TrackStep(edge: edge, from: from, to: goal, event: event, stage: stage)]
      if stage == goals.count - 1 {
        if here < finish?.cost ?? .infinity { finish = (here, train.before, called) }
        continue
      }
      go(train, on: goal, to: to, stage: stage + 1, cost: here, .none, called, arc: train.arc)
      let start =
        to > from || (to == from && train.arc & 1 == 0) ? 0 : network.edgeTable.length.measure(edge)
      go(
        train, on: goal, to: start, stage: stage + 1, cost: here + costs.reversal, .reversal,
        called,
        arc: train.arc ^ 1)
    }
  }

  /// Goes from a stop on an edge to one of its ends, by way of further stops on it.
  private mutating func go(
    _ train: Visit, on goal: Double, to: Double, stage: Int, cost: Double, _ event: TrackStep.Event,
    _ steps: [TrackStep], arc: UInt32
  ) {
    let edge = Int(arc >> 1)
    reach(
      State(arc: arc, stage: UInt16(clamping: stage), gauges: train.gauges),
      cost: cost + self.cost(edge, from: goal, to: to),
      steps + [TrackStep(edge: edge, from: goal, to: to, event: event, stage: stage)], train.before)
    visit(
      Visit(arc: arc, gauges: train.gauges, before: train.before), from: goal, to: to, stage: stage,
      cost: cost, event: event, steps: steps)
  }

  private mutating func reach(
    _ state: State, cost: Double, _ steps: [TrackStep], _ before: State?
  ) {
    guard cost < best[state] ?? .infinity else { return }
    let rest = least(state)
    guard rest < .infinity else { return }
    best[state] = cost
    previous[state] = (before, steps)
    queue.push(cost + rest, state)
  }
}

extension GaugeBreakSite {
  /// A place where gauges meet and nobody says how trains go over.
  static func unrecorded(between one: [Gauge], and other: [Gauge]) -> GaugeBreakSite {
    GaugeBreakSite(
      gauges: Set(one + other), method: "no facility recorded", hours: (nil, nil),
      preference: 9, status: .unrecorded, source: "no source")
  }
}
