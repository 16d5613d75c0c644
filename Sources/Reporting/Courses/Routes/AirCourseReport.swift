public import Gazetteer
import Geodesy
import Quantities
public import Travel
import Wording

/// The straight lines from place to place, as a flight at its shortest.
public struct AirCourseReport: CourseReport {
  /// The places that were asked for, in order.
  let places: [Place]
  let way: TypedDistance
  let attributions: [String]

  public init(places: [Place], way: TypedDistance, attributions: [String]) {
    self.places = places
    self.way = way
    self.attributions = attributions
  }

  var title: String { places.map(\.name).joined(separator: " – ") }
  private var lines: [(title: String, line: Polyline)] { Polyline.straightLines(through: places) }

  public var story: Story {
    var story = Story()
    story.blocks.append(.heading(level: 1, Line("\(title) by air", .strong)))
    story.blocks.append(.items([(Line("\(way.kind.rawValue) \(way.words): \(way.basis)"), [])]))
    story.blocks.append(.paragraph(Line(attributions.joined(separator: "; "), .dim)))
    return story
  }

  public var geoJSON: JSONValue {
    let features = lines.map { title, line in
      GeoJSON.straight(line, title, isMain: true)
    }
    let marks = places.map { GeoJSON.marker($0) }
    return GeoJSON.collection(
      features + marks, lines: lines.map(\.line), points: places.compactMap(\.coordinate),
      provenance: provenance)
  }

  /// What it is and where it comes from, for exports.
  private var provenance: [String: JSONValue] {
    CourseDocument.header.merging([
      "mode": .text("air"), "attribution": .array(attributions.map { .text($0) }),
      "length_km": .array([.rounded(way.central.kilometers, 3)]),
    ]) { first, _ in first }
  }

  public var json: JSONValue {
    .object(
      CourseDocument.header.merging([
        "mode": .text("air"), "network": .null, "terms": .text(""),
        "attribution": .array(attributions.map { .text($0) }),
        "places": .array(
          places.map { place in
            .object(["id": .text(place.id.text), "name": .text(place.name)])
          }), "geodesic_km": .rounded(way.central.kilometers, 3),
        "paths": .array([
          .object([
            "length_km": .rounded(way.central.kilometers, 3),
            "interval_km": .kilometers(way.interval),
            "basis": .words(way.basis),
          ])
        ]),
      ]) { first, _ in first })
  }

  public var csv: String {
    var rows = [CourseDocument.columns.joined(separator: ",")]
    var travelled = 0.0
    for (start, end) in zip(places, places.dropFirst()) {
      let length = Polyline(from: start, straightTo: end)?.length().kilometers ?? 0
      let kilometers = Numbers.plain(length, 3)
      let fields = [
        "1", Numbers.plain(travelled, 3), kilometers, "", "", "", start.name, end.name,
      ]
      let blank = Array(repeating: "", count: CourseDocument.columns.count - fields.count - 1)
      rows.append(CommaSeparated.row(fields + blank + [way.kind.rawValue]))
      travelled += length
    }
    return rows.joined(separator: "\n") + "\n"
  }

  public var gpx: String { GPX(atlas: atlas).text }
  public var kml: String { KML(atlas: atlas).text }

  private var atlas: Atlas {
    Atlas(
      course: title, attributions, places,
      lines.map { title, line in
        Atlas.Line(
          name: "\(title), straight line", description: "WGS 84 geodesic", kind: .straight,
          line: line)
      })
  }

  public func movingFeatures(_ motion: CourseMotion?) -> JSONValue {
    let line = try? Polyline(lines.flatMap(\.line.points))
    let feature = motion.flatMap { motion in
      line.map {
        MovingFeatures.Feature(
          name: title, kind: "supposed average", note: "along the straight lines between places",
          path: $0.gone(
            from: motion.start, to: motion.start + way.central.meters / motion.speed))
      }
    }
    return MovingFeatures(features: [feature].compactMap(\.self), provenance: provenance).json
  }
}
