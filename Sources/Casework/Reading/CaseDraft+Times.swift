import Chronology
import ClaimReading
import Claims
import Gazetteer
import Geodesy
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
    if dated.day == nil, datelines.dates[index] == nil { needsSecondFormat = true }
    if event.isTravel {
      // A plan that was not kept contradicts nothing.
      if figure.modality == .forecast, isDone(event, place, figure.tie.strand, index) { return nil }
      guard let journey = journey(of: number, index), let name = self.event(event, place, journey),
        !isWeeksLater(moment, dated, event, journey, index)
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

  /// A clock time without a day has that of its sentence, or goes on from the event told before; the day of the report only
  /// where the text names no other. Where several may be meant it has none.
  private func dated(
    _ expression: TimeExpression, _ figure: Figure, _ number: Int, _ index: Int
  ) -> TimeExpression? {
    guard expression.day == nil else { return expression }
    if figure.isOfUntoldDay {
      guard expression.clock != nil else { return nil }
      return walked(to: number, index).map { expression.on(.date($0)) }
    }
    let reading = articles[index].reading
    let named = reading.days.filter { !$0.isAside }
    let beside = named.filter { $0.sentence == figure.sentence }
    // Years from the report a day is of another time, but not where it stands behind a clock time.
    let all = reading.days.filter { $0.sentence == figure.sentence }
    if let own = ownDay(of: figure, all, reading.figures) { return expression.on(own) }
    if !beside.isEmpty {
      let isOne = Set(beside.map(\.date)).count == 1 && beside[0].date != nil
      guard isOne || Set(beside.map(\.day)).count == 1, let day = beside.first else { return nil }
      let other = reading.figures.first { $0.range == day.range }
      return expression.on(
        other.flatMap { night(day.day, expression, figure, $0, index) } ?? day.day)
    }
    if let day = walked(to: number, index) { return expression.on(.date(day)) }
    // Clock times of no day at all are held against one another; what gives no clock time says nothing then.
    if datelines.dates[index] == nil, named.isEmpty, expression.clock != nil { return expression }
    let days = Set(named.compactMap(\.date))
    guard datelines.dates[index] != nil, goesForwards(reading.figures, figure.tie.strand) else {
      return nil
    }
    if named.isEmpty { return expression }
    guard days.count == 1, named.allSatisfy({ $0.date != nil }), let only = days.first else {
      return nil
    }
    return expression.on(.date(only))
  }

  /// "at 19:30 airport time on 5 January": the day that stands a few words behind a clock time, in a sentence that names a day
  /// for each of its clock times.
  private func ownDay(
    of figure: Figure, _ beside: [DayMention], _ figures: [Figure]
  ) -> TimeExpression.Day? {
    let clocks = figures.filter { other in
      guard case .moment(let moment) = other.value else { return false }
      return moment.clock != nil && other.sentence == figure.sentence
    }
    guard beside.count >= clocks.count, clocks.count > 1 else { return nil }
    let behind = beside.first { day in
      let gap = day.range.lowerBound - figure.range.upperBound
      return gap >= 0 && gap <= Self.shortly
        && !clocks.contains {
          (figure.range.upperBound..<day.range.upperBound).overlaps($0.range)
            && $0.range != day.range
        }
    }
    return behind?.day
  }

  /// In bytes: a few words; estimated.
  private static let shortly = 32

  /// "left Lima at 10 p.m. It rolled into Cusco at 2.30": the events of a journey of less than a day one after the other, as
  /// the text tells them, over midnight where the clock goes back. A journey whose day nobody tells begins on the day named
  /// last, or on that of the report: which day it was changes nothing of how long it took.
  private func walked(to number: Int, _ index: Int) -> CivilDate? {
    let reading = articles[index].reading
    guard let journey = journey(of: number, index), isOfOneDay(journey) else { return nil }
    let strand = reading.figures[number].tie.strand
    var state: (day: CivilDate, clock: ClockTime, zone: String?)?
    for (other, figure) in reading.figures.enumerated() where other <= number {
      guard case .moment(let moment) = figure.value, let clock = moment.clock,
        !moment.isHalfDayOpen || other == number && state != nil, figure.modality != .forecast,
        figure.tie.strand == strand,
        case .event(let event, _) = figure.tie.target, event.isTravel, drafter.isClaim(figure)
      else { continue }
      let goes = event == .departure || event == .takeOff
      let zone = zone(of: figure, journey)
      if let own = told(figure, index) {
        state = (own, clock, zone)
      } else if case .following(let days)? = moment.day, let last = state {
        // "the same evening", whatever the clock says.
        state = (last.day.advanced(byDays: days), clock, zone)
      } else if let last = state {
        // "left at 9.15 p.m. and came at 9.57" may be the same evening or the next morning.
        if moment.isHalfDayOpen, clock < last.clock,
          clock.minuteOfDay + 720 >= last.clock.minuteOfDay
        {
          return nil
        }
        let days =
          isTooLate(clock, last.clock, journey, figure, index)
          ? 0 : daysOn(to: clock, zone, from: last.clock, last.zone, on: last.day)
        state = (last.day.advanced(byDays: days), clock, zone)
      } else if goes {
        let before = reading.days.last {
          !$0.isAside && $0.date != nil && $0.range.lowerBound < figure.range.lowerBound
        }
        guard let day = before?.date ?? datelines.dates[index] else { return nil }
        state = (day, clock, zone)
      }
    }
    return state?.day
  }

  private func zone(of figure: Figure, _ journey: DraftJourney) -> String? {
    guard case .event(_, let place?) = figure.tie.target,
      let id = drafter.id(of: place, journey.mode)
    else { return nil }
    return world.gazetteer[id: Place.ID(id)]?.zones.first
  }

  /// On which day something came that left on another by the clocks of two places, the sooner the likelier: over midnight the
  /// next one, over the date line the same or the one before.
  private func daysOn(
    to clock: ClockTime, _ zone: String?, from last: ClockTime, _ other: String?, on day: CivilDate
  ) -> Int {
    let usual = clock < last ? 1 : 0
    guard let zone, let other, zone != other, let here = try? Zone(zone),
      let there = try? Zone(other)
    else { return usual }
    let start = there.instant(of: day, at: last)
    let days = (-1...2).first { here.instant(of: day.advanced(byDays: $0), at: clock) > start }
    return days ?? usual
  }

  /// Whether a journey that came on the next day would have crawled, though nothing tells of a stop: "left Cardiff at 2.20 p.m.
  /// and came into Bristol at 1.10 p.m." is of one day, and wrong.
  private func isTooLate(
    _ clock: ClockTime, _ last: ClockTime, _ journey: DraftJourney, _ figure: Figure, _ index: Int
  ) -> Bool {
    // "having camped overnight", "on the third day"
    let isDated = articles[index].reading.figures.contains { other in
      guard other.sentence == figure.sentence else { return false }
      switch other.value {
      case .moment(let moment): return moment.clock == nil
      case .quantity(let value): return value.unit.dimension == .duration && value.siValue >= 57_600
      }
    }
    guard clock < last, !isDated, journey.means?.isQuick == true else { return false }
    let ends = [journey.stops.first, journey.stops.last].compactMap { id in
      id.flatMap { world.gazetteer[id: Place.ID($0)] }
    }
    guard ends.count == 2, ends[0].zones == ends[1].zones, !journey.hasUnknownStops else {
      return false
    }
    return drafter.isCrawling(
      from: ends[0].id.text, to: ends[1].id.text, journey.mode, vehicle(of: journey),
      minutes: 1_440 - (last.minuteOfDay - clock.minuteOfDay))
  }

  /// Ways of which words like "on the Monday after" may tell, in kilometres; estimated.
  private static let longWay = 1_500.0

  /// Whether an arrival is told by its weekday alone, and no vehicle of the kind could have come so far by the first one: it was
  /// one of the weeks after.
  private func isWeeksLater(
    _ moment: Moment, _ dated: TimeExpression, _ event: ReportedEvent, _ journey: DraftJourney,
    _ index: Int
  ) -> Bool {
    guard journey.mode != .air, event == .arrival, case .weekday? = moment.day,
      let start = journey.stops.first, let end = journey.stops.last,
      let from = world.gazetteer[id: Place.ID(start)]?.coordinate,
      let to = world.gazetteer[id: Place.ID(end)]?.coordinate,
      let left = instant(of: [.departure, .takeOff], at: start, journey, index),
      let day = dated.firstDay(against: datelines.dates[index], ahead: false),
      let zone = world.gazetteer[id: Place.ID(end)]?.zones.first.flatMap({ try? Zone($0) }),
      let most = world.range(of: journey.mode, vehicle(of: journey) ?? "")?.ceiling
    else { return false }
    let straight = Ellipsoid.wgs84.distance(from: from, to: to)
    let came = zone.instant(of: day, secondOfDay: 86_400)
    return straight.kilometers > Self.longWay
      && straight.meters > most.metersPerSecond * came.seconds(since: left)
  }

  // MARK: Times between clocks

  /// Whether a time is shorter than what departure and arrival by the clock leave: "arrived at 2 p.m. after two hours in a
  /// traffic jam", "after 15 hours of pedalling" is of a part. A slip of half a day is none.
  func isOfPart(
    _ value: HedgedValue, _ figure: Figure, _ journey: DraftJourney, _ index: Int
  ) -> Bool {
    guard figure.tie.reason != .wholeOfJourney, !figure.isTaken,
      let elapsed = elapsed(of: journey, index),
      let most = value.interval(under: world.usualProfile).upper, most < elapsed
    else { return false }
    return !(JourneyDrafter.halfDay ~= (elapsed - most) / 60)
  }

  /// The time from the departure to the arrival of a journey by an article's clocks, in seconds.
  private func elapsed(of journey: DraftJourney, _ index: Int) -> Double? {
    guard let start = journey.stops.first, let end = journey.stops.last,
      let left = instant(of: [.departure, .takeOff], at: start, journey, index),
      let came = instant(of: [.arrival, .landing], at: end, journey, index)
    else { return nil }
    return came.seconds(since: left)
  }

  private func instant(
    of events: Set<ReportedEvent>, at stop: String, _ journey: DraftJourney, _ index: Int
  ) -> Instant? {
    let figures = articles[index].reading.figures
    for account in journey.accounts where account.article == index {
      for number in account.figures.sorted() where drafter.isClaim(figures[number]) {
        guard case .moment(let moment) = figures[number].value, !moment.isHalfDayOpen,
          case .event(let event, let place?) = figures[number].tie.target, events.contains(event),
          drafter.id(of: place, journey.mode) == stop, let clock = moment.clock,
          let zone = zone(of: figures[number], journey).flatMap({ try? Zone($0) }),
          let day = moment.expression(dateline: datelines.dates[index], ahead: false)
            .flatMap({ dated($0, figures[number], number, index) })?
            .firstDay(against: datelines.dates[index], ahead: false)
        else { continue }
        return zone.instant(of: day, at: clock)
      }
    }
    return nil
  }

  /// The day that a figure or its sentence tells, if it tells but one.
  private func told(_ figure: Figure, _ index: Int) -> CivilDate? {
    if let own = day(of: figure, index) { return own }
    let beside = articles[index].reading.days.filter {
      !$0.isAside && $0.sentence == figure.sentence
    }
    let dates = Set(beside.map(\.date))
    return dates.count == 1 ? beside.first?.date : nil
  }

  private func isOfOneDay(_ journey: DraftJourney) -> Bool {
    let points = [journey.stops.first, journey.stops.last].map { id in
      id.flatMap { world.gazetteer[id: Place.ID($0)]?.coordinate }
    }
    guard let from = points[0], let to = points[1], let most = CaseContext.ofOneDay[journey.mode]
    else {
      return false
    }
    return Ellipsoid.wgs84.distance(from: from, to: to).kilometers < most
  }

  /// The day that a moment names.
  private func day(of figure: Figure, _ index: Int) -> CivilDate? {
    guard case .moment(let moment) = figure.value, moment.day != nil else { return nil }
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
