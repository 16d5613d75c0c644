public import Claims
public import Gazetteer

/// What is taken to be otherwise than a case and the data say: the "if" of "what if".
///
/// Journeys, stops and claims go by the names that the case gives them.
public struct Circumstances: Hashable, Sendable {
  /// A leg by its journey and its position in it.
  public struct LegID: Hashable, Sendable {
    public let journey: String
    public let index: Int

    public init(journey: String, index: Int) {
      self.journey = journey
      self.index = index
    }
  }

  /// A stop by its journey.
  public struct StopID: Hashable, Sendable {
    public let journey: String
    public let stop: String

    public init(journey: String, stop: String) {
      self.journey = journey
      self.stop = stop
    }
  }

  /// The most that the vehicle of a journey can do, in metres a second. It stands for the vehicle's own ceiling and for
  /// what claims say of it.
  public var ceilings: [String: Double] = [:]
  /// How long legs are, in metres.
  public var ways: [LegID: Double] = [:]
  /// How long stops take at the least, in seconds.
  public var stays: [StopID: Double] = [:]
  /// How long changes of gauge take, in seconds, by the station.
  public var gaugeChanges: [Place.ID: Double] = [:]
  /// When journeys began, in seconds since 1970.
  public var departures: [String: Double] = [:]
  /// The numbers of claims, in their own units.
  public var numbers: [Claim.ID: Double] = [:]
  /// The zones in which the clocks of claims are read.
  public var zones: [Claim.ID: String] = [:]
  /// Whether estimates, such as simulated running times, count for nothing.
  public var leavesOutEstimates = false
  /// Claims that are not believed.
  public var disbelieved: Set<Claim.ID> = []

  public init() {}
}
