import Geodesy
import Quantities
import TestSupport
import Testing

/// Areas within distances: nothing that is within them is left out of their polygons.
@Suite struct ReachableAreaTests {
  private static func place(_ latitude: Double, _ longitude: Double) throws -> Coordinate {
    try Coordinate(latitude: latitude, longitude: longitude)
  }

  private static let shapes:
    [(String, middle: (Double, Double), [(Double, (Double, Double), (Double, Double)?)])] = [
      ("a disc around Nairobi", (-1.3, 36.8), [(400, (-1.3, 36.8), nil)]),
      ("a disc over the antimeridian", (-17.5, 178), [(900, (-17.5, 178), nil)]),
      ("a disc over the north pole", (85, 40), [(1_500, (85, 40), nil)]),
      ("a disc over the south pole", (-78, 166), [(2_500, (-78, 166), nil)]),
      ("a disc of more than a quarter", (10, -60), [(9_000, (10, -60), nil)]),
      ("a lens", (48, 8), [(500, (48, 4), nil), (400, (48, 11), nil)]),
      ("an ellipse", (-33, -65), [(1_400, (-33.4, -70.7), (-34.6, -58.4))]),
      ("a thin ellipse", (56.7, 49), [(1_450, (55.75, 37.6), (56.8, 60.6))]),
      ("an ellipse over the pole", (80, -40), [(9_000, (60, 25), (61, -150))]),
    ]

  @Test(arguments: shapes.indices)
  func `every place within its limits is within its polygons`(shape: Int) throws {
    let (name, middle, told) = Self.shapes[shape]
    let limits = try told.map { kilometers, one, other -> ReachableArea.Limit in
      let first = try Self.place(one.0, one.1)
      return try other.map {
        .way(.kilometers(kilometers), from: first, to: try Self.place($0.0, $0.1))
      } ?? .within(.kilometers(kilometers), of: first)
    }
    let area = try #require(
      ReachableArea(limits: limits, around: Self.place(middle.0, middle.1)), "\(name)")
    let rings = area.rings
    for corner in rings.joined() {
      #expect(abs(corner.longitude) <= 180 && abs(corner.latitude) <= 90)
    }
    var random = SeededGenerator(seed: 5)
    var (within, outside) = (0, 0)
    for _ in 0..<20_000 {
      let point = try Self.place(
        .random(in: -90...90, using: &random), .random(in: -179.9...179.9, using: &random))
      let isDrawn = rings.contains { Self.holds($0, point) }
      if area.contains(point) {
        within += 1
        #expect(isDrawn, "\(name): \(point.decimalText) is left out")
      } else if isDrawn {
        outside += 1
      }
    }
    // Drawn outwards, but not by much.
    #expect(outside * 8 <= within + 200, "\(name): \(outside) beside \(within)")
  }

  /// A point within a ring in longitude and latitude.
  private static func holds(_ ring: [Outline.Corner], _ point: Coordinate) -> Bool {
    zip(ring, ring.dropFirst()).reduce(false) { isInside, side in
      let (one, other) = side
      guard (one.latitude > point.latitude) != (other.latitude > point.latitude) else {
        return isInside
      }
      let share = (point.latitude - one.latitude) / (other.latitude - one.latitude)
      let crossing = one.longitude + share * (other.longitude - one.longitude)
      return crossing < point.longitude ? !isInside : isInside
    }
  }

  @Test func `places too far apart have nothing between them`() throws {
    let (lima, quito) = (try Self.place(-12, -77), try Self.place(-0.2, -78.5))
    let middle = Ellipsoid.wgs84.line(from: lima, to: quito).point(at: .kilometers(650))
    #expect(
      ReachableArea(limits: [.way(.kilometers(1_000), from: lima, to: quito)], around: middle)
        == nil)
    #expect(
      ReachableArea(
        limits: [.within(.kilometers(500), of: lima), .within(.kilometers(500), of: quito)],
        around: middle) == nil)
  }
}
