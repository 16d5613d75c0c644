import Travel
import Casework
import Gazetteer
import Geodesy
import Quantities
import Railways
import Wording
import Claims

extension RouteReport {
  /// The route for navigation programs.
  public var gpx: String { GPX(atlas: atlas).text }

  /// The route for globes.
  public var kml: String { KML(atlas: atlas).text }

  /// The route as it is gone at an average speed from a moment on, in seconds since 1970 and metres a second.
  public func movingFeatures(from start: Double, at speed: Double) -> JSONValue {
    let line = trackLine ?? (try? Polyline(straightLines.flatMap(\.points)))
    let path = line?.gone(from: start, to: start + way.central.meters / speed) ?? []
    return MovingFeatures(
      features: [
        MovingFeatures.Feature(
          name: title, kind: "supposed average",
          note: "the length is the kilometrage's; straight between stations", path: path)
      ],
      provenance: provenance
    ).json
  }

  private var atlas: Atlas {
    let stops = Atlas.stops(places)
    let length = Self.interval(way)
    let track = trackLine.map {
      Atlas.Line(
        name: "\(title), \(way.kind.rawValue)", description: "\(length): \(way.basis)", isWay: true,
        line: $0)
    }
    let straight = straightLines.map {
      Atlas.Line(
        name: "\(title), straight line", description: "WGS 84 geodesic", isWay: false,
        line: $0)
    }
    return Atlas(
      title: title, description: attributions.joined(separator: "; "), stops: stops,
      routes: [Atlas.Route(name: title, stops: stops)], lines: [track].compactMap(\.self) + straight
    )
  }
}

extension TrackReport {
  /// The ways for navigation programs.
  public var gpx: String { GPX(atlas: atlas).text }

  /// The ways for globes.
  public var kml: String { KML(atlas: atlas).text }

  /// The ways as they are gone at an average speed from a moment on, in seconds since 1970 and metres a second.
  public func movingFeatures(from start: Double, at speed: Double) -> JSONValue {
    let features = named.compactMap { name, path -> MovingFeatures.Feature? in
      guard let line = try? Polyline(path.points) else { return nil }
      return MovingFeatures.Feature(
        name: name, kind: "supposed average", note: "along mapped track",
        path: line.gone(from: start, to: start + path.length.meters / speed))
    }
    return MovingFeatures(features: features, provenance: provenance).json
  }

  private var named: [(name: String, path: TrackPath)] {
    route.paths.enumerated().map { index, path in
      (route.paths.count == 1 ? title : "\(title), way \(index + 1)", path)
    }
  }

  private var atlas: Atlas {
    let stops = Atlas.stops(route.places)
    return Atlas(
      title: title, description: attributions.joined(separator: "; "), stops: stops,
      routes: [Atlas.Route(name: title, stops: stops)],
      lines: named.compactMap { name, path in
        (try? Polyline(path.points)).map {
          Atlas.Line(
            name: name, description: "\(Numbers.distance(path.length.meters))", isWay: true,
            line: $0)
        }
      })
  }
}

extension Atlas {
  /// Places with a position.
  fileprivate static func stops(_ places: [Place]) -> [Stop] {
    places.compactMap { place in
      place.coordinate.map { Stop(name: place.name, description: place.id.text, position: $0) }
    }
  }
}
