import Gazetteer
import Geodesy
import Quantities
import Railways
import Timetables
import TrainMotion

/// Two stops and the line drawn between them.
struct WayKey: Hashable, Sendable {
  let from: Int
  let to: Int
  let shape: Int?
}

/// A stop as a place, and the station of the built-in kilometrage that it is.
struct TimetableStation: Sendable {
  let place: Place
  let station: Place?
  /// How far the one is from the other.
  let offset: Distance
}

/// A way between two stops as far as it was found, before any train runs over it.
private struct FoundWay {
  let basis: TimetableCheck.Basis
  let profile: LineProfile?
  let length: Interval<Distance>
  /// Metres.
  let geodesic: Double
  let points: [SectionSpeeds.WayPoint]
}

extension World {
  /// A stop is a station of the kilometrage where that is this near.
  private static let sameStation = Distance.kilometers(1.5)

  func station(of stop: Timetable.Stop) -> TimetableStation? {
    if stop.coordinate == nil {
      guard let place = try? place(named: stop.name) else { return nil }
      return TimetableStation(
        place: place, station: network.contains(place.id) ? place : nil, offset: .zero)
    }
    let place = Place(
      id: Place.ID(stop.id), name: stop.name, kind: .station, country: "", zones: [],
      coordinate: stop.coordinate, isEstimated: false, extent: .meters(300), names: [], codes: [],
      city: "", source: "the timetable")
    let near = nearestStation(to: place)
    guard let near, near.distance <= Self.sameStation else {
      return TimetableStation(place: place, station: nil, offset: .zero)
    }
    return TimetableStation(place: place, station: near.place, offset: near.distance)
  }

  /// The way between two stops: published kilometrage first, then what the timetable draws, then imported networks.
  func way(
    _ key: WayKey, _ timetable: Timetable, _ stations: [TimetableStation?],
    _ question: TimetableConditions
  ) -> TimetableCheck.Way {
    guard let from = stations[key.from], let to = stations[key.to],
      let start = from.place.coordinate, let end = to.place.coordinate
    else {
      return TimetableCheck.Way(
        basis: .none, geodesic: 0, length: nil, fastest: 0, fastestFromStand: 0, fastestOfAny: 0,
        technical: nil, likely: nil, hiddenDwell: 0, timetabledShare: 0, profile: nil)
    }
    let geodesic = Ellipsoid.wgs84.distance(from: start, to: end).meters
    if let found = published((from, start), (to, end), geodesic, question)
      ?? drawn(key.shape.map { timetable.shapes[$0] }, (start, end), geodesic, question)
      ?? imported(from, to, geodesic, question)
    {
      return way(found, question)
    }
    return unmapped(geodesic, question)
  }

  private func published(
    _ from: (stop: TimetableStation, coordinate: Coordinate),
    _ to: (stop: TimetableStation, coordinate: Coordinate), _ geodesic: Double,
    _ question: TimetableConditions
  ) -> FoundWay? {
    guard let one = from.stop.station, let other = to.stop.station, one.id != other.id,
      let course = try? network.course(through: [one.id, other.id], in: gazetteer),
      !course.sections.isEmpty
    else { return nil }
    let known = TypedDistance(course: course)
    return FoundWay(
      basis: .kilometrage, profile: profile(of: known, assuming: question.line),
      length: known.interval.widened(
        by: from.stop.offset + to.stop.offset, noShorterThan: .meters(geodesic)),
      geodesic: geodesic,
      // Its stations that have a position, and its ends, wherever they are.
      points: [(from.coordinate, 0)] + course.wayPoints + [(to.coordinate, course.length.meters)])
  }

