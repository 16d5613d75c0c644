import Chronology
import Claims
import Gazetteer
import Geodesy
import Plausibility
import Quantities
import Travel
import Wording

extension Assembly {
  func timeReadings(
    _ claim: Claim, _ expression: TimeExpression, _ reference: EventReference, _ zones: [String]
  ) -> [Testimony.Reading] {
    let candidates =
      expression.zone?.zones(in: circles(of: reference)).map(\.identifier)
      ?? (zones.isEmpty ? context.zones(of: reference) : zones)
    let days = context.openDays(of: claim, expression, reference)
    guard !days.isEmpty else {
      return momentReadings(
        claim, expression, event(reference), candidates, at: context.place(of: reference))
    }
    return days.flatMap { day in
      momentReadings(
        claim, expression.on(.date(day)), event(reference), candidates,
        at: context.place(of: reference)
      ).map { reading in
        let told: [Phrase] = days.count > 1 ? ["on \(day)", reading.label] : [reading.label]
        return Testimony.Reading(
          label: told.filter { !$0.isEmpty }.joined(separator: ", "), value: reading.value,
          others: reading.others, isUnlikely: reading.isUnlikely)
      }
    }
  }

  /// What a time says of an event, zone by zone and clock by clock.
  func momentReadings(
    _ claim: Claim, _ expression: TimeExpression, _ event: EventID, _ zones: [String],
    at place: Place?
  ) -> [Testimony.Reading] {
    let source = caseFile.sources.first { $0.id == claim.source }
    let spot = place?.outline == nil ? place?.coordinate : nil
    let point = spot.map { (latitude: $0.latitude, longitude: $0.longitude) }
    var readings: [Testimony.Reading] = []
    for name in zones {
      guard let zone = try? Zone(name) else { continue }
      let intervals = expression.intervals(
        in: zone, dateline: source?.published, ahead: claim.modality == .forecast, profile: profile,
        at: point)
      for (clock, change, interval) in intervals {
        let label: Phrase = zones.count > 1 ? "in \(term: zone.cityName) time" : ""
        let labels = [label, clock.isEmpty ? "" : "as \(clock)", change?.label ?? ""].filter {
          !$0.isEmpty
        }
        readings.append(
          .init(
            label: labels.joined(separator: ", "), value: .moment(event, interval),
            isUnlikely: expression.isUnlikely(clock)))
      }
    }
    return readings
  }
}

extension ClockChange {
  fileprivate var label: Phrase {
    switch self {
    case .beforePutBack: "before the clocks were put back"
    case .afterPutBack: "after the clocks were put back"
    case .skipped: "as if the clocks had not been put forward past it"
    }
  }
}

extension TimeExpression {
  /// Whether a clock that it may mean is hardly meant: who prints 10:40 seldom means 22:40.
  fileprivate func isUnlikely(_ clock: String) -> Bool {
    guard isHalfDayOpen, hasMinutes, let printed = self.clock else { return false }
    return !clock.isEmpty && clock != "\(printed)"
  }
}

extension CaseContext {
  /// Kilometres a day that a slow vehicle makes, by which the days are counted on which a journey may end; estimated.
  private static let slowDays: [TravelMode: Double] = [
    .rail: 600, .road: 400, .sea: 300, .air: 5_000,
  ]
  private static let mostDays = 8

  /// The place of an event; nil where nobody knows.
  func place(of event: EventReference) -> Place? {
    switch event {
    case .named(let id):
      caseFile.events.first { $0.id == id }.flatMap { finder.found($0.name) }
    case .stop(let id, let stop, _):
      itineraries.first { $0.journey.id == id }.flatMap { itinerary in
        zip(itinerary.journey.stops, itinerary.places).first { $0.0.id == stop }?.1
      }
    }
  }

  /// The days on which a clock time without a day may have been; none where its words name a day, or it is told of no
  /// journey.
  ///
  /// A journey begins on its date, or on the day of the report or the one before; it comes to later stops then or within
  /// as many days as a slow one needs. Where nobody gives any day, as in a timetable, it is any: one of winter and one of
  /// summer stand for all.
  func openDays(
    of claim: Claim, _ expression: TimeExpression, _ event: EventReference
  ) -> [CivilDate] {
    if let days = eastern(claim, expression) { return days }
    guard expression.day == nil, expression.clock != nil || expression.part != nil,
      case .stop(let id, let stop, let kind) = event,
      let itinerary = itineraries.first(where: { $0.journey.id == id })
    else { return [] }
    let isStart =
      itinerary.journey.continues == nil && itinerary.journey.stops.first?.id == stop
      && kind != .arrival && kind != .landing && kind != .onBlock
    let later = isStart ? 0 : days(of: itinerary)
    func run(_ first: CivilDate, _ days: ClosedRange<Int>) -> [CivilDate] {
      days.map { first.advanced(byDays: $0) }
    }
    if let date = itinerary.journey.date { return run(date, 0...later) }
    if let published = caseFile.sources.first(where: { $0.id == claim.source })?.published {
      return run(published, -1...(isStart ? 0 : max(0, later - 1)))
    }
    guard caseFile.version > 1 else { return [] }
    return [CivilDate(year: 2001, month: 1, day: 15), CivilDate(year: 2001, month: 7, day: 15)]
      .compactMap(\.self).flatMap { run($0, 0...later) }
  }

  /// The days of a weekday that is the one after the report's own: far in the east it had begun when the report was
  /// printed. Nil for other days, and where a forecast looks ahead anyway.
  private func eastern(_ claim: Claim, _ expression: TimeExpression) -> [CivilDate]? {
    guard case .weekday(let weekday, .nearest) = expression.day, claim.modality != .forecast,
      let published = caseFile.sources.first(where: { $0.id == claim.source })?.published
    else { return nil }
    let next = published.advanced(byDays: 1)
    guard next.weekday == weekday else { return nil }
    return [next, weekday.resolved(against: published, ahead: false)]
  }

  /// How many days after it began a slow journey may end.
  private func days(of itinerary: Itinerary) -> Int {
    let kilometers = itinerary.legs.reduce(0) { $0 + ($1.geodesic?.central.kilometers ?? 0) }
    let days = kilometers / (Self.slowDays[itinerary.journey.mode] ?? 300)
    return min(Self.mostDays, 1 + Int(held: min(days.rounded(.up), 1e6)))
  }
}
