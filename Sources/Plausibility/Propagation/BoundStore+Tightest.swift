extension BoundStore {
  /// Adds relations that all hold. Where several bound one value, only the tightest is drawn upon: the others follow
  /// from it, and closing the network under each of them would take long. What is seen at a glance to contradict each
  /// other comes first, so that nothing else need be looked at.
  mutating func addTightest(of indices: [Int]) {
    let (suspects, needed) = problem.relations.withUnsafeBufferPointer { relations in
      let table = BoundTable(
        relations: relations, parts: problem.parts, laws: problem.lawCount, events: eventCount,
        quantities: problem.quantities.count)
      return table.ordered(indices)
    }
    for index in suspects where !isContradictory { add(index) }
    if !suspects.isEmpty { propagate() }
    for index in needed where !isContradictory { add(index) }
  }
}

/// Which of some relations bound each value most tightly, from above and from below.
struct BoundTable {
  let relations: UnsafeBufferPointer<Relation>
  /// The parts of sums.
  let parts: [Int32]
  /// How many of them are laws, which stand first and were added before.
  let laws: Int
  let events: Int
  let quantities: Int

  /// The relation that sets each bound, -1 where none does: upper bounds in even slots, lower ones in odd.
  typealias Best = UnsafeMutableBufferPointer<Int32>

  /// Those that are the tightest of some value, and those that are no bounds; before them some that seem to
  /// contradict each other.
  func ordered(_ indices: [Int]) -> (suspects: [Int], needed: [Int]) {
    let count = 2 * (events * events + quantities)
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: count) { best in
      best.initialize(repeating: -1)
      for index in 0..<laws where isBound(index) { offer(index, best) }
      for index in indices where isBound(index) { offer(index, best) }
      let needed = indices.filter { index in
        guard isBound(index) else { return true }
        let (upper, lower) = slots(index)
        return best[upper] == index || best[lower] == index
      }
      var suspects = ring(of: needed)
      if suspects.isEmpty {
        suspects = QuickRefutation(self, best).suspects(Array(0..<laws) + indices)
      }
      return (suspects.filter { $0 >= laws }, needed)
    }
  }

  private func offer(_ index: Int, _ best: Best) {
    let (upper, lower) = slots(index)
    if relations[index].high < most(best, upper) { best[upper] = Int32(index) }
    if -relations[index].low < most(best, lower) { best[lower] = Int32(index) }
  }

  /// The bound in a slot: the most, or less than nothing times the least.
  func most(_ best: Best, _ slot: Int) -> Double {
    let index = Int(best[slot])
    guard index >= 0 else { return .infinity }
    return slot & 1 == 0 ? relations[index].high : -relations[index].low
  }

  func isBound(_ index: Int) -> Bool {
    relations[index].kind == .within || relations[index].kind == .elapsed
  }

  /// Where the upper and the lower bound of a relation stand in the table.
  func slots(_ index: Int) -> (upper: Int, lower: Int) {
    let relation = relations[index]
    let first = Int(relation.first)
    let place =
      relation.kind == .within ? events * events + first : first * events + Int(relation.second)
    return (2 * place, 2 * place + 1)
  }

  // MARK: Rings

  private struct Edge {
    let from: Int
    let to: Int
    let most: Double
    let index: Int
  }

  /// Relations whose times make a ring of less than nothing, by the algorithm of Bellman and Ford; empty where there
  /// is none.
  private func ring(of indices: [Int]) -> [Int] {
    var edges: [Edge] = []
    for index in Array(0..<laws) + indices where relations[index].kind == .elapsed {
      let relation = relations[index]
      let (first, second) = (Int(relation.first), Int(relation.second))
      if relation.high < .infinity {
        edges.append(Edge(from: first, to: second, most: relation.high, index: index))
      }
      if relation.low > -.infinity {
        edges.append(Edge(from: second, to: first, most: -relation.low, index: index))
      }
    }
    var latest = Array(repeating: 0.0, count: events)
    var last = Array(repeating: -1, count: events)
    for _ in 0..<events {
      var changed = -1
      for (place, edge) in edges.enumerated()
      where latest[edge.from] + edge.most < latest[edge.to] - Tolerance.moment {
        latest[edge.to] = latest[edge.from] + edge.most
        last[edge.to] = place
        changed = edge.to
      }
      guard changed >= 0 else { return [] }
      if let ring = ring(through: changed, edges, last) { return ring }
    }
    return []
  }

  /// The ring that one comes into by going back from an event, if there is one.
  private func ring(through event: Int, _ edges: [Edge], _ last: [Int]) -> [Int]? {
    var event = event
    for _ in 0..<events {
      guard last[event] >= 0 else { return nil }
      event = edges[last[event]].from
    }
    var ring: [Int] = []
    let start = event
    repeat {
      let edge = edges[last[event]]
      ring.append(edge.index)
      event = edge.from
    } while event != start && ring.count <= events
    return ring
  }
}
