import Foundation
import Geodesy
import TestSupport
import Testing

@testable import Railways

@Suite struct RailGraphDamageTests {
  /// A copy of the smaller file, changed.
  private func file(_ change: (inout Data) -> Void) throws -> String {
    var bytes = try Data(
      contentsOf: Repository.geo.appendingPathComponent("world/rail-lines.graph"))
    change(&bytes)
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("wayproof-\(UUID().uuidString).graph").path
    try bytes.write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test func `files that are no whole graph are refused with advice`() throws {
    let changes: [(inout Data) -> Void] = [
      { $0 = Data() }, { $0 = Data("something else, and long enough to be read to its end".utf8) },
      { $0.removeLast(1_000) }, { $0.append(0) }, { $0[70] ^= 1 }, { $0 = $0.prefix(90) },
    ]
    for change in changes {
      let path = try file(change)
      defer { try? FileManager.default.removeItem(atPath: path) }
      let error = #expect(throws: RailGraphError.self) { try RailGraph(file: path, lineFactor: 1) }
      #expect(error?.description.contains(path) == true)
    }
    #expect(throws: RailGraphError.self) { try RailGraph(file: "/nowhere", lineFactor: 1) }
    let old = try file { $0[16] = 9 }
    defer { try? FileManager.default.removeItem(atPath: old) }
    #expect(
      throws: RailGraphError.otherVersion(old, found: 9, wanted: RailGraphFile.version)
    ) { try RailGraph(file: old, lineFactor: 1) }
  }

  @Test func `wrong bytes are found, and bring nothing down before they are`() throws {
    var generator = SeededGenerator(seed: 19)
    for _ in 0..<20 {
      let path = try file { bytes in
        for _ in 0..<400 {
          let place = Int.random(in: 600..<bytes.count - 64, using: &generator)
          bytes[place] = UInt8.random(in: 0...255, using: &generator)
        }
      }
      defer { try? FileManager.default.removeItem(atPath: path) }
      #expect(throws: RailGraphError.self) { try RailGraph.verify(file: path) }
      let graph = try RailGraph(file: path, lineFactor: 1)
      for _ in 0..<30 {
        let latitude = Double.random(in: 40...55, using: &generator)
        let point = try Coordinate(
          latitude: latitude, longitude: Double.random(in: 0...40, using: &generator))
        guard let near = graph.near(point, within: 50_000).first else { continue }
        let start = GraphSnap([GraphSnap.Candidate(position: near.position, distance: 0)])
        let node = Int.random(in: 0..<graph.nodeCount, using: &generator)
        _ = graph.cheapestEdges(from: node, to: 0)
        let end = GraphSnap([
          GraphSnap.Candidate(position: TrackPosition(edge: node, offset: 1), distance: 0)
        ])
        guard let path = graph.path(from: start, to: end) else { continue }
        _ = GraphTrace(graph: graph, steps: path.steps, stops: []).points(of: path.steps.indices)
        _ = graph.alternatives(to: path, from: start, to: end)
      }
    }
  }
}
