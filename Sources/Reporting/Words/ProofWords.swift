import Casework
import Chronology
import Claims
import Plausibility
import Wording

/// A proof retold in sentences, each with its numbers and where they come from.
struct ProofWords {
  let dossier: Dossier
  private let proof: Proof
  /// Whether readings need the name of the statement that they are readings of.
  private let namesReadings: Bool

  init(_ dossier: Dossier, _ proof: Proof, of conflict: Conflict) {
    let open = conflict.members.filter { (dossier.members[$0]?.readings.count ?? 0) > 1 }
    self.init(dossier, proof, namesReadings: open.count > 1)
  }

  private init(_ dossier: Dossier, _ proof: Proof, namesReadings: Bool) {
    self.dossier = dossier
    self.proof = proof
    self.namesReadings = namesReadings
  }

  var sentences: Phrase {
    let readings = dossier.titles.labels(proof.readings).map {
      namesReadings ? "\(dossier.shortName(of: $0.member)) \($0.label)" : $0.label
    }
    guard !readings.isEmpty else { return derivation }
    return "Read \(readings.joined(separator: ", ")): \(derivation)"
  }

  /// The steps, then what cannot be.
  private var derivation: Phrase {
    let told = proof.steps.indices.filter { !isLast($0) && !isTrivial($0) }.map(sentence)
    let last: Phrase =
      switch proof.end {
      case .crossing(let crossing):
        told.isEmpty ? end(crossing).capitalized : "But \(end(crossing))"
      case .sum(let sum): ProofSumWords(sum, self).sentences
      case .cases(let quantity, let value, let below, let above):
        cases(quantity, value, below, above)
      }
    return (told + [last]).joined(separator: " ")
  }

  private func cases(
    _ quantity: QuantityID, _ value: Double, _ below: Proof, _ above: Proof
  ) -> Phrase {
    let what = subject(.quantity(quantity))
    let limit = ValueFormat(.quantity(quantity), dossier.titles).text(value)
    let branches = [below, above].map {
      ProofWords(dossier, $0, namesReadings: namesReadings).derivation
    }
    return "If \(what) was at most \(limit): \(branches[0]) If it was more: \(branches[1])"
  }

  /// The last step is the contradiction itself and is told at the end.
  private func isLast(_ index: Int) -> Bool {
    switch proof.end {
    case .crossing(let crossing):
      proof.steps[index].subject == crossing.subject
        && (crossing.upperSteps == [index] || crossing.lowerSteps == [index])
    case .sum(let sum):
      // A bound that the sum takes up is told there.
      sum.parts.contains { $0.steps == [index] && $0.isBound } && isUsedOnce(index)
    case .cases: false
    }
  }

  /// That time does not run backwards need not be told.
  private func isTrivial(_ index: Int) -> Bool {
    let step = proof.steps[index]
    // Nor that a second lasts a second.
    if case .quantity(.pace) = step.subject { return true }
    guard case .elapsed(let from, _) = step.subject, from != .epoch else { return false }
    return step.relation == .atLeast && step.value == 0 && step.member == nil
      && step.premises.isEmpty
  }

  private func isUsedOnce(_ index: Int) -> Bool {
    !proof.steps.contains { $0.premises.contains(index) }
  }

  private func sentence(_ index: Int) -> Phrase {
    let step = proof.steps[index]
    let reason: Phrase = step.member.map { " (\(name($0)))" } ?? ""
    let bound: Phrase = "\(bound(of: step.subject, step.relation, step.value))\(reason)"
    let so: Phrase = step.premises.isEmpty ? bound : "so \(bound)"
    let told = timeLeft(step).map { "that leaves at most \($0); \(so)" } ?? so
    return "\(told.capitalized)."
  }

  /// Such as `the arrival at Khasan is at the latest 10:50`.
  func bound(of subject: ProofSubject, _ relation: ProofStep.Relation, _ value: Double) -> Phrase {
    let format = ValueFormat(subject, dossier.titles)
    let (what, text) = (self.subject(subject), format.text(value))
    if case .moment = format {
      return relation == .atLeast
        ? "\(what) is at the earliest \(text)" : "\(what) is at the latest \(text)"
    }
    return relation == .atLeast ? "\(what) is at least \(text)" : "\(what) is at most \(text)"
  }

  /// How much time the premises of a step leave between two events.
  private func timeLeft(_ step: ProofStep) -> Phrase? {
    var start: Double?
    var end: Double?
    for premise in step.premises.map({ proof.steps[$0] }) {
      guard case .elapsed(let from, _) = premise.subject else { continue }
      // A duration in between takes its share, so the difference of the clocks would be too much.
      guard from == .epoch else { return nil }
      if premise.relation == .atLeast { start = premise.value } else { end = premise.value }
    }
    guard let start, let end, end > start else { return nil }
    return Numbers.duration(end - start)
  }

  private func end(_ crossing: ProofCrossing) -> Phrase {
    let format = ValueFormat(crossing.subject, dossier.titles)
    let what = subject(crossing.subject)
    var (low, high) = (format.text(crossing.lower), format.text(crossing.upper))
    if low.english == high.english {
      (low, high) = (format.fineText(crossing.lower), format.fineText(crossing.upper))
    }
    let lowReason = reasons(crossing.lowerSteps)
    let highReason = reasons(crossing.upperSteps)
    if case .moment = format {
      return """
        \(what) would have to be \(low)\(lowReason) or later and \(high)\(highReason) or earlier.
        """
    }
    if case .duration = format, crossing.upper < 0 {
      let gap = Numbers.duration(-crossing.upper)
      return """
        \(what) would have to be at least \(low)\(lowReason), and its end came \(gap) before its beginning\(highReason).
        """
    }
    if case .mode = format {
      return "\(what) would have to be \(high)\(highReason) and \(low)\(lowReason)."
    }
    return """
      \(what) would have to be at least \(low)\(lowReason) and at most \(high)\(highReason).
      """
  }

  func reasons(_ steps: [Int]) -> Phrase {
    let names = steps.compactMap { proof.steps[$0].member }.map(name)
    let unique = names.reduce(into: [Phrase]()) { if !$0.contains($1) { $0.append($1) } }
    guard !unique.isEmpty else { return "" }
    return " (\(unique.joined(separator: ", ")))"
  }

  func name(_ member: Member.ID) -> Phrase {
    guard let known = dossier.members[member] else { return "\(member)" }
    return known.claim == nil ? known.sortInBrackets : dossier.shortName(of: member)
  }

  func subject(_ subject: ProofSubject) -> Phrase {
    switch subject {
    case .quantity(let quantity): return dossier.titles.quantities[quantity] ?? "\(quantity)"
    case .elapsed(.origin, let to) where dossier.titles.stands[to] != nil:
      return dossier.titles.stands[to].map { self.subject(.quantity($0)) } ?? ""
    case .elapsed(let from, let to):
      let end = dossier.titles.events[to]?.words ?? "\(to)"
      guard from != .epoch else { return end }
      let start = dossier.titles.events[from]?.words ?? "\(from)"
      return "the time from \(start) to \(end)"
    }
  }
}

extension Member {
  /// What sort of statement it is, in brackets behind a figure.
  fileprivate var sortInBrackets: Phrase {
    switch origin {
    case .claim: "claim"
    case .estimate: strength == .hard ? "published" : "estimated"
    case .physics: "physics"
    case .assumption: "assumed"
    }
  }
}
