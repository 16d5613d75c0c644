import Gazetteer
import Geodesy
import Parallelism
import Quantities
import Railways
public import Timetables
import TrainMotion

extension World {
  /// A timetable, section by section.
  public func check(
    _ timetable: Timetable, _ question: TimetableConditions, threads: Int? = nil
  ) -> TimetableCheck {
    var index: [WayKey: Int] = [:]
    var keys: [WayKey] = []
    for trip in timetable.trips {
      for (from, to) in zip(trip.calls, trip.calls.dropFirst()) {
        let key = WayKey(
          from: from.stop, to: to.stop, shape: question.ignoresShapes ? nil : trip.shape)
        guard index[key] == nil else { continue }
        index[key] = keys.count
        keys.append(key)
      }
    }
    let stations = timetable.stops.map { station(of: $0) }
    let (drawn, places) = (keys, index)
    let ways = parallelPieces(of: drawn.count, threads: threads) { range in
      range.map { way(drawn[$0], timetable, stations, question) }
    }.flatMap(\.self)
    let trips = parallelPieces(of: timetable.trips.count, threads: threads) { range in
      var peaks: [PeakKey: Double?] = [:]
      return range.flatMap { trip in
        sections(of: trip, timetable, question, ways, places, &peaks)
      }
    }
    return TimetableCheck(
      timetable: timetable, model: question.model, ways: ways, sections: trips.flatMap(\.self),
      placed: Set(stations.indices.filter { stations[$0]?.place.coordinate != nil }))
  }

  /// Two stops and the line drawn between them.
  struct WayKey: Hashable, Sendable {
    let from: Int
    let to: Int
    let shape: Int?
  }

  private struct PeakKey: Hashable {
    let way: Int
    let time: Int
  }

  private func sections(
    of index: Int, _ timetable: Timetable, _ question: TimetableConditions,
    _ ways: [TimetableCheck.Way], _ keys: [WayKey: Int], _ peaks: inout [PeakKey: Double?]
  ) -> [TimetableCheck.Section] {
    let trip = timetable.trips[index]
    return zip(trip.calls, trip.calls.dropFirst()).compactMap { from, to in
      let key = WayKey(
        from: from.stop, to: to.stop, shape: question.ignoresShapes ? nil : trip.shape)
      guard let place = keys[key] else { return nil }
      let way = ways[place]
      let elapsed = to.arrival - from.departure
      let most = Double(elapsed) + timetable.rounding
      let peakKey = PeakKey(way: place, time: elapsed)
      let peak: Double?
      if let known = peaks[peakKey] {
        peak = known
      } else {
        peak = neededPeak(way, within: most, question.model)
        peaks[peakKey] = peak
      }
      return TimetableCheck.Section(
        trip: index, from: from, to: to, way: place,
        verdict: way.verdict(
          elapsed: elapsed, rounding: timetable.rounding,
          mayHoldDwell: to.arrival == to.departure),
        neededAverage: most > 0 ? way.length.map { $0.lowerBound / most } : nil, neededPeak: peak)
    }
  }

  /// The least greatest speed with which a way can be run in a time.
  private func neededPeak(
    _ way: TimetableCheck.Way, within seconds: Double, _ model: TrainModel
  ) -> Double? {
    guard let profile = way.profile, seconds > 0 else { return nil }
    return try? RunCurve(reaching: seconds, with: model.best, over: profile.best).greatestSpeed
  }

  // MARK: Ways

  /// A stop as a place, and the station of the built-in kilometrage that it is.
  struct TimetableStation: Sendable {
    let place: Place
    let station: Place?
    /// How far the one is from the other.
    let offset: Distance
  }

  /// A stop is a station of the kilometrage where that is this near.
  private static let sameStation = Distance.kilometers(1.5)

