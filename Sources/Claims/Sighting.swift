/// That a vehicle was somewhere at some time: "seen at 12:15 on the Razdolnaya bridge".
public struct Sighting: Hashable, Sendable {
  public let journey: String
  /// A place by its name, or a coordinate such as `43.53,131.95`.
  public let position: String
  /// How far from there it may have been, in metres; 0 for the place's own extent alone.
  public let radius: Double
  public let time: TimeExpression
  /// Readings of the clock; empty takes those of the place.
  public let zones: [String]
}

/// That a vehicle moved as a file of positions and times has it.
public struct TrackClaim: Hashable, Sendable {
  public let journey: String
  /// GPX or CSV, beside the case file.
  public let file: String
  /// The error of a position, in metres.
  public let radius: Double
}
