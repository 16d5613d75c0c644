import Casework
import Chronology
import Claims
import Plausibility

/// A proof retold in sentences, each with its numbers and where they come from.
struct ProofWords {
  private let dossier: Dossier
  private let proof: Proof

  init(_ dossier: Dossier, _ proof: Proof) {
    self.dossier = dossier
    self.proof = proof
  }

  var sentences: String {
    let open = proof.readings.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
    let readings = open.count == 1 ? open.map(\.value) : open.map { "\($0.key) \($0.value)" }
    let head = readings.isEmpty ? "" : "Read \(readings.joined(separator: ", ")): "
    let told = proof.steps.indices.filter { !isLast($0) }.map(sentence)
    let last = told.isEmpty ? capitalized(end) : "But \(end)"
    return head + (told + [last]).joined(separator: " ")
  }

  /// The last step is the contradiction itself and is told at the end.
  private func isLast(_ index: Int) -> Bool {
    let step = proof.steps[index]
    return step.subject == proof.subject
      && (proof.upperSteps == [index] || proof.lowerSteps == [index])
  }

  private func sentence(_ index: Int) -> String {
    let step = proof.steps[index]
    let format = ValueFormat(step.subject, dossier.titles)
    let value = format.text(step.value)
    let bound =
      if case .moment = format {
        step.relation == .atLeast ? "at the earliest \(value)" : "at the latest \(value)"
      } else {
        step.relation == .atLeast ? "at least \(value)" : "at most \(value)"
      }
    let left = timeLeft(step)
    let reason = step.member.map { " (\(name($0)))" } ?? ""
    let so = step.premises.isEmpty ? "" : "so "
    return capitalized("\(left)\(so)\(subject(step.subject)) is \(bound)\(reason).")
  }

  /// How much time the premises of a step leave between two events.
  private func timeLeft(_ step: ProofStep) -> String {
    var start: Double?
    var end: Double?
    for premise in step.premises.map({ proof.steps[$0] }) {
      guard case .elapsed(let from, _) = premise.subject else { continue }
      // A duration in between takes its share, so the difference of the clocks would be too much.
      guard from == .epoch else { return "" }
      if premise.relation == .atLeast { start = premise.value } else { end = premise.value }
    }
    guard let start, let end, end > start else { return "" }
    return "that leaves at most \(Numbers.duration(end - start)); "
  }

  private var end: String {
    let format = ValueFormat(proof.subject, dossier.titles)
    let what = subject(proof.subject)
    let low = format.text(proof.lower)
    let high = format.text(proof.upper)
    let lowReason = reasons(proof.lowerSteps)
    let highReason = reasons(proof.upperSteps)
    if case .moment = format {
      return "\(what) would have to be \(low)\(lowReason) or later and \(high)\(highReason) or "
        + "earlier."
    }
    if case .mode = format {
      return "\(what) would have to be \(high)\(highReason) and \(low)\(lowReason)."
    }
    return "\(what) would have to be at least \(low)\(lowReason) and at most \(high)"
      + "\(highReason)."
  }

  private func reasons(_ steps: [Int]) -> String {
    let names = steps.compactMap { proof.steps[$0].member }.map(name)
    let unique = names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    guard !unique.isEmpty else { return "" }
    return " (\(unique.joined(separator: ", ")))"
  }

  private func name(_ member: Member.ID) -> String {
    guard let known = dossier.members[member] else { return member.text }
    return known.claim.map(\.text) ?? known.sortInBrackets
  }

  private func subject(_ subject: ProofSubject) -> String {
    switch subject {
    case .quantity(let quantity): return dossier.titles.quantities[quantity] ?? quantity.text
    case .elapsed(let from, let to):
      let end = dossier.titles.events[to]?.words ?? to.text
      guard from != .epoch else { return end }
      let start = dossier.titles.events[from]?.words ?? from.text
      return "the time from \(start) to \(end)"
    }
  }

  private func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}

extension Member {
  /// What sort of statement it is, in brackets behind a figure.
  fileprivate var sortInBrackets: String {
    switch origin {
    case .claim: "claim"
    case .estimate: strength == .hard ? "published" : "estimated"
    case .physics: "physics"
    case .assumption: "assumed"
    }
  }
}
