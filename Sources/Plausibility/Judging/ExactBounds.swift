/// What is left for a value.
public struct ExactBounds: Sendable {
  public let bounds: Bounds
  /// Whether both ends can be reached; else they may be wider than they must.
  public let isExact: Bool

  public init(bounds: Bounds, isExact: Bool) {
    self.bounds = bounds
    self.isExact = isExact
  }
}
