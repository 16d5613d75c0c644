/// Nodes and undirected edges with costs, neighbours side by side in memory.
struct PlainGraph {
  struct Link {
    let node: Int32
    let edge: Int32
    let cost: Double
  }

  let nodeCount: Int
  private let starts: [Int]
  private let links: [Link]

  /// - Parameter edges: each with its two nodes and its cost, which is not negative.
  init(nodes: Int, edges: [(from: Int, to: Int, cost: Double)]) {
    nodeCount = nodes
    var starts = Array(repeating: 0, count: nodes + 1)
    for edge in edges {
      starts[edge.from + 1] += 1
      starts[edge.to + 1] += 1
    }
    for node in 0..<nodes { starts[node + 1] += starts[node] }
    var links = Array(repeating: Link(node: 0, edge: 0, cost: 0), count: 2 * edges.count)
    var next = starts
    for (index, edge) in edges.enumerated() {
      for (node, other) in [(edge.from, edge.to), (edge.to, edge.from)] {
        links[next[node]] = Link(node: Int32(other), edge: Int32(index), cost: edge.cost)
        next[node] += 1
      }
    }
    self.starts = starts
    self.links = links
  }

  func links(of node: Int) -> ArraySlice<Link> { links[starts[node]..<starts[node + 1]] }
}
