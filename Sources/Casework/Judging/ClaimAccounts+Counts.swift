import Chronology
import Claims
import Gazetteer
import Geodesy
import Plausibility
import Quantities
import Wording

/// Claims about stops and clocks, which the case's journeys and the tables of zones decide.
extension ClaimAccounts {
  /// Stops that the journey names besides its ends, and those that it is said to have besides. A border is not taken for
  /// a stop.
  func stopsAccount(_ claim: Claim, _ value: HedgedValue, _ id: String) -> ClaimAccount {
    guard let journey = caseFile.journeys.first(where: { $0.id == id }) else {
      return ClaimAccount(claim, .untested, "the route of its journey is unknown")
    }
    let named = journey.stops.dropFirst().dropLast().filter { !$0.isBorder }
    let unknown = journey.stops.compactMap(\.unknownStops).map { $0.interval(under: profile) }
    let least = Double(named.count) + unknown.reduce(0) { $0 + ($1.lower ?? 0) }
    let said = value.interval(under: profile)
    let title: Phrase = "\"\(journey.title)\""
    if let upper = said.upper, upper < Double(named.count) {
      let names = named.map { Phrase(term: $0.name) }.joined(separator: ", ")
      return ClaimAccount(
        claim, .contradicted, "\(title), as the case gives it, stops at \(names)")
    }
    let holds = (said.lower ?? 0) <= least && least <= (said.upper ?? .infinity)
    return holds || !unknown.isEmpty
      ? ClaimAccount(claim, .consistent, "\(title), as the case gives it, stops so often")
      : ClaimAccount(claim, .untested, "\(title), as the case gives it, names fewer stops")
  }

  /// Clocks differ by the zones' history: on the day of a journey or of the source, else on any of the year around it.
  func aheadAccount(
    _ claim: Claim, _ value: HedgedValue, _ from: Place?, _ to: Place?
  ) -> ClaimAccount {
    let published = caseFile.sources.first { $0.id == claim.source }?.published
    guard let from, let to, let day = published ?? caseFile.journeys.compactMap(\.date).first else {
      return ClaimAccount(claim, .untested, "its day is open: give the source's date")
    }
    let differences = to.secondsAhead(of: from, around: day)
    guard !differences.isEmpty else {
      return ClaimAccount(claim, .untested, "the zone of a place is unknown")
    }
    let said = value.interval(under: profile)
    let holds = differences.contains { seconds in
      (said.lower ?? -.infinity) <= seconds && seconds <= (said.upper ?? .infinity)
    }
    let hours = differences.first ?? 0
    let size = abs(hours) / 3_600
    let decimals = size == size.rounded() ? 0 : 2
    let words: Phrase =
      hours >= 0
      ? "on \(day) clocks at \(term: to.name) are \(size, decimals: decimals) h ahead of those at \(term: from.name)"
      : "on \(day) clocks at \(term: to.name) are \(size, decimals: decimals) h behind those at \(term: from.name)"
    return ClaimAccount(claim, holds ? .consistent : .contradicted, words)
  }
}

extension ClaimAccounts {
  /// A time that the sun of its day does not have, such as a sunset in polar day; nil for others. Where the day itself is
  /// only inferred nothing is decided.
  func polarAccount(_ claim: Claim) -> ClaimAccount? {
    guard case .time(let expression, let event, _) = claim.subject,
      let place = context.place(of: event), place.outline == nil, let point = place.coordinate,
      let date = expression.firstDay(
        against: caseFile.sources.first { $0.id == claim.source }?.published,
        ahead: claim.modality == .forecast),
      let outcome = expression.sun(
        on: date, at: (latitude: point.latitude, longitude: point.longitude))
    else { return nil }
    let words: Phrase
    switch outcome {
    case .between: return nil
    case .neverDark:
      words = "it did not get dark at \(term: place.shortName) on \(date): polar summer"
    case .neverLight:
      words = "the sun did not come up at \(term: place.shortName) on \(date): polar night"
    }
    if case .date = expression.day { return ClaimAccount(claim, .contradicted, words) }
    return ClaimAccount(claim, .untested, words)
  }
}
