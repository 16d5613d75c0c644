import Chronology
import ClaimReading
import Claims

extension JourneyDrafter {
  /// Whether the clock times of an account have one place reached after another.
  func isReached(_ place: String, after other: String, in journey: DraftJourney) -> Bool {
    journey.accounts.contains { account in
      if let late = time(to: place, of: account), let early = time(to: other, of: account) {
        return late > early
      }
      guard let late = arrival(at: place, of: account), let early = arrival(at: other, of: account)
      else { return false }
      return late.day == early.day && late.minute > early.minute
    }
  }

  /// How long an account says that it takes from the journey's beginning to a place, in seconds: "Turin–Rome: 4 h 20.
  /// Turin–Naples: 5 h 40."
  private func time(to place: String, of account: DraftAccount) -> Double? {
    let figures = articles[account.article].reading.figures
    return account.figures.sorted().lazy.compactMap { number -> Double? in
      guard case .quantity(let value) = figures[number].value, value.unit.dimension == .duration,
        case .leg(let from?, let to?) = figures[number].tie.target,
        id(of: to, account.mode) == place, id(of: from, account.mode) == account.ends.from
      else { return nil }
      return value.siValue
    }.first
  }

  /// When an account has a place reached; nil where it does not say so by the clock.
  private func arrival(
    at place: String, of account: DraftAccount
  ) -> (day: CivilDate?, minute: Int)? {
    let figures = articles[account.article].reading.figures
    return account.figures.sorted().lazy.compactMap { number -> (CivilDate?, Int)? in
      let figure = figures[number]
      guard case .moment(let moment) = figure.value, let clock = moment.clock,
        case .event(let event, let told?) = figure.tie.target,
        [.arrival, .landing, .passing].contains(event), id(of: told, account.mode) == place
      else { return nil }
      let minute = clock.minuteOfDay
      return (day(of: figure, datelines[account.article]), minute)
    }.first
  }
}
