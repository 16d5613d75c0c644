import HeapModule

/// Dijkstra's algorithm over the edges of a `RailGraph`, for questions that its hierarchy was not made for: with track
/// that must not be used, or that counts more than it measures.
struct GraphSearch {
  private let graph: RailGraph
  private var starts: [Int32]
  private var around: [Int32]
  /// Of each edge, how many times it counts; infinite for one that may not be used.
  var factors: [Float]

  init(_ graph: RailGraph) {
    self.graph = graph
    starts = Array(repeating: 0, count: graph.nodeCount + 1)
    around = []
    factors = Array(repeating: 1, count: graph.edgeCount)
    let all = (0..<graph.edgeCount).map { ends(of: $0) }
    for (one, other) in all {
      starts[one + 1] += 1
      starts[other + 1] += 1
    }
    for node in 0..<graph.nodeCount { starts[node + 1] += starts[node] }
    around = Array(repeating: 0, count: 2 * all.count)
    var next = starts
    for (edge, (one, other)) in all.enumerated() {
      for node in [one, other] {
        around[Int(next[node])] = Int32(edge)
        next[node] += 1
      }
    }
  }

  /// A damaged number of a junction is taken for the first.
  private func ends(of edge: Int) -> (Int, Int) {
    func held(_ node: UInt32) -> Int { Int(node) < graph.nodeCount ? Int(node) : 0 }
    return (held(graph.edgeFrom[edge]), held(graph.edgeTo[edge]))
  }

  private func cost(_ edge: Int) -> Double { graph.cost(ofEdge: edge) * Double(factors[edge]) }

  /// How a junction was reached: the edge, or of a start the bitwise complement of its candidate.
  private struct Reached {
    var cost = Double.infinity
    var edge: Int32 = 0
  }

  /// The shortest way; nil where none is left.
  func path(from start: GraphSnap, to end: GraphSnap) -> GraphPath? {
    var reached = Array(repeating: Reached(), count: graph.nodeCount)
    var queue = Heap<Ranked<Int32>>()
    for (index, candidate) in start.candidates.enumerated() {
      for (node, cost) in junctions(of: candidate) where cost < reached[node].cost {
        reached[node] = Reached(cost: cost, edge: ~Int32(index))
        queue.insert(Ranked(cost, Int32(node)))
      }
    }
    var best = along(start, end)
    var meeting: (node: Int, candidate: Int)?
    var goals: [Int: (cost: Double, candidate: Int)] = [:]
    for (index, candidate) in end.candidates.enumerated() {
      for (node, cost) in junctions(of: candidate) where cost < goals[node]?.cost ?? .infinity {
        goals[node] = (cost, index)
      }
    }
    var least = best?.cost ?? .infinity
    while let next = queue.popMin(), next.cost < least {
      let node = Int(next.element)
      guard next.cost <= reached[node].cost else { continue }
      if let goal = goals[node], next.cost + goal.cost < least {
        least = next.cost + goal.cost
        meeting = (node, goal.candidate)
      }
      for place in Int(starts[node])..<Int(starts[node + 1]) {
        let edge = Int(around[place])
        let (one, other) = ends(of: edge)
        let to = one == node ? other : one
        let cost = next.cost + cost(edge)
        guard cost < reached[to].cost else { continue }
        reached[to] = Reached(cost: cost, edge: Int32(edge))
        queue.insert(Ranked(cost, Int32(to)))
      }
    }
    if let meeting { best = path(start, end, reached, meeting, least) }
    return best
  }

  private func path(
    _ start: GraphSnap, _ end: GraphSnap, _ reached: [Reached],
    _ meeting: (node: Int, candidate: Int), _ cost: Double
  ) -> GraphPath {
    var steps: [GraphPath.Step] = []
    var node = meeting.node
    while reached[node].edge >= 0 {
      let edge = Int(reached[node].edge)
      let length = graph.length(ofEdge: edge)
      let (one, other) = ends(of: edge)
      let isForward = other == node
      steps.append(
        GraphPath.Step(edge: edge, from: isForward ? 0 : length, to: isForward ? length : 0))
      node = isForward ? one : other
    }
    let first = Int(~reached[node].edge)
    steps.append(step(start.candidates[first], to: node))
    steps.reverse()
    let last = step(end.candidates[meeting.candidate], to: meeting.node)
    steps.append(GraphPath.Step(edge: last.edge, from: last.to, to: last.from))
    return GraphPath(
      steps: steps.filter { $0.length > 0 }, cost: cost, ends: (first, meeting.candidate))
  }

  /// From a place on an edge to one of the edge's junctions.
  private func step(_ candidate: GraphSnap.Candidate, to node: Int) -> GraphPath.Step {
    let (edge, offset) = (candidate.position.edge, candidate.position.offset)
    let isFirst = ends(of: edge).0 == node
    return GraphPath.Step(
      edge: edge, from: offset, to: isFirst ? 0 : graph.length(ofEdge: edge))
  }

  private func junctions(of candidate: GraphSnap.Candidate) -> [(node: Int, cost: Double)] {
    let (edge, offset) = (candidate.position.edge, candidate.position.offset)
    guard edge < graph.edgeCount, factors[edge] < .infinity else { return [] }
    let length = max(1, graph.length(ofEdge: edge))
    let access = graph.accessCost(candidate)
    let share = max(0, min(1, offset / length))
    let (one, other) = ends(of: edge)
    return [(one, access + cost(edge) * share), (other, access + cost(edge) * (1 - share))]
  }

  private func along(_ start: GraphSnap, _ end: GraphSnap) -> GraphPath? {
    graph.alongOneEdge(start, end).flatMap { path in
      path.steps.allSatisfy { factors[$0.edge] < .infinity } ? path : nil
    }
  }
}
