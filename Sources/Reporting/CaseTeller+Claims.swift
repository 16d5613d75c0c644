import Casework
import Claims
import Plausibility

extension CaseTeller {
  /// How many readings of what others imply are told.
  private static let told = 8

  var claims: [Story.Block] {
    guard !dossier.claims.isEmpty else { return [] }
    var blocks: [Story.Block] = [.heading(level: 2, "Every claim")]
    let order: [Verdict] = [.contradicted, .stretched, .undecided, .fits]
    for verdict in order {
      let group = dossier.claims.filter { $0.verdict == verdict }
      guard !group.isEmpty else { continue }
      blocks.append(.items(group.map { (claimLine($0), claimDetails($0)) }))
    }
    return blocks
  }

  /// What is claimed beside what is left, as bars.
  var bars: [Story.Block] {
    hasPictures ? ClaimBars(dossier: dossier).pictures.map { .figure($0) } : []
  }

  func claimLine(_ account: ClaimAccount) -> Line {
    let outlet = dossier.source(of: account.claim)?.outlet ?? ""
    let modality = account.claim.modality == .stated ? "" : ", \(account.claim.modality.rawValue)"
    return Line("\(account.verdict.sign) \(account.verdict.rawValue)", account.verdict.style)
      + Line("  “\(account.claim.quote)”", .strong)
      + Line(" — \(outlet)\(modality)")
      + Line(" [\(account.claim.id)]", .dim)
  }

  func claimDetails(_ account: ClaimAccount) -> [Story.Block] {
    let lines = detailLines(account)
    return lines.isEmpty ? [] : [.items(lines.map { ($0, []) })]
  }

  /// What is to be said of a claim besides its verdict, a line each.
  func detailLines(_ account: ClaimAccount) -> [Line] {
    var lines: [Line] = []
    if let member = dossier.members[Member.ID(account.claim.id.text)] {
      lines += saidLines(member)
    }
    if case .track(let track) = account.claim.subject {
      lines.append(Line("says where it was, moment by moment, by \(track.file)"))
    }
    if account.conflicts.isEmpty {
      let implied = account.implications.compactMap { impliedLine($0, account) }
      lines += implied.prefix(Self.told)
      if implied.count > Self.told {
        lines.append(Line("and \(implied.count - Self.told) further readings", .dim))
      }
    } else {
      for conflict in account.conflicts { lines += conflictLines(conflict, account) }
    }
    if let stretch = account.neededStretch {
      lines.append(Line("needed stretch: \(stretch.words)"))
    }
    if !account.reason.isEmpty { lines.append(Line(capitalized(account.reason) + ".")) }
    if !account.claim.note.isEmpty { lines.append(Line("Note: \(account.claim.note)", .dim)) }
    return lines
  }

  private func saidLines(_ member: Member) -> [Line] {
    var seen: Set<String> = []
    return member.readings.compactMap { reading in
      guard let interval = reading.value.claimedInterval else { return nil }
      let text = ValueFormat(reading.value, titles).text(interval)
      let isDistance = if case .within = reading.value { true } else { false }
      let label = reading.label.isEmpty || isDistance ? "" : " \(reading.label)"
      guard seen.insert(text + label).inserted else { return nil }
      return Line("says \(text)\(label)")
    }
  }

  private func impliedLine(_ implication: Implication, _ account: ClaimAccount) -> Line? {
    guard implication.implied.low > 0 || implication.implied.high.isFinite,
      let member = dossier.members[Member.ID(account.claim.id.text)],
      let reading = member.readings.first(where: { $0.label == implication.reading })
    else { return nil }
    let text = ValueFormat(reading.value, titles).text(implication.implied)
    let label = implication.reading.isEmpty ? "" : "\(implication.reading): "
    let under = readingWords(implication.others)
    if implication.meets {
      return Line("\(label)everything else leaves \(text)\(under): ") + Line("fits", .good)
    }
    let stretch = implication.stretch.map { ", \($0.words) away" } ?? ""
    return Line("\(label)everything else leaves \(text)\(under)\(stretch): ")
      + Line("does not fit", .bad)
  }

  private func conflictLines(_ conflict: Conflict, _ account: ClaimAccount) -> [Line] {
    guard let repair = conflict.repairs.first(where: { $0.claim == account.claim.id }),
      let member = dossier.members[Member.ID(account.claim.id.text)]
    else { return [] }
    let others = conflict.members.compactMap { id -> String? in
      guard id.text != account.claim.id.text, let other = dossier.members[id] else { return nil }
      return other.claim?.text
    }
    let facts = conflict.members.contains { dossier.members[$0]?.claim == nil }
    let named = others + (facts ? [others.isEmpty ? "facts alone" : "facts"] : [])
    let against = "against \(named.joined(separator: ", "))"
    if repair.implications.allSatisfy(\.meets), let value = repair.value,
      let stretch = repair.stretch
    {
      // The bound shows only when all members are taken together, not in what they imply one by one.
      let text = ValueFormat(member.readings[0].value, titles).text(value)
      return [Line("\(against)\(readingWords(repair.readings)): \(text) (\(stretch.words))")]
    }
    guard !repair.implications.isEmpty else { return [Line("\(against): no reading of it fits")] }
    return repair.implications.map { implication in
      let reading = member.readings.first { $0.label == implication.reading } ?? member.readings[0]
      let text = ValueFormat(reading.value, titles).text(implication.implied)
      let label = implication.reading.isEmpty ? "" : ", \(implication.reading)"
      let stretch = implication.stretch.map { " (\($0.words))" } ?? ""
      return Line("\(against)\(label)\(readingWords(implication.others)): \(text)\(stretch)")
    }
  }

  private func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}

extension Constraint {
  /// The interval of a value, nil for sums and products.
  var claimedInterval: ClaimedInterval? {
    switch self {
    case .within(_, let interval), .elapsed(_, _, let interval): interval
    default: nil
    }
  }
}
