import Casework
import Claims
import Plausibility
import Testing

/// A journey elsewhere of a kind that was judged wrongly once.
struct FailureVariation: CustomTestStringConvertible {
  let title: String
  let journeys: String
  let claims: String
  /// What its claims come to.
  let verdicts: [String: Verdict]
  let published: String

  init(
    _ title: String, journeys: String, claims: String, verdicts: [String: Verdict],
    published: String = "2024-05-02"
  ) {
    self.title = title
    self.journeys = journeys
    self.claims = claims
    self.verdicts = verdicts
    self.published = published
  }

  var testDescription: String { title }

  func check() throws {
    let text = JudgedText.text(journeys, claims, published: published)
    let dossier = try JudgedText.dossier(
      journeys.isEmpty ? text.replacing("journeys:\n\n", with: "") : text)
    for (claim, verdict) in verdicts {
      #expect(dossier.verdict(claim) == verdict, "\(title): \(claim)")
    }
    let isAccused = verdicts.values.contains { $0.isAgainst }
    #expect(dossier.verdict.isContradictory == isAccused, "\(title): headline")
  }
}
