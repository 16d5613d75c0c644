import Chronology
import ClaimReading
import Claims
import Gazetteer
import Quantities
import Travel
import Yams

extension CaseDraft {
  /// When something was: the fields of its claim; nil where its day or its journey is not told.
  mutating func time(
    _ moment: Moment, _ figure: Figure, _ number: Int, _ index: Int
  ) -> [(String, Node)]? {
    // "the overnight ferry" says of no day when it came.
    guard moment.clock != nil || moment.day != nil,
      case .event(let event, let place) = figure.tie.target,
      let expression = moment.expression(
        dateline: datelines.dates[index], ahead: figure.modality == .forecast),
      let dated = dated(expression, figure, number, index)
    else { return nil }
    if event.isTravel {
      // A plan that was not kept contradicts nothing.
      if figure.modality == .forecast, isDone(event, place, figure.tie.strand, index) { return nil }
      guard let journey = journey(of: number, index), let name = self.event(event, place, journey)
      else { return nil }
      return [("time", text(dated.notation)), ("journey", text(journey.id)), ("event", text(name))]
    }
    guard let place, let id = drafter.id(of: place, .rail) else { return nil }
    let name = "\(event.rawValue)-\(id)-\(sourceID(index))"
    if !events.contains(where: { $0.id == name }) {
      events.append((name, "the \(event.rawValue) in \(place.name) of \(articles[index].name)", id))
    }
    return [("time", text(dated.notation)), ("event", text(name))]
  }

  /// A clock time without a day has that of its sentence, or of the same event told with a day; the day of the report only
  /// where the journey has no other.
  private func dated(
    _ expression: TimeExpression, _ figure: Figure, _ number: Int, _ index: Int
  ) -> TimeExpression? {
    guard expression.day == nil else { return expression }
    let figures = articles[index].reading.figures
    let near = figures.indices.filter { $0 != number && isDated(figures[$0], like: figure) }
      .sorted { (abs($0 - number), $0) < (abs($1 - number), $1) }
    let other =
      near.first { figures[$0].sentence == figure.sentence }
      ?? near.first { isSameEvent(figures[$0].tie, figure.tie) }
    if let other, case .moment(let moment) = figures[other].value,
      let day = moment.expression(
        dateline: datelines.dates[index], ahead: figures[other].modality == .forecast)?.day
    {
      return expression.on(night(day, expression, figure, figures[other], index) ?? day)
    }
    guard datelines.dates[index] != nil, goesForwards(figures, figure.tie.strand) else {
      return nil
    }
    if near.isEmpty { return expression }
    // Where the article names one day alone, it is that of all.
    let days = near.compactMap { day(of: figures[$0], index) }
    guard let only = days.first, days.count == near.count, Set(days).count == 1 else { return nil }
    return expression.on(.date(only))
  }

  /// The day that a moment names.
  private func day(of figure: Figure, _ index: Int) -> CivilDate? {
    guard case .moment(let moment) = figure.value else { return nil }
    let isAhead = figure.modality == .forecast
    return moment.expression(dateline: datelines.dates[index], ahead: isAhead).flatMap {
      $0.isOneDay ? $0.firstDay(against: datelines.dates[index], ahead: isAhead) : nil
    }
  }

  /// Whether the article tells when something really was.
  private func isDone(
    _ event: ReportedEvent, _ place: MentionedPlace?, _ strand: Int, _ index: Int
  ) -> Bool {
    articles[index].reading.figures.contains { other in
      guard case .moment = other.value, case .event(event, let there) = other.tie.target else {
        return false
      }
      return other.modality != .forecast && other.tie.strand == strand && there == place
    }
  }

  /// Whether a figure is a moment with a day, of the same journey.
  private func isDated(_ other: Figure, like figure: Figure) -> Bool {
    guard case .moment(let moment) = other.value, moment.day != nil,
      case .event(let event, _) = other.tie.target, event.isTravel
    else { return false }
    return other.tie.strand == figure.tie.strand
  }

  private func isSameEvent(_ one: FigureTie, _ other: FigureTie) -> Bool {
    guard case .event(let event, let place) = one.target,
      case .event(let second, let otherPlace) = other.target
    else { return false }
    return event == second && place == otherPlace
  }

  /// Whether the clock times of a journey without days can be those of one day: none arrives before it left.
  private func goesForwards(_ figures: [Figure], _ strand: Int) -> Bool {
    var (leaves, comes): ([ClockTime], [ClockTime]) = ([], [])
    for figure in figures where figure.tie.strand == strand {
      guard case .moment(let moment) = figure.value, let clock = moment.clock,
        case .event(let event, _) = figure.tie.target
      else { continue }
      if event == .departure || event == .takeOff { leaves.append(clock) }
      if event == .arrival || event == .landing { comes.append(clock) }
    }
    guard let first = leaves.min(), let last = comes.max() else { return true }
    return first < last
  }

  /// The day after, or before, the one told where the clock goes over midnight: left at 18:00 on Monday and arrived
  /// at 3:00.
  private func night(
    _ day: TimeExpression.Day, _ expression: TimeExpression, _ figure: Figure, _ other: Figure,
    _ index: Int
  ) -> TimeExpression.Day? {
    guard case .moment(let told) = other.value, let clock = expression.clock,
      let known = told.clock, figure.sentence == other.sentence,
      !expression.isHalfDayOpen, !told.isHalfDayOpen,
      case .event(let event, _) = figure.tie.target, case .event(let before, _) = other.tie.target
    else { return nil }
    func leaves(_ event: ReportedEvent) -> Bool { event == .departure || event == .takeOff }
    func comes(_ event: ReportedEvent) -> Bool { event == .arrival || event == .landing }
    let days: Int
    if comes(event), leaves(before), clock < known {
      days = 1
    } else if leaves(event), comes(before), known < clock {
      days = -1
    } else {
      return nil
    }
    let isAhead = other.modality == .forecast
    return expression.on(day).firstDay(against: datelines.dates[index], ahead: isAhead).map {
      .date($0.advanced(byDays: days))
    }
  }
}
