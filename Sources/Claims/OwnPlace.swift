public import Datasets
public import Figures

/// A place that a case brings with it: one that no gazetteer has, or one that is told by its distance from another.
public struct OwnPlace: Hashable, Sendable {
  /// Where it is.
  public enum Site: Hashable, Sendable {
    /// A coordinate as written.
    case coordinate(String)
    /// So far from another place, in degrees clockwise from north where the direction is told.
    case offset(HedgedValue, from: String, degrees: Double?)
    /// Anywhere within countries or regions.
    case area([String])
    /// Anywhere along the border of a country or a region, or of the first with the second.
    case border([String])
    /// Anywhere within corners, coordinates as written.
    case corners([String])
    /// Nobody says where.
    case unknown
  }

  /// What the rest of the case calls it.
  public let id: String
  public let name: String
  public let site: Site
  /// How far from there it may be, in metres.
  public let radius: Double
  /// Time zones; empty takes those nearby.
  public let zones: [String]
  /// The ISO 3166 code of its country, or blank.
  public let country: String
  public let source: String
  public let place: FilePosition
  /// Where the name of the other place stands in the file.
  public let names: [String: FilePosition]
}
