/// The least costs from every junction of a graph to the junctions that shortest ways from it run through, worked out in
/// memory: for who asks for very many distances. It takes some tenths of a second and some 20 MB for the whole world.
///
/// A file of them would be four times as large as the graph, so none is kept.
public struct GraphLabels: Sendable {
  private var starts: [UInt32] = [0]
  private var entries: [Entry] = []

  private struct Entry {
    let hub: UInt32
    /// In tens of metres.
    let cost: UInt32
  }

  /// Labels from the most important junction down, each made of those of the junctions above it (Abraham, Delling,
  /// Goldberg, Werneck: Hierarchical Hub Labelings for Shortest Paths, ESA 2012).
  public init(_ graph: RailGraph) {
    entries.reserveCapacity(graph.nodeCount * 40)
    // Of each hub the least cost of the label that is being made; hubs that it has.
    var least = Array(repeating: UInt32.max, count: graph.nodeCount)
    var hubs: [UInt32] = []
    for node in 0..<graph.nodeCount {
      for place in graph.arcs(from: node) {
        let arc = graph.arc(place)
        guard arc.node < node else { continue }
        for entry in entries[label(of: arc.node)] {
          let cost = entry.cost &+ arc.cost
          let known = least[Int(entry.hub)]
          if known == .max { hubs.append(entry.hub) }
          if cost < known { least[Int(entry.hub)] = cost }
        }
      }
      hubs.sort()
      for hub in hubs where !isLonger(hub, than: least) {
        entries.append(Entry(hub: hub, cost: least[Int(hub)]))
      }
      for hub in hubs { least[Int(hub)] = .max }
      hubs.removeAll(keepingCapacity: true)
      entries.append(Entry(hub: UInt32(node), cost: 0))
      starts.append(UInt32(entries.count))
    }
  }

  private func label(of node: Int) -> Range<Int> { Int(starts[node])..<Int(starts[node + 1]) }

  /// Whether a shorter way to a hub runs through a more important one.
  private func isLonger(_ hub: UInt32, than least: [UInt32]) -> Bool {
    let own = least[Int(hub)]
    return entries[label(of: Int(hub))].contains { entry in
      let first = least[Int(entry.hub)]
      return entry.hub != hub && first < .max && first &+ entry.cost < own
    }
  }

  /// The least cost between two junctions in tens of metres; nil where no track joins them.
  ///
  /// Both sides move by comparisons and not by branches, which no processor could guess.
  @inline(__always)
  public func leastCost(from one: Int, to other: Int) -> Int? {
    guard one >= 0, other >= 0, one + 1 < starts.count, other + 1 < starts.count else { return nil }
    return entries.withUnsafeBufferPointer { entries in
      var (left, right) = (Int(starts[one]), Int(starts[other]))
      let (leftEnd, rightEnd) = (Int(starts[one + 1]), Int(starts[other + 1]))
      var best = UInt64.max
      while left < leftEnd, right < rightEnd {
        let (first, second) = (entries[left], entries[right])
        let differs: UInt64 = first.hub == second.hub ? 0 : .max
        best = min(best, (UInt64(first.cost) &+ UInt64(second.cost)) | differs)
        left += first.hub <= second.hub ? 1 : 0
        right += second.hub <= first.hub ? 1 : 0
      }
      return best < .max ? Int(best) : nil
    }
  }
}
