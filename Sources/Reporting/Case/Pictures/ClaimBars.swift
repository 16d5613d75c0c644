import Casework
import Chronology
import Claims
import Plausibility
import Scenarios
import Wording

/// What every claim says beside what is left for it, a picture for each kind of value.
struct ClaimBars {
  let teller: CaseTeller

  private var dossier: Dossier { teller.dossier }

  /// One claim's two intervals.
  private struct Row {
    let account: ClaimAccount
    let format: ValueFormat
    let claimed: Bounds
    let implied: [Bounds]
  }

  var pictures: [IntervalBars] {
    let rows = dossier.claims.compactMap(row)
    return Kind.allCases.compactMap { kind in
      let own = rows.filter { kind.holds($0.format) }
      return own.isEmpty ? nil : picture(kind, own)
    }
  }

  private enum Kind: CaseIterable {
    case distance, speed, duration, moment

    func holds(_ format: ValueFormat) -> Bool {
      switch (self, format) {
      case (.distance, .distance), (.speed, .speed), (.duration, .duration), (.moment, .moment):
        true
      default: false
      }
    }

    /// The title, the axis' title and the size of its unit in SI.
    var words: (title: Phrase, axis: Phrase, size: Double) {
      switch self {
      case .distance: ("Distances", "km", 1_000)
      case .speed: ("Speeds", "km/h", 1 / 3.6)
      case .duration: ("Times taken", "h", 3_600)
      case .moment: ("Moments", "", 1)
      }
    }
  }

  private func row(_ account: ClaimAccount) -> Row? {
    guard let member = dossier.members[.claim(account.claim.id)],
      let reading = member.readings.first, let interval = reading.value.interval
    else { return nil }
    if case .elapsed(let start, let end, _) = reading.value {
      guard isOfJourney(end), start == .epoch || isOfJourney(start) else { return nil }
    }
    let intervals = member.readings.compactMap(\.value.interval) + [interval]
    let claimed = Bounds(
      intervals.map { $0.lower ?? -.infinity }.min() ?? -.infinity,
      intervals.map { $0.upper ?? .infinity }.max() ?? .infinity)
    return Row(
      account: account, format: ValueFormat(reading.value, dossier.titles), claimed: claimed,
      implied: account.left)
  }

  /// Moments of anything else may be months away, and times between them last years.
  private func isOfJourney(_ event: EventID) -> Bool {
    dossier.itineraries.contains { $0.journey.stopIndex(of: event) != nil }
  }

  private func picture(_ kind: Kind, _ rows: [Row]) -> IntervalBars {
    let words = kind.words
    func ends(_ bounds: Bounds) -> (low: Double, high: Double) {
      (bounds.low / words.size, bounds.high / words.size)
    }
    let claimed = rows.flatMap { [$0.claimed.low, $0.claimed.high] }.filter(\.isFinite)
    let implied = rows.flatMap(\.implied).flatMap { [$0.low, $0.high] }.filter(\.isFinite)
    // What is left may reach far beyond what anybody says.
    let spread = (claimed.max() ?? 0) - (claimed.min() ?? 0)
    let near = implied.filter {
      kind != .moment || abs($0 - (claimed.min() ?? $0)) < 3 * max(spread, 6 * 3_600)
    }
    let values = (claimed + near).map { $0 / words.size }
    let axis: Axis
    if kind == .moment, case .moment(let zone, _, _)? = rows.first?.format {
      axis = .moments(
        teller.say("clocks of \(term: zone.cityName)"), holding: values, zone: zone,
        language: teller.language)
    } else {
      axis = .numbers(teller.say(words.axis), holding: [0] + values)
    }
    return IntervalBars(
      title: teller.say(words.title), axis: axis,
      rows: rows.map { row in
        let texts = row.implied.map(row.format.text)
        let left: Phrase =
          texts.isEmpty ? "" : ", everything else allows \(texts.joined(separator: " or "))"
        let verdict = row.account.verdict.words
        return IntervalBars.Row(
          name: teller.quoted(teller.shortQuote(row.account.claim, limit: 34)),
          claimed: ends(row.claimed),
          implied: row.implied.map(ends),
          verdict: HeatMap.Shade(.claimVerdict(row.account.verdict)),
          words: teller.say("\(verdict): says \(row.format.text(row.claimed))\(left)"))
      }, language: teller.language)
  }
}
