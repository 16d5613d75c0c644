import Quantities

/// The shortest way between two snapped places.
struct GraphPath {
  /// A piece of an edge in the direction of travel, in metres from the edge's first junction.
  struct Step: Hashable {
    let edge: Int
    let from: Double
    let to: Double

    var length: Double { abs(to - from) }
  }

  let steps: [Step]
  /// In tens of metres, with the way from the places to their track.
  let cost: Double
  /// Which of the places' candidates it goes from and to.
  let ends: (start: Int, end: Int)

  /// In metres.
  var length: Double { steps.reduce(0) { $0 + $1.length } }
}

extension RailGraph {
  /// The edges from a junction to another, each with whether it is gone from its first junction to its last.
  typealias Directed = (edge: Int, isForward: Bool)

  /// The shortest way; nil where no track joins the places.
  func path(from start: GraphSnap, to end: GraphSnap) -> GraphPath? {
    let (seeds, goals) = (seeds(of: start), seeds(of: end))
    let (one, other) = (
      HubSpace(self, from: seeds.map(\.seed)), HubSpace(self, from: goals.map(\.seed))
    )
    let along = alongOneEdge(start, end)
    guard let meeting = one.meeting(other), Double(meeting.cost) < along?.cost ?? .infinity else {
      return along
    }
    return path(from: (seeds, one), to: (goals, other), meeting)
  }

  /// The way through a junction at which the spaces of two places meet.
  func path(
    from start: (ends: [EdgeEnd], space: HubSpace), to end: (ends: [EdgeEnd], space: HubSpace),
    _ meeting: HubSpace.Meeting
  ) -> GraphPath {
    let (seeds, one, goals, other) = (start.ends, start.space, end.ends, end.space)
    let (forward, backward) = (one.trace(to: meeting.one), other.trace(to: meeting.other))
    var edges: [Directed] = []
    for step in forward.arcs { unpack(step.arc, from: step.from, reversed: false, into: &edges) }
    for step in backward.arcs.reversed() {
      unpack(step.arc, from: step.from, reversed: true, into: &edges)
    }
    let (first, last) = (seeds[forward.seed], goals[backward.seed])
    var steps = [first.step]
    for (edge, isForward) in edges {
      let length = length(ofEdge: edge)
      steps.append(
        GraphPath.Step(edge: edge, from: isForward ? 0 : length, to: isForward ? length : 0))
    }
    steps.append(GraphPath.Step(edge: last.step.edge, from: last.step.to, to: last.step.from))
    return GraphPath(
      steps: steps.filter { $0.length > 0 }, cost: Double(meeting.cost),
      ends: (first.candidate, last.candidate))
  }

  /// The least cost between two junctions in tens of metres; nil where no track joins them.
  public func leastCost(from one: Int, to other: Int) -> Int? {
    let start = HubSpace(self, from: [HubSpace.Seed(node: one, cost: 0)])
    let end = HubSpace(self, from: [HubSpace.Seed(node: other, cost: 0)])
    return start.meeting(end).map { Int($0.cost) }
  }

  /// The edges of the shortest way between two junctions in the order of travel, and its cost in tens of metres; nil
  /// where no track joins them.
  public func cheapestEdges(from one: Int, to other: Int) -> (edges: [Int], cost: Int)? {
    let start = HubSpace(self, from: [HubSpace.Seed(node: one, cost: 0)])
    let end = HubSpace(self, from: [HubSpace.Seed(node: other, cost: 0)])
    guard let meeting = start.meeting(end) else { return nil }
    var edges: [Directed] = []
    for step in start.trace(to: meeting.one).arcs {
      unpack(step.arc, from: step.from, reversed: false, into: &edges)
    }
    for step in end.trace(to: meeting.other).arcs.reversed() {
      unpack(step.arc, from: step.from, reversed: true, into: &edges)
    }
    return (edges.map(\.edge), Int(meeting.cost))
  }

  // MARK: Ends on edges

  /// From a place to a junction at either end of the edges that may stand for it.
  struct EdgeEnd {
    let seed: HubSpace.Seed
    let candidate: Int
    let step: GraphPath.Step
  }

  func seeds(of snap: GraphSnap) -> [EdgeEnd] {
    var ends: [EdgeEnd] = []
    for (index, candidate) in snap.candidates.enumerated() {
      let (edge, offset) = (candidate.position.edge, candidate.position.offset)
      let length = length(ofEdge: edge)
      let access = accessCost(candidate)
      let share = length > 0 ? max(0, min(1, offset / length)) : 0
      let cost = cost(ofEdge: edge)
      ends.append(
        EdgeEnd(
          seed: HubSpace.Seed(node: Int(edgeFrom[edge]), cost: tens(access + cost * share)),
          candidate: index, step: GraphPath.Step(edge: edge, from: offset, to: 0)))
      ends.append(
        EdgeEnd(
          seed: HubSpace.Seed(node: Int(edgeTo[edge]), cost: tens(access + cost * (1 - share))),
          candidate: index, step: GraphPath.Step(edge: edge, from: offset, to: length)))
    }
    return ends
  }

  private func tens(_ cost: Double) -> UInt32 { UInt32(held: max(0, min(4e6, cost.rounded()))) }

  func accessCost(_ candidate: GraphSnap.Candidate) -> Double {
    candidate.distance / 10 * Self.jointFactor
  }

  /// The way between places that lie on one edge.
  func alongOneEdge(_ start: GraphSnap, _ end: GraphSnap) -> GraphPath? {
    var best: GraphPath?
    for (first, one) in start.candidates.enumerated() {
      for (last, other) in end.candidates.enumerated()
      where one.position.edge == other.position.edge {
        let edge = one.position.edge
        let step = GraphPath.Step(
          edge: edge, from: one.position.offset, to: other.position.offset)
        let whole = max(1, length(ofEdge: edge))
        let cost =
          accessCost(one) + accessCost(other) + cost(ofEdge: edge) * step.length / whole
        if cost < best?.cost ?? .infinity {
          best = GraphPath(steps: [step], cost: cost, ends: (first, last))
        }
      }
    }
    return best
  }

  // MARK: Shortcuts

  /// Takes an arc apart into the edges that it stands for. What is damaged ends early and never goes on for ever.
  private func unpack(
    _ arc: Int, from node: Int, reversed: Bool, into edges: inout [Directed]
  ) {
    // Ways to be gone, the next last: each an arc that is kept at `at` and gone from there or towards there.
    var waiting = [(arc: arc, at: node, isReversed: reversed)]
    var left = 4 * edgeCount
    while left > 0, let next = waiting.popLast() {
      left -= 1
      let step = self.arc(next.arc)
      guard step.isShortcut else {
        let isFromFirst = Int(edgeFrom[step.link]) == next.at
        edges.append((step.link, isFromFirst != next.isReversed))
        continue
      }
      let (low, high) = next.isReversed ? (step.node, next.at) : (next.at, step.node)
      guard step.link > max(low, high), let first = arcPlace(from: step.link, to: low),
        let second = arcPlace(from: step.link, to: high)
      else { continue }
      waiting.append((second, step.link, false))
      waiting.append((first, step.link, true))
    }
  }

  private func arcPlace(from node: Int, to other: Int) -> Int? {
    arcs(from: node).first { arc($0).node == other }
  }
}
