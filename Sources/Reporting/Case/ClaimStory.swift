public import Casework
public import Claims
import Plausibility
public import Wording

extension Story {
  /// Everything that a dossier has about one claim; nil where it has no such claim.
  ///
  /// - Parameters:
  ///   - claim: the claim to tell of.
  ///   - dossier: the judged case.
  ///   - language: what it is written in; quotes stay as they are.
  public init?(
    explaining claim: Claim.ID, in dossier: Dossier, language: Language = .english
  ) {
    guard let account = dossier.account(of: claim) else { return nil }
    self.init()
    blocks =
      ClaimTeller(teller: CaseTeller(dossier, ReportStyle(language: language)), account: account)
      .blocks
  }
}

/// Puts one claim's account into words.
private struct ClaimTeller {
  let teller: CaseTeller
  let account: ClaimAccount

  private var dossier: Dossier { teller.dossier }

  private func line(_ phrase: Phrase, _ style: Line.Style = .plain) -> Line {
    teller.line(phrase, style)
  }

  private var claim: Claim { account.claim }
  private var member: Member? { dossier.members[.claim(claim.id)] }

  var blocks: [Story.Block] {
    var blocks: [Story.Block] = [.heading(level: 1, Line(teller.quoted(claim.quote), .strong))]
    blocks.append(.items(facts.map { ($0, []) }))
    blocks.append(.heading(level: 2, line("Its verdict")))
    blocks.append(.items([(teller.claimLine(account), teller.claimDetails(account))]))
    let own = conflicts
    if !own.isEmpty {
      blocks.append(.heading(level: 2, line("What contradicts it")))
      for (index, conflict) in own.enumerated() {
        blocks += teller.told(conflict, number: index + 1)
      }
    }
    blocks += bestCases
    blocks += influence
    blocks += findings
    return blocks
  }

  /// Every conflict that it is in, also those that count against others; a forecast's own.
  private var conflicts: [Conflict] {
    let id = Member.ID.claim(claim.id)
    let all = dossier.conflicts.filter { $0.members.contains(id) }
    return all.isEmpty ? account.conflicts : all
  }

  private var facts: [Line] {
    let source = dossier.source(of: claim)
    var lines = [line("claim \(claim.id), \(claim.modality.words)")]
    if let source {
      let published: Phrase = source.published.map { ", \($0)" } ?? ""
      let grade: Phrase = source.grade.map { ", graded \($0)" } ?? ""
      lines.append(line("source: \(source.outlet)\(published)\(grade)"))
      if !source.url.isEmpty { lines.append(Line(source.url, .dim)) }
    }
    if let selector = claim.selector {
      lines.append(
        line("in the text: …\(selector.prefix)") + Line(selector.exact, .strong)
          + Line("\(selector.suffix)…"))
    }
    for (place, reading) in (member?.readings ?? []).enumerated() {
      guard let interval = reading.value.interval else { continue }
      let own = teller.titles.label(of: place, in: .claim(claim.id))
      let label: Phrase = own.isEmpty ? "" : "\(own): "
      lines.append(
        line("reading: \(label)\(ValueFormat(reading.value, teller.titles).text(interval))"))
    }
    return lines
  }

  /// The cheapest ways to mend everything that keep the claim, and those that give it up.
  private var bestCases: [Story.Block] {
    guard let cases = dossier.bestCases(of: claim.id) else { return [] }
    return [.heading(level: 2, line("The best case for it"))]
      + ways(
        cases.favourable, "No consistent account keeps it: undisputed facts are against it.")
      + [.heading(level: 2, line("The best case against it"))]
      + ways(cases.against, "No consistent account leaves it out.")
  }

  private func ways(_ ways: [BestCases.Way], _ none: Phrase) -> [Story.Block] {
    guard !ways.isEmpty else { return [.paragraph(line(none))] }
    let items = ways.map { way -> (line: Line, below: [Story.Block]) in
      let details = details(way).map { (line: $0, below: [Story.Block]()) }
      return (line("give up: ") + teller.correctionLine(way.correction), [.items(details)])
    }
    return [.items(items)]
  }

  private func details(_ way: BestCases.Way) -> [Line] {
    var details: [Line] = []
    if !way.standing.isEmpty {
      let names = way.standing.map { dossier.shortName(of: .claim($0)) }.joined(separator: ", ")
      details.append(line("then \(names) stand"))
    }
    guard let value = member?.readings.first?.value else { return details }
    let format = ValueFormat(value, teller.titles)
    for implication in way.implications {
      guard let left = implication.told else { continue }
      let own = teller.titles.label(of: implication.reading, in: .claim(claim.id))
      let reading: Phrase = own.isEmpty ? "" : ", \(own)"
      details.append(
        line("the others leave for it \(format.text(left))\(reading)")
          + line(teller.readingWords(implication.others), .dim))
    }
    return details
  }

  /// What everything undisputed leaves with the claim and without it.
  private var influence: [Story.Block] {
    guard let changes = dossier.influence(of: claim.id) else {
      return account.conflicts.isEmpty
        ? []
        : [
          .heading(level: 2, line("What believing it would change")),
          .paragraph(
            line("It contradicts what no claim disputes, estimates and assumptions among it.")),
        ]
    }
    let told = changes.compactMap { change -> Line? in
      guard let title = teller.title(of: change.subject) else { return nil }
      let format = ValueFormat(change.subject, teller.titles)
      return line("\(title): ") + line(format.text(change.with), .strong)
        + line(", without it \(format.text(change.without))")
    }
    guard !told.isEmpty else { return [] }
    return [
      .heading(level: 2, line("What believing it changes")), .items(told.map { ($0, []) }),
    ]
  }

  private var findings: [Story.Block] {
    let own = dossier.findings.filter { $0.claims.contains(claim.id) }
    guard !own.isEmpty else { return [] }
    return [
      .heading(level: 2, line("Findings")),
      .items(own.map { (line("\($0.message) ") + line("[\($0.code)]", .dim), []) }),
    ]
  }
}

extension CaseTeller {
  /// The name of a moment or quantity; nil where it has none that a reader would know.
  fileprivate func title(of subject: ProofSubject) -> Phrase? {
    switch subject {
    case .quantity(let quantity): titles.quantities[quantity]
    case .elapsed(.epoch, let event): titles.events[event]?.words
    case .elapsed: nil
    }
  }
}

extension Implication {
  /// What it leaves, where that is anything at all and not everything.
  fileprivate var told: Bounds? {
    implied.low <= implied.high && (implied.low.isFinite || implied.high.isFinite) ? implied : nil
  }
}
