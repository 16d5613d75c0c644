import Geodesy
import Quantities
import TestSupport
import Testing

@Suite struct EllipsoidTests {
  let sofia = try? Coordinate(latitude: 42.697_65, longitude: 23.321_66)
  let plovdiv = try? Coordinate(latitude: 42.136_10, longitude: 24.742_08)

  private func random(_ generator: inout SeededGenerator) throws -> Coordinate {
    try Coordinate(
      latitude: Double.random(in: -90...90, using: &generator),
      longitude: Double.random(in: -180...180, using: &generator))
  }

  @Test func `distance is symmetric and direct undoes inverse, over a thousand seeded pairs`()
    throws
  {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<1_000 {
      let (start, end) = (try random(&generator), try random(&generator))
      let there = Ellipsoid.wgs84.inverse(from: start, to: end)
      let back = Ellipsoid.wgs84.distance(from: end, to: start)
      #expect(abs(there.distance.meters - back.meters) < 1e-6)
      let arrived = Ellipsoid.wgs84.direct(
        from: start, bearing: there.initialBearing, distance: there.distance
      ).destination
      #expect(Ellipsoid.wgs84.distance(from: arrived, to: end).meters < 1e-6)
    }
  }

  @Test func `no way round is shorter than the straight line`() throws {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<1_000 {
      let points = try (0..<3).map { _ in try random(&generator) }
      let direct = Ellipsoid.wgs84.distance(from: points[0], to: points[2])
      let round = try Polyline(points).length()
      #expect(round.meters >= direct.meters - 1e-6)
    }
  }

  @Test func `ellipsoids are known by PROJ's names`() throws {
    let grs80 = try Ellipsoid(named: "GRS80")
    #expect(grs80.semiMajorAxis.meters == 6_378_137)
    #expect(abs(1 / grs80.flattening - 298.257_222_101) < 1e-9)
    let clarke = try Ellipsoid(named: "clrk66")
    #expect(abs(1 / clarke.flattening - 294.978_698_2) < 1e-6)
    #expect(try Ellipsoid(named: "sphere").flattening == 0)
    #expect(throws: GeodesyError.unknownEllipsoid("flat")) { try Ellipsoid(named: "flat") }
  }

  @Test func `waypoints divide a line evenly and keep its ends`() throws {
    let line = Ellipsoid.wgs84.line(
      from: try #require(sofia), to: try #require(plovdiv))
    let points = try line.waypoints(every: .kilometers(10))
    #expect(points.count == 15)
    #expect(points.first == sofia && points.last == plovdiv)
    #expect(abs(try Polyline(points).length().meters - line.length.meters) < 1e-5)
    #expect(throws: GeodesyError.self) { try line.waypoints(every: .meters(0)) }
    #expect(throws: GeodesyError.self) { try line.waypoints(every: .meters(.nan)) }
  }

  @Test func `the nearest point of a line is no farther than any point of it`() throws {
    var generator = SeededGenerator(seed: 9)
    let line = try Polyline([
      Coordinate(latitude: 42.4, longitude: 130.6), Coordinate(latitude: 43.6, longitude: 131.9),
      Coordinate(latitude: 43.1, longitude: 131.9),
    ])
    for _ in 0..<50 {
      let target = try Coordinate(
        latitude: Double.random(in: 42...44, using: &generator),
        longitude: Double.random(in: 130...133, using: &generator))
      let nearest = line.nearestPoint(to: target)
      for point in try line.densified(every: .kilometers(2)).points {
        let distance = Ellipsoid.wgs84.distance(from: point, to: target)
        #expect(nearest.distance.meters <= distance.meters + 0.01)
      }
      let onLine = line.length()
      #expect(nearest.chainage.meters <= onLine.meters + 0.01)
    }
  }
}
