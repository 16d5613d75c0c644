/// A course between places by rail or by air, ready for any format.
public protocol CourseReport: Sendable {
  var story: Story { get }
  var json: JSONValue { get }
  var geoJSON: JSONValue { get }
  /// A row for each stretch, for spreadsheets.
  var csv: String { get }
  /// For navigation programs.
  var gpx: String { get }
  /// For globes.
  var kml: String { get }

  /// The course gone evenly from a moment on, as OGC Moving Features; none where nobody says when.
  func movingFeatures(_ motion: CourseMotion?) -> JSONValue
}

/// When a course is gone, and how fast.
public struct CourseMotion: Hashable, Sendable {
  /// Seconds since 1970.
  public let start: Double
  /// Metres a second.
  public let speed: Double

  public init(start: Double, speed: Double) {
    self.start = start
    self.speed = speed
  }
}

/// What courses in JSON are called, and in which version.
enum CourseDocument {
  static let header: [String: JSONValue] = [
    "format": .text("wayproof-route"), "version": .whole(2),
  ]

  static let columns = [
    "path", "from_km", "length_km", "least_km", "most_km", "line", "from", "to", "railway", "use",
    "gauge_mm", "gauge_assumed", "line_speed_kmh", "electrification", "country", "basis",
  ]
}
