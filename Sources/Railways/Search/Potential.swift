import Foundation

/// The least that the rest of a way can cost, which leads a search to its goal.
///
/// With hub labels it is the exact cost without any condition; conditions only add to it.
struct Potential {
  private let network: TrackNetwork
  private let labels: LabelTable?
  /// For each stage, by hub, the least cost from the hub to the stage's goals.
  private var fromHub: [[Double]] = []
  /// For each stage, the least that its goals leave to be done.
  private var rest: [Double] = []

  init(network: TrackNetwork, query: TrackQuery) {
    self.network = network
    // Transfers between tracks that nothing joins are no ways that labels know.
    labels =
      query.objective == .shortest && query.breaks.transfers.isEmpty ? network.labels : nil
    rest = Array(repeating: 0, count: query.stops.count)
    guard let labels else { return }
    fromHub = query.stops.map { goals in
      var costs = Array(repeating: Double.infinity, count: network.nodeCount)
      for goal in goals {
        // To either end of the goal's edge; what is gone along it counts nothing here.
        for node in [Int(network.edgeFrom[goal.edge]), Int(network.edgeTo[goal.edge])] {
          for entry in labels.label(of: node) {
            guard let entry = labels.entries.value(entry) else { continue }
            let hub = Int(entry.hub)
            if hub < costs.count { costs[hub] = min(costs[hub], Double(entry.centimeters) / 100) }
          }
        }
      }
      return costs
    }
    for stage in query.stops.indices.dropLast().reversed() {
      let ends = query.stops[stage].flatMap { goal in
        [Int(network.edgeFrom[goal.edge]), Int(network.edgeTo[goal.edge])]
      }
      let onwards = ends.map { least(from: $0, stage: stage + 1) }.min() ?? 0
      rest[stage] = onwards
    }
  }

  /// The least cost from a node to the goals of a stage and on through all later ones; infinite where no
  /// way leads there.
  func least(from node: Int, stage: Int) -> Double {
    guard let labels else { return 0 }
    let table = fromHub[stage]
    var least = Double.infinity
    for entry in labels.label(of: node) {
      let entry = labels.entries.start[entry]
      guard Int(entry.hub) < table.count else { continue }
      let cost = Double(entry.centimeters) / 100 + table[Int(entry.hub)]
      if cost < least { least = cost }
    }
    // Labels are rounded to centimetres; a bound must not be too great.
    return max(0, least - 0.02) + rest[stage]
  }
}
