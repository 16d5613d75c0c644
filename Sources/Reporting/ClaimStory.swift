public import Casework
public import Claims
import Plausibility

extension Story {
  /// Everything that a dossier has about one claim; nil where it has no such claim.
  public init?(explaining claim: Claim.ID, in dossier: Dossier) {
    guard let account = dossier.account(of: claim) else { return nil }
    self.init()
    blocks = ClaimTeller(teller: CaseTeller(dossier: dossier), account: account).blocks
  }
}

/// Puts one claim's account into words.
private struct ClaimTeller {
  let teller: CaseTeller
  let account: ClaimAccount

  private var dossier: Dossier { teller.dossier }
  private var claim: Claim { account.claim }
  private var member: Member? { dossier.members[Member.ID(claim.id.text)] }

  var blocks: [Story.Block] {
    var blocks: [Story.Block] = [.heading(level: 1, Line("“\(claim.quote)”", .strong))]
    blocks.append(.items(facts.map { ($0, []) }))
    blocks.append(.heading(level: 2, "Its verdict"))
    blocks.append(.items([(teller.claimLine(account), teller.claimDetails(account))]))
    let own = conflicts
    if !own.isEmpty {
      blocks.append(.heading(level: 2, "What it cannot stand together with"))
      for (index, conflict) in own.enumerated() {
        blocks += teller.told(conflict, number: index + 1)
      }
    }
    blocks += corrections
    blocks += influence
    blocks += findings
    return blocks
  }

  /// Every conflict that it is in, also those that count against others; a forecast's own.
  private var conflicts: [Conflict] {
    let id = Member.ID(claim.id.text)
    let all = dossier.conflicts.filter { $0.members.contains(id) }
    return all.isEmpty ? account.conflicts : all
  }

  private var facts: [Line] {
    let source = dossier.source(of: claim)
    var lines = [Line("claim \(claim.id), \(claim.modality.rawValue)")]
    if let source {
      let published = source.published.map { ", \($0)" } ?? ""
      let grade = source.grade.map { ", graded \($0)" } ?? ""
      lines.append(Line("source: \(source.outlet)\(published)\(grade)"))
      if !source.url.isEmpty { lines.append(Line(source.url, .dim)) }
    }
    if let selector = claim.selector {
      lines.append(
        Line("in the text: …\(selector.prefix)") + Line(selector.exact, .strong)
          + Line("\(selector.suffix)…"))
    }
    for reading in member?.readings ?? [] {
      guard let interval = reading.value.claimedInterval else { continue }
      let label = reading.label.isEmpty ? "" : "\(reading.label): "
      lines.append(
        Line("reading: \(label)\(ValueFormat(reading.value, teller.titles).text(interval))"))
    }
    return lines
  }

  private var corrections: [Story.Block] {
    let own = dossier.corrections.flatMap(\.list).filter { correction in
      correction.parts.contains { $0.member.text == claim.id.text }
    }
    guard !own.isEmpty else { return [] }
    return [
      .heading(level: 2, "Ways to mend everything that give it up"),
      .items(own.prefix(5).map { (teller.correctionLine($0), []) }),
    ]
  }

  /// What everything undisputed leaves with the claim and without it.
  private var influence: [Story.Block] {
    guard let changes = dossier.influence(of: claim.id) else {
      return account.conflicts.isEmpty
        ? []
        : [
          .heading(level: 2, "What believing it would change"),
          .paragraph(
            Line("It contradicts what no claim disputes, estimates and assumptions among it.")),
        ]
    }
    let told = changes.compactMap { change -> Line? in
      guard let title = teller.title(of: change.subject) else { return nil }
      let format = ValueFormat(change.subject, teller.titles)
      return Line("\(title): ") + Line(format.text(change.with), .strong)
        + Line(", without it \(format.text(change.without))")
    }
    guard !told.isEmpty else { return [] }
    return [
      .heading(level: 2, "What believing it changes"), .items(told.map { ($0, []) }),
    ]
  }

  private var findings: [Story.Block] {
    let own = dossier.findings.filter { $0.claims.contains(claim.id) }
    guard !own.isEmpty else { return [] }
    return [
      .heading(level: 2, "Findings"),
      .items(own.map { (Line("\($0.message) ") + Line("[\($0.code)]", .dim), []) }),
    ]
  }
}

extension CaseTeller {
  /// The name of a moment or quantity; nil where it has none that a reader would know.
  fileprivate func title(of subject: ProofSubject) -> String? {
    switch subject {
    case .quantity(let quantity): titles.quantities[quantity]
    case .elapsed(.epoch, let event): titles.events[event]?.words
    case .elapsed: nil
    }
  }
}
