import Datasets
import Foundation
import Gazetteer
import Geodesy
import Quantities
import TestSupport
import Testing

@testable import Railways

@Suite struct RailGraphTests {
  private static let path = Repository.geo.appendingPathComponent("world/rail.graph").path

  private let graph: RailGraph

  init() throws { graph = try RailGraph(file: Self.path, lineFactor: 1.25) }

  private func junctions(_ count: Int, seed: UInt64) -> [Int] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in Int.random(in: 0..<graph.nodeCount, using: &generator) }
  }

  /// A place at a junction: anywhere on one of its edges.
  private func snap(_ node: Int) -> GraphSnap {
    let edge = graph.arcs(from: node).lazy.map { graph.arc($0) }.first { !$0.isShortcut }?.link ?? 0
    return GraphSnap([
      GraphSnap.Candidate(
        position: TrackPosition(edge: edge, offset: graph.length(ofEdge: edge) / 3), distance: 0)
    ])
  }

  @Test func `the files are as they were written`() throws {
    try RailGraph.verify(file: Self.path)
    try RailGraph.verify(file: Repository.geo.appendingPathComponent("world/rail-lines.graph").path)
    #expect(graph.edgeCount > 80_000)
  }

  @Test func `the shortest way is that of Dijkstra's algorithm`() throws {
    let search = GraphSearch(graph)
    let ends = junctions(24, seed: 3)
    for (one, other) in zip(ends, ends.dropFirst()) {
      let fast = graph.path(from: snap(one), to: snap(other))
      let slow = search.path(from: snap(one), to: snap(other))
      #expect((fast == nil) == (slow == nil))
      guard let fast, let slow else { continue }
      // Lengths are rounded to metres and costs to tens of them, each in its own place.
      #expect(abs(fast.cost - slow.cost) <= Double(fast.steps.count) + 2)
    }
  }

  @Test func `a distance is the same both ways and is what its edges add up to`() throws {
    let ends = junctions(200, seed: 7)
    for (one, other) in zip(ends, ends.dropFirst()) {
      let cost = graph.leastCost(from: one, to: other)
      #expect(cost == graph.leastCost(from: other, to: one))
      guard let cost, let way = graph.cheapestEdges(from: one, to: other) else { continue }
      let sum = way.edges.reduce(0) { $0 + graph.cost(ofEdge: $1) }
      #expect(abs(sum - Double(cost)) <= Double(way.edges.count) + 1)
      var here = one
      for edge in way.edges {
        let (from, to, _) = graph.ends(ofEdge: edge)
        #expect(from == here || to == here)
        here = from == here ? to : from
      }
      #expect(here == other)
    }
  }

  @Test func `no way is longer than one by a third junction`() throws {
    let ends = junctions(150, seed: 11)
    for index in ends.indices.dropFirst(2) {
      let (one, other, third) = (ends[index - 2], ends[index - 1], ends[index])
      guard let straight = graph.leastCost(from: one, to: other),
        let there = graph.leastCost(from: one, to: third),
        let onwards = graph.leastCost(from: third, to: other)
      else { continue }
      #expect(straight <= there + onwards)
    }
  }

  @Test func `other ways are no shorter than the shortest, and go over no track twice`() throws {
    let ends = junctions(60, seed: 13).map { snap($0) }
    for (one, other) in zip(ends, ends.dropFirst()) {
      guard let path = graph.path(from: one, to: other) else { continue }
      for way in graph.alternatives(to: path, from: one, to: other) {
        #expect(way.shared >= 0 && way.shared <= 1 + 1e-9 && way.length > 0)
      }
    }
  }

  @Test func `a course drawn is about as long as it says`() throws {
    let ends = junctions(40, seed: 17).map { snap($0) }
    for (one, other) in zip(ends, ends.dropFirst()) {
      guard let path = graph.path(from: one, to: other), path.length > 100_000 else { continue }
      let points = GraphTrace(graph: graph, steps: path.steps, stops: []).points(
        of: path.steps.indices)
      let drawn = try Polyline(points).length().meters
      // Between junctions it is drawn straight.
      #expect(drawn > 0.7 * path.length && drawn < 1.05 * path.length)
    }
  }
}
