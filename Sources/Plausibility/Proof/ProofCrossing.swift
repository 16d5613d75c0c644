/// A subject that would have to be at most `upper` and at least `lower`, which is more.
public struct ProofCrossing: Hashable, Sendable {
  public let subject: ProofSubject
  public let upper: Double
  public let lower: Double
  /// The steps from which the upper and the lower bound follow.
  public let upperSteps: [Int]
  public let lowerSteps: [Int]
}
