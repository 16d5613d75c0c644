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
            arc: node == root ? .max : UInt32(bitPattern: parentEdge[Int(node)])))
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

  /// The hub that halves the entries of all labels.
  private var middleHub: UInt32 {
    var counts = Array(repeating: 0, count: labels.count + 1)
    for label in labels { for entry in label { counts[Int(entry.hub)] += 1 } }
    var left = counts.reduce(0, +) / 2
    for hub in counts.indices {
      left -= counts[hub]
      if left <= 0 { return UInt32(hub) }
    }
    return 0
  }

  /// Whether the costs fit a file's entries: less than 42,949 km, more than once around the Earth.
  var isStorable: Bool {
    labels.allSatisfy { label in label.allSatisfy { $0.cost * 100 < Double(UInt32.max) } }
  }

  func set(in draft: inout NetworkFile.Draft) {
    var starts: [UInt32] = [0]
    starts.reserveCapacity(labels.count + 1)
    for label in labels { starts.append((starts.last ?? 0) + UInt32(label.count)) }
    let entries = labels.joined()
    let middle = middleHub
    draft.set(
      .labelMiddles,
      labels.indices.map { node in
        starts[node] + UInt32(labels[node].prefix { $0.hub < middle }.count)
      })
    draft.set(.labelStarts, starts)
    draft.set(
      .labels,
      entries.map { HubCost(hub: $0.hub, centimeters: UInt32(($0.cost * 100).rounded())) })
    draft.set(.labelNext, entries.map { starts[Int($0.next)] + $0.place })
    draft.set(.labelEdges, entries.map(\.arc))
  }
}
