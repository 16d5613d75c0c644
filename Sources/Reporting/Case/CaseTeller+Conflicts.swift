import Casework
import Claims
import Plausibility
import Wording

extension CaseTeller {
  /// How many conflicts a report tells; who wants more of them wants a program to read them.
  static let toldConflicts = 50

  var conflicts: [Story.Block] {
    guard !dossier.conflicts.isEmpty else { return [] }
    var blocks = [heading("Contradictions")]
    for (index, conflict) in dossier.conflicts.prefix(Self.toldConflicts).enumerated() {
      blocks += told(conflict, number: index + 1)
    }
    let more = dossier.conflicts.count - Self.toldConflicts
    if more > 0 {
      blocks.append(
        .paragraph(
          line(
            """
            \(more) further contradictions are left out, weaker or larger than these; the explanation of a claim lists its own, and \
            the report in JSON has them all.
            """, .dim)))
    }
    return blocks
  }

  func told(_ conflict: Conflict, number: Int) -> [Story.Block] {
    let parts = parts(of: conflict, number: number)
    return [parts.heading, .statements(conflict.members.compactMap { statement($0) })]
      + parts.reasoning
  }

  /// What heads a conflict, and why it is one.
  func parts(
    of conflict: Conflict, number: Int
  ) -> (heading: Story.Block, reasoning: [Story.Block]) {
    // Brackets and word are of one piece, so that no line ends between them.
    let kind =
      switch conflict.gravity {
      case .contradiction: line("(\("contradiction" as Phrase))", .bad)
      case .improbable: line("(\("unlikely" as Phrase))", .warning)
      case .wording: line("(\("loosely worded" as Phrase))", .warning)
      }
    return (
      .heading(
        level: 3, Line("\(number). ") + line(opponents(conflict)) + Line(" ") + kind),
      [
        .paragraph(line("Why", .strong)),
        .items(
          conflict.proofs.map {
            (line: line(ProofWords(dossier, $0, of: conflict).sentences), below: [])
          }),
        .paragraph(line("What would reconcile them", .strong)),
        .items((conflict.repairs.map(repairLine) + requirementLines(conflict)).map { ($0, []) }),
      ]
    )
  }

  /// Such as `“60 km/h” against “10:40 a.m.”`; a report that the facts alone refute stands by itself.
  private func opponents(_ conflict: Conflict) -> Phrase {
    let quotes = conflict.members.compactMap { dossier.members[$0]?.claim }
      .compactMap { dossier.account(of: $0)?.claim }
      .map { "“\(shortQuote($0, limit: 36))”" as Phrase }
    return quotes.joined(separator: " against ")
  }

  /// - Parameter isNamed: whether it says by which name the report speaks of it, with all its words.
  func statement(_ id: Member.ID, isNamed: Bool = true) -> Story.Statement? {
    guard let member = dossier.members[id] else { return nil }
    guard let claim = member.claim, let account = dossier.account(of: claim) else {
      let value = says(member) { ValueFormat($1, titles).text($0) }.map(say) ?? ""
      return Story.Statement(
        sort: say(member.sort), words: say(titles.words(of: member.id)), isQuote: false, by: "",
        name: "",
        value: value)
    }
    let source = dossier.source(of: account.claim)
    let value = says(member) { text($0, $1, of: account.claim) }.map(say) ?? ""
    return Story.Statement(
      sort: say(member.sort),
      words: quoted(isNamed ? account.claim.quote : shortQuote(account.claim, limit: 160)),
      isQuote: true,
      by: source?.outlet ?? "",
      name: isNamed ? claim.text : "", value: value)
  }

  /// What interval its words give.
  private func says(
    _ member: Member, _ text: (ClaimedInterval, Constraint) -> Phrase
  ) -> Phrase? {
    guard let reading = member.readings.first, let interval = reading.value.interval else {
      return nil
    }
    if member.readings.count > 1 {
      let all = Set(member.readings.compactMap { $0.value.interval })
      guard all.count == 1 else { return "\(member.readings.count) readings" }
    }
    return text(interval, reading.value)
  }

  private func repairLine(_ repair: Repair) -> Line {
    let claim = dossier.account(of: repair.claim)?.claim
    let name = Line(claim.map { quoted(shortQuote($0, limit: 40)) } ?? repair.claim.text, .strong)
    if repair.leavesOut {
      let left = repair.readings[.claim(repair.claim)].map {
        titles.label(of: $0, in: .claim(repair.claim))
      }
      return name + line(" could stand \(left ?? "")") + line(" (a loose reading)", .warning)
    }
    guard let stretch = repair.stretch, let value = repair.value,
      let member = dossier.members[.claim(repair.claim)],
      let reading = member.readings.first, let account = dossier.account(of: repair.claim)
    else { return name + line(" would have to be wrong: no reading of it fits") }
    let text = text(value, reading.value, of: account.claim)
    let reach: Phrase =
      repair.isExact
      ? " would have to be \(text), \(stretch.words)"
      : " would have to be \(text), at least \(stretch.words)"
    return name + line(reach)
      + (repair.isWithinLimit
        ? line(" (a loose reading)", .warning) : line(" (no reading stretches that far)", .bad))
      + line(readingWords(repair.readings))
  }

  /// Such as `, with “at about 10:40 a.m.” in Pyongyang time`.
  func readingWords(_ readings: [Member.ID: Int]) -> Phrase {
    readingNames(readings).map { ", with \($0)" } ?? ""
  }

  /// Such as `“at about 10:40 a.m.” in Pyongyang time`; nil if no reading needs to be named.
  func readingNames(_ readings: [Member.ID: Int]) -> Phrase? {
    let told = titles.labels(readings)
    guard !told.isEmpty else { return nil }
    return told.map { "\(dossier.shortName(of: $0.member)) \($0.label)" as Phrase }.joined(
      separator: " and ")
  }
}

extension Member {
  /// What sort of statement it is, at the head of a sentence.
  var sort: Phrase {
    switch origin {
    case .claim: "Claim"
    case .estimate: strength == .hard ? "Published" : "Estimated"
    case .physics: "Physics"
    case .assumption: "Assumed"
    }
  }
}
