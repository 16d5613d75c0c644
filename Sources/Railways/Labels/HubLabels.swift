import HeapModule
import Quantities

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
    labels = Array(repeating: [], count: graph.nodeCount)
    var search = PrunedSearch(nodes: graph.nodeCount)
    for (rank, root) in order.enumerated() {
      for entry in labels[Int(root)] { search.fromRoot[Int(entry.hub)] = entry.cost }
      label(from: root, rank: UInt32(rank), graph, &search)
      for entry in labels[Int(root)] { search.fromRoot[Int(entry.hub)] = .infinity }
      search.clear()
    }
  }

  /// What a search from one root needs, kept from root to root so that nothing is allocated anew.
  private struct PrunedSearch {
    /// By rank, the cost from the root to a hub of its own.
    var fromRoot: [Double]
    var distance: [Double]
    var parent: [(node: Int32, edge: Int32)]
    var queue = Heap<Ranked<Int32>>()
    private var touched: [Int32] = []

    init(nodes: Int) {
      fromRoot = Array(repeating: .infinity, count: nodes)
      distance = fromRoot
      parent = Array(repeating: (-1, -1), count: nodes)
    }

    mutating func reach(_ node: Int32, cost: Double, from: (node: Int32, edge: Int32)) {
      guard cost < distance[Int(node)] else { return }
      if distance[Int(node)] == .infinity { touched.append(node) }
      distance[Int(node)] = cost
      parent[Int(node)] = from
      queue.insert(Ranked(cost, node))
    }

    mutating func clear() {
      for node in touched { distance[Int(node)] = .infinity }
      touched.removeAll(keepingCapacity: true)
    }
  }

  /// Gives the root as a hub to every node whose way to it no earlier hub covers.
  private mutating func label(
    from root: Int32, rank: UInt32, _ graph: PlainGraph, _ search: inout PrunedSearch
  ) {
    search.reach(root, cost: 0, from: (root, -1))
    while let next = search.queue.popMin() {
      let (cost, node) = (next.cost, next.element)
      guard cost <= search.distance[Int(node)] else { continue }
      let isCovered = labels[Int(node)].contains { entry in
        entry.cost + search.fromRoot[Int(entry.hub)] <= cost
      }
      if isCovered { continue }
      let (next, edge) = search.parent[Int(node)]
      let place = node == root ? labels[Int(root)].count : labels[Int(next)].count - 1
      labels[Int(node)].append(
        Entry(
          hub: rank, cost: cost, next: next, place: UInt32(place),
          arc: node == root ? .max : UInt32(bitPattern: edge)))
      for link in graph.links(of: Int(node)) {
        search.reach(link.node, cost: cost + link.cost, from: (node, link.edge))
      }
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
      entries.map { HubCost(hub: $0.hub, centimeters: UInt32(held: ($0.cost * 100).rounded())) })
    draft.set(.labelNext, entries.map { starts[Int($0.next)] + $0.place })
    draft.set(.labelEdges, entries.map(\.arc))
  }
}
