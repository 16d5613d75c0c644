/// Courses between places as a document, with when they are gone where that is asked.
public struct CourseDocument: Sendable {
  public let report: any CourseReport
  /// For formats that say where something was when; nil for the others.
  public let motion: CourseMotion?

  public init(_ report: any CourseReport, motion: CourseMotion? = nil) {
    self.report = report
    self.motion = motion
  }

  public static let formats = DocumentFormats<CourseDocument>([
    .text(\.report.story), .markdown(\.report.story), .json(\.report.json),
    DocumentFormat(.geoJSON, "maps") { course, _ in course.report.geoJSON.text() },
    .csv(\.report.csv),
    DocumentFormat(.gpx, "navigation programs") { course, _ in course.report.gpx },
    DocumentFormat(.kml, "globes") { course, _ in course.report.kml },
    DocumentFormat(.movingFeatures, "where it was at each moment") { course, _ in
      course.report.movingFeatures(course.motion).text()
    },
  ])
}

extension CourseDocument {
  /// What courses in JSON are called, and in which version.
  static let header: [String: JSONValue] = [
    "format": .text("wayproof-route"), "version": .whole(2),
  ]

  static let columns = [
    "path", "from_km", "length_km", "least_km", "most_km", "line", "from", "to", "railway", "use",
    "gauge_mm", "gauge_assumed", "line_speed_kmh", "electrification", "country", "basis",
  ]
}
