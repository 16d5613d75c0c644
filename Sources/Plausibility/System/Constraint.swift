public import Claims

/// What must hold between moments and quantities, all in SI.
public enum Constraint: Hashable, Sendable {
  /// A quantity lies in an interval.
  case within(QuantityID, ClaimedInterval)
  /// The seconds from one event to another lie in an interval.
  case elapsed(from: EventID, to: EventID, ClaimedInterval)
  /// One quantity is not less than another.
  case atLeast(QuantityID, QuantityID)
  /// A quantity is the sum of others.
  case sum(QuantityID, of: [QuantityID])
  /// A distance is not more than a speed allows between two events.
  case reach(distance: QuantityID, speed: QuantityID, from: EventID, to: EventID)
  /// A distance is what an average speed makes between two events.
  case average(distance: QuantityID, speed: QuantityID, from: EventID, to: EventID)

  /// A moment within an interval of seconds since 1970.
  public static func moment(_ event: EventID, _ interval: ClaimedInterval) -> Constraint {
    .elapsed(from: .epoch, to: event, interval)
  }

  /// The interval of the value, nil for constraints without one.
  public var interval: ClaimedInterval? {
    switch self {
    case .within(_, let interval), .elapsed(_, _, let interval): interval
    default: nil
    }
  }
}
