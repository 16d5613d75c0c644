import Casework
import Claims
import Plausibility
import Quantities
import Wording

extension CaseTeller {
  /// A report with the sign of its verdict, and below it the number that speaks against it.
  func point(_ point: CaseSummary.Point) -> Story.Point {
    self.point(point.account, sentence(on: point))
  }

  /// A report that only the straight line fits, with what the route would be.
  func crowFliesPoint(_ account: ClaimAccount) -> Story.Point {
    let by = missing(account).compactMap { rest($0, isGiven: false)?.fact }
    let only: Phrase = "True only as the crow flies"
    return point(account, by.first.map { "\(only): \($0)." } ?? "\(only).")
  }

  /// Such as `✗ “another 200 kilometers” — time.news`.
  func point(_ account: ClaimAccount, _ sentence: Phrase?) -> Story.Point {
    Story.Point(
      mark: Line(account.verdict.sign, account.verdict.style),
      line: Line(quoted(shortQuote(account.claim, limit: 64)), .strong) + Line(by(account.claim)),
      below: sentence.map { [.paragraph(line($0))] } ?? [])
  }

  /// Such as ` — time.news`.
  func by(_ claim: Claim) -> String {
    guard let outlet = dossier.source(of: claim)?.outlet, !outlet.isEmpty else { return "" }
    return " — \(Line(outlet).cut(to: 60).text)"
  }

  /// The sentence with the number that matters.
  func sentence(on point: CaseSummary.Point) -> Phrase {
    guard let conflict = point.conflict, let repair = point.repair else {
      return reason(of: point.account)
    }
    let rests = rests(of: repair, isGiven: conflict.claims.count > 1)
    guard let first = rests.first else { return sentenceWithoutValue(conflict, repair) }
    let facts: Phrase = rests.count > 1 ? "\(first.fact); \(rests[1].fact)" : first.fact
    let fact: Phrase = "\(given(conflict, but: point.account))\(facts)"
    switch conflict.gravity {
    case .wording: return sentence("\(fact): possible only if worded loosely.")
    case .improbable: return sentence("\(fact): possible, but unlikely.")
    case .contradiction:
      if rests.count > 1 { return sentence("\(fact): neither fits.") }
      return sentence(first.gap.map { "\(fact), \($0)." } ?? "\(fact).")
    }
  }

  private func sentence(_ words: Phrase) -> Phrase { words.capitalized }

  /// Of what has no one value, such as a track: what it takes to fit, or why it cannot.
  private func sentenceWithoutValue(_ conflict: Conflict, _ repair: Repair) -> Phrase {
    if repair.leavesOut, let reading = repair.readings[.claim(repair.claim)] {
      return "It fits only \(titles.label(of: reading, in: .claim(repair.claim)))."
    }
    guard let proof = conflict.proofs.first else { return "It cannot be." }
    return ProofWords(dossier, proof, of: conflict).sentences
  }

  func reason(of account: ClaimAccount) -> Phrase {
    if let reading = account.unlikelyReading {
      let label = titles.label(of: reading, in: .claim(account.claim.id))
      return "It fits only \(label), which such words seldom mean."
    }
    return account.reason.isEmpty
      ? account.verdict.words.capitalized : "\(account.reason.capitalized)."
  }

  /// What other reports the conflict takes, such as `with “10:40 a.m.” (The Korea Herald), `.
  private func given(_ conflict: Conflict, but account: ClaimAccount) -> Phrase {
    let others = conflict.members.compactMap { dossier.members[$0]?.claim }
      .filter { $0 != account.claim.id }.compactMap { dossier.account(of: $0)?.claim }
    guard !others.isEmpty else { return "" }
    var groups: [(outlet: String, quotes: [Phrase])] = []
    for claim in others.prefix(3) {
      let (quote, outlet) = (shortQuote(claim, limit: 40), dossier.source(of: claim)?.outlet ?? "")
      if groups.last?.outlet == outlet {
        groups[groups.count - 1].quotes.append("“\(quote)”")
      } else {
        groups.append((outlet, ["“\(quote)”"]))
      }
    }
    let named = groups.map { group -> Phrase in
      group.outlet.isEmpty ? listed(group.quotes) : "\(listed(group.quotes)) (\(group.outlet))"
    }
    return "given \(listed(named)), "
  }

  /// What one reading of a report comes to, and what is left for it.
  private struct Rest {
    let fact: Phrase
    let gap: Phrase?
  }

  private func rests(of repair: Repair, isGiven: Bool) -> [Rest] {
    remainders(of: repair).compactMap { rest($0, isGiven: isGiven) }
  }

  /// - Parameter isGiven: whether other reports are needed for it, so that it is no fact.
  private func rest(_ remainder: Remainder, isGiven: Bool) -> Rest? {
    guard let what = subject(of: remainder.value) else { return nil }
    let (format, gap) = (ValueFormat(remainder.value, titles), remainder.gap)
    let left = isGiven ? remainder.missed : remainder.left
    let isMoment = if case .moment = format { true } else { false }
    let text = format.text(format.rounded(left, gap: gap))
    let fact: Phrase =
      switch (isMoment, isGiven) {
      case (true, true) where left.high.isInfinite:
        "\(what) cannot have been before \(format.text(left.low))"
      case (true, true) where left.low.isInfinite:
        "\(what) cannot have been after \(format.text(left.high))"
      case (true, _): "\(what) was \(text)"
      case (false, true): "\(what) would have to be \(text)"
      case (false, false): "\(what) is \(text)"
      }
    guard gap != 0 else { return Rest(fact: fact, gap: nil) }
    let size =
      isMoment ? Numbers.duration(abs(gap)) : format.text(format.roundedGap(gap))
    return Rest(fact: fact, gap: isMoment ? shift(size, gap < 0) : difference(size, gap < 0))
  }

  /// What everything else leaves for a report that fits it, by the reading for which it leaves least; nil where it leaves
  /// anything.
  func possible(for account: ClaimAccount) -> Phrase? {
    guard let least = fitting(account).min(by: { $0.width < $1.width }),
      least.left.low > 0 || least.left.high.isFinite, let what = subject(of: least.value)
    else { return nil }
    let format = ValueFormat(least.value, titles)
    let text = format.text(format.rounded(least.left, gap: .infinity))
    let isOpen = !least.left.high.isFinite || least.left.low.isInfinite
    let isOne = isOpen || format.text(least.left.low) == format.text(least.left.high)
    let fact: Phrase
    switch format {
    case .mode: return nil
    // Of what may have been on several days or by several clocks no one is said.
    case .moment where dossier.members[.claim(account.claim.id)]?.readings.count != 1: return nil
    case .moment: fact = isOne ? "\(what) was \(text)" : "\(what) can have been \(text)"
    default: fact = isOne ? "\(what) is \(text)" : "\(what) can be \(text)"
    }
    return sentence("\(fact).")
  }

  private func shift(_ size: Phrase, _ isEarlier: Bool) -> Phrase {
    isEarlier ? "\(size) earlier than reported" : "\(size) later than reported"
  }

  private func difference(_ size: Phrase, _ isLess: Bool) -> Phrase {
    isLess ? "\(size) less than reported" : "\(size) more than reported"
  }
}
