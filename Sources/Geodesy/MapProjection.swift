internal import CPROJ
import Quantities

/// A map's plane: Lambert's azimuthal equal-area projection about a point, on WGS 84 (J. Snyder, Map Projections, USGS
/// Professional Paper 1395, 1987, chapter 24). Areas are true everywhere, directions from the centre; poles and the
/// antimeridian are places like any other.
///
/// It owns a PROJ context of its own and is therefore not copyable and not shared between threads.
public struct MapProjection: ~Copyable {
  private let context: OpaquePointer
  private let projection: OpaquePointer
  public let centre: Coordinate

  /// - Throws: `GeodesyError.transformation` where PROJ refuses.
  public init(centredOn centre: Coordinate) throws(GeodesyError) {
    let definition =
      "+proj=laea +lat_0=\(centre.latitude) +lon_0=\(centre.longitude) +datum=WGS84 +units=m"
    guard let context = proj_context_create() else {
      throw .transformation(from: "WGS 84", to: definition, reason: "PROJ gave no context")
    }
    guard let projection = proj_create(context, definition) else {
      proj_context_destroy(context)
      throw .transformation(from: "WGS 84", to: definition, reason: "PROJ refused it")
    }
    self.context = context
    self.projection = projection
    self.centre = centre
  }

  deinit {
    proj_destroy(projection)
    proj_context_destroy(context)
  }

  /// Metres to the east and to the north of the centre; nil at its antipode.
  public func point(_ place: Coordinate) -> (east: Double, north: Double)? {
    let angles = proj_coord(place.longitude * .pi / 180, place.latitude * .pi / 180, 0, 0)
    let result = proj_trans(projection, PJ_FWD, angles)
    guard result.xy.x.isFinite, result.xy.y.isFinite, abs(result.xy.x) < 1e8 else { return nil }
    return (result.xy.x, result.xy.y)
  }
}
