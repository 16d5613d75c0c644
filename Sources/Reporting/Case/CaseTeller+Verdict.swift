import Casework
import Plausibility
import Wording

extension CaseTeller {
  /// The verdict on the case in a sentence, with what it counts.
  var verdict: Line {
    guard !dossier.claims.isEmpty else { return headline + line(": there are no claims.") }
    guard case .undecided(let reason) = dossier.verdict else { return headline + counts }
    return headline + line(": \(reason.words).")
  }

  /// The verdict on the case in a few words.
  var headline: Line {
    guard !dossier.claims.isEmpty else { return line("Nothing could be checked", .warning) }
    switch dossier.verdict {
    case .cannotAllBeTrue: return line("These reports cannot all be true", .bad)
    case .unlikely: return line("One or more of these reports is unlikely", .warning)
    case .noContradiction:
      guard dossier.hasTested else { return line("Nothing could be checked", .warning) }
      let tested = dossier.claims.count { $0.verdict != .untested }
      return line(
        tested == 1
          ? "No contradiction found in the 1 figure checked"
          : "No contradiction found among the \(tested) figures checked", .good)
    case .undecided: return line("Not decided", .warning)
    }
  }

  /// How many claims have which verdict, such as `: 1 disputed, 2 consistent, 1 not tested.`
  private var counts: Line {
    let list = dossier.verdictCounts.map { $0.verdict.counted($0.count) }
      .joined(separator: ", ")
    guard dossier.isIncomplete else { return line(": \(list).") }
    return line(": \(list). There may be further contradictions.")
  }

  /// Such as `Confidence: high`, with the first reason for it.
  var confidenceLevel: Line? {
    guard let confidence = dossier.confidence else { return nil }
    let reason = confidence.reasons.first.map { line(". \($0.capitalized).") } ?? line(".")
    return line("Confidence: ") + line(confidence.level.words, .strong) + reason
  }

  /// How far the verdict itself can be relied on, apart from what it says.
  var confidence: [Story.Block] {
    guard let confidence = dossier.confidence else { return [] }
    let reasons = confidence.reasons.map { "\($0.capitalized)." as Phrase }
    return [
      .paragraph(
        line("Confidence: ") + line(confidence.level.words, .strong)
          + line(". \(reasons.joined(separator: " "))"))
    ]
  }
}

extension Confidence.Level {
  fileprivate var words: Phrase {
    switch self {
    case .low: "low"
    case .moderate: "moderate"
    case .high: "high"
    }
  }
}
