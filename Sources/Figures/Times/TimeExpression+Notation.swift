import Chronology

extension TimeExpression {
  /// The moment in the words of case files, such as `about 10:40 a.m., Wednesday`; reading them gives it back.
  public var notation: String {
    var pieces: [String] = []
    if let clock {
      let clocks =
        upperClock.map { "between \(notation(of: clock)) and \(notation(of: $0))" }
        ?? notation(of: clock)
      pieces.append(hedgeWord + clocks + (zone.map { " \(notation(of: $0))" } ?? ""))
    }
    if let part, clock == nil { pieces.append(hedgeWord + part.name) }
    if let day { pieces.append((clock == nil && part == nil ? hedgeWord : "") + notation(of: day)) }
    return pieces.joined(separator: clock == nil ? " " : ", ")
  }

  /// An offset to the west would be the end of a range: "01:30 -10:00".
  private func notation(of zone: NamedZone) -> String {
    (zone.name.hasPrefix("-") ? "UTC" : "") + zone.name
  }

  private var hedgeWord: String {
    switch hedge {
    case .about: "about "
    case .atLeast: "after "
    case .atMost, .upTo: "before "
    case .nearly: "just before "
    case .justOver: "just after "
    default: ""
    }
  }

  private func notation(of clock: ClockTime) -> String {
    guard hasMinutes else {
      // An hour alone is understood behind a hedge only.
      if isHalfDayOpen { return "\(clock.hour)" + (hedge == .bare ? ":00" : "") }
      let hour = clock.hour % 12 == 0 ? 12 : clock.hour % 12
      return "\(hour) \(clock.hour < 12 ? "a.m." : "p.m.")"
    }
    let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
    if isHalfDayOpen {
      // Beside a date in digits 10:40 alone is of a clock of 24 hours.
      let isDated = if case .date? = day { true } else { false }
      return "\(clock.hour):\(two(clock.minute))\(isDated && clock.hour >= 10 ? " am/pm" : "")"
    }
    // 10:40 alone would leave the half of the day open; 06:57 and 18:01 do not.
    let half = (10...11).contains(clock.hour) ? " a.m." : ""
    return "\(two(clock.hour)):\(two(clock.minute))\(half)"
  }

  private func notation(of day: Day) -> String {
    switch day {
    case .date(let date): return "\(date)"
    case .days(let first, let last): return "\(first) to \(last)"
    case .weekday(let weekday, let which): return which.word + weekday.name
    case .week(let part, let which):
      if part.name == "week" || part.name == "weekend" || part.name == "midweek" {
        return (which == .nearest ? "this " : which.word) + part.name
      }
      return "\(part.name) \(which == .nearest ? "this " : which.word)week"
    case .year(let year): return Self.digits(year)
    case .month(let year, let month):
      return "\(Self.months[max(1, min(12, month)) - 1]) \(Self.digits(year))"
    }
  }

  /// A year is told from other numbers by its four digits.
  private static func digits(_ year: Int) -> String {
    String(repeating: "0", count: max(0, 4 - "\(year)".count)) + "\(year)"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October",
    "November", "December",
  ]
}

extension TimeExpression.Which {
  fileprivate var word: String {
    switch self {
    case .nearest: ""
    case .last: "last "
    case .next: "next "
    }
  }
}
