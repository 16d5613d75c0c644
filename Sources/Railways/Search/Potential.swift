/// The least that the rest of a way can cost, which leads a search to its goal.
///
/// With hub labels it is the exact cost without any condition, with landmarks a bound from below; conditions only
/// add to either.
struct Potential {
  private let network: TrackNetwork
  private let measure: Measure
  private let transfers: [Int: [Int]]
  private var stages: [Targets] = []
  /// For each stage, the least that its goals leave to be done.
  private var rest: [Double] = []

  /// What costs are measured by.
  private enum Measure {
    case labels(LabelTable)
    case landmarks(LandmarkTable)
    case nothing
  }

  /// What a stage leads to: its goals, and the transfers to tracks that nothing joins, with what is to be done
  /// beyond them.
  private struct Targets {
    /// By hub, the least cost from the hub to a target.
    var fromHub: [Double] = []
    var spans: [(span: LandmarkSpan, beyond: Double)] = []
  }

  init(network: TrackNetwork, query: PlacedQuery) {
    self.network = network
    transfers = query.breaks.transfers
    measure =
      switch query.conditions.objective {
      case .shortest:
        network.labels.map { .labels($0) } ?? network.costLandmarks.map { .landmarks($0) }
          ?? .nothing
      case .fastest: network.timeLandmarks.map { .landmarks($0) } ?? .nothing
      }
    rest = Array(repeating: 0, count: query.stops.count)
    if case .nothing = measure { return }
    let ends = query.stops.map { goals in
      // To either end of the goal's edge; what is gone along it counts nothing here.
      goals.flatMap { [Int(network.edgeTable.from[$0.edge]), Int(network.edgeTable.to[$0.edge])] }
    }
    stages = ends.map { targets(at: $0) }
    for stage in query.stops.indices.dropLast().reversed() {
      rest[stage] = ends[stage].map { least(from: $0, stage: stage + 1) }.min() ?? 0
    }
  }

  /// The least cost from a node to the goals of a stage and on through all later ones; infinite where no
  /// way leads there.
  func least(from node: Int, stage: Int) -> Double {
    guard stage < stages.count else { return 0 }
    return least(from: node, to: stages[stage]) + rest[stage]
  }

  private func least(from node: Int, to targets: Targets) -> Double {
    switch measure {
    case .nothing: return 0
    case .landmarks(let table):
      return targets.spans.map { table.least(from: node, to: $0.span) + $0.beyond }.min()
        ?? .infinity
    case .labels(let labels):
      var least = Double.infinity
      for place in labels.label(of: node) {
        let entry = labels.entries.start[place]
        guard Int(entry.hub) < targets.fromHub.count else { continue }
        let cost = Double(entry.centimeters) / 100 + targets.fromHub[Int(entry.hub)]
        if cost < least { least = cost }
      }
      // Labels are rounded to centimetres; a bound must not be too great.
      return max(0, least - 0.02)
    }
  }

  private func targets(at goals: [Int]) -> Targets {
    var targets = Targets()
    add(goals, beyond: 0, to: &targets)
    guard !transfers.isEmpty else { return targets }
    // What is to be done beyond a transfer may lead through further ones: until nothing gets less.
    var beyond: [Int: Double] = [:]
    for _ in transfers {
      var isSettled = true
      for (node, others) in transfers.sorted(by: { $0.key < $1.key }) {
        let least = others.map { self.least(from: $0, to: targets) }.min() ?? .infinity
        if least < beyond[node] ?? .infinity {
          beyond[node] = least
          add([node], beyond: least, to: &targets)
          isSettled = false
        }
      }
      if isSettled { break }
    }
    return targets
  }

  private func add(_ nodes: [Int], beyond: Double, to targets: inout Targets) {
    switch measure {
    case .nothing: break
    case .landmarks(let table): targets.spans.append((table.span(of: nodes), beyond))
    case .labels(let labels):
      if targets.fromHub.isEmpty {
        targets.fromHub = Array(repeating: .infinity, count: network.nodeCount)
      }
      for node in nodes {
        for place in labels.label(of: node) {
          let entry = labels.entries.start[place]
          let hub = Int(entry.hub)
          guard hub < targets.fromHub.count else { continue }
          targets.fromHub[hub] = min(
            targets.fromHub[hub], beyond + Double(entry.centimeters) / 100)
        }
      }
    }
  }
}
