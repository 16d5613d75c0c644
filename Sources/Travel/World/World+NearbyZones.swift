import FoundationEssentials
public import Gazetteer
public import Geodesy
public import Quantities

#if canImport(Glibc)
  import Glibc
#endif

/// The time zones that the clocks near a point are in, as the nearest towns, stations and airports have them.
public struct NearbyZones: Sendable {
  /// Those of the nearest place first; of several wherever places of other zones are hardly farther.
  public let zones: [String]
  /// Of the nearest place; blank where places of another country are hardly farther.
  public let country: String
  public let nearest: Place
  public let distance: Distance
}

extension World {
  /// Within so many metres a place tells of the zone of a point as well as the nearest; estimated from how far towns lie
  /// apart.
  private static let reach = 50_000.0
  private static let mostZones = 4

  /// The zones near a point; nil where no place of the gazetteer has a position and a zone.
  public func zones(near point: Coordinate) -> NearbyZones? {
    let found = gazetteer.places.compactMap { place -> (place: Place, meters: Double)? in
      guard !place.zones.isEmpty, let other = place.coordinate else { return nil }
      return (place, Self.sphericalMeters(point, other))
    }
    guard let nearest = found.min(by: { $0.meters < $1.meters }) else { return nil }
    let limit = max(Self.reach, nearest.meters * 2)
    let near = found.filter { $0.meters <= limit }.sorted {
      ($0.meters, $0.place.id.text) < ($1.meters, $1.place.id.text)
    }
    let zones = near.flatMap(\.place.zones).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let isOfOne = near.allSatisfy { $0.place.country == nearest.place.country }
    return NearbyZones(
      zones: Array(zones.prefix(Self.mostZones)), country: isOfOne ? nearest.place.country : "",
      nearest: nearest.place, distance: .meters(nearest.meters))
  }

  /// Good to half a percent, which is enough to see what is near.
  private static func sphericalMeters(_ one: Coordinate, _ other: Coordinate) -> Double {
    let radians = Double.pi / 180
    let (first, second) = (one.latitude * radians, other.latitude * radians)
    let across = (other.longitude - one.longitude) * radians
    let up = sin((second - first) / 2)
    let over = sin(across / 2)
    let chord = up * up + cos(first) * cos(second) * over * over
    return 2 * 6_371_000 * asin(min(1, chord.squareRoot()))
  }
}
