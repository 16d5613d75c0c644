import Gazetteer
import Geodesy
import Quantities
import Travel

extension RailCourseReport {
  public var gpx: String { GPX(atlas: atlas).text }
  public var kml: String { KML(atlas: atlas).text }

  public func movingFeatures(_ motion: CourseMotion?) -> JSONValue {
    let features = zip(named, route.ways).compactMap { path, way -> MovingFeatures.Feature? in
      guard let motion, let line = path.line else { return nil }
      return MovingFeatures.Feature(
        name: path.name, kind: "supposed average", note: path.course.geometryNote,
        path: line.gone(from: motion.start, to: motion.start + way.central.meters / motion.speed))
    }
    return MovingFeatures(features: features, provenance: provenance).json
  }

  private var atlas: Atlas {
    let paths = named.enumerated().compactMap { index, path in
      path.line.map {
        Atlas.Line(
          name: path.name, description: "\(route.ways[index].words): \(route.ways[index].basis)",
          kind: .way, line: $0)
      }
    }
    let straight = Polyline.straightLines(through: route.places).map { title, line in
      Atlas.Line(
        name: "\(title), straight line", description: "WGS 84 geodesic", kind: .straight, line: line
      )
    }
    return Atlas(course: title, attributions, route.places, paths + straight)
  }
}

extension Atlas {
  /// A course through places.
  init(course title: String, _ attributions: [String], _ places: [Place], _ lines: [Line]) {
    let stops = places.compactMap { place in
      place.coordinate.map { Stop(name: place.name, description: place.id.text, position: $0) }
    }
    self.init(
      title: title, description: attributions.joined(separator: "; "), stops: stops,
      routes: [Route(name: title, stops: stops)], lines: lines)
  }
}
