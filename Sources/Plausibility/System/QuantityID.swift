public import Claims
public import Quantities

/// A number that is not a moment: by what it is of, and so by its dimension.
public enum QuantityID: Identifier {
  /// What a quantity measures: metres, metres a second, seconds, a bare number, or the number of a mode of travel.
  public enum Dimension: Hashable, Sendable { case distance, speed, duration, ratio, mode }

  /// How far it is between two places, by their identifiers in alphabetical order.
  case distance(DistanceKind, String, String)
  /// How far the vehicle of a journey went on a leg.
  case leg(JourneyLeg)
  /// How far it went over several legs.
  case legs(JourneyLeg)
  /// How far it had gone on a leg, counted from 0, when it was seen.
  case legUntil(Claim.ID, journey: String, leg: Int)
  /// How far it had yet to go on a leg when it was seen.
  case legAfter(Claim.ID, journey: String, leg: Int)
  /// How far it went between two sightings, in all or on one leg.
  case between(Claim.ID, Claim.ID, journey: String, leg: Int? = nil)
  /// The most that the vehicle of a journey could do on it.
  case ceiling(journey: String)
  /// The most that a claim says a vehicle can do.
  case claimedCeiling(vehicle: String, Claim.ID)
  /// What the vehicle of a journey is supposed to be able to do.
  case supposedSpeed(journey: String)
  /// The speed that a claim says was made between two events.
  case claimedAverage(Claim.ID)
  /// The average speed between two events.
  case average(EventID, EventID)
  /// How long it was between two events, as a quantity that can be added and compared.
  case duration(EventID, EventID)
  /// How fast that time passes: one second a second.
  case pace(EventID, EventID)
  /// What a claim says some times or ways come to in all.
  case total(Claim.ID, Dimension)
  /// By how much a claim says one quantity is more than another.
  case difference(Claim.ID, Dimension)
  /// How many times as much a claim says one quantity is.
  case ratio(Claim.ID)
  /// By what means a journey was made.
  case mode(journey: String)
  /// One that has a name of its own.
  case named(String, Dimension)

  public var dimension: Dimension {
    switch self {
    case .distance, .leg, .legs, .legUntil, .legAfter, .between: .distance
    case .ceiling, .claimedCeiling, .supposedSpeed, .claimedAverage, .average: .speed
    case .duration: .duration
    case .pace, .ratio: .ratio
    case .total(_, let dimension), .difference(_, let dimension): dimension
    case .mode: .mode
    case .named(_, let dimension): dimension
    }
  }

  public var text: String {
    switch self {
    case .distance(let kind, let one, let other): "\(kind.rawValue) \(one) – \(other)"
    case .leg(let leg): "way \(leg)"
    case .legs(let leg): "way \(leg) in all"
    case .legUntil(let claim, let journey, let leg): "way \(journey) to \(claim) on leg \(leg + 1)"
    case .legAfter(let claim, let journey, let leg):
      "way \(journey) from \(claim) on leg \(leg + 1)"
    case .between(let first, let second, let journey, let leg):
      "way \(journey) from \(first) to \(second)" + (leg.map { " on leg \($0 + 1)" } ?? "")
    case .ceiling(let journey): "speed ceiling \(journey)"
    case .claimedCeiling(let vehicle, let claim): "speed ceiling \(vehicle) said by \(claim)"
    case .supposedSpeed(let journey): "speed supposed \(journey)"
    case .claimedAverage(let claim): "speed average said by \(claim)"
    case .average(let from, let to): "speed average \(from.text) – \(to.text)"
    case .duration(let from, let to): "time \(from.text) – \(to.text)"
    case .pace(let from, let to): "pace of time \(from.text) – \(to.text)"
    case .total(let claim, _): "total said by \(claim)"
    case .difference(let claim, _): "difference said by \(claim)"
    case .ratio(let claim): "ratio said by \(claim)"
    case .mode(let journey): "mode of \(journey)"
    case .named(let name, _): name
    }
  }
}
