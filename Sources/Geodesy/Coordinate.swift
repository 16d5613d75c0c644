/// A point on the ellipsoid by geographic latitude and longitude in degrees (WGS 84 unless an
/// operation says otherwise).
///
/// Always labelled, never a pair: reports swap the two often enough.
public struct Coordinate: Hashable, Sendable {
  /// Degrees north of the equator, -90 to 90.
  public let latitude: Double
  /// Degrees east of Greenwich, -180 (excluded) to 180.
  public let longitude: Double

  /// The point at the given degrees; a longitude beyond ±180 is brought into the range.
  ///
  /// - Throws: `GeodesyError.invalidLatitude` outside ±90, `.invalidLongitude` outside ±540 or where
  ///   either is not finite.
  public init(latitude: Double, longitude: Double) throws(GeodesyError) {
    guard latitude.isFinite, abs(latitude) <= 90 else { throw .invalidLatitude(latitude) }
    guard longitude.isFinite, abs(longitude) <= 540 else { throw .invalidLongitude(longitude) }
    self.init(checkedLatitude: latitude, longitude: longitude)
  }

  /// The point at a latitude and longitude in whole 1e-7 degrees, as OpenStreetMap stores them; a
  /// latitude beyond a pole is taken back to it.
  public init(latitudeE7 latitude: Int32, longitudeE7 longitude: Int32) {
    let held = max(-900_000_000, min(900_000_000, latitude))
    self.init(checkedLatitude: Double(held) / 1e7, longitude: Double(longitude) / 1e7)
  }

  /// A point whose latitude is known to be within ±90, such as PROJ's own results.
  init(checkedLatitude latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = Coordinate.normalized(longitude: longitude)
  }

  /// `longitude` brought into (-180, 180].
  static func normalized(longitude: Double) -> Double {
    if longitude > -180, longitude <= 180 { return longitude }
    let turned = longitude.truncatingRemainder(dividingBy: 360)
    if turned > 180 { return turned - 360 }
    return turned <= -180 ? turned + 360 : turned
  }
}
