/// What holds a train back besides the line and itself.
public struct TrainRestrictions: Hashable, Sendable {
  /// A slower stretch, in metres from the start and metres a second.
  public struct Limit: Hashable, Sendable {
    public let range: ClosedRange<Double>
    public let speed: Double

    public init(range: ClosedRange<Double>, speed: Double) {
      self.range = range
      self.speed = speed
    }
  }

  /// A speed in metres a second that it never passes; nil for none.
  public var cap: Double?
  public var limits: [Limit] = []

  public init() {}
}
