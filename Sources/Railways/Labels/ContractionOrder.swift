import HeapModule

/// Nodes ranked by how much of a network's traffic passes them, by contracting one after another
/// (Geisberger, Sanders, Schultes, Delling: Contraction Hierarchies, WEA 2008).
struct ContractionOrder {
  private static let settleLimit = 60

  /// All nodes, the most important first.
  private(set) var ranked: [Int32] = []
  private var neighbours: [[(node: Int32, cost: Double)]]
  private var depth: [Int32]
  private var distance: [Double]
  private var touched: [Int32] = []
  private var queue = Heap<Ranked<Int32>>()

  init(_ graph: PlainGraph) {
    let count = graph.nodeCount
    neighbours = (0..<count).map { node in
      var best: [Int32: Double] = [:]
      for link in graph.links(of: node) where Int(link.node) != node {
        best[link.node] = min(best[link.node] ?? .infinity, link.cost)
      }
      return best.sorted { $0.key < $1.key }.map { (node: $0.key, cost: $0.value) }
    }
    depth = Array(repeating: 0, count: count)
    distance = Array(repeating: .infinity, count: count)
    var waiting = Heap<Ranked<Int32>>()
    for node in 0..<count { waiting.insert(Ranked(priority(Int32(node)), Int32(node))) }
    while let node = waiting.popMin()?.element {
      let now = priority(node)
      if let least = waiting.min?.cost, now > least {
        waiting.insert(Ranked(now, node))
        continue
      }
      contract(node)
    }
    ranked.reverse()
  }

  /// Few shortcuts first, and evenly over the map.
  private mutating func priority(_ node: Int32) -> Double {
    let degree = neighbours[Int(node)].count
    return Double(2 * shortcuts(around: node).count - degree) + Double(depth[Int(node)])
  }

  /// Pairs of neighbours between which no other way is as short as the one through the node.
  private mutating func shortcuts(
    around node: Int32
  ) -> [(one: Int32, other: Int32, cost: Double)] {
    let around = neighbours[Int(node)]
    var result: [(one: Int32, other: Int32, cost: Double)] = []
    for (index, one) in around.enumerated() {
      let others = around[(index + 1)...]
      guard let furthest = others.map(\.cost).max() else { break }
      search(from: one.node, avoiding: node, limit: one.cost + furthest)
      for other in others {
        let through = one.cost + other.cost
        if distance[Int(other.node)] > through { result.append((one.node, other.node, through)) }
      }
      for place in touched { distance[Int(place)] = .infinity }
      touched.removeAll(keepingCapacity: true)
    }
    return result
  }

  private mutating func search(from start: Int32, avoiding hole: Int32, limit: Double) {
    queue = Heap()
    distance[Int(start)] = 0
    touched.append(start)
    queue.insert(Ranked(0, start))
    var settled = 0
    while let next = queue.popMin(), settled < Self.settleLimit {
      let (cost, node) = (next.cost, next.element)
      guard cost <= distance[Int(node)] else { continue }
      settled += 1
      for link in neighbours[Int(node)] where link.node != hole {
        let total = cost + link.cost
        guard total <= limit, total < distance[Int(link.node)] else { continue }
        if distance[Int(link.node)] == .infinity { touched.append(link.node) }
        distance[Int(link.node)] = total
        queue.insert(Ranked(total, link.node))
      }
    }
  }

  private mutating func contract(_ node: Int32) {
    let added = shortcuts(around: node)
    ranked.append(node)
    for (other, _) in neighbours[Int(node)] {
      neighbours[Int(other)].removeAll { $0.node == node }
      depth[Int(other)] = max(depth[Int(other)], depth[Int(node)] + 1)
    }
    for shortcut in added {
      link(shortcut.one, shortcut.other, shortcut.cost)
      link(shortcut.other, shortcut.one, shortcut.cost)
    }
    neighbours[Int(node)] = []
  }

  private mutating func link(_ one: Int32, _ other: Int32, _ cost: Double) {
    if let place = neighbours[Int(one)].firstIndex(where: { $0.node == other }) {
      neighbours[Int(one)][place].cost = min(neighbours[Int(one)][place].cost, cost)
    } else {
      neighbours[Int(one)].append((other, cost))
    }
  }
}
