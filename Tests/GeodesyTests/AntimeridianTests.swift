import Quantities
import Geodesy
import Testing

@Suite struct AntimeridianTests {
  @Test func `a line over the antimeridian is cut there and shares the cut`() throws {
    let line = try Polyline([
      Coordinate(latitude: 35.55, longitude: 139.78),
      Coordinate(latitude: 37.62, longitude: -122.38),
    ]).densified(every: .kilometers(100))
    let parts = line.partsByAntimeridian()
    #expect(parts.count == 2)
    #expect(parts[0].last?.longitude == 180)
    #expect(parts[1].first?.longitude == -180)
    #expect(parts[0].last?.latitude == parts[1].first?.latitude)
    for part in parts {
      for (one, other) in zip(part, part.dropFirst()) {
        #expect(abs(one.longitude - other.longitude) <= 180)
      }
    }
  }

  @Test func `a line that stays on one side is left whole`() throws {
    let line = try Polyline([
      Coordinate(latitude: 39, longitude: 125.7), Coordinate(latitude: 43.1, longitude: 131.9),
    ])
    #expect(line.partsByAntimeridian().count == 1)
  }
}
