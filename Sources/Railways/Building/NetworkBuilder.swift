import Foundation
import Geodesy
import Quantities

/// Turns a survey into the columns of a network file.
struct NetworkBuilder {
  /// Cells of the index of edges, in 1e-7 degrees: about 5 km.
  static let cellSize = 500_000

  let survey: TrackSurvey
  let meta: NetworkMeta

  /// The network file's columns.
  ///
  /// - Parameter progress: told what is being done.
  func draft(progress: (String) -> Void = { _ in }) -> NetworkFile.Draft {
    progress("cutting tracks at junctions")
    let graph = JunctionGraph(survey)
    var draft = NetworkFile.Draft()
    var strings = StringTable()
    set(nodesOf: graph, in: &draft)
    let costs = set(edgesOf: graph, in: &draft)
    set(geometryOf: graph, in: &draft)
    set(sectionsOf: graph, &strings, in: &draft)
    progress("indexing")
    set(gridOf: graph, in: &draft)
    set(stationsIn: &draft, &strings)
    set(milestonesOf: graph, in: &draft)
    strings.set(in: &draft)
    var meta = meta
    meta.totals = totals(graph)
    draft.set(.detail, [meta.detail.number])
    draft.set(.meta, Array((try? JSONEncoder.sorted.encode(meta)) ?? Data()))
    set(leadsOf: graph, costs, in: &draft, progress)
    return draft
  }

  // MARK: Nodes and edges

  private func set(nodesOf graph: JunctionGraph, in draft: inout NetworkFile.Draft) {
    draft.set(.nodeLatitude, graph.nodes.map { survey.latitudes[Int($0)] })
    draft.set(.nodeLongitude, graph.nodes.map { survey.longitudes[Int($0)] })
    draft.set(.nodeRole, graph.nodes.map { survey.roles[Int($0)].rawValue })
    var starts = Array(repeating: UInt32(0), count: graph.nodes.count + 1)
    for edge in graph.edges {
      starts[Int(edge.from) + 1] += 1
      starts[Int(edge.to) + 1] += 1
    }
    for node in graph.nodes.indices { starts[node + 1] += starts[node] }
    var arcs = Array(repeating: UInt32(0), count: 2 * graph.edges.count)
    var next = starts.map(Int.init)
    for (index, edge) in graph.edges.enumerated() {
      arcs[next[Int(edge.from)]] = UInt32(index) << 1
      next[Int(edge.from)] += 1
      arcs[next[Int(edge.to)]] = UInt32(index) << 1 | 1
      next[Int(edge.to)] += 1
    }
    draft.set(.arcStarts, starts)
    draft.set(.arcs, arcs)
  }

  private func set(geometryOf graph: JunctionGraph, in draft: inout NetworkFile.Draft) {
    var starts: [UInt32] = [0]
    starts.reserveCapacity(graph.edges.count + 1)
    for edge in graph.edges { starts.append(UInt32(edge.points.upperBound)) }
    draft.set(.geometryStarts, starts)
    draft.set(.geometryLatitude, graph.points.map { survey.latitudes[Int($0)] })
    draft.set(.geometryLongitude, graph.points.map { survey.longitudes[Int($0)] })
  }
}

extension JSONEncoder {
  static var sorted: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return encoder
  }
}
