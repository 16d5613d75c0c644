public import Gazetteer

/// A question to a network: from where, to where, by which way.
public struct RouteQuery: Hashable, Sendable {
  public let start: Place.ID
  public let end: Place.ID
  /// Stations to be passed, in this order; the train may turn round there.
  public let via: [Place.ID]
  /// The gauge the train begins on; nil takes whichever lets it go furthest.
  public let gauge: Gauge?

  public init(from start: Place.ID, to end: Place.ID, via: [Place.ID] = [], gauge: Gauge? = nil) {
    self.start = start
    self.end = end
    self.via = via
    self.gauge = gauge
  }
}
