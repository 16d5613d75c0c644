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
    let by = account.implications.filter { !$0.meets }.compactMap { implication -> Phrase? in
      guard let member = dossier.members[.claim(account.claim.id)],
        member.readings.indices.contains(implication.reading)
      else { return nil }
      return rest(member, implication, false)?.fact
    }
    let only: Phrase = "True only as the crow flies"
    return point(account, by.first.map { "\(only): \($0)." } ?? "\(only).")
  }

  /// Such as `✗ “another 200 kilometers” — time.news`.
  func point(_ account: ClaimAccount, _ sentence: Phrase?) -> Story.Point {
    Story.Point(
      mark: Line(account.verdict.sign, account.verdict.style),
      line: Line("“\(shortQuote(account.claim, limit: 64))”", .strong) + Line(by(account.claim)),
      below: sentence.map { [.paragraph(line($0))] } ?? [])
  }

  /// The words around a claim's figure; a time in words usually stands at the end.
  func shortQuote(_ claim: Claim, limit: Int) -> String {
    ShortQuote.text(
      claim.quote, limit: limit, figure: claim.selector?.exact, isFigureLast: claim.value == nil)
  }

  private func by(_ claim: Claim) -> String {
    guard let outlet = dossier.source(of: claim)?.outlet, !outlet.isEmpty else { return "" }
    return " — \(outlet)"
  }

  /// The sentence with the number that matters.
  func sentence(on point: CaseSummary.Point) -> Phrase {
    guard let conflict = point.conflict, let repair = point.repair else {
      return reason(of: point.account)
    }
    let rests = rests(of: repair, isGiven: conflict.claims.count > 1)
    guard let first = rests.first else { return sentenceWithoutValue(conflict, repair) }
    let facts = rests.prefix(2).map(\.fact).joined(separator: "; ")
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

  private func reason(of account: ClaimAccount) -> Phrase {
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

  /// Of each kind of quantity that its words may mean the nearest value that is left.
  private func rests(of repair: Repair, isGiven: Bool) -> [Rest] {
    guard let member = dossier.members[.claim(repair.claim)] else { return [] }
    var nearest: [(gap: Double, implication: Implication, kind: String)] = []
    for implication in repair.implications
    where member.readings.indices.contains(implication.reading) {
      let kind = kind(of: member.readings[implication.reading].value)
      let gap = abs(implication.signedGap)
      if let known = nearest.firstIndex(where: { $0.kind == kind }) {
        if gap < nearest[known].gap { nearest[known] = (gap, implication, kind) }
      } else {
        nearest.append((gap, implication, kind))
      }
    }
    if nearest.contains(where: { $0.gap > 0 }) {
      return nearest.compactMap { rest(member, $0.implication, isGiven) }
    }
    // The value shows only when all members are taken together, not in what they imply one by one.
    guard let value = repair.value, let reading = member.readings.first,
      let claimed = reading.value.interval
    else { return [] }
    let isAbove = value > (claimed.upper ?? .infinity)
    let left = isAbove ? Bounds(value, .infinity) : Bounds(-.infinity, value)
    return rest(reading.value, left, claimed.signedGap(to: left), isGiven: isGiven).map { [$0] }
      ?? []
  }

  private func rest(_ member: Member, _ implication: Implication, _ isGiven: Bool) -> Rest? {
    rest(
      member.readings[implication.reading].value, implication.implied, implication.signedGap,
      isGiven: isGiven)
  }

  /// - Parameter isGiven: whether other reports are needed for it, so that it is no fact.
  private func rest(_ value: Constraint, _ left: Bounds, _ gap: Double, isGiven: Bool) -> Rest? {
    guard let what = subject(of: value) else { return nil }
    let format = ValueFormat(value, titles)
    // Of what other reports leave only the end that the report misses matters.
    let missed =
      isGiven && gap > 0
      ? Bounds(left.low, .infinity) : isGiven && gap < 0 ? Bounds(-.infinity, left.high) : left
    let text = format.text(format.rounded(missed, gap: gap))
    let isMoment = if case .moment = format { true } else { false }
    let fact: Phrase =
      isMoment
      ? "\(what) was \(text)" : isGiven ? "\(what) would have to be \(text)" : "\(what) is \(text)"
    guard gap != 0 else { return Rest(fact: fact, gap: nil) }
    let size =
      isMoment ? Numbers.duration(abs(gap)) : format.text(format.rounded(abs(gap), gap: gap))
    return Rest(fact: fact, gap: isMoment ? shift(size, gap < 0) : difference(size, gap < 0))
  }

  private func shift(_ size: Phrase, _ isEarlier: Bool) -> Phrase {
    isEarlier ? "\(size) earlier than reported" : "\(size) later than reported"
  }

  private func difference(_ size: Phrase, _ isLess: Bool) -> Phrase {
    isLess ? "\(size) less than reported" : "\(size) more than reported"
  }

  /// Readings of one kind count as one: from the station or from the border, but not by rail and as the crow flies.
  private func kind(of value: Constraint) -> String {
    guard case .within(.distance(let kind, _, _), _) = value else { return "" }
    return kind.rawValue
  }
}

extension Implication {
  /// By how much what is left lies beyond what is reported, in SI; below it less than 0.
  fileprivate var signedGap: Double { claimed.signedGap(to: implied) }
}

extension ClaimedInterval {
  fileprivate func signedGap(to left: Bounds) -> Double {
    if let upper, left.low > upper { return left.low - upper }
    if let lower, left.high < lower { return left.high - lower }
    return 0
  }
}

extension ValueFormat {
  /// To whole kilometres or kilometres an hour, unless the gap itself is that small.
  fileprivate func rounded(_ value: Double, gap: Double) -> Double {
    let step =
      switch self {
      case .distance: 1_000.0
      case .speed: 1 / 3.6
      case .duration, .ratio, .mode, .moment: 0.0
      }
    guard step > 0, abs(gap) > 3 * step, abs(value) > 10 * step, value.isFinite else {
      return value
    }
    return (value / step).rounded() * step
  }

  fileprivate func rounded(_ bounds: Bounds, gap: Double) -> Bounds {
    Bounds(rounded(bounds.low, gap: gap), rounded(bounds.high, gap: gap))
  }
}
