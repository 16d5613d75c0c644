import Casework
import Claims
import Plausibility
import Wording

extension CaseTeller {
  /// How many readings of what others imply are told.
  private static let told = 8

  var claims: [Story.Block] {
    guard !dossier.claims.isEmpty else { return [] }
    var blocks: [Story.Block] = [.heading(level: 2, line("All claims"))]
    for verdict in Verdict.allCases {
      let group = dossier.claims.filter { $0.verdict == verdict }
      guard !group.isEmpty else { continue }
      blocks.append(.items(group.map { (claimLine($0), claimDetails($0)) }))
    }
    return blocks
  }

  /// What is claimed beside what is left, as bars.
  var bars: [Story.Block] {
    hasPictures ? ClaimBars(teller: self).pictures.map { .figure($0) } : []
  }

  func claimLine(_ account: ClaimAccount) -> Line {
    let outlet = dossier.source(of: account.claim)?.outlet ?? ""
    let modality: Phrase =
      account.claim.modality == .stated ? "" : ", \(account.claim.modality.words)"
    return line("\(account.verdict.sign) \(account.verdict.words)", account.verdict.style)
      + Line("  \(quoted(account.claim.quote))", .strong)
      + line(" — \(outlet)\(modality)")
      + Line(" [\(account.claim.id)]", .dim)
  }

  func claimDetails(_ account: ClaimAccount) -> [Story.Block] {
    let lines = detailLines(account)
    return lines.isEmpty ? [] : [.items(lines.map { ($0, []) })]
  }

  /// What is to be said of a claim besides its verdict, a line each.
  func detailLines(_ account: ClaimAccount) -> [Line] {
    var lines: [Line] = []
    if let member = dossier.members[.claim(account.claim.id)] {
      lines += saidLines(member, account.claim)
    }
    if case .track(let track) = account.claim.subject {
      lines.append(line("positions over time, from \(track.file)"))
    }
    if account.conflicts.isEmpty {
      let implied = account.implications.compactMap { impliedLine($0, account) }
      lines += implied.prefix(Self.told)
      if implied.count > Self.told {
        lines.append(line("and \(implied.count - Self.told) further readings", .dim))
      }
    } else {
      for conflict in account.conflicts { lines += conflictLines(conflict, account) }
    }
    if let reading = account.unlikelyReading {
      let label = titles.label(of: reading, in: .claim(account.claim.id))
      lines.append(line("fits only \(label), which such words seldom mean", .warning))
    }
    if let stretch = account.neededStretch, stretch != .asWorded {
      lines.append(line("off by \(stretch.words)"))
    }
    if !account.reason.isEmpty { lines.append(line("\(account.reason.capitalized).")) }
    if !account.claim.note.isEmpty { lines.append(line("Note: \(account.claim.note)", .dim)) }
    return lines
  }

  private func saidLines(_ member: Member, _ claim: Claim) -> [Line] {
    var seen: Set<String> = []
    return member.readings.enumerated().compactMap { place, reading in
      guard let interval = reading.value.interval else { return nil }
      let label = titles.label(of: place, in: member.id)
      let text = text(interval, reading.value, of: claim)
      let isDistance = if case .within = reading.value { true } else { false }
      let told: Phrase =
        label.isEmpty || isDistance ? "taken to mean: \(text)" : "taken to mean: \(text) \(label)"
      return seen.insert(told.english).inserted ? line(told) : nil
    }
  }

  private func impliedLine(_ implication: Implication, _ account: ClaimAccount) -> Line? {
    guard implication.implied.low > 0 || implication.implied.high.isFinite,
      let member = dossier.members[.claim(account.claim.id)]
    else { return nil }
    let reading = member.readings[implication.reading]
    let text = text(implication.implied, reading.value, of: account.claim)
    let own = titles.label(of: implication.reading, in: member.id)
    let label: Phrase = own.isEmpty ? "" : "\(own): "
    let under = readingWords(implication.others)
    if implication.meets {
      return line("\(label)everything else allows \(text)\(under): ") + line("fits", .good)
    }
    let stretch: Phrase = implication.stretch.map { ", \($0.words) away" } ?? ""
    return line("\(label)everything else allows \(text)\(under)\(stretch): ")
      + line("does not fit", .bad)
  }

  private func conflictLines(_ conflict: Conflict, _ account: ClaimAccount) -> [Line] {
    guard let repair = conflict.repairs.first(where: { $0.claim == account.claim.id }),
      let member = dossier.members[.claim(account.claim.id)]
    else { return [] }
    let others = conflict.members.compactMap { id -> Phrase? in
      guard id != member.id, dossier.members[id]?.claim != nil else { return nil }
      return dossier.shortName(of: id)
    }
    let facts = conflict.members.contains { dossier.members[$0]?.claim == nil }
    let fact: Phrase = others.isEmpty ? "the facts alone" : "facts"
    let against: Phrase = "against \((others + (facts ? [fact] : [])).joined(separator: ", "))"
    if repair.implications.allSatisfy(\.meets), let value = repair.value,
      let stretch = repair.stretch
    {
      // The bound shows only when all members are taken together, not in what they imply one by one.
      let text = text(value, member.readings[0].value, of: account.claim)
      return [line("\(against)\(readingWords(repair.readings)): \(text) (\(stretch.words))")]
    }
    guard !repair.implications.isEmpty else { return [line("\(against): no reading of it fits")] }
    return repair.implications.map { implication in
      let value = member.readings[implication.reading].value
      let text = text(implication.implied, value, of: account.claim)
      let own = titles.label(of: implication.reading, in: member.id)
      let label: Phrase = own.isEmpty ? "" : ", \(own)"
      let stretch: Phrase = implication.stretch.map { " (\($0.words))" } ?? ""
      return line("\(against)\(label)\(readingWords(implication.others)): \(text)\(stretch)")
    }
  }
}

extension Modality {
  var words: Phrase {
    switch self {
    case .stated: "stated"
    case .assumed: "assumed"
    case .forecast: "forecast"
    }
  }
}
