import Foundation
import Geodesy

extension Airspace {
  /// The areas of a GeoJSON file: every outer ring of its polygons; holes count as closed.
  ///
  /// - Throws: `FlightsError.airspace` with what is wrong with which feature.
  public static func spaces(
    geoJSON bytes: [UInt8], file: String
  ) throws(FlightsError) -> [Airspace] {
    let document: Document
    do { document = try JSONDecoder().decode(Document.self, from: Data(bytes)) } catch {
      throw .airspace("\(file): this is no GeoJSON of polygons")
    }
    var spaces: [Airspace] = []
    for (index, feature) in document.features.enumerated() {
      let name = feature.properties?.name ?? feature.properties?.title ?? "feature \(index + 1)"
      for polygon in feature.geometry?.polygons ?? [] {
        guard let ring = polygon.first else { continue }
        var corners: [Coordinate] = []
        for position in ring {
          guard position.count >= 2, abs(position[0]) <= 180,
            let corner = try? Coordinate(latitude: position[1], longitude: position[0])
          else {
            throw .airspace(
              "\(file): feature \(index + 1): \(position.prefix(3)) is no position; GeoJSON puts the longitude first"
            )
          }
          corners.append(corner)
        }
        spaces.append(try Airspace(name: name, corners: corners))
      }
    }
    guard !spaces.isEmpty else { throw .airspace("\(file): it holds no polygon") }
    return spaces
  }

  /// A collection, a feature, or a geometry alone.
  private struct Document: Decodable {
    let features: [Feature]

    private enum CodingKeys: CodingKey { case type, features }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      switch try fields.decode(String.self, forKey: .type) {
      case "FeatureCollection": features = try fields.decode([Feature].self, forKey: .features)
      case "Feature": features = [try Feature(from: decoder)]
      default: features = [Feature(properties: nil, geometry: try GeoJSONPolygons(from: decoder))]
      }
    }
  }

  private struct Feature: Decodable {
    let properties: Properties?
    let geometry: GeoJSONPolygons?
  }

  private struct Properties: Decodable {
    let name: String?
    let title: String?

    private enum CodingKeys: CodingKey { case name, title }

    init(from decoder: any Decoder) throws {
      let fields = try? decoder.container(keyedBy: CodingKeys.self)
      name = try? fields?.decode(String.self, forKey: .name)
      title = try? fields?.decode(String.self, forKey: .title)
    }
  }
}
