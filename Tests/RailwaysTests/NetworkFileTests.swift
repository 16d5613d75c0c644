import Foundation
import TestSupport
import Testing

@testable import Railways

@Suite struct NetworkFileTests {
  private func file(_ change: (inout [UInt8]) -> Void = { _ in }) throws -> String {
    var generator = SeededGenerator(seed: 5)
    let sketch = Sketch.random(&generator, side: 6)
    var bytes = NetworkBuilder(
      survey: sketch.survey, meta: NetworkMeta(name: "sketch", detail: .tracks)
    ).draft().encoded()
    change(&bytes)
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("wayproof-\(UUID().uuidString).network").path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test func `a network is read back as it was built`() throws {
    let path = try file()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let network = try TrackNetwork(file: path)
    #expect(network.meta.name == "sketch")
    #expect(network.detail == .tracks)
    #expect(network.nodeCount == network.meta.totals.nodes)
    try TrackNetwork.verify(file: path)
  }

  @Test func `files that are no whole network are refused with advice`() throws {
    let changes: [(inout [UInt8]) -> Void] = [
      { $0 = [] }, { $0 = Array("something else altogether, and long enough to be read".utf8) },
      { $0.removeLast(100) }, { $0.append(0) }, { $0[40] ^= 1 }, { $0 = Array($0.prefix(60)) },
    ]
    for change in changes {
      let path = try file(change)
      defer { try? FileManager.default.removeItem(atPath: path) }
      let error = #expect(throws: NetworkFileError.self) { try TrackNetwork(file: path) }
      #expect("\(String(describing: error))".isEmpty == false)
    }
    #expect(throws: NetworkFileError.self) { try TrackNetwork(file: "/nowhere/at/all.network") }
    #expect(throws: NetworkFileError.self) { try TrackNetwork(file: "/") }
    let old = try file { $0[16] = 99 }
    defer { try? FileManager.default.removeItem(atPath: old) }
    #expect(throws: NetworkFileError.otherVersion(old, found: 99, wanted: NetworkFile.version)) {
      try TrackNetwork(file: old)
    }
  }

  @Test func `one wrong byte is found, and brings nothing down before it is`() throws {
    var generator = SeededGenerator(seed: 11)
    let size = try Data(contentsOf: URL(fileURLWithPath: file())).count
    for _ in 0..<60 {
      let place = Int.random(in: 3_000..<size - 64, using: &generator)
      var changed = false
      let path = try file { bytes in
        let old = bytes[place]
        bytes[place] = UInt8.random(in: 0...255, using: &generator)
        changed = bytes[place] != old
      }
      defer { try? FileManager.default.removeItem(atPath: path) }
      let network = try TrackNetwork(file: path)
      for edge in stride(from: 0, to: network.edgeCount, by: 7) {
        let other = network.edgeCount - 1 - edge
        _ = network.course(
          PlacedQuery(stops: [
            [TrackPosition(edge: edge, offset: 1)], [TrackPosition(edge: other, offset: 1)],
          ]))
        _ = network.leastCost(from: edge, to: other)
        _ = network.cheapestEdges(from: edge, to: other)
      }
      if changed, (try? TrackNetwork.verify(file: path)) != nil {
        // Only the padding between columns carries no digest.
        #expect(isPadding(place, path))
      }
    }
  }

  private func isPadding(_ place: Int, _ path: String) -> Bool {
    guard let bytes = try? MappedBytes(file: path),
      let entries = try? NetworkFile.entries(of: bytes, name: path)
    else { return false }
    return !entries.values.contains {
      ($0.offset..<$0.offset + $0.count * $0.elementSize).contains(place)
    }
  }
}
