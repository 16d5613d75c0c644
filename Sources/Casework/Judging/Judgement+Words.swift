import Claims
import Plausibility
import Wording

extension Judgement.Reason {
  /// The reason as a clause.
  ///
  /// - Parameter name: what a claim is called in it.
  func words(naming name: (Claim.ID) -> Phrase) -> Phrase {
    switch self {
    case .notAllExplored(let reason): "not all could be looked at: \(reason.words)"
    case .easierMended(let claims):
      """
      it also plays a part in a contradiction for which the likelier culprit is \(claims.map(name).joined(separator: ", "))
      """
    case .nothingBears: "nothing else in these reports tests it"
    }
  }
}
