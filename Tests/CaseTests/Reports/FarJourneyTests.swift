import Casework
import Foundation
import Reporting
import Testing

/// Journeys across the antimeridian and by way of the pole, drawn and exported.
@Suite struct FarJourneyTests {
  private func features(_ text: String) throws -> [[String: Any]] {
    let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    return try #require(document?["features"] as? [[String: Any]])
  }

  @Test(arguments: ["pacific", "pole"])
  func `GeoJSON is cut at the antimeridian, and its box goes on eastwards`(slug: String) throws {
    let dossier = try CaseRunner.made(slug)
    let text = GeoJSON.document(dossier).text()
    let lines = try features(text).compactMap { $0["geometry"] as? [String: Any] }.filter {
      $0["type"] as? String == "MultiLineString"
    }
    let parts = try #require(lines.first?["coordinates"] as? [[[Double]]])
    #expect(parts.count == 2)
    for part in parts {
      for (one, other) in zip(part, part.dropFirst()) { #expect(abs(one[0] - other[0]) < 180) }
    }
    let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let box = try #require(document?["bbox"] as? [Double])
    #expect(box[0] > 0 && box[2] < 0, "west of the line to east of it: \(box)")
  }

  @Test func `a way by the pole goes near it`() throws {
    let text = GeoJSON.document(try CaseRunner.made("pole")).text()
    let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let box = try #require(document?["bbox"] as? [Double])
    // By pyproj, the geodesic of these airports comes to 83.996 degrees; its points here are 50 km apart.
    #expect(abs(box[3] - 83.996) < 0.01)
  }

  @Test(arguments: ["pacific", "pole"])
  func `moving features go on beyond 180 degrees, in small steps`(slug: String) throws {
    let text = try CaseRunner.made(slug).movingFeatures.text()
    for feature in try features(text) {
      let course = try #require(feature["temporalGeometry"] as? [String: Any])
      let places = try #require(course["coordinates"] as? [[Double]])
      let times = try #require(course["datetimes"] as? [String])
      #expect(places.count == times.count && places.count > 10)
      for (one, other) in zip(places, places.dropFirst()) { #expect(abs(one[0] - other[0]) < 30) }
      #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  @Test(arguments: ["pacific", "pole"])
  func `the map draws the straight line as one line without a jump`(slug: String) throws {
    let page = try CaseRunner.made(slug).page(carrying: [])
    let paths = page.components(separatedBy: "<path class=\"second\" d=\"").dropFirst()
    let path = try #require(paths.first?.split(separator: "\"").first)
    let points = path.split { $0 == "M" || $0 == "L" }.map { pair in
      pair.split(separator: " ").compactMap { Double($0) }
    }
    #expect(points.count > 20)
    for (one, other) in zip(points, points.dropFirst()) {
      #expect(abs(one[0] - other[0]) + abs(one[1] - other[1]) < 40)
    }
  }
}
