public import Datasets
public import Quantities

/// A vehicle that a case brings with it, because the data folder has none like it: a biplane of 1925, a narrow-gauge
/// railcar, a ship.
public struct OwnVehicle: Hashable, Sendable {
  /// What journeys and claims of the case call it.
  public let id: String
  public let name: String
  public let mode: TravelMode
  /// The speed that none of its kind passes, of an aircraft through the air; nil where nobody knows.
  public let greatest: HedgedValue?
  /// How fast it usually goes, of an aircraft in level cruise; nil where nobody knows.
  public let usual: HedgedValue?
  /// How high an aircraft usually cruises.
  public let altitude: HedgedValue?
  /// How far an aircraft flies without landing.
  public let range: HedgedValue?
  /// Where its numbers come from.
  public let source: String
  public let place: FilePosition
}

/// A place that a case brings with it: one that no gazetteer has, or one that is told by its distance from another.
public struct OwnPlace: Hashable, Sendable {
  /// Where it is.
  public enum Site: Hashable, Sendable {
    /// A coordinate as written.
    case coordinate(String)
    /// So far from another place, in degrees clockwise from north where the direction is told.
    case offset(HedgedValue, from: String, degrees: Double?)
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
