/// Hub labels as they lie in a file.
struct LabelTable: Sendable {
  let starts: Column<UInt32>
  let hubs: Column<UInt32>
  let costs: Column<Double>
  private let next: Column<UInt32>
  private let edges: Column<UInt32>

  init(_ columns: NetworkColumns) throws(NetworkFileError) {
    starts = try columns.column(.labelStarts)
    hubs = try columns.column(.labelHubs)
    costs = try columns.column(.labelCosts)
    next = try columns.column(.labelNext)
    edges = try columns.column(.labelArcs)
    guard costs.count == hubs.count, next.count == hubs.count, edges.count == hubs.count else {
      throw .damaged(columns.name, reason: "its labels do not fit together")
    }
  }

  func label(of node: Int) -> Range<Int> { starts.range(node, within: hubs.count) }

  /// The entries of the best common hub of two nodes and the cost through it; nil where no way joins
  /// them.
  @inline(__always)
  func meeting(_ one: Int, _ other: Int) -> (cost: Double, one: Int, other: Int)? {
    let (first, second) = (label(of: one), label(of: other))
    let (hubs, costs) = (hubs.start, costs.start)
    var (left, right) = (first.lowerBound, second.lowerBound)
    var best = Double.infinity
    var found = (0, 0)
    while left < first.upperBound, right < second.upperBound {
      let (one, other) = (hubs[left], hubs[right])
      if one == other {
        let cost = costs[left] + costs[right]
        if cost < best {
          best = cost
          found = (left, right)
        }
        left += 1
        right += 1
      } else if one < other {
        left += 1
      } else {
        right += 1
      }
    }
    return best < .infinity ? (best, found.0, found.1) : nil
  }

  /// The edges from a node to the hub of one of its entries, in the order of travel.
  func edges(from entry: Int, into result: inout [Int32]) {
    var place = entry
    var left = hubs.count
    while left > 0, edges[place] != .max {
      result.append(Int32(truncatingIfNeeded: edges[place]))
      place = Int(next[place])
      left -= 1
    }
  }
}

extension TrackNetwork {
  /// The least cost between two junctions, in metres of running line; nil where no way joins them or
  /// the network has no labels.
  public func leastCost(from one: Int, to other: Int) -> Double? {
    labels?.meeting(one, other)?.cost
  }

  /// The edges of the cheapest way between two junctions, whatever their gauge.
  public func cheapestEdges(from one: Int, to other: Int) -> [Int32]? {
    guard let labels, let meeting = labels.meeting(one, other) else { return nil }
    var result: [Int32] = []
    result.reserveCapacity(256)
    labels.edges(from: meeting.one, into: &result)
    let middle = result.count
    labels.edges(from: meeting.other, into: &result)
    result[middle...].reverse()
    return result
  }
}
