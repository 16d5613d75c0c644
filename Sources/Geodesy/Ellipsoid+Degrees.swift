internal import CPROJ

extension Ellipsoid {
  /// The length in metres of the shortest line between two points given in degrees, for loops over
  /// many of them.
  ///
  /// - Parameters: latitudes within ±90 and longitudes within ±540; other values give NaN.
  public func meters(
    latitude: Double, longitude: Double, toLatitude: Double, longitude toLongitude: Double
  ) -> Double {
    var length = 0.0
    withUnsafePointer(to: geodesic) { model in
      _ = geod_geninverse(
        model, latitude, longitude, toLatitude, toLongitude, &length, nil, nil, nil, nil, nil, nil)
    }
    return length
  }
}
