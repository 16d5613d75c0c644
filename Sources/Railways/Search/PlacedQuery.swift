import Gazetteer

/// A query whose places stand on the track of a network.
public struct PlacedQuery: Sendable {
  /// The conditions; its stops are not looked at.
  public var conditions: RailQuery
  /// Places in order, each with the positions on track that stand for it.
  public var stops: [[TrackPosition]]
  /// Edges that may not be used.
  public var closed: Set<Int> = []
  /// Edges that count so many times what they measure; never less than once.
  var penalties: [Int: Double] = [:]
  public var breaks = BreakSites()

  public init(_ conditions: RailQuery = RailQuery(), stops: [[TrackPosition]]) {
    self.conditions = conditions
    self.stops = stops
  }
}

/// Where the gauge can be changed, at which junctions of a network.
public struct BreakSites: Sendable {
  struct Recorded: Sendable {
    let site: GaugeBreakSite
    let place: Place.ID
  }

  /// Sites by junction.
  var sites: [Int: [Recorded]] = [:]
  /// From a junction of one gauge to those of another at the same site.
  var transfers: [Int: [Int]] = [:]
  /// The places of the sites.
  var places: [Place.ID: Place] = [:]

  public init() {}
}
