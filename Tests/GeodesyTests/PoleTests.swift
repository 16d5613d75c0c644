import Geodesy
import Quantities
import Testing

@Suite struct PoleTests {
  private func drawn(_ from: (Double, Double), _ to: (Double, Double)) throws -> [Coordinate] {
    try Polyline([
      Coordinate(latitude: from.0, longitude: from.1), Coordinate(latitude: to.0, longitude: to.1),
    ]).densified(every: .kilometers(50)).points
  }

  @Test func `a line over a pole touches it by both meridians`() throws {
    let line = try drawn((40, 20), (40, -160))
    #expect(line.map(\.latitude).max() == 90)
    #expect(line.allSatisfy { $0.longitude == 20 || $0.longitude == -160 })
    let south = try drawn((-70, 10), (-70, -170))
    #expect(south.map(\.latitude).min() == -90)
  }

  @Test(arguments: [
    ((60.0, 0.0), (60.0, 179.0), 89.7116), ((-60, 10), (-60, -175), -88.5589),
    ((72, -80), (70, 95), 89.0),
  ])
  func `a line beside a pole has its nearest point, and no step is wide`(
    from: (Double, Double), to: (Double, Double), nearest: Double
  ) throws {
    let line = try drawn(from, to)
    let extreme = line.map(\.latitude).max { abs($0) < abs($1) } ?? 0
    #expect(abs(extreme - nearest) < 0.5)
    if abs(nearest - 89.7116) < 1e-9 { #expect(abs(extreme - nearest) < 0.0001) }
    for (one, other) in zip(line, line.dropFirst()) {
      let apart = abs(one.longitude - other.longitude)
      #expect(min(apart, 360 - apart) <= 2.000_001)
    }
  }

  @Test func `far from the poles no point is added`() throws {
    #expect(try drawn((-1, 36), (-4, 39)).count == 11)
  }
}
