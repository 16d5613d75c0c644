public import Claims
public import Quantities

extension Member {
  /// What a member says something of, by which it is known in a system.
  public enum ID: Identifier {
    /// What a source says.
    case claim(Claim.ID)
    /// How great a quantity is, as it was measured, estimated, taken for granted or supposed.
    case value(QuantityID)
    /// The most that the vehicle of a journey can do.
    case ceiling(journey: String)
    /// What the vehicle of a journey is supposed to be able to do.
    case supposedSpeed(journey: String)
    /// That what a claim says a vehicle can do at the most held on a journey.
    case scope(Claim.ID, journey: String)
    /// That a figure for a distance speaks of the way that a journey took.
    case binding(QuantityID, JourneyLeg)
    /// That no vehicle of its kind, or of a mode, ever passed a speed, as far as a claim speaks of it.
    case record(QuantityID)
    /// When a journey is supposed to have begun.
    case departure(journey: String)
    /// How long a vehicle is supposed to have stood at a stop.
    case stay(journey: String, stop: String)
    /// How long what is done at a stop takes.
    case procedures(journey: String, stop: String)
    /// How long a vehicle runs over a leg.
    case runningTime(JourneyLeg)
    /// That a vehicle is supposed to be unable to go over a leg.
    case standstill(JourneyLeg)
    /// A bound of a flight to a stop of a journey.
    case flight(FlightBound, journey: String, to: String)
    /// Which of two sightings came first.
    case order(Claim.ID, Claim.ID)
    /// Anything that has a name of its own.
    case named(String)

    public var text: String {
      switch self {
      case .claim(let claim): claim.text
      case .value(let quantity): quantity.text
      case .ceiling(let journey): "ceiling \(journey)"
      case .supposedSpeed(let journey): "speed \(journey)"
      case .scope(let claim, let journey): "scope \(claim) \(journey)"
      case .binding(let quantity, let leg): "\(quantity.text) of \(leg)"
      case .record(let quantity): "record \(quantity.text)"
      case .departure(let journey): "departure \(journey)"
      case .stay(let journey, let stop): "stay \(journey) \(stop)"
      case .procedures(let journey, let stop): "procedures \(journey) \(stop)"
      case .runningTime(let leg): "running time \(leg)"
      case .standstill(let leg): "going \(leg)"
      case .flight(let bound, let journey, let stop): "\(bound.rawValue) \(journey) \(stop)"
      case .order(let first, let second): "order of \(first) and \(second)"
      case .named(let name): name
      }
    }
  }

  /// What is known of a flight besides what is said.
  public enum FlightBound: String, Hashable, Sendable {
    case leastDistance = "least way"
    case greatestDistance = "most way"
    case fastest = "fastest flight"
    case usual = "usual flight"
    case taxiOut = "taxi out"
    case taxiIn = "taxi in"
  }
}
