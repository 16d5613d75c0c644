import Casework
import Claims
import Plausibility
import Wording

extension JSONValue {
  /// The first screen of a dossier, in English: the reports that something speaks against, why, and the simplest explanation.
  init(summaryOf dossier: Dossier) {
    let teller = CaseTeller(dossier)
    let points = CaseSummary(dossier).points.map { point in
      let claim = point.account.claim
      return JSONValue.object([
        "claim": .text(claim.id.text), "verdict": .text(point.account.verdict.rawValue),
        "quote": .text(claim.quote), "outlet": .text(dossier.source(of: claim)?.outlet ?? ""),
        "why": .text(teller.sentence(on: point).english),
      ])
    }
    self = .object([
      "headline": .text(teller.verdict.text), "points": .array(points),
      "explanation": teller.explanation().map { .text($0.english) } ?? .null,
      "assumed": teller.assumed.map { .text($0.english) } ?? .null,
    ])
  }
}
