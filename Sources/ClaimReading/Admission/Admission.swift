/// What of a draft by another program was admitted.
public struct Admission: Sendable {
  /// A claim or a journey that was not, and why.
  public struct Refusal: Sendable {
    /// What it is about: the claim's quote, or the journey by its number.
    public let subject: String
    public let reason: String
  }

  /// The article with the draft's ties in place of its own.
  public let article: ReadArticle
  public let admitted: Int
  public let refusals: [Refusal]
}
