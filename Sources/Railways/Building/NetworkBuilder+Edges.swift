extension NetworkBuilder {
  /// What going over from one data set to another costs, in metres of running line.
  private static let jointCost = 5_000.0

  func set(edgesOf graph: JunctionGraph, in draft: inout NetworkFile.Draft) -> EdgeCosts {
    let gauges = GaugeTable(survey)
    let least = survey.attributes.map(\.precedenceFactor).min() ?? 1
    let sums = graph.edges.map { sum(of: $0, in: graph, least: least) }
    let first = graph.edges.map { edge in
      survey.attributes[
        Int(graph.segmentTable.attributes[Int(graph.segments[edge.segments.lowerBound])])]
    }
    // Going over from one data set to another must be worth it, or ways would pick the shorter of two
    // measures of the same track from station to station.
    let costs = zip(sums, first).map { $0.cost + ($1.kind == .joint ? Self.jointCost : 0) }
    draft.set(.edgeFrom, graph.edges.map { UInt32($0.from) })
    draft.set(.edgeTo, graph.edges.map { UInt32($0.to) })
    draft.set(.edgeLength, sums.map(\.length))
    draft.set(.edgeCost, costs)
    draft.set(.edgeForwardTime, sums.map { Float($0.forwardTime) })
    draft.set(.edgeBackwardTime, sums.map { Float($0.backwardTime) })
    draft.set(.edgeKind, first.map(\.kind.rawValue))
    draft.set(.edgeMarks, zip(sums, first).map { $0.marks(hasTurnRules: $1.detail.hasTurnRules) })
    draft.set(.edgeGauges, first.map { gauges.index(of: $0.gauges) })
    draft.set(.gauges, gauges.gauges.map { UInt32($0.millimeters) })
    draft.set(.gaugeMasks, gauges.masks)
    draft.set(.gaugeSets, gauges.laid)
    draft.set(.edgeHeadingFrom, graph.edges.map { heading(graph.points[$0.points]) })
    draft.set(.edgeHeadingTo, graph.edges.map { heading(graph.points[$0.points].reversed()) })
    draft.set(.edgeSideFrom, graph.edges.map { side(graph.points[$0.points]) })
    draft.set(.edgeSideTo, graph.edges.map { side(graph.points[$0.points].reversed()) })
    return EdgeCosts(
      costs: costs, times: sums.map { min($0.forwardTime, $0.backwardTime) })
  }

  /// What ways are compared by, for each edge.
  struct EdgeCosts {
    let costs: [Double]
    /// The lesser of both directions, in seconds.
    let times: [Double]
  }

  /// Sums along an edge.
  private struct EdgeSum {
    var length = 0.0
    var cost = 0.0
    var forwardTime = 0.0
    var backwardTime = 0.0
    /// Metres run by rule from the first node to the last, less those run the other way.
    var preference = 0.0
    var isElectrified = true

    func marks(hasTurnRules: Bool) -> UInt8 {
      var marks: EdgeMarks = []
      if hasTurnRules { marks.insert(.turnRules) }
      if isElectrified { marks.insert(.electrified) }
      if preference > length / 2 { marks.insert(.runsForward) }
      if preference < -length / 2 { marks.insert(.runsBackward) }
      return marks.rawValue
    }
  }

  private func sum(
    of edge: JunctionGraph.Edge, in graph: JunctionGraph, least: Double
  ) -> EdgeSum {
    let table = graph.segmentTable
    var sum = EdgeSum()
    var point = graph.points[edge.points.lowerBound]
    for segment in graph.segments[edge.segments] {
      let attributes = survey.attributes[Int(table.attributes[Int(segment)])]
      let meters = table.meters[Int(segment)]
      let isAlong = table.start[Int(segment)] == point
      sum.length += meters
      sum.cost += meters * attributes.costFactor * attributes.precedenceFactor / least
      sum.forwardTime += meters * 3.6 / attributes.usualSpeed(forward: isAlong)
      sum.backwardTime += meters * 3.6 / attributes.usualSpeed(forward: !isAlong)
      switch attributes.preference {
      case .none: break
      case .forward: sum.preference += isAlong ? meters : -meters
      case .backward: sum.preference += isAlong ? -meters : meters
      }
      if [.none, .unknown].contains(attributes.electrification) { sum.isElectrified = false }
      point = table.other(end: point, of: segment)
    }
    return sum
  }
}
