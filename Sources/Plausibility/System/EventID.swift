public import Claims
public import Quantities

/// A moment of a journey, one that a case names, or the epoch from which moments are counted.
public enum EventID: Identifier {
  /// 1970-01-01 00:00 UTC.
  case epoch
  /// What happens at a stop of a journey, by the identifiers of both. For an aircraft departure is off-block, arrival
  /// on-block.
  case stop(_ journey: String, _ stop: String, EventKind)
  /// An event that has a name of its own.
  case named(String)
  /// When a vehicle was seen, by the claim that says so.
  case sighting(Claim.ID)
  /// A point from which a quantity that a claim compares is laid off as if it were a time, and the end of it: so that one
  /// distance can be a multiple of another. They are no moments.
  case origin(Claim.ID)
  case measure(Claim.ID)

  /// Whether it happens at some time, and is neither the epoch nor the end of a quantity that is laid off.
  public var isMoment: Bool {
    switch self {
    case .epoch, .origin, .measure: false
    case .stop, .named, .sighting: true
    }
  }

  public var text: String {
    switch self {
    case .epoch: "1970-01-01 UTC"
    case .stop(let journey, let stop, let kind): "\(journey): \(kind.rawValue) \(stop)"
    case .named(let name): "event \(name)"
    case .sighting(let claim): "seen by \(claim)"
    case .origin(let claim): "zero of \(claim)"
    case .measure(let claim): "measure of \(claim)"
    }
  }
}
