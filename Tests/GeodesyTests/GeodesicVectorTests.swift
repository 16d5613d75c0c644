import Foundation
import Geodesy
import Quantities
import TestSupport
import Testing

@Suite struct GeodesicVectorTests {
  private func vectors(_ name: String) throws -> [[Double]] {
    let url = Repository.root.appendingPathComponent("Tests/GeodesyTests/Vectors/\(name).csv")
    let text = try String(contentsOf: url, encoding: .utf8)
    return text.split(separator: "\n").dropFirst(2).map { line in
      line.split(separator: ",").compactMap { Double($0) }
    }
  }

  @Test(arguments: [("geodesics", 10_000), ("hard", 240)])
  func `lengths agree with independent solutions to a micrometre`(
    name: String, count: Int
  ) throws {
    let rows = try vectors(name)
    #expect(rows.count == count)
    var worst = 0.0
    for row in rows {
      let start = try Coordinate(latitude: row[0], longitude: row[1])
      let end = try Coordinate(latitude: row[2], longitude: row[3])
      let length = Ellipsoid.wgs84.distance(from: start, to: end).meters
      worst = max(worst, abs(length - row[4]))
      #expect(abs(length - row[4]) <= 1e-6, "\(row)")
    }
    print("\(name): greatest difference \(worst * 1e9) nm over \(count) pairs")
  }

  @Test func `a batch gives what single questions give, on any number of threads`() throws {
    let rows = try vectors("geodesics")
    let pairs = try CoordinatePairs(rows: rows.flatMap { $0[0..<4] })
    let one = Ellipsoid.wgs84.inverse(of: pairs, threads: 1)
    let two = Ellipsoid.wgs84.inverse(of: pairs, threads: 2)
    #expect(one.meters == two.meters)
    #expect(one.initialDegrees == two.initialDegrees)
    for (row, meters) in zip(rows, one.meters) {
      #expect(abs(meters - row[4]) <= 1e-6)
    }
  }
}
