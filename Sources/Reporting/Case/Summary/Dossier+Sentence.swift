public import Casework
import Claims
public import Wording

extension Dossier {
  /// The report that is likeliest to be wrong with the number that matters, such as `“480 km”: the distance by rail
  /// from Oslo to Bergen is 490 to 500 km, 10 km more than reported.`; nil if nothing speaks against any.
  public var firstSentence: Phrase? {
    let teller = CaseTeller(self)
    guard let point = CaseSummary(self).points.first else { return nil }
    let quote = teller.shortQuote(point.account.claim, limit: 40)
    return "“\(quote)”: \(teller.sentence(on: point))"
  }
}
