/// A part of a journey, from one stop to a later one.
public struct JourneyLeg: Hashable, Sendable {
  public let journey: String
  /// The identifiers of its stops.
  public let start: String
  public let end: String

  public init(journey: String, start: String, end: String) {
    self.journey = journey
    self.start = start
    self.end = end
  }
}

extension JourneyLeg: CustomStringConvertible {
  public var description: String { "\(journey) \(start) – \(end)" }
}
