/// A product of speed and time, as a linear statement: where the speed is on one side of `pace` and the time
/// on one side of `time`, the distance is on one side of pace·t + time·v − pace·time.
public struct ProofProduct: Hashable, Sendable {
  public let distance: QuantityID
  public let speed: QuantityID
  public let from: EventID
  public let to: EventID
  /// Metres a second and seconds.
  public let pace: Double
  public let time: Double
  /// Whether the distance is at most that.
  public let isUpper: Bool
}
