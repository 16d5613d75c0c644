import Gazetteer
import Geodesy
import Quantities
import Railways
import Travel

extension GeoJSON {
  /// Something that happens on a course, for maps.
  struct CourseEvent {
    let location: RailCourse.Location
    let title: String
    /// Such as `gauge-break`.
    let kind: String
  }

  /// Changes of gauge, reversals and borders of a course, kind by kind.
  static func events(of course: RailCourse) -> [CourseEvent] {
    course.gaugeBreaks.map { change in
      CourseEvent(
        location: change.location,
        title: "gauge break: \(change.from.title) to \(change.to.title), \(change.site.method)",
        kind: "gauge-break")
    }
      + course.reversals.map { CourseEvent(location: $0, title: "reversal", kind: "reversal") }
      + course.borders.map { border in
        CourseEvent(
          location: border.location,
          title: border.countries.map { "border \($0.from)–\($0.to)" } ?? "border", kind: "border")
      }
  }

  static func feature(_ event: CourseEvent, _ further: [String: JSONValue]) -> JSONValue {
    let location = event.location
    let name = location.title
    return feature(
      point: location.coordinate,
      properties: [
        "title": .text(name.isEmpty ? event.title : "\(name): \(event.title)"),
        "id": location.place.map { .text($0.text) } ?? .null, "kind": .text(event.kind),
        "chainage_km": .rounded(location.chainage.kilometers, 3),
        "marker-color": .text("#b7950b"),
      ].merging(further) { first, _ in first })
  }

  /// A place that was asked for.
  static func marker(_ place: Place, _ further: [String: JSONValue] = [:]) -> JSONValue {
    feature(
      point: place.coordinate,
      properties: [
        "title": .text(place.name), "id": .text(place.id.text), "kind": .text(place.kind.rawValue),
        "marker-color": .text("#1f6f8b"),
      ].merging(further) { first, _ in first })
  }

  /// A straight line between places.
  static func straight(_ line: Polyline, _ title: String, isMain: Bool) -> JSONValue {
    feature(
      line: line,
      properties: [
        "title": .text("\(title), straight line"), "kind": .text("geodesic"),
        "length_km": .rounded(line.length().kilometers, 3),
        "stroke": .text(isMain ? "#1f6f8b" : "#888888"), "stroke-width": .number(isMain ? 3 : 1),
        "stroke-opacity": .number(0.8),
      ])
  }
}

extension JSONValue {
  /// The ends of an interval in kilometres.
  static func kilometers(_ interval: Interval<Distance>) -> JSONValue {
    .array([
      .rounded(interval.lower?.kilometers, 3), .rounded(interval.upper?.kilometers, 3),
    ])
  }
}
