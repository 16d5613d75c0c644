/// A way between places, ready for any format.
public protocol WayReport: Sendable {
  var story: Story { get }
  var json: JSONValue { get }
  var geoJSON: JSONValue { get }
  var csv: String { get }
  var gpx: String { get }
  var kml: String { get }

  /// The way gone evenly from a moment on, as OGC Moving Features.
  ///
  /// - Parameters:
  ///   - start: seconds since 1970.
  ///   - speed: metres a second.
  func movingFeatures(from start: Double, at speed: Double) -> JSONValue
}
