public import Foundation

/// Land or countries to draw below a map: closed outlines, read from GeoJSON such as Natural Earth's.
public struct Basemap: Sendable {
  /// One closed line, its first point again at its end.
  public struct Outline: Sendable {
    public let points: [Coordinate]
    /// Degrees, the least and the greatest.
    let latitudes: ClosedRange<Double>
  }

  public let outlines: [Outline]
  /// Who has to be named under a map.
  public let attribution: String

  /// - Parameters:
  ///   - geoJSON: a feature collection of polygons or multipolygons in longitude and latitude (RFC 7946).
  ///   - attribution: who has to be named under a map.
  /// - Throws: `GeodesyError.basemap` where it is none, or has no polygon.
  public init(geoJSON: Data, attribution: String) throws(GeodesyError) {
    let collection: Collection
    do { collection = try JSONDecoder().decode(Collection.self, from: geoJSON) } catch {
      throw .basemap("it is no GeoJSON feature collection of polygons")
    }
    outlines = collection.features.flatMap { $0.geometry?.rings ?? [] }.compactMap(Outline.init)
    guard !outlines.isEmpty else { throw .basemap("it has no polygon") }
    self.attribution = attribution
  }

  /// - Parameters:
  ///   - rings: closed lines; those with a place that is none are left out.
  ///   - attribution: who has to be named under a map.
  public init(rings: [[Geodesy.Outline.Corner]], attribution: String) {
    outlines = rings.compactMap { ring in Outline(ring.map { [$0.longitude, $0.latitude] }) }
    self.attribution = attribution
  }

  private struct Collection: Decodable {
    let features: [Feature]
  }

  private struct Feature: Decodable {
    let geometry: Geometry?
  }

  /// The rings of polygons; nothing of other geometries.
  private struct Geometry: Decodable {
    let rings: [[[Double]]]

    private enum Key: String, CodingKey { case type, coordinates }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      switch try container.decode(String.self, forKey: .type) {
      case "Polygon": rings = try container.decode([[[Double]]].self, forKey: .coordinates)
      case "MultiPolygon":
        rings = try container.decode([[[[Double]]]].self, forKey: .coordinates).flatMap(\.self)
      default: rings = []
      }
    }
  }
}

extension Basemap.Outline {
  /// Nil for fewer than three places, or one that is none.
  fileprivate init?(_ ring: [[Double]]) {
    var points: [Coordinate] = []
    for pair in ring {
      guard pair.count >= 2, let place = try? Coordinate(latitude: pair[1], longitude: pair[0])
      else { return nil }
      points.append(place)
    }
    guard points.count >= 3 else { return nil }
    self.points = points
    let all = points.map(\.latitude)
    latitudes = (all.min() ?? 0)...(all.max() ?? 0)
  }

  /// Whether it may come within some degrees of latitude of a place.
  public func mayReach(_ place: Coordinate, within degrees: Double) -> Bool {
    latitudes.lowerBound <= place.latitude + degrees
      && latitudes.upperBound >= place.latitude - degrees
  }
}
