/// What can be wrong with a geodetic question.
public enum GeodesyError: Error, Hashable, Sendable {
  case invalidLatitude(Double)
  case invalidLongitude(Double)
  case unreadableCoordinate(String)
  case unknownEllipsoid(String)
  /// PROJ refused a transformation; its own words.
  case transformation(from: String, to: String, reason: String)
  case tooFewPoints(Int)
  case invalidStep(Double)
  /// Why a file is no basemap.
  case basemap(String)
}

extension GeodesyError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .invalidLatitude(let value):
      "the latitude \(value) is not within -90 and 90 degrees; "
        + "are latitude and longitude swapped? The order here is latitude, longitude"
    case .invalidLongitude(let value):
      "the longitude \(value) is not within -180 and 180 degrees"
    case .unreadableCoordinate(let text):
      "'\(text)' is not a coordinate; write latitude, longitude such as 43.1112,131.8819 "
        + "or 43°06'40\"N 131°52'55\"E"
    case .unknownEllipsoid(let name):
      "PROJ knows no ellipsoid '\(name)'; `proj -le` lists its names, such as WGS84, GRS80, krass"
    case .transformation(let from, let to, let reason):
      "no transformation from \(from) to \(to): \(reason)"
    case .tooFewPoints(let count):
      "a line needs at least 2 points, not \(count)"
    case .invalidStep(let value):
      "a step of \(value) m is not a positive length"
    case .basemap(let reason):
      "this is no basemap: \(reason); Natural Earth's countries or land as GeoJSON will do"
    }
  }
}
