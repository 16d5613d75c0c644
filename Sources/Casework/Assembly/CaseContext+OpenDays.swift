import Chronology
import Claims
import Figures
import Geodesy
import Plausibility
import Quantities
import Travel
import Wording

/// A day on which a clock time without a day may have been.
struct OpenDay {
  let day: CivilDate
  let label: Phrase
  /// By how many seconds it lies behind the day that stands for it: where nobody gives a day, all are told from one on,
  /// whatever the season.
  var shift = 0.0
  /// Whether nobody gives a day at all.
  var isUndated = false

  /// The day that stands for any.
  static let first = CivilDate(dayNumber: 19_737)

  /// Days that stand for any, by what clocks show on them: of winter and of summer, of late and of earlier rules.
  static let any: [CivilDate] = [
    first, first.advanced(byDays: 182), CivilDate(year: 2001, month: 1, day: 15),
    CivilDate(year: 2001, month: 7, day: 15),
  ].compactMap(\.self)

  /// Whether a moment lies a day or more behind the latest that its journey can have begun: who gives clock times alone
  /// hardly means that.
  ///
  /// - Parameter offset: by how much the clocks differ, in seconds, where a day is one by the clocks.
  static func isLate(_ value: Constraint, after start: Double?, _ offset: Double) -> Bool {
    guard let start, let lower = value.interval?.lower else { return false }
    return lower + offset - start >= 86_400
  }
}

extension CaseContext {
  /// Kilometres a day that a slow vehicle makes, by which the days are counted on which a journey may end; estimated.
  private static let slowDays: [TravelMode: Double] = [
    .rail: 600, .road: 400, .sea: 300, .air: 5_000,
  ]
  private static let mostDays = 8

  /// The days on which a clock time without a day may have been; none where its words name a day, or it is told of no
  /// journey.
  ///
  /// A journey begins on its date, or on the day of the report or the one before; it comes to later stops then or within
  /// as many days as a slow one needs. Where nobody gives any day, as in a timetable, it is any: one of winter and one of
  /// summer stand for all.
  func openDays(
    of claim: Claim, _ expression: TimeExpression, _ event: EventReference
  ) -> [OpenDay] {
    if let days = eastern(claim, expression) { return days.map(named) }
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
    if let date = itinerary.journey.date { return run(date, 0...later).map(named) }
    if let published = caseFile.sources.first(where: { $0.id == claim.source })?.published {
      return run(published, -1...(isStart ? 0 : max(0, later - 1))).map(named)
    }
    guard caseFile.version > 1, hasNoDay(id) else { return [] }
    return anyDays(of: itinerary).flatMap { first in
      (0...later).map { undated(first, $0) }
    }
  }

  private func named(_ day: CivilDate) -> OpenDay { OpenDay(day: day, label: "on \(day)") }

  private func undated(_ first: CivilDate, _ days: Int) -> OpenDay {
    let label: Phrase =
      switch days {
      case 0: "on the day it set out"
      case 1: "on the day after it set out"
      default: "\(days) days after it set out"
      }
    return OpenDay(
      day: first.advanced(byDays: days), label: label,
      shift: Double(first.dayNumber - OpenDay.first.dayNumber) * 86_400, isUndated: true)
  }

  /// Of the days that stand for any those on which the clocks along a journey differ otherwise than on those before.
  private func anyDays(of itinerary: Itinerary) -> [CivilDate] {
    var known: Set<[Int]> = []
    let zones = itinerary.journey.stops.flatMap { itinerary.zones(at: $0.id) }.compactMap {
      try? Zone($0)
    }
    return OpenDay.any.filter { day in
      let offsets = zones.map { $0.offset(at: $0.instant(of: day, secondOfDay: 43_200)) }
      return known.insert(offsets.map { $0 - (offsets.first ?? 0) }).inserted
    }
  }

  /// Whether nothing that is said of a journey has a day.
  private func hasNoDay(_ journey: String) -> Bool {
    caseFile.claims.allSatisfy { claim in
      switch claim.subject {
      case .time(let time, .stop(journey, _, _), _): time.day == nil && isUndated(claim)
      case .sighting(let sighting): sighting.journey != journey
      default: true
      }
    }
  }

  private func isUndated(_ claim: Claim) -> Bool {
    caseFile.sources.first { $0.id == claim.source }?.published == nil
  }

  /// Whether nothing in the case has a day.
  var isUndated: Bool {
    caseFile.journeys.allSatisfy { $0.date == nil }
      && caseFile.claims.allSatisfy { claim in
        switch claim.subject {
        case .time(let time, _, _): time.day == nil && isUndated(claim)
        case .sighting, .track: false
        default: true
        }
      }
  }

  /// So far a journey goes in less than a day, in kilometres of straight line; estimated.
  static let ofOneDay: [TravelMode: Double] = [
    .air: 14_000, .rail: 900, .road: 700, .sea: 250,
  ]

  /// The latest moment, in seconds, at which a journey without a day can have left its first stop by the clock times given;
  /// nil where it may take more than a day, or no clock time is given of it.
  func latestStart(of event: EventReference) -> Double? {
    guard case .stop(let id, let stop, _) = event,
      let itinerary = itineraries.first(where: { $0.journey.id == id }),
      let first = itinerary.journey.stops.first?.id, first != stop,
      let most = Self.ofOneDay[itinerary.journey.mode],
      itinerary.legs.reduce(0, { $0 + ($1.geodesic?.central.kilometers ?? 0) }) < most
    else { return nil }
    var latest: Double?
    for claim in caseFile.claims {
      guard case .time(let time, .stop(id, first, let kind), let zones) = claim.subject,
        [.departure, .takeOff, .offBlock].contains(kind), time.clock != nil
      else { continue }
      for zone in zones.isEmpty ? itinerary.zones(at: first) : zones {
        guard let zone = try? Zone(zone) else { continue }
        let readings = time.on(.date(OpenDay.first)).intervals(
          in: zone, dateline: nil, ahead: false, profile: profile)
        for upper in readings.compactMap(\.interval.upper) { latest = max(latest ?? upper, upper) }
      }
    }
    return latest
  }

  /// By how many seconds the clocks of a journey's stop are before those of its beginning; 0 by air, for who crosses the
  /// date line arrives on another day by the clocks soon enough.
  func clockDifference(of event: EventReference) -> Double {
    guard case .stop(let id, let stop, _) = event,
      let itinerary = itineraries.first(where: { $0.journey.id == id }),
      itinerary.journey.mode != .air, let first = itinerary.journey.stops.first?.id
    else { return 0 }
    let noon = Instant(secondsSinceEpoch: Double(OpenDay.first.dayNumber) * 86_400)
    let offsets = [first, stop].map { stop in
      itinerary.zones(at: stop).lazy.compactMap { try? Zone($0) }.first?.offset(at: noon) ?? 0
    }
    return Double(offsets[1] - offsets[0])
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
    return min(Self.mostDays, 1 + Int(held: days.rounded(.up)))
  }
}

extension Constraint {
  /// The same moment, some seconds later.
  func later(by seconds: Double) -> Constraint {
    guard seconds != 0, case .elapsed(.epoch, let event, let interval) = self else { return self }
    return .moment(
      event,
      ClaimedInterval(
        lower: interval.lower.map { $0 + seconds }, upper: interval.upper.map { $0 + seconds },
        shape: interval.shape, slack: interval.slack))
  }
}
