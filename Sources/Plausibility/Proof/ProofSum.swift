/// Statements that, each multiplied by its weight and all added up, say that `lower` is at most `upper`, which
/// is less.
public struct ProofSum: Hashable, Sendable {
  public struct Part: Hashable, Sendable {
    public let weight: Double
    public let statement: Statement
    /// The member that says so, nil for arithmetic and for what follows from the steps.
    public let member: Member.ID?
    /// The steps that it rests on.
    public let steps: [Int]
  }

  public enum Statement: Hashable, Sendable {
    case bound(ProofSubject, ProofStep.Relation, Double)
    /// The first is at least the second.
    case order(QuantityID, QuantityID)
    case total(QuantityID, of: [QuantityID])
    /// Distance, speed and time, held by the plane through bounds of speed and time.
    case product(ProofProduct)
  }

  public let parts: [Part]
  public let lower: Double
  public let upper: Double
}
