internal import CPROJ
import Quantities

/// A transformation between two coordinate reference systems, by their EPSG codes.
///
/// It owns a PROJ context of its own and is therefore not copyable and not shared between threads:
/// make one where it is used. The values go in and come out in the order easting or longitude first.
public struct Transformation: ~Copyable {
  private let context: OpaquePointer
  private let pipeline: OpaquePointer

  /// - Parameters:
  ///   - source: a code such as 4326 (WGS 84).
  ///   - target: a code such as 32652 (UTM zone 52N) or 3857.
  /// - Throws: `GeodesyError.transformation` with PROJ's own reason.
  public init(fromEPSG source: Int, toEPSG target: Int) throws(GeodesyError) {
    let names = ("EPSG:\(source)", "EPSG:\(target)")
    guard let context = proj_context_create() else {
      throw .transformation(from: names.0, to: names.1, reason: "PROJ gave no context")
    }
    let log = ProjectionLog()
    proj_log_level(context, PJ_LOG_ERROR)
    proj_log_func(context, Unmanaged.passUnretained(log).toOpaque()) { data, _, message in
      guard let data, let message else { return }
      Unmanaged<ProjectionLog>.fromOpaque(data).takeUnretainedValue().messages
        .append(String(cString: message))
    }
    let raw = proj_create_crs_to_crs(context, names.0, names.1, nil)
    let ordered = raw.flatMap { proj_normalize_for_visualization(context, $0) }
    if let raw { proj_destroy(raw) }
    proj_log_func(context, nil) { _, _, _ in }
    guard let ordered else {
      proj_context_destroy(context)
      throw .transformation(from: names.0, to: names.1, reason: log.reason)
    }
    self.context = context
    pipeline = ordered
  }

  deinit {
    proj_destroy(pipeline)
    proj_context_destroy(context)
  }

  /// The transformed position, or nil where the point is outside what the target system can show.
  ///
  /// - Parameters:
  ///   - first: longitude in degrees or easting in metres.
  ///   - second: latitude in degrees or northing in metres.
  public func apply(_ first: Double, _ second: Double) -> (first: Double, second: Double)? {
    let result = proj_trans(pipeline, PJ_FWD, proj_coord(first, second, 0, 0))
    guard result.xy.x.isFinite, result.xy.y.isFinite else { return nil }
    return (result.xy.x, result.xy.y)
  }
}

/// Collects what PROJ says through its log, the only place where it tells why it refused.
private final class ProjectionLog {
  var messages: [String] = []

  var reason: String {
    messages.isEmpty ? "PROJ gave no reason" : messages.joined(separator: "; ")
  }
}
