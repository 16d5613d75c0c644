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
      it also plays a part in a contradiction for which the likelier culprit is \(claims.map(\.text).joined(separator: ", "))
      """
    case .nothingBears: "nothing else in these reports tests it"
    }
  }
}
