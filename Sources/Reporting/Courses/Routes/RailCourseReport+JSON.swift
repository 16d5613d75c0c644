import Gazetteer
import Geodesy
import Quantities
import Railways
import Travel
import Wording

extension RailCourseReport {
  /// The courses as plain JSON.
  public var json: JSONValue {
    .object(
      CourseDocument.header.merging([
        "mode": .text("rail"), "network": network, "terms": .text(terms),
        "places": .array(
          route.stops.map { stop in
            .object([
              "id": .text(stop.place.id.text), "name": .text(stop.place.name),
              "distance_to_track_km": .rounded(stop.distance.kilometers, 3),
            ])
          }), "geodesic_km": .rounded(route.geodesic?.central.kilometers, 3),
        "attribution": .array(attributions.map { .text($0) }),
        "paths": .array(
          route.ways.compactMap { way in way.course.map { json(of: $0, way) } }),
      ]) { first, _ in first })
  }

  private func json(of course: RailCourse, _ way: TypedDistance) -> JSONValue {
    let coverage = course.coverage.map {
      ($0.key.rawValue, JSONValue.rounded($0.value.kilometers, 3))
    }
    return .object([
      "length_km": .rounded(way.central.kilometers, 3), "interval_km": .kilometers(way.interval),
      "basis": .words(way.basis),
      "coverage_km": .object(Dictionary(coverage) { first, _ in first }),
      "lines": .array(course.lineNames.map { .text($0) }),
      "time_at_line_speed_s": .rounded(
        course.timeAtLineSpeed(noFasterThan: route.query.trainSpeed) / .seconds(1), 0),
      "line_speed_known_share": .rounded(course.share { $0.lineSpeed != nil }, 3),
      "stations": .array(course.stations.map { .object($0.fields) }),
      "sections": .array(course.sections.map { .object($0.fields) }),
      "gauge_breaks": .array(course.gaugeBreaks.map(json)),
      "reversals": .array(course.reversals.map { .object($0.fields) }),
      "borders": .array(
        course.borders.map { border in
          var fields = border.location.fields
          fields["countries"] =
            border.countries.map { .array([.text($0.from), .text($0.to)]) } ?? .null
          return .object(fields)
        }),
    ])
  }

  private func json(_ change: RailCourse.GaugeBreak) -> JSONValue {
    var fields = change.location.fields
    fields["from_mm"] = .array(change.from.map { .whole($0.millimeters) })
    fields["to_mm"] = .array(change.to.map { .whole($0.millimeters) })
    fields["method"] = .text(change.site.method)
    fields["status"] = .text(change.site.status.rawValue)
    fields["hours"] = .array([
      .optional(change.site.hours.least), .optional(change.site.hours.most),
    ])
    fields["alternatives"] = .array(change.alternatives.map { .object($0.fields) })
    return .object(fields)
  }
}

extension RailCourse.Location {
  /// Where it is, along the course and on the Earth.
  fileprivate var fields: [String: JSONValue] {
    [
      "km": .rounded(chainage.kilometers, 3), "place": place.map { .text($0.text) } ?? .null,
      "name": .text(name), "latitude": .optional(coordinate?.latitude),
      "longitude": .optional(coordinate?.longitude),
    ]
  }
}
