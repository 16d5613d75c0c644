import Flights
import Foundation
import Geodesy
import Quantities
import TestSupport
import Testing

@Suite struct AirspaceTests {
  private func place(_ latitude: Double, _ longitude: Double) throws -> Coordinate {
    try Coordinate(latitude: latitude, longitude: longitude)
  }

  private func box(
    _ south: Double, _ west: Double, _ north: Double, _ east: Double
  ) throws -> Airspace {
    try Airspace(
      name: "box",
      corners: [
        place(south, west), place(south, east), place(north, east), place(north, west),
      ])
  }

  private func length(_ points: [Coordinate]) -> Double {
    zip(points, points.dropFirst()).reduce(0) {
      $0 + Ellipsoid.wgs84.distance(from: $1.0, to: $1.1).kilometers
    }
  }

  @Test func `a way that an airspace does not touch stays straight`() throws {
    let detour = try AirspaceDetour(around: [box(-5, 20, 5, 30)])
    #expect(try detour.waypoints(from: place(0, 0), to: place(0, 10)).isEmpty)
    #expect(try detour.waypoints(from: place(10, 15), to: place(10, 35)).isEmpty)
  }

  @Test func `the way around a box turns at two of its corners and is the shorter one`() throws {
    let detour = try AirspaceDetour(around: [box(-2, 10, 6, 20)], clearance: .kilometers(10))
    let (start, end) = (try place(0, 5), try place(0, 25))
    let turns = try detour.waypoints(from: start, to: end)
    #expect(turns.count == 2)
    #expect(turns.allSatisfy { $0.latitude < -2 && $0.latitude > -2.3 })
    let way = length([start] + turns + [end])
    #expect(way > length([start, end]))
    // South about: nothing shorter passes the two southern corners.
    #expect(way < length([start, try place(-2.2, 9.8), try place(-2.2, 20.2), end]) + 1)
  }

  @Test
  func
    `no way found over two hundred seeded airspaces passes through one, nor is shorter than the straight line`()
    throws
  {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      let spaces = try (0..<3).map { _ in
        let (south, west) = (
          Double.random(in: 30...60, using: &random), Double.random(in: -20...40, using: &random)
        )
        return try box(
          south, west, south + Double.random(in: 1...8, using: &random),
          west + Double.random(in: 1...12, using: &random))
      }
      let (start, end) = (try place(48, -40), try place(50, 65))
      let turns = try AirspaceDetour(around: spaces).waypoints(from: start, to: end)
      let way = [start] + turns + [end]
      #expect(length(way) >= length([start, end]) - 1e-6)
      for (from, to) in zip(way, way.dropFirst()) {
        let points = Ellipsoid.wgs84.line(from: from, to: to).waypoints(pieces: 200)
        for point in points {
          // Geodesics and great circles part by a few kilometres, as edges and parallels do.
          for space in spaces { #expect(!deepInside(point, space)) }
        }
      }
    }
  }

  /// Whether a point is more than a tenth of a degree within a box, its sides taken as great circles.
  private func deepInside(_ point: Coordinate, _ space: Airspace) -> Bool {
    let (latitudes, longitudes) = (space.corners.map(\.latitude), space.corners.map(\.longitude))
    guard let south = latitudes.min(), let north = latitudes.max(), let west = longitudes.min(),
      let east = longitudes.max()
    else { return false }
    // A great circle between two points of one latitude lies north of the parallel.
    let bulge = 0.5 * ((east - west) / 2 * .pi / 180) * ((east - west) / 2) * 0.5
    return point.latitude > south + bulge + 0.15 && point.latitude < north - 0.15
      && point.longitude > west + 0.2 && point.longitude < east - 0.2
  }

  @Test func `sides of GeoJSON are straight in longitude and latitude, as on the map`() throws {
    let text = #"{"type":"Polygon","coordinates":[[[-30,50],[30,50],[30,70],[-30,70],[-30,50]]]}"#
    let spaces = try Airspace.spaces(geoJSON: Array(text.utf8), file: "box.geojson")
    // A great circle between the southern corners runs north of these.
    for longitude in [-20.0, 0, 20] {
      #expect(throws: FlightsError.self) {
        try AirspaceDetour(around: spaces).waypoints(
          from: place(51, longitude), to: place(40, longitude))
      }
    }
    #expect(
      try AirspaceDetour(around: spaces).waypoints(from: place(49, -20), to: place(40, 0)).isEmpty)
  }

  @Test func `a ring of two thousand corners is gone around`() throws {
    let corners = try (0..<2_000).map { index in
      let angle = Double(index) / 2_000 * 2 * Double.pi
      let ripple = index.isMultiple(of: 2) ? 5.0 : 4.8
      return try place(50 + ripple * 0.6 * sin(angle), ripple * cos(angle))
    }
    let detour = try AirspaceDetour(around: [Airspace(name: "ring", corners: corners)])
    let turns = try detour.waypoints(from: place(50, -12), to: place(50, 12))
    #expect(!turns.isEmpty)
    #expect(length([try place(50, -12)] + turns + [try place(50, 12)]) < 1_900)
  }

  @Test func `an end within an airspace is told, as are areas that are none`() throws {
    let detour = try AirspaceDetour(around: [box(-5, 20, 5, 30)])
    #expect(throws: FlightsError.self) {
      try detour.waypoints(from: place(0, 25), to: place(0, 40))
    }
    #expect(throws: FlightsError.self) {
      try Airspace(name: "line", corners: [place(0, 0), place(1, 1)])
    }
    #expect(throws: FlightsError.self) {
      try Airspace(
        name: "half the Earth",
        corners: [place(0, 0), place(0, 120), place(0, -120)])
    }
    for text in [
      "", "{}", "[1,2]", #"{"type":"FeatureCollection","features":[]}"#,
      #"{"type":"Polygon","coordinates":[[[200,95],[0,1],[1,1],[200,95]]]}"#,
    ] {
      #expect(throws: FlightsError.self) {
        try Airspace.spaces(geoJSON: Array(text.utf8), file: "a.geojson")
      }
    }
  }
}
