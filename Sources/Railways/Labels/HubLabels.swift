/// For every node the hubs through which its shortest ways go, with the costs: the shortest way between two
/// nodes goes through a hub that both have (Abraham, Delling, Goldberg, Werneck: A Hub-Based Labeling
/// Algorithm, SEA 2011), built by pruned searches (Akiba, Iwata, Yoshida, SIGMOD 2013).
///
/// An entry also knows the first edge of the way to its hub and the entry of the next node, so that the way
/// can be walked without a search.
struct HubLabels {
  private struct Entry {
    let hub: UInt32
    let cost: Double
    /// The next node on the way to the hub, and the place of its entry in its label.
    let next: Int32
    let place: UInt32
    let arc: UInt32
  }

  private var labels: [[Entry]]

  /// - Parameter order: all nodes, the most important first.
  init(_ graph: PlainGraph, order: [Int32]) {
    let count = graph.nodeCount
    labels = Array(repeating: [], count: count)
    var distance = Array(repeating: Double.infinity, count: count)
    var parent = Array(repeating: Int32(-1), count: count)
    var parentEdge = Array(repeating: Int32(-1), count: count)
    var fromRoot = Array(repeating: Double.infinity, count: count)
    var touched: [Int32] = []
    var queue = PriorityQueue<Int32>()
    for (rank, root) in order.enumerated() {
      for entry in labels[Int(root)] { fromRoot[Int(entry.hub)] = entry.cost }
      distance[Int(root)] = 0
      touched.append(root)
      queue.push(0, root)
      while let (cost, node) = queue.pop() {
        guard cost <= distance[Int(node)] else { continue }
        let isCovered = labels[Int(node)].contains { entry in
          entry.cost + fromRoot[Int(entry.hub)] <= cost
        }
        if isCovered { continue }
        let next = node == root ? root : parent[Int(node)]
        let place =
          node == root ? labels[Int(root)].count : labels[Int(next)].count - 1
        labels[Int(node)].append(
          Entry(
            hub: UInt32(rank), cost: cost, next: next, place: UInt32(place),
            arc: UInt32(bitPattern: parentEdge[Int(node)])))
        for link in graph.links(of: Int(node)) {
          let total = cost + link.cost
          guard total < distance[Int(link.node)] else { continue }
          if distance[Int(link.node)] == .infinity { touched.append(link.node) }
          distance[Int(link.node)] = total
          parent[Int(link.node)] = node
          parentEdge[Int(link.node)] = link.edge
          queue.push(total, link.node)
        }
      }
      for entry in labels[Int(root)] { fromRoot[Int(entry.hub)] = .infinity }
      for node in touched { distance[Int(node)] = .infinity }
      touched.removeAll(keepingCapacity: true)
    }
  }

  /// How many entries there are in all.
  var count: Int { labels.reduce(0) { $0 + $1.count } }

  func set(in draft: inout NetworkFile.Draft) {
    var starts: [UInt32] = [0]
    starts.reserveCapacity(labels.count + 1)
    for label in labels { starts.append((starts.last ?? 0) + UInt32(label.count)) }
    let entries = labels.joined()
    draft.set(.labelStarts, starts)
    draft.set(.labelHubs, entries.map(\.hub))
    draft.set(.labelCosts, entries.map(\.cost))
    draft.set(.labelNext, entries.map { starts[Int($0.next)] + $0.place })
    draft.set(.labelArcs, entries.map(\.arc))
  }
}
