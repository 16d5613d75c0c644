internal import CPROJ
import Quantities

extension Ellipsoid {
  /// The ellipsoid that PROJ knows by a name such as `GRS80`, `krass` or `bessel` (`proj -le`).
  ///
  /// - Throws: `GeodesyError.unknownEllipsoid`.
  public init(named name: String) throws(GeodesyError) {
    guard var entry = proj_list_ellps() else { throw .unknownEllipsoid(name) }
    while let id = entry.pointee.id {
      if String(cString: id).lowercased() == name.lowercased(),
        let major = Self.value(entry.pointee.major, after: "a="),
        let flattening = Self.flattening(entry.pointee.ell, major: major)
      {
        self.init(semiMajorAxis: .meters(major), flattening: flattening)
        return
      }
      entry = entry.advanced(by: 1)
    }
    throw .unknownEllipsoid(name)
  }

  private static func value(_ text: UnsafePointer<CChar>?, after prefix: String) -> Double? {
    guard let text else { return nil }
    let string = String(cString: text)
    guard string.hasPrefix(prefix) else { return nil }
    return Double(string.dropFirst(prefix.count).filter { $0 != " " })
  }

  private static func flattening(_ text: UnsafePointer<CChar>?, major: Double) -> Double? {
    if let inverse = value(text, after: "rf="), inverse != 0 { return 1 / inverse }
    if let minor = value(text, after: "b=") { return (major - minor) / major }
    return nil
  }
}
