import Chronology
import Claims
import Gazetteer
import Geodesy
import Plausibility
import Quantities
import Travel
import Wording

extension Assembly {
  mutating func timeReadings(
    _ claim: Claim, _ expression: TimeExpression, _ reference: EventReference, _ zones: [String]
  ) -> [Testimony.Reading] {
    let candidates =
      expression.zone?.zones(in: circles(of: reference)).map(\.identifier)
      ?? (zones.isEmpty ? context.zones(of: reference) : zones)
    let days = context.openDays(of: claim, expression, reference)
    let place = context.place(of: reference)
    guard !days.isEmpty else {
      return momentReadings(claim, expression, event(reference), candidates, at: place)
    }
    if days[0].isUndated { titles.firstDay = context.isUndated ? OpenDay.first : nil }
    let latest = days[0].isUndated ? context.latestStart(of: reference) : nil
    let difference = latest == nil ? 0 : context.clockDifference(of: reference)
    return days.flatMap { day in
      momentReadings(
        claim, expression.on(.date(day.day)), event(reference), candidates, at: place
      ).map { reading in
        let told: [Phrase] = days.count > 1 ? [day.label, reading.label] : [reading.label]
        let moved = reading.value.later(by: -day.shift)
        return Testimony.Reading(
          label: told.filter { !$0.isEmpty }.joined(separator: ", "), value: moved,
          others: reading.others,
          isUnlikely: reading.isUnlikely || OpenDay.isLate(moved, after: latest, difference))
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
}
