/// A format in which a course is written.
public struct CourseFormat: Sendable {
  /// What a reader adds to a report.
  public struct Style: Sendable {
    /// How a terminal shows a story.
    public var terminal: @Sendable (Story) -> String
    /// When the course is gone, for formats that need times.
    public var motion: CourseMotion?

    public init(
      terminal: @escaping @Sendable (Story) -> String = {
        TerminalRenderer(width: 80, isColoured: false).text($0)
      }, motion: CourseMotion? = nil
    ) {
      self.terminal = terminal
      self.motion = motion
    }
  }

  /// What it is asked for by, such as `geojson`.
  public let name: String
  /// How names of files in it end, the usual one first, without the leading dot.
  public let endings: [String]
  public let mediaType: String
  /// What it is, in a few words.
  public let summary: String
  /// Whether it says where something was when, and needs a motion.
  public let needsMotion: Bool
  public let render: @Sendable (any CourseReport, Style) -> String

  private init(
    _ name: String, endings: [String]? = nil, _ mediaType: String, _ summary: String,
    needsMotion: Bool = false,
    _ render: @escaping @Sendable (any CourseReport, Style) -> String
  ) {
    self.name = name
    self.endings = endings ?? [name]
    self.mediaType = mediaType
    self.summary = summary
    self.needsMotion = needsMotion
    self.render = render
  }

  /// For a terminal.
  public static let text = CourseFormat(
    "text", endings: ["txt"], "text/plain; charset=utf-8", "plain text"
  ) { $1.terminal($0.story) }

  /// For programs.
  public static let json = CourseFormat(
    "json", "application/json", "everything that is known of it (geo/schema/route-2.json)"
  ) { report, _ in report.json.text() }

  /// Every format, the usual one first.
  public static let all = [
    text,
    CourseFormat(
      "md", endings: ["md", "markdown"], "text/markdown; charset=utf-8", "Markdown"
    ) { report, _ in MarkdownRenderer().text(report.story) },
    json,
    CourseFormat(
      "geojson", endings: ["geojson", "geo.json"], "application/geo+json", "maps (RFC 7946)"
    ) { report, _ in report.geoJSON.text() },
    CourseFormat("csv", "text/csv; charset=utf-8", "its sections as a table") { report, _ in
      report.csv
    },
    CourseFormat("gpx", "application/gpx+xml", "navigation programs") { report, _ in report.gpx },
    CourseFormat("kml", "application/vnd.google-earth.kml+xml", "globes") { report, _ in
      report.kml
    },
    CourseFormat(
      "mfjson", "application/json", "OGC Moving Features: where it was at each moment",
      needsMotion: true
    ) { report, style in report.movingFeatures(style.motion).text() },
  ]

  /// The format of a name.
  public static func named(_ name: String) -> CourseFormat? { all.first { $0.name == name } }

  /// The format that the ending of a file's name asks for.
  public static func ofFile(_ name: String) -> CourseFormat? {
    let name = name.lowercased()
    let endings = all.flatMap { format in format.endings.map { (ending: $0, format: format) } }
    // Of two endings that fit, such as geo.json and json, the longer says more.
    return endings.filter { name.hasSuffix("." + $0.ending) }
      .max { $0.ending.count < $1.ending.count }?.format
  }
}
