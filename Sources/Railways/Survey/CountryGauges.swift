public import Datasets
import Foundation
import Geodesy

/// The usual gauge of a country's railways, for data that says nothing of gauges.
///
/// It is an assumption and is marked so: narrow and special lines have another.
public struct CountryGauges: Sendable {
  private let countries: [Country]
  private let gauges: [String: Gauge]

  fileprivate struct Country: Sendable {
    let code: String
    let rings: [[(x: Double, y: Double)]]
    let west, east, south, north: Double
  }

  /// - Parameters:
  ///   - folder: whose `country_gauges.csv` gives each country's gauge.
  ///   - path: a GeoJSON file of countries, with their ISO 3166 codes as `ISO_A2`.
  /// - Throws: `ImportError` for a file that cannot be read or has no such polygons.
  public init(folder: DataFolder, polygons path: String) throws(ImportError) {
    do {
      let table = try folder.table(
        "country_gauges.csv", columns: ["country", "gauge_mm", "source"])
      var gauges: [String: Gauge] = [:]
      for row in table.rows {
        let number = try row.requiredNumber("gauge_mm")
        guard let gauge = Int(exactly: number), (180...2_500).contains(gauge) else {
          throw row.mistake(
            "a gauge is given in whole millimetres, 180 to 2500", column: "gauge_mm")
        }
        gauges[row["country"]] = Gauge(millimeters: gauge)
      }
      self.gauges = gauges
      let bytes = try DataFolder.bytes(of: URL(fileURLWithPath: path), limit: 1 << 30)
      countries = try Self.countries(bytes, name: path)
    } catch let error as ImportError {
      throw error
    } catch {
      throw .unreadable(path, reason: "\(error)")
    }
    guard !countries.isEmpty else {
      throw .malformed(path, place: "the document", reason: "no polygon has an ISO_A2 code")
    }
  }

  /// The survey with the country of every track and, where it has none, its usual gauge. Tracks are cut
  /// where they cross from one country to another.
  func assigning(to survey: TrackSurvey) -> TrackSurvey {
    var result = survey
    result.references = []
    result.tracks = []
    result.publishedLengths = [:]
    let owner = owners(of: survey)
    for track in survey.tracks {
      let attributes = survey.attributes[track.attributes]
      let points = Array(survey.references[track.range])
      // A point at sea or on a simplified border belongs to the country before it.
      var start = 0
      func take(_ part: Range<Int>, _ country: Int) {
        let place = result.references.count
        for index in part.dropLast() {
          let length = survey.publishedLengths[track.range.lowerBound + index]
          if let length { result.publishedLengths[place + index - part.lowerBound] = length }
        }
        result.addTrack(points[part], self.attributes(attributes, in: country))
      }
      var current = points.lazy.map { owner[Int($0)] }.first { $0 >= 0 } ?? -1
      for place in points.indices {
        let here = owner[Int(points[place])]
        guard here >= 0, here != current else { continue }
        take(start..<place + 1, current)
        start = place
        current = here
      }
      take(start..<points.count, current)
    }
    return result
  }

  /// The number of the country that each point lies in; -1 for none.
  private func owners(of survey: TrackSurvey) -> [Int] {
    var last = 0
    return survey.latitudes.indices.map { point in
      let x = Double(survey.longitudes[point]) / 1e7
      let y = Double(survey.latitudes[point]) / 1e7
      // Neighbouring points are mostly in one country.
      if countries[last].holds(x, y) { return last }
      let found = countries.firstIndex { $0.holds(x, y) } ?? -1
      if found >= 0 { last = found }
      return found
    }
  }

  private func attributes(_ attributes: TrackAttributes, in country: Int) -> TrackAttributes {
    guard country >= 0 else { return attributes }
    var result = attributes
    if result.country.isEmpty { result.country = countries[country].code }
    if result.gauges.isEmpty, let gauge = gauges[countries[country].code] {
      result.gauges = [gauge]
      result.isGaugeAssumed = true
    }
    return result
  }

  // MARK: Polygons

  private static func countries(_ bytes: [UInt8], name: String) throws(ImportError) -> [Country] {
    let document: Document
    do { document = try JSONDecoder().decode(Document.self, from: Data(bytes)) } catch {
      throw .malformed(name, place: "the document", reason: "this is no GeoJSON of countries")
    }
    return document.features.flatMap { feature -> [Country] in
      guard let code = feature.properties.code else { return [] }
      return feature.geometry.polygons.compactMap { polygon in
        let rings = polygon.map { ring in
          ring.compactMap { $0.count >= 2 ? (x: $0[0], y: $0[1]) : nil }
        }
        guard let outer = rings.first, let west = outer.map(\.x).min(),
          let east = outer.map(\.x).max(), let south = outer.map(\.y).min(),
          let north = outer.map(\.y).max()
        else { return nil }
        return Country(
          code: code, rings: rings, west: west, east: east, south: south, north: north)
      }
    }
  }

  private struct Document: Decodable { let features: [Feature] }

  private struct Feature: Decodable {
    let properties: Properties
    let geometry: GeoJSONPolygons
  }

  /// Natural Earth writes -99 for the codes of France and Norway; others of its fields have them.
  private struct Properties: Decodable {
    let ISO_A2: String?
    let ISO_A2_EH: String?
    let WB_A2: String?

    var code: String? {
      [ISO_A2, ISO_A2_EH, WB_A2].compactMap(\.self).first { code in
        code.count == 2 && code.allSatisfy { $0.isASCII && $0.isUppercase }
      }
    }
  }
}

extension CountryGauges.Country {
  /// Whether a point lies within, by counting the borders to its east.
  fileprivate func holds(_ x: Double, _ y: Double) -> Bool {
    guard west <= x, x <= east, south <= y, y <= north else { return false }
    var isInside = false
    for ring in rings {
      var before = ring.last ?? (x: 0, y: 0)
      for corner in ring {
        if (corner.y > y) != (before.y > y),
          x < (before.x - corner.x) * (y - corner.y) / (before.y - corner.y) + corner.x
        {
          isInside.toggle()
        }
        before = corner
      }
    }
    return isInside
  }
}
