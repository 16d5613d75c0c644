import Foundation
import Quantities
import Railways

// usage: WorldBench GRAPH dump FILE             writes the graph for the peers
//        WorldBench GRAPH distance|path PAIRS   asks the mapped graph for each pair
//        WorldBench GRAPH labels PAIRS          asks labels that are worked out in memory before
// FILE: 64-bit counts of nodes and edges, then from, to (32-bit) and tens of metres (64-bit floats) in columns.
// PAIRS: 32-bit node numbers, two a pair.
let arguments = CommandLine.arguments
guard arguments.count == 4 else {
  FileHandle.standardError.write(
    Data("usage: WorldBench GRAPH dump|distance|path|labels FILE\n".utf8))
  exit(2)
}
let clock = ContinuousClock()
var found: RailGraph?
let opened = try clock.measure { found = try RailGraph(file: arguments[1], lineFactor: 1.25) }
guard let graph = found else { exit(2) }

func microseconds(_ duration: Duration) -> Double {
  Double(duration.components.seconds) * 1e6 + Double(duration.components.attoseconds) * 1e-12
}

if arguments[2] == "dump" {
  var bytes = Data()
  func append<Value>(_ values: [Value]) { values.withUnsafeBytes { bytes.append(contentsOf: $0) } }
  let edges = (0..<graph.edgeCount).map { graph.ends(ofEdge: $0) }
  append([Int64(graph.nodeCount), Int64(graph.edgeCount)])
  append(edges.map { Int32($0.from) })
  append(edges.map { Int32($0.to) })
  append(edges.map(\.cost))
  try bytes.write(to: URL(fileURLWithPath: arguments[3]))
  exit(0)
}

let pairs = try Data(contentsOf: URL(fileURLWithPath: arguments[3])).withUnsafeBytes {
  Array($0.bindMemory(to: Int32.self))
}
let count = pairs.count / 2
var labels: GraphLabels?
let prepared = clock.measure { if arguments[2] == "labels" { labels = GraphLabels(graph) } }

/// The cost of one pair's way, and how many edges it has where those are asked for.
func ask(_ index: Int) -> (cost: Int, edges: Int) {
  let (one, other) = (Int(pairs[2 * index]), Int(pairs[2 * index + 1]))
  if arguments[2] == "path" {
    let way = graph.cheapestEdges(from: one, to: other)
    return (way?.cost ?? 0, way?.edges.count ?? 0)
  }
  return ((labels?.leastCost(from: one, to: other) ?? graph.leastCost(from: one, to: other)) ?? 0, 0)
}

/// The same of labels alone, without a look at what was asked for.
func costs(_ labels: GraphLabels) -> Int {
  var total = 0
  for index in 0..<count {
    total += labels.leastCost(from: Int(pairs[2 * index]), to: Int(pairs[2 * index + 1])) ?? 0
  }
  return total
}

// Once untimed, for pages that were never touched; then all together; then one by one.
var (total, hops) = (0, 0)
for index in 0..<count { hops += ask(index).edges }
let whole = clock.measure {
  if let labels { total = costs(labels) } else { for index in 0..<count { total += ask(index).cost } }
}
let single = (0..<count).map { index in microseconds(clock.measure { _ = ask(index) }) }.sorted()
let result: [String: Any] = [
  "work_s": microseconds(whole) / 1e6, "items": count, "check": total,
  "load_ms": microseconds(opened) / 1e3, "prepare_ms": microseconds(prepared) / 1e3,
  "median_us": single[count / 2], "p99_us": single[count * 99 / 100],
  "hops": hops / max(1, count),
]
print(String(decoding: try JSONSerialization.data(withJSONObject: result), as: UTF8.self))
