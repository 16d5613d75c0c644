public import Geodesy
import Quantities

/// Builds GeoJSON (RFC 7946): longitude first, WGS 84, six decimals, cut at the antimeridian.
public enum GeoJSON {
  /// A collection with its bounding box and, as a foreign member, where it comes from.
  public static func collection(
    _ features: [JSONValue], lines: [Polyline], points: [Coordinate],
    provenance: [String: JSONValue]
  ) -> JSONValue {
    var fields: [String: JSONValue] = [
      "type": .text("FeatureCollection"), "features": .array(features),
      "wayproof": .object(
        provenance.merging(["program": .text(ProgramVersion.name)]) { given, _ in given }),
    ]
    if let box = box(lines, points) { fields["bbox"] = box }
    return .object(fields)
  }

  /// A line feature; a geodesic is densified so that it is drawn as one.
  public static func feature(
    line: Polyline, properties: [String: JSONValue]
  ) -> JSONValue {
    let parts = line.partsByAntimeridian().map { part in
      JSONValue.array(part.map { position($0.longitude, $0.latitude) })
    }
    let geometry: JSONValue =
      parts.count == 1
      ? .object(["type": .text("LineString"), "coordinates": parts[0]])
      : .object(["type": .text("MultiLineString"), "coordinates": .array(parts)])
    return feature(geometry, properties)
  }

  /// A point feature; a place without a position has a null geometry.
  public static func feature(
    point: Coordinate?, properties: [String: JSONValue]
  ) -> JSONValue {
    let geometry = point.map { point in
      JSONValue.object([
        "type": .text("Point"), "coordinates": position(point.longitude, point.latitude),
      ])
    }
    return feature(geometry ?? .null, properties)
  }

  /// A feature of closed rings, each a polygon of its own; without any its geometry is null.
  public static func feature(
    area rings: [[Outline.Corner]], properties: [String: JSONValue]
  ) -> JSONValue {
    let polygons = rings.map { ring in
      JSONValue.array([.array(ring.map { position($0.longitude, $0.latitude) })])
    }
    let geometry: JSONValue =
      switch polygons.count {
      case 0: .null
      case 1: .object(["type": .text("Polygon"), "coordinates": polygons[0]])
      default: .object(["type": .text("MultiPolygon"), "coordinates": .array(polygons)])
      }
    return feature(geometry, properties)
  }

  private static func feature(
    _ geometry: JSONValue, _ properties: [String: JSONValue]
  ) -> JSONValue {
    .object([
      "type": .text("Feature"), "geometry": geometry, "properties": .object(properties),
    ])
  }

  private static func position(_ longitude: Double, _ latitude: Double) -> JSONValue {
    .array([.rounded(longitude, 6), .rounded(latitude, 6)])
  }

  /// West, south, east, north; west is greater than east where a line crosses the antimeridian (§5.2).
  private static func box(_ lines: [Polyline], _ points: [Coordinate]) -> JSONValue? {
    var places = points.map { (longitude: $0.longitude, latitude: $0.latitude) }
    var crosses = false
    for line in lines {
      let parts = line.partsByAntimeridian()
      crosses = crosses || parts.count > 1
      places += parts.flatMap(\.self)
    }
    guard let south = places.map(\.latitude).min(), let north = places.map(\.latitude).max() else {
      return nil
    }
    let longitudes = places.map(\.longitude)
    let west = crosses ? longitudes.filter { $0 > 0 }.min() : longitudes.min()
    let east = crosses ? longitudes.filter { $0 < 0 }.max() : longitudes.max()
    guard let west, let east else { return nil }
    return .array([
      .rounded(west, 6), .rounded(south, 6), .rounded(east, 6), .rounded(north, 6),
    ])
  }
}
