import Foundation
import Quantities
import Railways

// usage: NetworkBench NETWORK dump GRAPH          writes the junction graph for the peers
//        NetworkBench NETWORK distance PAIRS      asks for the least cost of each pair
//        NetworkBench NETWORK path PAIRS          asks for the edges of each pair's way
// GRAPH: 64-bit counts of nodes and edges, then from, to (32-bit) and metres (64-bit floats) in columns.
// PAIRS: 32-bit node numbers, two a pair.
func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(2)
}

let arguments = CommandLine.arguments
guard arguments.count == 4 else { fail("usage: NetworkBench NETWORK dump|distance|path FILE") }
let clock = ContinuousClock()
var opened = Duration.zero
var network: TrackNetwork?
opened = try clock.measure { network = try TrackNetwork(file: arguments[1]) }
guard let network else { fail("no network") }

func microseconds(_ duration: Duration) -> Double {
  Double(duration.components.seconds) * 1e6 + Double(duration.components.attoseconds) * 1e-12
}

func residentMegabytes() -> Double {
  let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(
    separator: " ")
  return Double(pages?[1] ?? "0").map { $0 * 4_096 / 1e6 } ?? 0
}

if arguments[2] == "dump" {
  var bytes = Data()
  func append<Value>(_ values: [Value]) { values.withUnsafeBytes { bytes.append(contentsOf: $0) } }
  let edges = 0..<network.edgeCount
  append([Int64(network.nodeCount), Int64(network.edgeCount)])
  append(edges.map { Int32(network.ends(ofEdge: $0).from) })
  append(edges.map { Int32(network.ends(ofEdge: $0).to) })
  append(edges.map { network.length(ofEdge: $0).meters })
  try bytes.write(to: URL(fileURLWithPath: arguments[3]))
  exit(0)
}

let pairs = try Data(contentsOf: URL(fileURLWithPath: arguments[3])).withUnsafeBytes {
  Array($0.bindMemory(to: Int32.self))
}
let count = pairs.count / 2
let asksForPath = arguments[2] == "path"

/// The length of one pair's way in metres, and how many edges it has where those are asked for.
func ask(_ index: Int, _ network: TrackNetwork, _ pairs: [Int32], _ asksForPath: Bool) -> (
  Double, Int
) {
  let (one, other) = (Int(pairs[2 * index]), Int(pairs[2 * index + 1]))
  guard asksForPath else { return (network.leastCost(from: one, to: other) ?? 0, 0) }
  guard let edges = network.cheapestEdges(from: one, to: other) else { return (0, 0) }
  return (edges.reduce(0) { $0 + network.length(ofEdge: Int($1)).meters }, edges.count)
}

// Once untimed, for pages that were never touched; then all together; then one by one.
var total = 0.0
var hops = 0
for index in 0..<count { hops += ask(index, network, pairs, asksForPath).1 }
let whole = clock.measure {
  for index in 0..<count { total += ask(index, network, pairs, asksForPath).0 }
}
var single = (0..<count).map { index in
  microseconds(clock.measure { total += ask(index, network, pairs, asksForPath).0 })
}
total /= 2
single.sort()
let result: [String: Any] = [
  "work_s": microseconds(whole) / 1e6, "items": count, "check": total.rounded(),
  "load_ms": microseconds(opened) / 1e3, "median_us": single[count / 2],
  "p99_us": single[count * 99 / 100], "memory_mb": residentMegabytes(),
  "hops": hops / max(1, count),
]
print(String(decoding: try JSONSerialization.data(withJSONObject: result), as: UTF8.self))
