internal import CPROJ
public import Quantities

/// An ellipsoid of revolution on which geodesics are solved by Karney's method.
///
/// C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87 (2013) 43–55, as kept in PROJ's
/// `geodesic.h`: accurate to about 15 nm for ellipsoids like the Earth's. The values here need no PROJ
/// context and may be used from any thread.
public struct Ellipsoid: Sendable {
  /// The equatorial radius.
  public let semiMajorAxis: Distance
  /// The flattening, 0 for a sphere.
  public let flattening: Double
  let geodesic: geod_geodesic

  /// WGS 84 (NIMA TR8350.2): a = 6,378,137 m, 1/f = 298.257223563.
  public static let wgs84 = Ellipsoid(
    semiMajorAxis: .meters(6_378_137), flattening: 1 / 298.257_223_563)

  init(semiMajorAxis: Distance, flattening: Double) {
    self.semiMajorAxis = semiMajorAxis
    self.flattening = flattening
    var geodesic = geod_geodesic()
    geod_init(&geodesic, semiMajorAxis.meters, flattening)
    self.geodesic = geodesic
  }
}

/// What the inverse problem answers: how far, and in which directions at both ends.
public struct GeodesicInverse: Hashable, Sendable {
  /// The length of the shortest line.
  public let distance: Distance
  /// The direction at the first point.
  public let initialBearing: Bearing
  /// The direction at the second point, continuing onward.
  public let finalBearing: Bearing
}

/// What the direct problem answers.
public struct GeodesicDirect: Hashable, Sendable {
  public let destination: Coordinate
  /// The direction at the destination, continuing onward.
  public let finalBearing: Bearing
}

extension Ellipsoid {
  /// The length of the shortest line between two points.
  public func distance(from start: Coordinate, to end: Coordinate) -> Distance {
    .meters(
      meters(
        latitude: start.latitude, longitude: start.longitude, toLatitude: end.latitude,
        longitude: end.longitude))
  }

  /// The shortest line between two points: its length and its directions (the inverse problem).
  public func inverse(from start: Coordinate, to end: Coordinate) -> GeodesicInverse {
    var length = 0.0
    var initial = 0.0
    var final = 0.0
    withUnsafePointer(to: geodesic) { model in
      geod_inverse(
        model, start.latitude, start.longitude, end.latitude, end.longitude, &length, &initial,
        &final)
    }
    return GeodesicInverse(
      distance: .meters(length), initialBearing: .degrees(initial), finalBearing: .degrees(final))
  }

  /// The point reached from `start` along a bearing (the direct problem).
  ///
  /// - Parameters:
  ///   - start: where it begins.
  ///   - bearing: the direction at the start.
  ///   - distance: any finite length; a negative one goes backwards.
  public func direct(
    from start: Coordinate, bearing: Bearing, distance: Distance
  ) -> GeodesicDirect {
    var latitude = 0.0
    var longitude = 0.0
    var final = 0.0
    withUnsafePointer(to: geodesic) { model in
      geod_direct(
        model, start.latitude, start.longitude, bearing.degrees, distance.meters, &latitude,
        &longitude, &final)
    }
    return GeodesicDirect(
      destination: Coordinate(checkedLatitude: latitude, longitude: longitude),
      finalBearing: .degrees(final))
  }
}
