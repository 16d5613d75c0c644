import Travel
import Casework
import Claims
import Flights
import Plausibility
import TrainMotion
import Wording

extension CaseTeller {
  /// Where every hour of a leg goes, as it is simulated; and how fast it is on the way, as a picture.
  func hours(of leg: Leg) -> [Story.Block] {
    let entries: [(title: Phrase, time: ClosedRange<Double>, basis: Phrase)]
    let whole: ClosedRange<Double>
    if let run = leg.run {
      entries = run.ledger.map { ($0.title, $0.time, $0.basis) }
      whole = run.likely
    } else if let flight = leg.flight {
      entries = flight.ledger.map { (Phrase(term: $0.title), $0.time, $0.basis) }
      whole = flight.block
    } else {
      return []
    }
    // Where it comes from is long, and for those who read on paper or a screen.
    let rows = entries.map { entry in
      [say(entry.title)] + ends(entry.time) + (hasPictures ? [say(entry.basis)] : [])
    }
    let header = [say("journey time"), say("least"), say("most")]
    return [
      .table(
        header: header + (hasPictures ? [say("source")] : []),
        rows: rows + [[say("in all")] + ends(whole) + (hasPictures ? [""] : [])])
    ] + profile(of: leg)
  }

  private func ends(_ range: ClosedRange<Double>) -> [String] {
    [say(Numbers.duration(range.lowerBound)), say(Numbers.duration(range.upperBound))]
  }

  private func profile(of leg: Leg) -> [Story.Block] {
    guard hasPictures, let run = leg.run else { return [] }
    let claims = dossier.caseFile.claims.compactMap { claim -> Chart.Band? in
      guard case .speed(let value, _) = claim.subject else { return nil }
      let interval = value.interval(under: dossier.profile)
      // A bound by itself is a line.
      let (low, high) = (interval.lower ?? interval.upper, interval.upper ?? interval.lower)
      return Chart.Band(name: claim.id.text, low: (low ?? 0) * 3.6, high: (high ?? 0) * 3.6)
    }
    return [.figure(SpeedProfile(run: run, language: language, claims: claims).chart)]
  }
}
