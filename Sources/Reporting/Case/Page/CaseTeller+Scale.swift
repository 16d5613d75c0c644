import Casework
import Chronology
import Claims
import Plausibility
import Quantities
import Wording

extension CaseTeller {
  /// What a report says and what is possible, on one scale; nil if nothing bounds it.
  func scale(_ account: ClaimAccount, _ conflict: Conflict?) -> ReportedScale? {
    let repair = conflict?.repairs.first { $0.claim == account.claim.id }
    let remainders = (repair.map(remainders) ?? missing(account)).prefix(3)
    guard let first = remainders.first else { return nil }
    let format = ValueFormat(first.value, titles)
    if case .mode = format { return nil }
    let isMoment = if case .moment = format { true } else { false }
    // What several reports leave is more than what the one misses; only the end that it misses matters.
    let isGiven = (conflict?.claims.count ?? 1) > 1
    let possible = remainders.map { remainder -> ReportedScale.Row in
      let left = format.rounded(isGiven ? remainder.missed : remainder.left, gap: remainder.gap)
      return ReportedScale.Row(
        name: say(remainders.count > 1 ? kind(of: remainder) : "possible"),
        text: say(text(left, format)), ends: (left.low, left.high), isReported: false)
    }
    let rows = [reported(first, format)] + possible
    guard rows.allSatisfy({ $0.ends.low <= $0.ends.high }),
      rows.contains(where: { $0.ends.low.isFinite && $0.ends.low > 0 || $0.ends.high.isFinite })
    else { return nil }
    let words = rows.map { "\($0.name): \($0.text)" }.joined(separator: "; ")
    return ReportedScale(title: words, rows: rows, fromZero: !isMoment)
  }

  private func reported(_ remainder: Remainder, _ format: ValueFormat) -> ReportedScale.Row {
    let claimed = Bounds(
      remainder.claimed.lower ?? -.infinity, remainder.claimed.upper ?? .infinity)
    let isOpen = !claimed.low.isFinite || !claimed.high.isFinite
    let printed = remainder.printed.map { Bounds($0.lowerBound, $0.upperBound) }
    return ReportedScale.Row(
      name: say("reported"), text: say(text(isOpen ? claimed : printed ?? claimed, format)),
      ends: (claimed.low, claimed.high), isReported: true)
  }

  /// Of moments the date and the zone stand in the sentence already.
  private func text(_ bounds: Bounds, _ format: ValueFormat) -> Phrase {
    guard case .moment(let zone, also: _, since: nil) = format else { return format.text(bounds) }
    let (low, high) = (moment(bounds.low, in: zone), moment(bounds.high, in: zone))
    switch (bounds.low.isFinite, bounds.high.isFinite) {
    case (true, true):
      // To the minute that is one moment.
      if bounds.high - bounds.low <= 90 { return low.whole }
      return low.day == high.day
        ? "\(low.whole) to \(high.clock)" : "\(low.whole) to \(high.whole)"
    case (true, false): return "not before \(low.whole)"
    case (false, true): return "not after \(high.whole)"
    case (false, false): return "anything"
    }
  }

  /// Such as `Mon 22:30`.
  private func moment(
    _ seconds: Double, in zone: Zone
  ) -> (day: CivilDate, clock: String, whole: Phrase) {
    let rounded = seconds.isFinite ? (seconds / 60).rounded() * 60 : 0
    let (date, second) = zone.local(Instant(secondsSinceEpoch: rounded))
    let clock = Numbers.clock(second)
    return (date, clock, "\(term: String(date.weekday.name.prefix(3))) \(clock)")
  }

  private func kind(of remainder: Remainder) -> Phrase {
    guard case .within(.distance(let kind, _, _), _) = remainder.value else { return "possible" }
    return switch kind {
    case .geodesic: "as the crow flies"
    case .track, .tariff: "by rail"
    case .road: "by road"
    case .sea: "by sea"
    case .flown: "by air"
    }
  }
}
