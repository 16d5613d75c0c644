internal import CPROJ
public import Quantities

/// The shortest line between two points, from which points along it can be read.
public struct GeodesicLine: Sendable {
  public let start: Coordinate
  public let end: Coordinate
  /// The length of the whole line.
  public let length: Distance
  private let line: geod_geodesicline

  init(_ ellipsoid: Ellipsoid, from start: Coordinate, to end: Coordinate) {
    self.start = start
    self.end = end
    let mask = UInt32(GEOD_LATITUDE.rawValue | GEOD_LONGITUDE.rawValue)
    let distanceIn = UInt32(GEOD_DISTANCE_IN.rawValue | GEOD_DISTANCE.rawValue)
    var line = geod_geodesicline()
    withUnsafePointer(to: ellipsoid.geodesic) { model in
      geod_inverseline(
        &line, model, start.latitude, start.longitude, end.latitude, end.longitude,
        mask | distanceIn | UInt32(GEOD_AZIMUTH.rawValue))
    }
    self.line = line
    length = .meters(line.s13)
  }

  /// The point at a distance from the start; beyond the end the line goes on.
  public func point(at distance: Distance) -> Coordinate {
    var latitude = 0.0
    var longitude = 0.0
    withUnsafePointer(to: line) { line in
      geod_position(line, distance.meters, &latitude, &longitude, nil)
    }
    return Coordinate(checkedLatitude: latitude, longitude: longitude)
  }

  /// Points along the line, both ends included, at most `step` apart.
  ///
  /// - Throws: `GeodesyError.invalidStep` where `step` is not positive.
  public func waypoints(every step: Distance) throws(GeodesyError) -> [Coordinate] {
    guard step.meters > 0, step.meters.isFinite else { throw .invalidStep(step.meters) }
    let pieces = max(1, min(1_000_000, Int(held: (length.meters / step.meters).rounded(.up))))
    return waypoints(pieces: pieces)
  }

  /// The ends of `pieces` equal parts of the line: `pieces + 1` points.
  ///
  /// - Precondition: `pieces` is at least 1.
  public func waypoints(pieces: Int) -> [Coordinate] {
    precondition(pieces >= 1)
    return (0...pieces).map { index in
      if index == 0 { return start }
      if index == pieces { return end }
      return point(at: length * (Double(index) / Double(pieces)))
    }
  }
}

extension Ellipsoid {
  /// The shortest line between two points.
  public func line(from start: Coordinate, to end: Coordinate) -> GeodesicLine {
    GeodesicLine(self, from: start, to: end)
  }
}
