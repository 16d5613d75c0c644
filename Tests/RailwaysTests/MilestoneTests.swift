import Foundation
import Geodesy
import Quantities
import TestSupport
import Testing

@testable import Railways

@Suite struct MilestoneTests {
  /// Two tracks of a line with posts every kilometre, 12 to 16, and another line with a post of the same
  /// number.
  private func network() throws -> TrackNetwork {
    var sketch = Sketch()
    for kilometer in 12...16 {
      let east = Double(kilometer - 12) * 1_000
      sketch.point("n\(kilometer)", east, 0)
      sketch.point("s\(kilometer)", east, -5)
      sketch.milestone("n\(kilometer)", Double(kilometer))
      sketch.milestone("s\(kilometer)", Double(kilometer))
    }
    sketch.point("x", 20_000, 20_000)
    sketch.point("y", 21_000, 20_000)
    sketch.milestone("x", 13)
    sketch.track("n12 n13 n14 n15 n16", line: "2630")
    sketch.track("s12 s13 s14 s15 s16", line: "2630")
    sketch.track("x y", line: "2640")
    return try sketch.network()
  }

  @Test func `a kilometre lies between its posts`() throws {
    let network = try network()
    let place = try #require(LinePosition("2630, km 13.25"))
    let position = try network.position(of: place)
    let coordinate = try #require(network.coordinate(of: position))
    #expect(abs(coordinate.longitude * 111_319.5 - 1_250) < 2)
    #expect(try network.position(of: try #require(LinePosition("2640 km 13"))) != position)
  }

  @Test(arguments: ["2630, km 17", "2630, km 11.9", "2640, km 13.5", "9999, km 13"])
  func `a kilometre that no posts enclose is refused`(text: String) throws {
    let place = try #require(LinePosition(text))
    #expect(throws: TrackError.self) { try network().position(of: place) }
  }

  @Test(arguments: ["2630", "km 12", "2630, km", "2630, km x", "2630, km nan", "2630, km 1e9", ""])
  func `other texts are no place on a line`(text: String) {
    #expect(LinePosition(text) == nil)
  }

  @Test(
    .enabled(
      if: Repository.hasShared("data/osm/cologne-railway.osm.pbf"),
      "the extracts are not beside the project"))
  func `mapped track is as long as the posts beside it say`() throws {
    let shared = try #require(Repository.shared)
    let output = FileManager.default.temporaryDirectory
      .appendingPathComponent("wayproof-\(UUID().uuidString).network").path
    defer { try? FileManager.default.removeItem(atPath: output) }
    let path = shared.appendingPathComponent("data/osm/cologne-railway.osm.pbf").path
    let quiet = NetworkImport.Listener(progress: { _ in }, stage: { _ in })
    _ = try NetworkImport(name: "cologne").run([path], to: output, quiet)
    let network = try TrackNetwork(file: output)
    for (start, end) in [(3.0, 8.0), (8, 14.5), (14.5, 22), (3, 30)] {
      let stops = try [start, end].map { kilometers in
        [try network.position(of: try #require(LinePosition("2630, km \(kilometers)")))]
      }
      let length = try #require(network.course(PlacedQuery(stops: stops))).length.kilometers
      print("2630 from km \(start) to \(end): posts \(end - start) km, track \(length) km")
      #expect(abs(length - (end - start)) < 0.15)
    }
  }
}
