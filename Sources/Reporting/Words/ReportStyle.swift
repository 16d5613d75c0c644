public import Geodesy
public import Wording

/// How a report is made.
public struct ReportStyle: Sendable {
  /// What it is written in; quotes stay as they are.
  public var language: Language
  /// Whether it is for a format that shows pictures well.
  public var hasPictures: Bool
  /// What is drawn below its maps.
  public var basemap: Basemap?
  /// The most lines of plain text: the first screen of a report; nil for all of it.
  public var lines: Int?
  /// The columns of plain text.
  public var columns = 100
  /// Whether plain text is for a terminal that shows colours.
  public var isColoured = false

  public init(
    language: Language = .english, hasPictures: Bool = false, basemap: Basemap? = nil
  ) {
    self.language = language
    self.hasPictures = hasPictures
    self.basemap = basemap
  }
}