  private func station(of stop: Timetable.Stop) -> TimetableStation? {
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
  private func way(
    _ key: WayKey, _ timetable: Timetable, _ stations: [TimetableStation?],
    _ question: TimetableConditions
  ) -> TimetableCheck.Way {
    let unknown = TimetableCheck.Way(
      basis: .none, geodesic: 0, length: nil, fastest: 0, technical: nil, likely: nil,
      hiddenDwell: 0, timetabledShare: 0, profile: nil)
    guard let from = stations[key.from], let to = stations[key.to],
      let start = from.place.coordinate, let end = to.place.coordinate
    else { return unknown }
    let geodesic = Ellipsoid.wgs84.distance(from: start, to: end).meters
    if let one = from.station, let other = to.station, one.id != other.id,
      let path = try? network.path(RouteQuery(from: one.id, to: other.id)), !path.runs.isEmpty
    {
      let known = TypedDistance(track: path)
      return way(
        .kilometrage, profile(of: known, assuming: question.line),
        known.interval.widened(
          by: from.offset + to.offset, noShorterThan: .meters(geodesic)), geodesic, question,
        points: points(of: path, from: start, to: end))
    }
    if let shape = key.shape,
      let piece = timetable.shapes[shape].piece(from: start, to: end)
    {
      let length = piece.last?.chainage ?? 0
      let interval = Interval(
        from: Distance.meters(max(geodesic, length * 0.98)),
        to: .meters(max(geodesic, length * 1.02)))
      return way(
        .shape, profile(ofLength: interval, assuming: question.line), interval, geodesic, question,
        points: piece)
    }
    if let known = distance(.track, from: from.place, to: to.place), let path = known.trackPath,
      isCredible(known, geodesic)
    {
      return way(.network, known, geodesic, question, points: path.wayPoints)
    }
    return unmapped(geodesic, question)
  }

  /// A way along a network that is much longer than any railway means that the network lacks a line.
  private func isCredible(_ way: TypedDistance, _ geodesic: Double) -> Bool {
    way.central.meters <= max(5_000, geodesic * (modes[.rail]?.detour.upper ?? 2.7))
  }

  private func way(
    _ basis: TimetableCheck.Basis, _ known: TypedDistance, _ geodesic: Double,
    _ question: TimetableConditions, points: [SectionSpeeds.WayPoint]
  ) -> TimetableCheck.Way {
    way(
      basis, profile(of: known, assuming: question.line), known.interval, geodesic, question,
      points: points)
  }

  private func way(
    _ basis: TimetableCheck.Basis, _ profile: LineProfile?, _ length: Interval<Distance>,
    _ geodesic: Double, _ question: TimetableConditions, points: [SectionSpeeds.WayPoint]
  ) -> TimetableCheck.Way {
    let model = question.model
    let (low, high) = (length.lower?.meters ?? geodesic, length.upper?.meters ?? geodesic)
    // Published lengths are hard, drawn ones are not.
    let least = basis == .kilometrage ? max(low, geodesic) : geodesic
    let best = profile.flatMap { try? RunCurve(maximumEffortOf: model.best, over: $0.best).time }
    let worst = profile.flatMap { try? RunCurve(maximumEffortOf: model.worst, over: $0.worst).time }
    let allowance = TravelAllowance()
    var likely = best.map { best in
      let most = max(best, worst ?? best * 3)
      return best * (1 + allowance.running.lowerBound)...most * (1 + allowance.running.upperBound)
    }
    var share = 0.0
    if let answer = (question.speeds ?? speeds)?.answer(along: points, spread), let rest = likely {
      share = answer.knownShare
      // A train that passes stops of other trains is quicker than they are, but no quicker than it can be.
      let passed = Double(answer.sections - 1) * spread.passedStop
      let quickest = max(
        answer.time.lowerBound - passed, min(answer.time.lowerBound, rest.lowerBound * share))
      let (low, high) = (rest.lowerBound * (1 - share), rest.upperBound * (1 - share))
      likely = (quickest + low)...(answer.time.upperBound + high)
    }
    return TimetableCheck.Way(
      basis: basis, geodesic: geodesic, length: low...max(low, high),
      fastest: least / model.ceiling.metersPerSecond, technical: best, likely: likely,
      hiddenDwell: spread.hiddenDwell * (1 - share), timetabledShare: share, profile: profile)
  }

  /// A way that no network has: the straight line is the least, and nothing is likely.
  private func unmapped(
    _ geodesic: Double, _ question: TimetableConditions
  ) -> TimetableCheck.Way {
    let most = geodesic * (modes[.rail]?.detour.upper ?? 2.7)
    return TimetableCheck.Way(
      basis: .straight, geodesic: geodesic, length: geodesic...max(geodesic, most),
      fastest: geodesic / question.model.ceiling.metersPerSecond, technical: nil, likely: nil,
      hiddenDwell: 0, timetabledShare: 0, profile: nil)
  }

  /// The stations of a way that have a position, and its ends, wherever they are.
  private func points(
    of path: RailPath, from start: Coordinate, to end: Coordinate
  ) -> [SectionSpeeds.WayPoint] {
    [(start, 0)] + points(of: path) + [(end, path.length.meters)]
  }
}

extension TimetableCheck.Way {
  /// The likely time; other trains' timetabled times hold the dwell already.
  func likely(holdingDwell: Bool) -> ClosedRange<Double>? {
    likely.map { likely in
      likely.lowerBound...likely.upperBound + (holdingDwell ? hiddenDwell : 0)
    }
  }