  private func drawn(
    _ shape: Polyline?, _ ends: (start: Coordinate, end: Coordinate), _ geodesic: Double,
    _ question: TimetableConditions
  ) -> FoundWay? {
    guard let piece = shape?.piece(from: ends.start, to: ends.end) else { return nil }
    let length = piece.last?.chainage ?? 0
    let interval = Interval(
      from: Distance.meters(max(geodesic, length * 0.98)), to: .meters(max(geodesic, length * 1.02))
    )
    return FoundWay(
      basis: .shape, profile: profile(ofLength: interval, assuming: question.line),
      length: interval, geodesic: geodesic, points: piece)
  }

  private func imported(
    _ from: TimetableStation, _ to: TimetableStation, _ geodesic: Double,
    _ question: TimetableConditions
  ) -> FoundWay? {
    guard let known = distance(.track, from: from.place, to: to.place), let course = known.course,
      isCredible(known, geodesic)
    else { return nil }
    return FoundWay(
      basis: .network, profile: profile(of: known, assuming: question.line),
      length: known.interval, geodesic: geodesic, points: course.wayPoints)
  }

  /// A way along a network that is much longer than any railway means that the network lacks a line.
  private func isCredible(_ way: TypedDistance, _ geodesic: Double) -> Bool {
    way.central.meters <= max(5_000, geodesic * (modes[.rail]?.detour.upper ?? 2.7))
  }

  private func way(_ found: FoundWay, _ question: TimetableConditions) -> TimetableCheck.Way {
    let (model, profile, geodesic) = (question.model, found.profile, found.geodesic)
    let (low, high) = (
      found.length.lower?.meters ?? geodesic, found.length.upper?.meters ?? geodesic
    )
    // Published lengths are hard, drawn ones are not.
    let least = found.basis == .kilometrage ? max(low, geodesic) : geodesic
    let best = profile.flatMap { try? RunCurve(maximumEffortOf: model.best, over: $0.best).time }
    let worst = profile.flatMap { try? RunCurve(maximumEffortOf: model.worst, over: $0.worst).time }
    let running = best.map { best in
      LikelyRunning(
        technical: best...max(best, worst ?? best * 3),
        known: (question.speeds ?? speeds)?.answer(along: found.points, spread), calls: 0,
        spread: spread)
    }
    let share = running?.knownShare ?? 0
    return TimetableCheck.Way(
      basis: found.basis, geodesic: geodesic, length: low...max(low, high),
      fastest: least / model.ceiling.metersPerSecond,
      fastestFromStand: fromStand(least, model), fastestOfAny: ofAny(least, question),
      technical: best, likely: running?.time, hiddenDwell: spread.hiddenDwell * (1 - share),
      timetabledShare: share, profile: profile)
  }

  /// A way that no network has: the straight line is the least, and nothing is likely.
  private func unmapped(
    _ geodesic: Double, _ question: TimetableConditions
  ) -> TimetableCheck.Way {
    let most = geodesic * (modes[.rail]?.detour.upper ?? 2.7)
    return TimetableCheck.Way(
      basis: .straight, geodesic: geodesic, length: geodesic...max(geodesic, most),
      fastest: geodesic / question.model.ceiling.metersPerSecond,
      fastestFromStand: fromStand(geodesic, question.model),
      fastestOfAny: ofAny(geodesic, question), technical: nil, likely: nil, hiddenDwell: 0,
      timetabledShare: 0, profile: nil)
  }

  /// The least time from stand to stand over a level way without limits, with every unknown at its best.
  private func fromStand(_ length: Double, _ model: TrainModel) -> Double {
    let plain = length / model.ceiling.metersPerSecond
    guard let path = try? RunningPath(sections: [.init(start: 0)], length: length),
      let run = try? RunCurve(maximumEffortOf: model.best, over: path)
    else { return plain }
    return max(plain, run.time)
  }

  /// What no train at all can need: the named train's least, or the least of the fastest in service.
  private func ofAny(_ length: Double, _ question: TimetableConditions) -> Double {
    let ceiling = question.model.ceiling
    guard !question.isTrainNamed, let range = modes[.rail] else {
      return length / ceiling.metersPerSecond
    }
    return length / max(ceiling, range.ceiling).metersPerSecond
  }
}
