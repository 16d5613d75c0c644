import Casework
import Wording
import Plausibility

extension CaseTeller {
  /// The verdict on the case in one sentence.
  var verdict: Line {
    let count = dossier.claims.count
    if count == 0 { return line("Nothing to judge", .warning) + line(": there are no claims.") }
    switch dossier.verdict {
    case .canAllBeTrue:
      return line("Plausible", .good)
        + line(
          count == 1
            ? ": the claim can stand; an example timeline is below."
            : ": the \(count) claims can stand together; an example timeline is below.")
    case .cannotAllBeTrue(let isFirm):
      return line(isFirm ? "Implausible (firm)" : "Implausible (soft)", .bad) + line(implausible)
    case .undecided(let reason): return line("Undecided", .warning) + line(": \(reason.words).")
    }
  }

  private var implausible: Phrase {
    let claims: Phrase =
      dossier.claims.count == 1 ? "of 1 claim" : "of \(dossier.claims.count) claims"
    if dossier.conflicts.isEmpty {
      return dossier.claims.count == 1
        ? ": the network alone refutes the claim."
        : ": \(claims), some are refuted by the network alone."
    }
    let firm = dossier.conflicts.filter(\.isFirm).count
    let count = dossier.conflicts.count
    let sets: Phrase =
      count == 1
      ? "1 set of statements cannot stand together"
      : "\(count) sets of statements cannot stand together"
    let firmly: Phrase = firm == 0 ? "none of them firmly" : "\(firm) of them firmly"
    return dossier.isIncomplete
      ? ": \(claims), at least \(sets), \(firmly)." : ": \(claims), \(sets), \(firmly)."
  }

  /// How far the verdict itself can be relied on, apart from what it says.
  var confidence: [Story.Block] {
    guard let confidence = dossier.confidence else { return [] }
    let reasons = confidence.reasons.map { "\($0.capitalized)." as Phrase }
    return [
      .paragraph(
        line("Confidence in this assessment: ") + line(confidence.level.words, .strong)
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
