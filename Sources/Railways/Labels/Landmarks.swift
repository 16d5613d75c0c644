import HeapModule

/// Costs from a few junctions far apart to all others (Goldberg, Harrelson: Computing the Shortest Path: A* Search
/// Meets Graph Theory, SODA 2005).
struct Landmarks {
  static let count = 12

  /// For each node the costs to all landmarks; infinite where no way joins them.
  private(set) var costs: [Float]

  /// Landmarks lie in the largest part of the graph; each is the node furthest from those before it.
  init(_ graph: PlainGraph) {
    costs = Array(repeating: .infinity, count: graph.nodeCount * Self.count)
    guard let start = graph.largestPart else { return }
    var nearest = graph.costs(from: start)
    for landmark in 0..<Self.count {
      let reached = nearest.indices.filter { nearest[$0] < .infinity }
      guard let furthest = reached.max(by: { nearest[$0] < nearest[$1] }) else { return }
      let fromHere = graph.costs(from: furthest)
      for node in fromHere.indices {
        costs[node * Self.count + landmark] = Float(fromHere[node])
        nearest[node] = landmark == 0 ? fromHere[node] : min(nearest[node], fromHere[node])
      }
    }
  }
}

extension PlainGraph {
  /// The least costs from a node to all others.
  func costs(from start: Int) -> [Double] {
    var costs = Array(repeating: Double.infinity, count: nodeCount)
    var queue = Heap<Ranked<Int32>>()
    costs[start] = 0
    queue.insert(Ranked(0, Int32(start)))
    while let next = queue.popMin() {
      let (cost, node) = (next.cost, next.element)
      guard cost <= costs[Int(node)] else { continue }
      for link in links(of: Int(node)) where cost + link.cost < costs[Int(link.node)] {
        costs[Int(link.node)] = cost + link.cost
        queue.insert(Ranked(cost + link.cost, link.node))
      }
    }
    return costs
  }

  /// A node of the part with the most nodes; nil for a graph without any.
  var largestPart: Int? {
    var isSeen = Array(repeating: false, count: nodeCount)
    var best: (start: Int, size: Int)?
    for start in 0..<nodeCount where !isSeen[start] {
      isSeen[start] = true
      var open = [start]
      var size = 0
      while let node = open.popLast() {
        size += 1
        for link in links(of: node) where !isSeen[Int(link.node)] {
          isSeen[Int(link.node)] = true
          open.append(Int(link.node))
        }
      }
      if size > best?.size ?? 0 { best = (start, size) }
    }
    return best?.start
  }
}

/// Costs to landmarks as they lie in a file.
struct LandmarkTable: Sendable {
  private let costs: Column<Float>

  /// - Returns: nil where the file has no such column.
  init?(
    _ columns: NetworkColumns, _ id: NetworkFile.ColumnID, nodes: Int
  ) throws(NetworkFileError) {
    guard columns.entries[id] != nil else { return nil }
    costs = try columns.column(id)
    guard costs.count == nodes * Landmarks.count else {
      throw .damaged(columns.name, reason: "its landmarks do not fit its junctions")
    }
  }

  /// The costs of a node to the landmarks.
  func row(of node: Int) -> [Float] {
    (0..<Landmarks.count).map { costs.value(node * Landmarks.count + $0) ?? .infinity }
  }

  /// The least and greatest costs of several nodes to each landmark.
  func span(of nodes: [Int]) -> LandmarkSpan {
    var span = LandmarkSpan()
    for node in nodes {
      for (landmark, cost) in row(of: node).enumerated() {
        span.least[landmark] = min(span.least[landmark], cost)
        span.greatest[landmark] = max(span.greatest[landmark], cost)
      }
    }
    return span
  }

  /// A bound from below for the cost from a node to the nearest of those that a span is of; infinite where no
  /// way leads there.
  func least(from node: Int, to span: LandmarkSpan) -> Double {
    var best: Float = 0
    let start = node * Landmarks.count
    for landmark in 0..<Landmarks.count {
      let here = costs.value(start + landmark) ?? .infinity
      let (least, greatest) = (span.least[landmark], span.greatest[landmark])
      if here == .infinity {
        if greatest < .infinity { return .infinity }
        continue
      }
      // Floats are right to a part in 16 million.
      let margin = 2e-7 * (here + (least < .infinity ? least : 0))
      if least == .infinity { return .infinity }
      if greatest < .infinity { best = max(best, here - greatest - margin) }
      best = max(best, least - here - margin)
    }
    return Double(best)
  }
}

/// How near and how far several nodes are from each landmark.
struct LandmarkSpan {
  fileprivate(set) var least = Array(repeating: Float.infinity, count: Landmarks.count)
  fileprivate(set) var greatest = Array(repeating: Float(0), count: Landmarks.count)
}
