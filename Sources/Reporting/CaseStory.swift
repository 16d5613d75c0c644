public import Casework
import Chronology
import Claims
import Plausibility

extension Story {
  /// The report of a dossier: the verdict, what cannot stand together, every claim, the way, and what
  /// it all rests on.
  ///
  /// - Parameter hasPictures: whether it is for a format that shows pictures well.
  public init(_ dossier: Dossier, hasPictures: Bool = false) {
    let teller = CaseTeller(dossier: dossier, hasPictures: hasPictures)
    self.init()
    blocks.append(.heading(level: 1, Line(dossier.caseFile.title, .strong)))
    if !dossier.caseFile.summary.isEmpty {
      blocks.append(.paragraph(Line(dossier.caseFile.summary)))
    }
    blocks.append(.paragraph(teller.verdict))
    blocks += teller.conflicts
    blocks += teller.corrections
    blocks += teller.claims + teller.bars
    blocks += teller.journeys
    blocks += teller.example
    blocks += teller.footing
  }
}

/// Puts the parts of a dossier into words.
struct CaseTeller {
  let dossier: Dossier
  var hasPictures = false

  var titles: Titles { dossier.titles }

  var verdict: Line {
    let count = dossier.claims.count
    if count == 0 { return Line("Nothing to judge", .warning) + Line(": there are no claims.") }
    let claims = count == 1 ? "1 claim" : "\(count) claims"
    switch dossier.verdict {
    case .canAllBeTrue:
      return Line("Can all be true", .good)
        + Line(
          ": the \(claims) can stand together; an example "
            + "timeline is below.")
    case .cannotAllBeTrue(let isFirm):
      if dossier.conflicts.isEmpty {
        return Line("Cannot all be true (firm)", .bad)
          + Line(": of \(claims), some are refuted by the network alone.")
      }
      let firm = dossier.conflicts.filter(\.isFirm).count
      let sets =
        dossier.conflicts.count == 1
        ? "1 set of statements" : "\(dossier.conflicts.count) sets of statements"
      let more = dossier.isIncomplete ? " at least" : ""
      let how = isFirm ? "firm" : "soft"
      return Line("Cannot all be true (\(how))", .bad)
        + Line(": of \(claims),\(more) \(sets) cannot stand together, \(firm) of them firmly.")
    case .undecided(let reason):
      return Line("Undecided", .warning) + Line(": \(reason).")
    }
  }

  // MARK: What cannot stand together

  /// How many conflicts a report tells; who wants more of them wants a program to read them.
  private static let toldConflicts = 50

  var conflicts: [Story.Block] {
    guard !dossier.conflicts.isEmpty else { return [] }
    var blocks: [Story.Block] = [.heading(level: 2, "What cannot stand together")]
    for (index, conflict) in dossier.conflicts.prefix(Self.toldConflicts).enumerated() {
      blocks += told(conflict, number: index + 1)
    }
    let more = dossier.conflicts.count - Self.toldConflicts
    if more > 0 {
      blocks.append(
        .paragraph(
          Line(
            "\(more) further sets are left out, weaker or larger than these; 'explain' tells those of one claim, "
              + "and '--format json' has them all.", .dim)))
    }
    return blocks
  }

  func told(_ conflict: Conflict, number: Int) -> [Story.Block] {
    let kind = conflict.isFirm ? Line("firm", .bad) : Line("soft", .warning)
    let ids = conflict.members.compactMap { dossier.members[$0]?.claim?.text }
    var blocks: [Story.Block] = [
      .heading(level: 3, Line("\(number). \(ids.joined(separator: ", ")) (") + kind + Line(")"))
    ]
    blocks.append(.items(conflict.members.compactMap { memberLine($0) }.map { ($0, []) }))
    blocks.append(.paragraph(Line("Why", .strong)))
    blocks.append(
      .items(
        conflict.proofs.map {
          (line: Line(ProofWords(dossier, $0, of: conflict).sentences), below: [])
        }))
    blocks.append(.paragraph(Line("What would mend it", .strong)))
    blocks.append(
      .items((conflict.repairs.map(repairLine) + requirementLines(conflict)).map { ($0, []) }))
    return blocks
  }

  private func memberLine(_ id: Member.ID) -> Line? {
    guard let member = dossier.members[id] else { return nil }
    guard let claim = member.claim, let account = dossier.account(of: claim) else {
      return Line("\(member.sort): \(member.words)") + Line(values(of: member), .dim)
    }
    let outlet = dossier.source(of: account.claim)?.outlet ?? ""
    return Line("“\(account.claim.quote)”", .strong) + Line(" — \(outlet)")
      + Line(" [\(claim)]\(values(of: member))", .dim)
  }

  private func values(of member: Member) -> String {
    guard let reading = member.readings.first, let interval = reading.value.claimedInterval else {
      return ""
    }
    if member.readings.count > 1 {
      let all = Set(member.readings.compactMap { $0.value.claimedInterval })
      guard all.count == 1 else { return ", \(member.readings.count) readings" }
    }
    return ": \(ValueFormat(reading.value, titles).text(interval))"
  }

  private func repairLine(_ repair: Repair) -> Line {
    let name = Line("\(repair.claim)", .strong)
    guard let stretch = repair.stretch, let value = repair.value,
      let member = dossier.members[Member.ID(repair.claim.text)],
      let reading = member.readings.first
    else { return name + Line(" would have to be dropped; no stretch of its words would do") }
    let format = ValueFormat(reading.value, titles)
    let under = readingWords(repair.readings)
    return name
      + Line(
        " would have to reach \(format.text(value)), \(repair.isExact ? "" : "at least ")\(stretch.words)"
      )
      + Line(
        repair.isWithinLimit ? " (a stretch)" : " (beyond any stretch)",
        repair.isWithinLimit ? .warning : .bad) + Line(under)
  }

  /// Such as `, with khasan-1040 in Pyongyang time`.
  func readingWords(_ readings: [Member.ID: String]) -> String {
    let told = readings.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
    guard !told.isEmpty else { return "" }
    return ", with " + told.map { "\($0.key) \($0.value)" }.joined(separator: " and ")
  }
}

extension Member {
  /// What sort of statement it is, at the head of a sentence.
  var sort: String {
    switch origin {
    case .claim: "Claim"
    case .estimate: strength == .hard ? "Published" : "Estimated"
    case .physics: "Physics"
    case .assumption: "Assumed"
    }
  }
}
