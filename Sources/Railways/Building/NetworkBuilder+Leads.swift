extension NetworkBuilder {
  /// What leads searches to their goals: labels where the network is not too large for them, and landmarks.
  func set(
    leadsOf graph: JunctionGraph, _ costs: EdgeCosts, in draft: inout NetworkFile.Draft,
    _ progress: (String) -> Void
  ) {
    func links(_ values: [Double]) -> PlainGraph {
      PlainGraph(
        nodes: graph.nodes.count,
        edges: zip(graph.edges, values).map { (Int($0.from), Int($0.to), $1) })
    }
    let byCost = links(costs.costs)
    var labels: HubLabels?
    if graph.nodes.count <= meta.labelLimit {
      progress("ordering junctions")
      let order = ContractionOrder(byCost).ranked
      progress("labelling junctions")
      labels = HubLabels(byCost, order: order)
    }
    if let labels, labels.isStorable {
      labels.set(in: &draft)
    } else {
      progress("measuring from landmarks")
      draft.set(.landmarkCosts, Landmarks(byCost).costs)
    }
    progress("measuring times from landmarks")
    draft.set(.landmarkTimes, Landmarks(links(costs.times)).costs)
  }
}
