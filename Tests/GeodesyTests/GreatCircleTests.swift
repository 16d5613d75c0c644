import Geodesy
import Quantities
import Testing

@Suite struct GreatCircleTests {
  /// FRA, GRU, LAX, SYD, SIN, JFK, by airportsdata.
  private let places = [
    (50.0333, 8.5706), (-23.4319, -46.4678), (33.9425, -118.408), (-33.9461, 151.177),
    (1.3502, 103.994), (40.6394, -73.7793),
  ]

  private func place(_ index: Int) throws -> Coordinate {
    try Coordinate(latitude: places[index].0, longitude: places[index].1)
  }

  @Test func `what calculators print for Frankfurt to São Paulo lies within the spheres`()
    throws
  {
    let (fra, gru) = (try place(0), try place(1))
    let range = GreatCircle.sphericalRange(from: fra, to: gru)
    for printed in [9_798.0, 9_808.0] { #expect(range.contains(.kilometers(printed))) }
    #expect(!range.contains(.kilometers(9_900)))
    #expect(range.contains(GreatCircle.length(from: fra, to: gru)))
  }

  @Test func `spheres and the ellipsoid part by less than nine tenths of a per cent`() throws {
    for one in places.indices {
      for other in places.indices where other != one {
        let (start, end) = (try place(one), try place(other))
        let geodesic = Ellipsoid.wgs84.distance(from: start, to: end).meters
        let range = GreatCircle.sphericalRange(from: start, to: end)
        #expect(abs(range.lowerBound.meters / geodesic - 1) < 0.009)
        #expect(abs(range.upperBound.meters / geodesic - 1) < 0.009)
        let usual = GreatCircle.length(from: start, to: end).meters
        #expect(abs(usual / geodesic - 1) < 0.0057)
      }
    }
  }

  @Test func `a quarter of the equator and opposite points have the lengths of the formula`() throws
  {
    let origin = try Coordinate(latitude: 0, longitude: 0)
    let quarter = GreatCircle.length(
      from: origin, to: try Coordinate(latitude: 0, longitude: 90), radius: .meters(1))
    #expect(abs(quarter.meters - .pi / 2) < 1e-12)
    let half = GreatCircle.length(
      from: origin, to: try Coordinate(latitude: 0, longitude: 180), radius: .meters(1))
    #expect(abs(half.meters - .pi) < 1e-12)
    #expect(GreatCircle.length(from: origin, to: origin).meters == 0)
  }
}
