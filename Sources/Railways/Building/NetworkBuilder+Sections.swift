extension NetworkBuilder {
  /// Stretches of an edge with one set of attributes; the highest bit says that the attributes' own
  /// direction is against the edge's.
  func set(
    sectionsOf graph: JunctionGraph, _ strings: inout StringTable,
    in draft: inout NetworkFile.Draft
  ) {
    let table = graph.segmentTable
    var starts: [UInt32] = [0]
    var offsets: [Double] = []
    var indices: [UInt32] = []
    for edge in graph.edges {
      var travelled = 0.0
      var last: UInt32?
      var point = graph.points[edge.points.lowerBound]
      for segment in graph.segments[edge.segments] {
        let isAlong = table.start[Int(segment)] == point
        let index = UInt32(table.attributes[Int(segment)]) | (isAlong ? 0 : 1 << 31)
        if index != last {
          offsets.append(travelled)
          indices.append(index)
          last = index
        }
        travelled += table.meters[Int(segment)]
        point = table.other(end: point, of: segment)
      }
      starts.append(UInt32(offsets.count))
    }
    draft.set(.sectionStarts, starts)
    draft.set(.sectionOffset, offsets)
    draft.set(.sectionAttribute, indices)
    let gauges = GaugeTable(survey)
    draft.set(.attributes, survey.attributes.map { AttributeRow($0, gauges, &strings) })
  }

  /// How much of what the survey holds.
  func totals(_ graph: JunctionGraph) -> NetworkMeta.Totals {
    let table = graph.segmentTable
    var totals = NetworkMeta.Totals()
    totals.nodes = graph.nodes.count
    totals.edges = graph.edges.count
    totals.points = survey.latitudes.count
    totals.stations = survey.stations.count
    for segment in 0..<table.count {
      let attributes = survey.attributes[Int(table.attributes[segment])]
      let kilometers = table.meters[segment] / 1_000
      totals.kilometers += kilometers
      totals.kilometersByKind["\(attributes.kind)", default: 0] += kilometers
      let gauge = attributes.gauges.map { "\($0.millimeters)" }.joined(separator: ";")
      totals.kilometersByGauge[gauge.isEmpty ? "unknown" : gauge, default: 0] += kilometers
      if attributes.isGaugeAssumed { totals.assumedGaugeKilometers += kilometers }
      if attributes.forwardSpeed > 0 || attributes.backwardSpeed > 0 {
        totals.speedKilometers += kilometers
      }
      if attributes.electrification != .unknown { totals.electrificationKilometers += kilometers }
    }
    return totals
  }
}