  /// How a time between two calls stands to what a train needs here.
  func verdict(elapsed: Int, rounding: Double, mayHoldDwell: Bool) -> TimetableCheck.Verdict {
    let (least, most) = (Double(elapsed) - rounding, Double(elapsed) + rounding)
    // No train arrives before it leaves, wherever it goes.
    if elapsed < 0 || most < fastest { return .impossible }
    guard let length, length.upperBound > 0 else { return .unknown }
    if let technical, most < technical { return .beyondSimulation }
    guard let likely = likely(holdingDwell: mayHoldDwell) else { return .unknown }
    if most < likely.lowerBound { return .fast }
    return least > likely.upperBound ? .slow : .fits
  }
}

extension World {
  /// The stations of a way that have a position, with how far on they are.
  func points(of path: RailPath) -> [SectionSpeeds.WayPoint] {
    path.stations.compactMap { station in
      gazetteer[id: station.place]?.coordinate.map { ($0, station.chainage.meters) }
    }
  }
}

extension TrackPath {
  /// Its points with how far on they are, at most 500 m apart.
  var wayPoints: [SectionSpeeds.WayPoint] {
    var way: [SectionSpeeds.WayPoint] = []
    for section in sections {
      let line = try? Polyline(section.points).densified(every: .meters(500))
      let drawn = line?.points ?? section.points
      var lengths = [0.0]
      for (from, to) in zip(drawn, drawn.dropFirst()) {
        lengths.append(
          lengths[lengths.count - 1] + Ellipsoid.wgs84.distance(from: from, to: to).meters)
      }
      // A published section is as long as it says, however it is drawn.
      let scale = lengths.last.map { $0 > 0 ? section.length.meters / $0 : 1 } ?? 1
      for (point, length) in zip(drawn, lengths) {
        way.append((point, section.chainage.meters + length * scale))
      }
    }
    return way
  }
}

extension Polyline {
  /// The piece between the points nearest to two places, the second behind the first; nil where the line does not come
  /// near them in that order.
  fileprivate func piece(
    from start: Coordinate, to end: Coordinate
  ) -> [SectionSpeeds.WayPoint]? {
    let reach = Distance.meters(500)
    let first = nearestPoint(to: start)
    guard first.distance <= reach, first.segment + 1 < points.count,
      let rest = try? Polyline([first.point] + points[(first.segment + 1)...])
    else { return nil }
    let last = rest.nearestPoint(to: end)
    guard last.distance <= reach, last.chainage.meters > 1 else { return nil }
    var way: [SectionSpeeds.WayPoint] = [(first.point, 0)]
    var travelled = 0.0
    for (from, to) in zip(rest.points.prefix(last.segment + 1), rest.points.dropFirst()) {
      guard travelled < last.chainage.meters else { break }
      travelled += Ellipsoid.wgs84.distance(from: from, to: to).meters
      way.append((to, min(travelled, last.chainage.meters)))
    }
    return way
  }
}
