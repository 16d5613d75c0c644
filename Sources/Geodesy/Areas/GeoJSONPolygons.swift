/// The polygons of a GeoJSON geometry (RFC 7946, §3.1.6 and §3.1.7); a geometry of another type has none.
public struct GeoJSONPolygons: Decodable, Sendable {
  /// Polygons of rings of positions, longitude first; the first ring of each is the outer one.
  public let polygons: [[[[Double]]]]

  private enum CodingKeys: CodingKey { case type, coordinates }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    switch try fields.decode(String.self, forKey: .type) {
    case "Polygon": polygons = [try fields.decode([[[Double]]].self, forKey: .coordinates)]
    case "MultiPolygon": polygons = try fields.decode([[[[Double]]]].self, forKey: .coordinates)
    default: polygons = []
    }
  }
}
