import Gazetteer
import Geodesy
import Quantities
import Railways
import Travel

extension RailCourseReport {
  /// One feature for each section of each course, with chainage, line, gauge and speed; the straight line; the
  /// places, reversals, borders and gauge breaks.
  public var geoJSON: JSONValue {
    let sections = route.courses.enumerated().flatMap { rank, course in
      course.sections.compactMap { section in
        (try? Polyline(course.points(of: section))).map {
          (line: $0, section: section, rank: rank, note: course.geometryNote)
        }
      }
    }
    let straight = Polyline.straightLines(through: route.places)
    var features = sections.map { line, section, rank, note in
      var fields = section.fields
      fields["geometry_note"] = .text(note)
      fields["path"] = .whole(rank + 1)
      fields["stroke"] = .text(rank == 0 ? "#b03a2e" : "#7d6608")
      fields["stroke-width"] = .number(3)
      fields["stroke-opacity"] = .number(rank == 0 ? 1 : 0.6)
      return GeoJSON.feature(line: line, properties: fields)
    }
    features += route.courses.enumerated().flatMap { rank, course in
      GeoJSON.events(of: course).map { GeoJSON.feature($0, ["path": .whole(rank + 1)]) }
    }
    features += straight.map { GeoJSON.straight($0.line, $0.title, isMain: false) }
    features += route.stops.map { stop in
      GeoJSON.marker(
        stop.place, ["distance_to_track_km": .rounded(stop.distance.kilometers, 3)])
    }
    return GeoJSON.collection(
      features, lines: sections.map(\.line) + straight.map(\.line),
      points: route.places.compactMap(\.coordinate), provenance: provenance)
  }

  /// What it is and where it comes from, for exports.
  var provenance: [String: JSONValue] {
    CourseDocument.header.merging([
      "mode": .text("rail"), "network": network, "terms": .text(terms),
      "attribution": .array(attributions.map { .text($0) }),
      "length_km": .array(route.ways.map { .rounded($0.central.kilometers, 3) }),
      "interval_km": .array(route.ways.map { .kilometers($0.interval) }),
    ]) { first, _ in first }
  }

  /// The imported network, if it goes by one.
  var network: JSONValue {
    let source = route.courses.first?.source
    return source?.detail == nil ? .null : .text(source?.name ?? "")
  }
}

extension RailCourse.Section {
  /// Everything that is known of it.
  var fields: [String: JSONValue] {
    [
      "kind": .text("track"), "title": .text(attributes.title.isEmpty ? "track" : attributes.title),
      "line": .text(attributes.name), "number": .text(attributes.number),
      "chainage_km": .rounded(chainage.kilometers, 3), "length_km": .rounded(length.kilometers, 3),
      "interval_km": .kilometers(lengthInterval), "railway": .text("\(attributes.kind)"),
      "use": .text("\(attributes.use)"),
      "gauge_mm": .array(attributes.gauges.map { .whole($0.millimeters) }),
      "gauge_assumed": .flag(attributes.isGaugeAssumed),
      "line_speed_kmh": lineSpeed.map { .whole(Int(held: $0.kilometersPerHour.rounded())) }
        ?? .null,
      "electrification": .text(attributes.powerWords), "country": .text(attributes.country),
      "traffic": .text("\(attributes.traffic)"), "basis": .text(attributes.basis.rawValue),
      "detail": attributes.basis == .geometry ? .text(attributes.detail.rawValue) : .null,
    ]
  }
}
