import Geodesy
import Quantities

/// Writes OGC Moving Features in JSON (MF-JSON Prism, OGC 19-045r3): where something was at each moment.
struct MovingFeatures {
  struct Feature {
    let name: String
    /// What it is: a run that was simulated, an example, a supposed average.
    let kind: String
    /// What its course leaves out.
    let note: String
    /// Seconds since 1970, later ones later; between two it goes straight and evenly.
    var path: [(time: Double, place: Coordinate)]
  }

  let features: [Feature]
  let provenance: [String: JSONValue]

  var json: JSONValue {
    let told = features.map {
      Feature(
        name: $0.name, kind: $0.kind, note: $0.note, path: Self.distinct($0.path))
    }
    .filter { $0.path.count > 1 }
    return .object([
      "type": .text("FeatureCollection"),
      "crs": .object([
        "type": .text("Name"),
        "properties": .object(["name": .text("urn:ogc:def:crs:OGC:1.3:CRS84")]),
      ]),
      "trs": .object([
        "type": .text("Link"),
        "properties": .object([
          "type": .text("ogcdef"),
          "href": .text("http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"),
        ]),
      ]),
      "features": .array(told.map(Self.feature)),
      "wayproof": .object(
        provenance.merging(["program": .text(ProgramVersion.name)]) { given, _ in given }),
    ])
  }

  /// Moments to the second, each once.
  private static func distinct(
    _ path: [(time: Double, place: Coordinate)]
  ) -> [(time: Double, place: Coordinate)] {
    var kept: [(time: Double, place: Coordinate)] = []
    for (time, place) in path where time.isFinite && abs(time) < 2.6e11 {
      if let last = kept.last, time.rounded() <= last.time { continue }
      kept.append((time.rounded(), place))
    }
    return kept
  }

  private static func feature(_ feature: Feature) -> JSONValue {
    .object([
      "type": .text("Feature"),
      "temporalGeometry": .object([
        "type": .text("MovingPoint"), "interpolation": .text("Linear"),
        "datetimes": .array(feature.path.map { .text(Numbers.iso($0.time)) }),
        "coordinates": .array(unwrapped(feature.path.map(\.place))),
      ]),
      "properties": .object([
        "name": .text(feature.name.onOneLine), "kind": .text(feature.kind),
        "note": .text(feature.note),
      ]),
    ])
  }

  /// Longitudes go on beyond 180 where the antimeridian is crossed, so that the way between two is the short one.
  private static func unwrapped(_ places: [Coordinate]) -> [JSONValue] {
    var shift = 0.0
    var last: Double?
    return places.map { place in
      if let last {
        if place.longitude + shift - last > 180 { shift -= 360 }
        if place.longitude + shift - last < -180 { shift += 360 }
      }
      let longitude = place.longitude + shift
      last = longitude
      return .array([.rounded(longitude, 6), .rounded(place.latitude, 6)])
    }
  }
}

extension Polyline {
  /// The line as it is gone evenly from one moment to another.
  func gone(from start: Double, to end: Double) -> [(time: Double, place: Coordinate)] {
    var lengths = [0.0]
    for (from, to) in zip(points, points.dropFirst()) {
      lengths.append((lengths.last ?? 0) + Ellipsoid.wgs84.distance(from: from, to: to).meters)
    }
    let whole = lengths.last ?? 0
    return zip(points, lengths).map { place, length in
      (start + (whole > 0 ? length / whole : 0) * (end - start), place)
    }
  }
}
