import Foundation
import Geodesy
import Quantities

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
        do { spaces.append(try Airspace(name: name, corners: corners(of: ring))) } catch {
          throw .airspace("\(file), feature \(index + 1): \(error)")
        }
      }
    }
    guard !spaces.isEmpty else { throw .airspace("\(file): it holds no polygon") }
    return spaces
  }

  /// The corners of a ring whose sides are straight in longitude and latitude, as GeoJSON means them (RFC 7946,
  /// §3.1.1): long sides get corners at every degree.
  private static func corners(of ring: [[Double]]) throws(FlightsError) -> [Coordinate] {
    var corners: [Coordinate] = []
    for (index, position) in ring.enumerated() {
      guard position.count >= 2, abs(position[0]) <= 180,
        let corner = try? Coordinate(latitude: position[1], longitude: position[0])
      else {
        throw .airspace(
          "\(position.prefix(2)) is no position: the longitude comes first, within ±180, and areas over the "
            + "antimeridian are cut there")
      }
      if index > 0, let last = ring[index - 1].prefix(2).count == 2 ? ring[index - 1] : nil {
        let (east, north) = (position[0] - last[0], position[1] - last[1])
        let pieces = min(720, max(1, Int(held: max(abs(east), abs(north)).rounded(.up))))
        for piece in 1..<max(2, pieces) where pieces > 1 {
          let share = Double(piece) / Double(pieces)
          if let between = try? Coordinate(
            latitude: last[1] + north * share, longitude: last[0] + east * share)
          {
            corners.append(between)
          }
        }
      }
      corners.append(corner)
    }
    return corners
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
