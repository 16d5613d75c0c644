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
