/// A kind of file: how it is asked for, how its name ends and how it is sent.
public struct FileFormat: Hashable, Sendable {
  /// As `--format` and the service's `format` take it.
  public let name: String
  /// The endings of file names, without the dot; that of new files first. There is at least one.
  public let endings: [String]
  /// The media type (RFC 6838), with its character set if it is text.
  public let mediaType: String

  private init(_ name: String, _ endings: [String], _ mediaType: String) {
    self.name = name
    self.endings = endings
    self.mediaType = mediaType
  }

  /// The media type without parameters.
  public var bareMediaType: String {
    mediaType.split(separator: ";").first.map(String.init) ?? mediaType
  }

  /// The first of some that an `Accept` header names (RFC 9110, 12.5.1); nil if it names none of them.
  public static func accepted(by header: String, among files: [FileFormat]) -> FileFormat? {
    let types = header.split(separator: ",").map { part in
      part.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
    }
    return types.lazy.compactMap { type in files.first { $0.bareMediaType == type } }.first
  }
}

extension FileFormat {
  public static let text = FileFormat("text", ["txt"], "text/plain; charset=utf-8")
  public static let markdown = FileFormat("md", ["md", "markdown"], "text/markdown; charset=utf-8")
  public static let html = FileFormat("html", ["html", "htm"], "text/html; charset=utf-8")
  public static let csv = FileFormat("csv", ["csv"], "text/csv; charset=utf-8")
  public static let json = FileFormat("json", ["json"], "application/json")
  public static let jsonLines = FileFormat("jsonl", ["jsonl"], "application/jsonl")
  public static let yaml = FileFormat("yaml", ["yaml", "yml"], "application/yaml")
  public static let svg = FileFormat("svg", ["svg"], "image/svg+xml")
  public static let jsonLD = FileFormat("jsonld", ["jsonld"], "application/ld+json")
  public static let geoJSON = FileFormat(
    "geojson", ["geojson", "geo.json"], "application/geo+json")
  public static let gpx = FileFormat("gpx", ["gpx"], "application/gpx+xml")
  public static let kml = FileFormat("kml", ["kml"], "application/vnd.google-earth.kml+xml")
  public static let movingFeatures = FileFormat("mfjson", ["mfjson"], "application/json")
  public static let junit = FileFormat("junit", ["xml"], "application/xml")
  /// Solvers have no registered media type.
  public static let smtlib = FileFormat("smtlib", ["smt2"], "text/plain; charset=utf-8")
}
