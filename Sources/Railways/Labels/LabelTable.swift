/// One hub of a node, and the cost of the way to it, as they lie in a file.
struct HubCost: BitwiseCopyable, Sendable {
  let hub: UInt32
  /// Whole centimetres: each label is rounded by itself, so that a sum of two is off by one at most.
  let centimeters: UInt32
}

/// Hub labels as they lie in a file.
struct LabelTable: Sendable {
  let starts: Column<UInt32>
  /// Where in each label the hubs of the less important half begin.
  private let middles: Column<UInt32>
  let entries: Column<HubCost>
  private let next: Column<UInt32>
  private let edges: Column<UInt32>

  init(_ columns: NetworkColumns) throws(NetworkFileError) {
    starts = try columns.column(.labelStarts)
    middles = try columns.column(.labelMiddles)
    entries = try columns.column(.labels)
    next = try columns.column(.labelNext)
    edges = try columns.column(.labelEdges)
    guard next.count == entries.count, edges.count == entries.count else {
      throw .damaged(columns.name, reason: "its labels do not fit together")
    }
  }

  func label(of node: Int) -> Range<Int> { starts.range(node, within: entries.count) }

  /// The least cost in centimetres between two nodes; nil where no way joins them.
  ///
  /// The more and the less important halves of the labels are gone through side by side, and no branch depends
  /// on what is in them: a step waits for the one before it, and a wrongly guessed branch costs more
  /// than a step.
  @inline(__always)
  func least(_ one: Int, _ other: Int) -> UInt64? {
    let (first, second) = (label(of: one), label(of: other))
    var high = HubMerge(
      entries.start, first.lowerBound, middle(one, first), second.lowerBound, middle(other, second))
    var low = HubMerge(
      entries.start, middle(one, first), first.upperBound, middle(other, second), second.upperBound)
    while high.goesOn, low.goesOn {
      high.step()
      low.step()
    }
    while high.goesOn { high.step() }
    while low.goesOn { low.step() }
    let best = min(high.best, low.best)
    return best < .max ? best : nil
  }

  @inline(__always)
  private func middle(_ node: Int, _ label: Range<Int>) -> Int {
    max(label.lowerBound, min(label.upperBound, Int(middles[node])))
  }

  /// The entries of the best common hub of two nodes and the cost through it; nil where no way joins
  /// them.
  @inline(__always)
  func meeting(_ one: Int, _ other: Int) -> (cost: Double, one: Int, other: Int)? {
    let (first, second) = (label(of: one), label(of: other))
    guard !first.isEmpty, !second.isEmpty else { return nil }
    let start = entries.start
    var left = start + first.lowerBound
    var right = start + second.lowerBound
    let (leftEnd, rightEnd) = (start + first.upperBound, start + second.upperBound)
    var best = UInt64.max
    var found = (left, right)
    // Both sides move by comparisons and not by branches, which no processor could guess.
    while left < leftEnd, right < rightEnd {
      let (one, other) = (left.pointee, right.pointee)
      if one.hub == other.hub {
        let cost = UInt64(one.centimeters) + UInt64(other.centimeters)
        if cost < best {
          best = cost
          found = (left, right)
        }
      }
      left += one.hub <= other.hub ? 1 : 0
      right += other.hub <= one.hub ? 1 : 0
    }
    return best < .max ? (Double(best) / 100, found.0 - start, found.1 - start) : nil
  }

  /// The edges from a node to the hub of one of its entries, in the order of travel.
  func edges(from entry: Int, into result: inout [Int32]) {
    var place = entry
    var left = starts.count
    while left > 0, place < entries.count, edges[place] != .max {
      result.append(Int32(truncatingIfNeeded: edges[place]))
      place = Int(next[place])
      left -= 1
    }
  }
}

/// A walk along two lists of hubs that finds the least sum of costs of a common hub.
private struct HubMerge {
  private var left: UnsafePointer<HubCost>
  private var right: UnsafePointer<HubCost>
  private let leftEnd: UnsafePointer<HubCost>
  private let rightEnd: UnsafePointer<HubCost>
  var best = UInt64.max

  @inline(__always)
  init(
    _ entries: UnsafePointer<HubCost>, _ leftStart: Int, _ leftEnd: Int, _ rightStart: Int,
    _ rightEnd: Int
  ) {
    left = entries + leftStart
    self.leftEnd = entries + leftEnd
    right = entries + rightStart
    self.rightEnd = entries + rightEnd
  }

  @inline(__always)
  var goesOn: Bool { left < leftEnd && right < rightEnd }

  @inline(__always)
  mutating func step() {
    let (one, other) = (left.pointee, right.pointee)
    let sum = UInt64(one.centimeters) &+ UInt64(other.centimeters)
    let differs: UInt64 = one.hub == other.hub ? 0 : .max
    best = min(best, sum | differs)
    left += one.hub <= other.hub ? 1 : 0
    right += other.hub <= one.hub ? 1 : 0
  }
}

extension TrackNetwork {
  /// The least cost between two junctions, in metres of running line; nil where no way joins them or
  /// the network has no labels.
  public func leastCost(from one: Int, to other: Int) -> Double? {
    labels?.least(one, other).map { Double($0) / 100 }
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
