public import Quantities

extension Aircraft {
  /// What a report tells of an aircraft that no table has. SI.
  public struct Told: Hashable, Sendable {
    public var id: String
    public var name: String
    /// Usual true airspeeds in cruise, in metres a second.
    public var cruise: ClosedRange<Double>?
    /// The airspeed that it cannot pass.
    public var ceiling: Speed?
    /// Usual metres of altitude in cruise.
    public var altitude: ClosedRange<Double>?
    public var range: ClosedRange<Distance>?

    public init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }

  /// An airspeed in cruise that one figure tells may be so much more or less from flight to flight; estimated.
  private static let leastSpread = 0.1
  /// What of its greatest airspeed an aircraft usually cruises at; estimated, from the Boeing 737 to the Tiger Moth.
  private static let cruiseShares = 0.65...0.95

  /// An aircraft as a report tells of it; what it leaves out is as with the known type whose cruise is nearest. Nil where
  /// nothing is known of its speed, or no type is known.
  ///
  /// - Parameters:
  ///   - told: what is told.
  ///   - known: the types of the tables.
  ///   - record: the airspeed that nothing passes, for one whose greatest is not told.
  public init?(_ told: Told, like known: [Aircraft], record: Speed) {
    let most = told.ceiling?.metersPerSecond
    guard
      let usual = told.cruise
        ?? most.map({ $0 * Self.cruiseShares.lowerBound...$0 * Self.cruiseShares.upperBound }),
      usual.lowerBound > 0
    else { return nil }
    let middle = (usual.lowerBound + usual.upperBound) / 2
    func distance(_ other: Aircraft) -> Double {
      let speeds = other.cruiseAirspeeds
      let theirs = (speeds.lowerBound + speeds.upperBound) / 2
      return max(theirs / middle, middle / max(1e-9, theirs))
    }
    let likely = known.filter { !$0.drifts && $0.fartherType == nil }
    guard let model = likely.min(by: { distance($0) < distance($1) }) else { return nil }
    let top = most ?? record.metersPerSecond
    let (low, high) = (middle * (1 - Self.leastSpread), middle * (1 + Self.leastSpread))
    let cruise = min(usual.lowerBound, low)...max(usual.upperBound, min(high, max(top, middle)))
    self.init(
      id: told.id, name: told.name, names: [], ceiling: .metersPerSecond(max(top, middle)),
      cruise: .trueAirspeed(cruise), cruiseAltitude: told.altitude ?? model.cruiseAltitude,
      climb: model.climb, descent: model.descent,
      range: told.range ?? model.range
        .lowerBound...max(model.range.upperBound, .kilometers(20_000)),
      drifts: false, sources: [], fartherType: nil, farther: nil)
  }
}
