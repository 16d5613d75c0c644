import Geodesy

/// A question to a network of track: through which places, under which conditions.
public struct TrackQuery: Sendable {
  public enum Objective: String, CaseIterable, Sendable {
    /// Least length, sidings and yards counting more than they measure.
    case shortest
    /// Least time at the line speeds.
    case fastest
  }

  /// Places in order, each with the positions on track that stand for it.
  public var stops: [[TrackPosition]]
  public var objective = Objective.shortest
  public var kinds: TrackNetwork.Kinds = TrackQuery.mainlineKinds
  /// The gauge the train is bound to at the start; nil takes whichever serves best.
  public var gauge: Gauge?
  /// The greatest speed of the train in km/h, which counts where time does; nil for as fast as the line allows.
  public var trainSpeed: Double?
  /// Whether the gauge may change where nobody records that it can.
  public var allowsUnrecordedBreaks = true
  /// Whether the way must have wires or a conductor rail, as far as the data says.
  public var needsElectrification = false
  /// Edges that may not be used.
  public var avoided: Set<Int> = []
  /// Edges that count so many times what they measure; never less than once.
  var penalties: [Int: Double] = [:]
  public var breaks = BreakSites()

  public init(stops: [[TrackPosition]]) { self.stops = stops }

  /// What a reversal takes where nobody measured it: changing ends, or running the locomotive round and
  /// testing the brakes.
  public static let assumedReversal = Duration.seconds(900)

  /// Railways in the narrow sense, with the ferries and links between them; no trams, no metro.
  public static let mainlineKinds: TrackNetwork.Kinds = [.rail, .narrowGauge, .ferry, .joint]
}

/// Where the gauge can be changed, at which junctions of a network.
public struct BreakSites: Sendable {
  /// Sites by junction, with the names of their places.
  var sites: [Int: [(site: GaugeBreakSite, place: String)]] = [:]
  /// From a junction of one gauge to those of another at the same site.
  var transfers: [Int: [Int]] = [:]

  public init() {}
}
