import Claims
import Plausibility
import Wording

extension Judgement.Reason {
  /// The reason as a clause.
  var words: Phrase {
    switch self {
    case .notAllExplored(let reason): "not all could be looked at: \(reason.words)"
    case .easierMended(let claims):
      """
      it is in a conflict besides, which \(claims.map(\.text).joined(separator: ", ")) would mend with a smaller stretch
      """
    case .nothingBears: "nothing undisputed in the case bears on it"
    }
  }
}
