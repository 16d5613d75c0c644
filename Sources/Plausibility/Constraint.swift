public import Claims

/// A number that is not a moment: a distance, a speed.
public struct QuantityID: Hashable, Sendable, CustomStringConvertible {
  public let text: String
  public init(_ text: String) { self.text = text }
  public var description: String { text }
}

/// A moment of a journey, or the epoch from which moments are counted.
public struct EventID: Hashable, Sendable, CustomStringConvertible {
  public let text: String
  public init(_ text: String) { self.text = text }
  public var description: String { text }

  /// 1970-01-01 00:00 UTC.
  public static let epoch = EventID("1970-01-01 UTC")
}

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
  var interval: ClaimedInterval? {
    switch self {
    case .within(_, let interval), .elapsed(_, _, let interval): interval
    default: nil
    }
  }
}
