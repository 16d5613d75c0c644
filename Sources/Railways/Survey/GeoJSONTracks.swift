import Foundation
import Geodesy
import Quantities

/// Reads lines of a GeoJSON file as tracks: Natural Earth's railroads, traces of OpenStreetMap, one's own.
///
/// Lines meet where their positions are the same to 1e-7 degrees. Properties are read as OpenStreetMap
/// tags where they bear such names; a line without `railway` is a railway. Natural Earth is known by its own
/// properties and counts as generalized.
struct GeoJSONTracks {
  let name: String
  let takesFerries: Bool

  /// - Throws: `ImportError.malformed` for what is no GeoJSON or has positions that cannot be,
  ///   `.nothingFound` for a file without lines.
  func survey(
    bytes: [UInt8], _ report: inout SurveyReport
  ) throws(ImportError) -> TrackSurvey {
    let document: Document
    do { document = try JSONDecoder().decode(Document.self, from: Data(bytes)) } catch {
      throw .malformed(name, place: Self.place(of: error), reason: "this is no GeoJSON of lines")
    }
    var survey = TrackSurvey()
    var points: [Int64: Int32] = [:]
    for (index, feature) in document.features.enumerated() {
      report.count("features read")
      guard let track = track(feature) else {
        report.count("features dropped: no railway")
        continue
      }
      for line in feature.geometry?.lines ?? [] {
        var references: [Int32] = []
        references.reserveCapacity(line.count)
        for position in line {
          let place = try Self.fixedPoint(position, in: name, feature: index)
          let key = Int64(place.latitude) << 32 | Int64(UInt32(bitPattern: place.longitude))
          if let known = points[key] {
            references.append(known)
          } else {
            let point = survey.addPoint(latitude: place.latitude, longitude: place.longitude)
            points[key] = point
            references.append(point)
          }
        }
        survey.addTrack(references, track)
      }
    }
    guard !survey.tracks.isEmpty else { throw .nothingFound(name) }
    report.count("lines taken", survey.tracks.count)
    return survey
  }

  private func track(_ feature: Feature) -> TrackAttributes? {
    guard feature.geometry?.lines.isEmpty == false else { return nil }
    var values = feature.properties?.compactMapValues(\.text) ?? [:]
    if values["featurecla"] == "Railroad ferry" {
      values["route"] = "ferry"
      values["rail"] = "yes"
    } else if values["railway"] == nil {
      values["railway"] = "rail"
    }
    var track = OSMTags(values).track(ferries: takesFerries)
    if values["featurecla"] != nil, values["scalerank"] != nil { track?.detail = .generalized }
    return track
  }

  private static func fixedPoint(
    _ position: [Double], in name: String, feature: Int
  ) throws(ImportError) -> (latitude: Int32, longitude: Int32) {
    guard position.count >= 2, abs(position[0]) <= 180, abs(position[1]) <= 90 else {
      throw .malformed(
        name, place: "feature \(feature + 1)",
        reason: "\(position.prefix(3)) is no position; GeoJSON puts the longitude first")
    }
    let longitude = Int32(held: (position[0] * 1e7).rounded())
    // Lines cut at the antimeridian meet there again.
    return (
      Int32(held: (position[1] * 1e7).rounded()),
      longitude == -1_800_000_000 ? 1_800_000_000 : longitude
    )
  }

  private static func place(of error: any Error) -> String {
    let path: [any CodingKey]
    switch error {
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
      DecodingError.keyNotFound(_, let context), DecodingError.dataCorrupted(let context):
      path = context.codingPath
    default: path = []
    }
    guard !path.isEmpty else { return "the document" }
    return path.prefix(6).map { $0.intValue.map { "\($0 + 1)" } ?? $0.stringValue }
      .joined(separator: " ")
  }

  // MARK: The format

  private struct Document: Decodable {
    let features: [Feature]
  }

  private struct Feature: Decodable {
    let properties: [String: Value]?
    let geometry: Geometry?
  }

  /// The lines of a geometry; other geometries have none.
  private struct Geometry: Decodable {
    let lines: [[[Double]]]

    private enum CodingKeys: CodingKey { case type, coordinates }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      switch try fields.decode(String.self, forKey: .type) {
      case "LineString": lines = [try fields.decode([[Double]].self, forKey: .coordinates)]
      case "MultiLineString": lines = try fields.decode([[[Double]]].self, forKey: .coordinates)
      default: lines = []
      }
    }
  }

  /// A property as text; lists and objects have none.
  private struct Value: Decodable {
    let text: String?

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let text = try? value.decode(String.self) {
        self.text = text
      } else if let number = try? value.decode(Double.self) {
        text =
          number == number.rounded() && abs(number) < 1e15 ? "\(Int(held: number))" : "\(number)"
      } else {
        text = nil
      }
    }
  }
}
