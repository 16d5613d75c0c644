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

  /// What a journey goes by, as far as that is supposed.
  public struct Traction: Hashable, Sendable {
    /// A train or an aircraft of the data folder.
    public var vehicle: String?
    /// How many cars a train hauls.
    public var cars: Int?
    /// The most that the vehicle can do, in metres a second. It stands for the vehicle's own ceiling and for what claims
    /// say of it.
    public var ceiling: Double?
    /// The true airspeed in level cruise, in metres a second.
    public var cruise: Double?
    /// The wind along the way, in metres a second: positive from behind.
    public var wind: Double?

    public init() {}
  }

  /// What journeys go by.
  public var tractions: [String: Traction] = [:]
  /// Where stops are, by the names of places.
  public var places: [StopID: String] = [:]
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
  /// How exactly the numbers of claims are meant.
  public var hedges: [Claim.ID: Hedge] = [:]
  /// Whether estimates, such as simulated running times, count for nothing.
  public var leavesOutEstimates = false
  /// Claims that are not believed.
  public var disbelieved: Set<Claim.ID> = []

  public init() {}
}

extension Circumstances {
  /// What decides how a journey runs.
  struct Running: Hashable, Sendable {
    let journey: String
    let traction: Traction
    /// The names of places by the stops.
    let places: [String: String]

    var isAsStated: Bool { traction == Traction() && places.isEmpty }
  }

  func running(of journey: Journey) -> Running {
    let own = places.filter { $0.key.journey == journey.id }
    return Running(
      journey: journey.id, traction: tractions[journey.id] ?? Traction(),
      places: Dictionary(
        own.map { ($0.key.stop, $0.value) }, uniquingKeysWith: { first, _ in first }))
  }
}
