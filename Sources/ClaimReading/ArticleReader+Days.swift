import Chronology
import Claims
import Figures
import Quantities

/// What days the figures of a text are of.
extension ArticleReader {
  /// The year that a text names most often, the first of several: what a text without a day is about.
  static func usualYear(_ found: [FoundFigure]) -> Int? {
    let years = found.compactMap { figure -> Int? in
      if case .moment(let moment) = figure.value { moment.day?.year } else { nil }
    }
    let counts = Dictionary(years.map { ($0, 1) }, uniquingKeysWith: +)
    return years.first { counts[$0] == counts.values.max() }
  }

  /// Tokens of dates whose years are not that of the report: what stands beside them is of another time.
  static func otherYears(_ found: [FoundFigure], _ dateline: CivilDate?) -> Set<Int> {
    var tokens: Set<Int> = []
    let own = dateline?.year ?? usualYear(found)
    for figure in found {
      guard case .moment(let moment) = figure.value else { continue }
      // "Monday 10 September" where it was none for years is of another.
      if moment.isOfUnknownYear(dateline: dateline) { tokens.formUnion(figure.tokens) }
      guard let year = moment.day?.year else { continue }
      if abs(year - (own ?? year)) > 1 { tokens.formUnion(figure.tokens) }
    }
    return tokens
  }

  /// Whether all clock times are printed with minutes and none says which half of the day: then there are 24 hours.
  static func isWholeDay(_ found: [FoundFigure], _ reader: TokenReader) -> Bool {
    let clocks = found.filter { figure in
      if case .moment(let moment) = figure.value { moment.clock != nil } else { false }
    }
    // "left at 11.40 and came at 1.40" may be either half of the day.
    let minutes = clocks.compactMap { figure -> Int? in
      if case .moment(let moment) = figure.value { moment.clock?.minuteOfDay } else { nil }
    }
    let isShown = clocks.contains { figure in
      if case .moment(let moment) = figure.value { !moment.isHalfDayOpen } else { false }
    }
    guard isShown || zip(minutes, minutes.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      return false
    }
    return clocks.count >= 2
      && clocks.allSatisfy { figure in
        guard case .moment(let moment) = figure.value else { return false }
        return moment.hasMinutes
          && (moment.isHalfDayOpen || prints(moment.clock, figure.tokens, reader))
      }
  }

  /// Whether an hour is printed that only a clock of 24 hours shows: "16:10", but not "4:10 p.m."
  private static func prints(
    _ clock: ClockTime?, _ tokens: Range<Int>, _ reader: TokenReader
  ) -> Bool {
    guard let clock, clock.hour > 12 else { return false }
    return tokens.contains { index in
      guard reader.tokens[index].kind == .number else { return false }
      let digits = reader.bytes[reader.tokens[index].range].prefix(while: Tokenizer.isDigit)
      return Int(String(decoding: digits.prefix(2), as: UTF8.self)) == clock.hour
    }
  }

  /// "left on 10 September and is expected on the 12th of September": days of one sentence are of one year.
  func sameYear(_ figure: inout Figure, _ last: Figure?, _ dateline: CivilDate?) {
    guard case .moment(var moment) = figure.value, case .monthDay(let month, let day)? = moment.day,
      let last, last.sentence == figure.sentence, case .moment(let earlier) = last.value,
      earlier.day != nil,
      let date = earlier.expression(dateline: dateline, ahead: last.modality == .forecast)?
        .firstDay(against: dateline, ahead: last.modality == .forecast),
      abs(date.month - month) <= 1, let own = CivilDate(year: date.year, month: month, day: day)
    else { return }
    moment.day = .date(own)
    figure.value = .moment(moment)
  }

  /// Days from the one told before to the report, where a weekday is sooner of those days than of the report's own week.
  static let weeksAgo = 8...45

  /// The day and the clock time of the departure from which the journey came that a figure is the arrival of, where the text gives
  /// a day.
  func departure(
    in figures: [Figure], of arrival: Figure, _ dateline: CivilDate?
  ) -> (day: CivilDate, clock: ClockTime?)? {
    guard case .event(let event, _) = arrival.tie.target, event == .arrival || event == .landing
    else { return nil }
    let departure = figures.last { figure in
      guard figure.tie.strand == arrival.tie.strand, case .moment(let moment) = figure.value,
        moment.day != nil, case .event(let event, _) = figure.tie.target
      else { return false }
      return event == .departure || event == .takeOff
    }
    guard let departure, case .moment(let moment) = departure.value else { return nil }
    let isAhead = departure.modality == .forecast
    let day = moment.expression(dateline: dateline, ahead: isAhead)?
      .firstDay(against: dateline, ahead: isAhead)
    return day.map { ($0, moment.clock) }
  }

  /// "leaves on Wednesday at 15:00 and arrives on Saturday", published on a Wednesday: the Saturday after; and of a ship
  /// that "left on Sunday at 5 p.m. and docked at 7 a.m. on the Sunday after" the one a week later.
  func notBefore(
    _ departure: (day: CivilDate, clock: ClockTime?)?, _ arrival: inout Figure,
    _ dateline: CivilDate?
  ) {
    guard let departure, case .moment(var moment) = arrival.value,
      case .weekday(let weekday, .nearest)? = moment.day
    else { return }
    let isAhead = arrival.modality == .forecast
    guard
      let own = moment.expression(dateline: dateline, ahead: isAhead)?
        .firstDay(against: dateline, ahead: isAhead)
    else { return }
    let isWeekLater =
      departure.day.weekday == weekday && arrival.tie.mode == .sea
      && departure.clock.map { leaves in moment.clock.map { $0 < leaves } ?? false } ?? false
    guard own < departure.day || isWeekLater else { return }
    let first = isWeekLater ? 1 : 0
    let days = (first..<(first + 7)).lazy.map { departure.day.advanced(byDays: $0) }
    if let day = days.first(where: { $0.weekday == weekday }) {
      moment.day = .date(day)
      arrival.value = .moment(moment)
    }
  }

  /// Puts the day told before into "the following day"; the day told last, for the next figure.
  func following(
    _ figure: inout Figure, _ told: CivilDate?, _ dateline: CivilDate?
  ) -> CivilDate? {
    guard case .moment(var moment) = figure.value else { return told }
    if case .following(let days)? = moment.day, let told {
      moment.day = .date(told.advanced(byDays: days))
      figure.value = .moment(moment)
    }
    // "left on 9 October … landed on Thursday", told weeks later: the Thursday after.
    if case .weekday(let weekday, .nearest)? = moment.day, let told, let dateline,
      Self.weeksAgo.contains(dateline.dayNumber - told.dayNumber)
    {
      let days = (0..<7).lazy.map { told.advanced(byDays: $0) }
      if let day = days.first(where: { $0.weekday == weekday }) {
        moment.day = .date(day)
        figure.value = .moment(moment)
      }
    }
    let isAhead = figure.modality == .forecast
    guard let expression = moment.expression(dateline: dateline, ahead: isAhead),
      expression.isOneDay
    else { return told }
    let day = expression.firstDay(against: dateline, ahead: isAhead)
    // What is still to come is no day of what has happened.
    if let day, let dateline, day > dateline, !isAhead { return told }
    return day ?? told
  }
}

extension Moment.Day {
  /// The year that the words name.
  fileprivate var year: Int? {
    switch self {
    case .date(let date), .dates(let date, _): date.year
    case .monthDays(_, _, let year), .month(_, let year): year
    case .year(let year): year
    default: nil
    }
  }
}
