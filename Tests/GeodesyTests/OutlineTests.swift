import Geodesy
import Quantities
import Testing

/// Distances to areas and lines.
@Suite struct OutlineTests {
  private func outline(
    _ corners: [(Double, Double)], isArea: Bool = true, error: Distance = .zero
  ) throws -> Outline {
    try #require(
      Outline(
        lines: [corners.map { Outline.Corner(latitude: $0.0, longitude: $0.1) }], isArea: isArea,
        error: error))
  }

  /// Colorado: 37° to 41° north, 102.05° to 109.05° west.
  private func colorado(error: Distance = .zero) throws -> Outline {
    try outline([(37, -109.05), (37, -102.05), (41, -102.05), (41, -109.05)], error: error)
  }

  @Test func `a place within an area is nowhere near its farthest point and at it`() throws {
    let denver = try Coordinate(latitude: 39.74, longitude: -104.99)
    let area = try colorado()
    #expect(area.contains(denver))
    let distance = area.distance(to: denver)
    #expect(distance.lower == .zero)
    let corner = try Coordinate(latitude: 37, longitude: -109.05)
    let farthest = Ellipsoid.wgs84.distance(from: denver, to: corner)
    let upper = try #require(distance.upper)
    #expect(upper >= farthest && upper < farthest * 1.01)
  }

  @Test(arguments: [
    // Due north of its middle, due east, beyond a corner, and on the other side of the Earth.
    (45.0, -105.5), (39.0, -95.0), (35.0, -100.0), (-39.0, 75.0),
  ])
  func `an area is as far as its nearest and its farthest point`(
    latitude: Double, longitude: Double
  ) throws {
    let place = try Coordinate(latitude: latitude, longitude: longitude)
    let distance = try colorado().distance(to: place)
    var (least, most) = (Double.infinity, 0.0)
    for row in 0...100 {
      for column in 0...100 {
        let (north, east) = (Double(row) / 100, Double(column) / 100)
        let point = try Coordinate(latitude: 37 + 4 * north, longitude: -109.05 + 7 * east)
        let meters = Ellipsoid.wgs84.distance(from: place, to: point).meters
        (least, most) = (min(least, meters), max(most, meters))
      }
    }
    let (lower, upper) = (try #require(distance.lower), try #require(distance.upper))
    #expect(lower.meters <= least + 1 && lower.meters > least * 0.988 - 100)
    #expect(upper.meters >= most - 1 && upper.meters < most * 1.012 + 100)
  }

  @Test func `a drawing that may be off widens both ends`() throws {
    let place = try Coordinate(latitude: 45, longitude: -105.5)
    let (exact, rough) = (
      try colorado().distance(to: place),
      try colorado(error: .kilometers(5)).distance(to: place)
    )
    #expect(abs((exact.lower ?? .zero).meters - (rough.lower ?? .zero).meters - 5_000) < 1)
    #expect(abs((rough.upper ?? .zero).meters - (exact.upper ?? .zero).meters - 5_000) < 1)
  }

  @Test func `areas that touch are nowhere apart, others by their nearest points`() throws {
    let utah = try outline([(37, -114.05), (37, -109.05), (41, -109.05), (41, -114.05)])
    let kansas = try outline([(37, -102.05), (37, -94.6), (40, -94.6), (40, -102.05)])
    #expect(try colorado().distance(to: utah).lower == .zero)
    let apart = try #require(utah.distance(to: kansas).lower)
    // Seven degrees of longitude at 40° north.
    #expect(apart.kilometers > 585 && apart.kilometers < 600)
    let border = try #require(utah.border(with: colorado()))
    #expect(!border.isArea && border.lines.joined().allSatisfy { $0.longitude == -109.05 })
    #expect(utah.border(with: kansas) == nil)
  }

  @Test func `an area on both sides of the antimeridian is as near on both`() throws {
    let fiji = try #require(
      Outline(
        lines: [
          [(-18, 177), (-18, 180), (-16, 180), (-16, 177)],
          [(-18, -180), (-18, -179), (-16, -179), (-16, -180)],
        ].map { $0.map { Outline.Corner(latitude: $0.0, longitude: $0.1) } }, isArea: true,
        error: .zero))
    let east = try Coordinate(latitude: -17, longitude: -178)
    let lower = try #require(fiji.distance(to: east).lower)
    #expect(lower.kilometers > 104 && lower.kilometers < 107)
    #expect(fiji.contains(try Coordinate(latitude: -17, longitude: -179.5)))
    #expect(!fiji.contains(east))
  }

  @Test func `what is no area is none`() {
    #expect(Outline(lines: [], isArea: true, error: .zero) == nil)
    #expect(
      Outline(
        lines: [[.init(latitude: 91, longitude: 0), .init(latitude: 0, longitude: 0)]],
        isArea: false, error: .zero) == nil)
  }
}
