import Foundation
import Quantities
import Railways

// usage: WorldBench GRAPH dump FILE             writes the graph for the peers
//        WorldBench GRAPH distance|path PAIRS   asks the mapped graph for each pair
//        WorldBench GRAPH labels PAIRS          asks labels that are worked out in memory before
// FILE: 64-bit counts of nodes and edges, then from, to (32-bit) and tens of metres (64-bit floats) in columns.
// PAIRS: 32-bit node numbers, two a pair.

/// The questions of one run.
struct Asking {
  let graph: RailGraph
  let labels: GraphLabels?
  let asksForPath: Bool
  let pairs: [Int32]

  var count: Int { pairs.count / 2 }

  /// The cost of one pair's way, and how many edges it has where those are asked for.
  func ask(_ index: Int) -> (cost: Int, edges: Int) {
    let (one, other) = (Int(pairs[2 * index]), Int(pairs[2 * index + 1]))
    if asksForPath {
      let way = graph.cheapestEdges(from: one, to: other)
      return (way?.cost ?? 0, way?.edges.count ?? 0)
    }
    if let labels { return (labels.leastCost(from: one, to: other) ?? 0, 0) }
    return (graph.leastCost(from: one, to: other) ?? 0, 0)
  }

  /// All of them; the sums of costs and of edges.
  func all() -> (costs: Int, edges: Int) {
    var (costs, edges) = (0, 0)
    for index in 0..<count {
      let (cost, more) = ask(index)
      costs += cost
      edges += more
    }
    return (costs, edges)
  }
}

func microseconds(_ duration: Duration) -> Double {
  Double(duration.components.seconds) * 1e6 + Double(duration.components.attoseconds) * 1e-12
}

func dump(_ graph: RailGraph, to path: String) throws {
  var bytes = Data()
  func append<Value>(_ values: [Value]) { values.withUnsafeBytes { bytes.append(contentsOf: $0) } }
  let edges = (0..<graph.edgeCount).map { graph.ends(ofEdge: $0) }
  append([Int64(graph.nodeCount), Int64(graph.edgeCount)])
  append(edges.map { Int32($0.from) })
  append(edges.map { Int32($0.to) })
  append(edges.map(\.cost))
  try bytes.write(to: URL(fileURLWithPath: path))
}

func measure(_ arguments: [String]) throws {
  let clock = ContinuousClock()
  let start = clock.now
  let graph = try RailGraph(file: arguments[1], lineFactor: 1.25)
  let opened = clock.now - start
  if arguments[2] == "dump" { return try dump(graph, to: arguments[3]) }
  let pairs = try Data(contentsOf: URL(fileURLWithPath: arguments[3])).withUnsafeBytes {
    Array($0.bindMemory(to: Int32.self))
  }
  let before = clock.now
  let labels = arguments[2] == "labels" ? GraphLabels(graph) : nil
  let prepared = clock.now - before
  let asking = Asking(
    graph: graph, labels: labels, asksForPath: arguments[2] == "path", pairs: pairs)
  // Once untimed, for pages that were never touched; then all together; then one by one.
  let (total, hops) = asking.all()
  let whole = clock.measure { precondition(asking.all().costs == total) }
  let single = (0..<asking.count).map { index in
    microseconds(clock.measure { _ = asking.ask(index) })
  }.sorted()
  let result: [String: Any] = [
    "work_s": microseconds(whole) / 1e6, "items": asking.count, "check": total,
    "load_ms": microseconds(opened) / 1e3, "prepare_ms": microseconds(prepared) / 1e3,
    "median_us": single[asking.count / 2], "p99_us": single[asking.count * 99 / 100],
    "hops": hops / max(1, asking.count),
  ]
  print(String(decoding: try JSONSerialization.data(withJSONObject: result), as: UTF8.self))
}

guard CommandLine.arguments.count == 4 else {
  FileHandle.standardError.write(
    Data("usage: WorldBench GRAPH dump|distance|path|labels FILE\n".utf8))
  exit(2)
}
try measure(CommandLine.arguments)
