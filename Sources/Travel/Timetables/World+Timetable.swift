import Parallelism
import Gazetteer
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
        let key = question.key(from, to, of: trip)
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
      var checker = TripChecker(timetable: timetable, question: question, ways: ways, keys: places)
      return range.flatMap { checker.sections(of: $0) }
    }
    return TimetableCheck(
      timetable: timetable, model: question.model, ways: ways, sections: trips.flatMap(\.self),
      placed: Set(stations.indices.filter { stations[$0]?.place.coordinate != nil }))
  }
}

extension TimetableConditions {
  fileprivate func key(
    _ from: Timetable.Call, _ to: Timetable.Call, of trip: Timetable.Trip
  ) -> WayKey {
    WayKey(from: from.stop, to: to.stop, shape: ignoresShapes ? nil : trip.shape)
  }
}

/// Judges trips section by section, and keeps the peaks that it has worked out.
private struct TripChecker {
  let timetable: Timetable
  let question: TimetableConditions
  let ways: [TimetableCheck.Way]
  /// Where the way between two stops is among the ways.
  let keys: [WayKey: Int]
  private var peaks: [PeakKey: Double?] = [:]

  private struct PeakKey: Hashable {
    let way: Int
    let time: Int
  }

  init(
    timetable: Timetable, question: TimetableConditions, ways: [TimetableCheck.Way],
    keys: [WayKey: Int]
  ) {
    self.timetable = timetable
    self.question = question
    self.ways = ways
    self.keys = keys
  }

  mutating func sections(of index: Int) -> [TimetableCheck.Section] {
    let trip = timetable.trips[index]
    var fastest: [Double] = []
    var sections: [TimetableCheck.Section] = []
    for place in trip.calls.indices.dropLast() {
      let (from, to) = (trip.calls[place], trip.calls[place + 1])
      guard let key = keys[question.key(from, to, of: trip)] else { continue }
      let times = SectionTimes(
        elapsed: to.arrival - from.departure,
        isFromStand: (place == 0 || from.departure > from.arrival)
          && (place + 2 == trip.calls.count || to.departure > to.arrival),
        mayHoldDwell: to.arrival == to.departure)
      fastest.append(ways[key].fastest(times))
      sections.append(section(index, from, to, times, over: key))
    }
    return judgedTogether(sections, fastest)
  }

  private mutating func section(
    _ trip: Int, _ from: Timetable.Call, _ to: Timetable.Call, _ times: SectionTimes, over key: Int
  ) -> TimetableCheck.Section {
    let way = ways[key]
    let most = Double(times.elapsed) + timetable.rounding
    return TimetableCheck.Section(
      trip: trip, from: from, to: to, way: key,
      verdict: way.verdict(
        times, rounding: timetable.rounding, isTrainNamed: question.isTrainNamed),
      neededAverage: most > 0 ? way.length.map { $0.lowerBound / most } : nil,
      neededPeak: peak(key, elapsed: times.elapsed, within: most))
  }

  /// Sections that together are too fast are so each, whatever the rounding of its own times excuses.
  private func judgedTogether(
    _ sections: [TimetableCheck.Section], _ fastest: [Double]
  ) -> [TimetableCheck.Section] {
    guard let range = sections.tooFastTogether(fastest, rounding: timetable.rounding) else {
      return sections
    }
    let ofAny = sections.map { ways[$0.way].fastestOfAny }
    let beyondAll = sections.tooFastTogether(ofAny, rounding: timetable.rounding) ?? 0..<0
    return sections.enumerated().map { index, section in
      guard range.contains(index), section.verdict != .impossible else { return section }
      let isBeyondAll = question.isTrainNamed || beyondAll.contains(index)
      return section.judged(isBeyondAll ? .impossible : .beyondTrain)
    }
  }

  /// The least greatest speed with which a way can be run in a time.
  private mutating func peak(_ place: Int, elapsed: Int, within seconds: Double) -> Double? {
    let key = PeakKey(way: place, time: elapsed)
    if let known = peaks[key] { return known }
    let peak = ways[place].profile.flatMap { profile in
      seconds > 0
        ? try? RunCurve(
          reaching: seconds, with: question.model.best, over: profile.best
        ).greatestSpeed : nil
    }
    peaks[key] = .some(peak)
    return peak
  }
}
