public import Gazetteer
import Quantities

extension RailNetwork {
  /// The shortest way by kilometres, with the gauge as part of the state.
  ///
  /// A gauge changes only at a station with a break site, or, where none is recorded, at a station
  /// where track of both gauges meets: such a break is marked `unrecorded` and taken only where it saves
  /// more than 1,000 km or there is no other way. Among ways of equal length
  /// the one with recorded and preferred sites and with fewer reversals wins.
  /// - Throws: `RailwaysError.offNetwork`, `.noPath`.
  public func path(_ query: RouteQuery) throws(RailwaysError) -> RailPath {
    let steps = try steps(through: [query.start] + query.via + [query.end], gauge: query.gauge)
    return RailPath(network: self, steps: steps)
  }

  /// The shortest way through stations in order, cut at each of them; the gauge runs on from part to
  /// part.
  ///
  /// - Throws: `RailwaysError.offNetwork`, `.noPath`.
  public func paths(through stops: [Place.ID]) throws(RailwaysError) -> [RailPath] {
    let steps = try steps(through: stops, gauge: nil)
    return (1..<max(1, stops.count)).map { stage in
      RailPath(network: self, steps: steps.filter { $0.stage == stage })
    }
  }

  private func steps(
    through stops: [Place.ID], gauge: Gauge?
  ) throws(RailwaysError) -> [SearchStep] {
    var indices: [Int] = []
    for stop in stops {
      guard let node = nodes[stop] else { throw .offNetwork(stop) }
      indices.append(node)
    }
    guard let first = indices.first, let last = indices.last else { return [] }
    let own = Set(edges[first].flatMap(\.gauges)).sorted()
    let starts = gauge.map { wanted in own.filter { gauges[$0] == wanted } } ?? own
    var search = PathSearch(network: self, stops: indices)
    guard let steps = search.shortest(from: first, on: starts) else {
      let gap = zip(indices, indices.dropFirst()).first { !isJoined($0, $1) } ?? (first, last)
      throw .noPath(
        from: places[gap.0], to: places[gap.1],
        reason: isJoined(gap.0, gap.1)
          ? "the tracks are joined, but not on this gauge"
          : "their tracks are not joined in the data")
    }
    return steps
  }

  private func isJoined(_ start: Int, _ end: Int) -> Bool {
    var seen: Set<Int> = [start]
    var queue = [start]
    while let node = queue.popLast() {
      for edge in edges[node] where seen.insert(edge.to).inserted { queue.append(edge.to) }
    }
    return seen.contains(end)
  }
}
