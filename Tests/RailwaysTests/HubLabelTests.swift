import TestSupport
import Testing

@testable import Railways

@Suite struct HubLabelTests {
  /// Every distance from a node, by the plainest relaxation.
  private func distances(from start: Int, _ network: TrackNetwork) -> [Double] {
    var best = Array(repeating: Double.infinity, count: network.nodeCount)
    best[start] = 0
    var changed = true
    while changed {
      changed = false
      for edge in 0..<network.edgeCount {
        let (one, other) = network.ends(ofEdge: edge)
        let cost = network.edgeTable.cost.measure(edge)
        for (from, to) in [(one, other), (other, one)] where best[from] + cost < best[to] - 1e-9 {
          best[to] = best[from] + cost
          changed = true
        }
      }
    }
    return best
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `labels give every distance and the edges of the way`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let network = try Sketch.random(&generator, side: 8).network(.lines)
    for start in stride(from: 0, to: network.nodeCount, by: 5) {
      let expected = distances(from: start, network)
      for end in 0..<network.nodeCount {
        let found = network.leastCost(from: start, to: end)
        #expect((found == nil) == (expected[end] == .infinity))
        guard let found, let edges = network.cheapestEdges(from: start, to: end) else { continue }
        // Labels are whole centimetres.
        #expect(abs(found - expected[end]) <= 0.0101)
        var node = start
        var sum = 0.0
        for edge in edges {
          let (one, other) = network.ends(ofEdge: Int(edge))
          #expect(node == one || node == other)
          node = node == one ? other : one
          sum += network.edgeTable.cost.measure(Int(edge))
        }
        #expect(node == end)
        #expect(abs(sum - found) <= 0.0201)
      }
    }
  }
}
