import Gazetteer
import Quantities
import Railways
public import TrainMotion
import Wording

extension World {
  /// How long a train needs from place to place, stopping at those between.
  ///
  /// - Parameters:
  ///   - model: the train.
  ///   - start: names of the gazetteer, or of the imported networks' stations.
  ///   - calls: stops between them, in order.
  ///   - end: names of the gazetteer, or of the imported networks' stations.
  ///   - restrictions: what holds the train back.
  /// - Throws: `TrainJourneyError`.
  public func journey(
    by model: TrainModel, from start: String, calls: [TrainCall] = [], to end: String,
    _ restrictions: TrainRestrictions = TrainRestrictions()
  ) throws(TrainJourneyError) -> TrainJourney {
    let places: [Place]
    do { places = try self.places(named: [start] + calls.map(\.place) + [end], by: .rail) } catch {
      throw .place(error)
    }
    for (one, other) in zip(places, places.dropFirst()) where one.id == other.id {
      throw .noWay("'\(one.name)' comes twice, one after the other")
    }
    let (first, last) = (places[0], places[places.count - 1])
    let between = places.dropFirst().dropLast()
    guard let way = distance(.track, from: first, to: last, via: between.map(\.id)),
      let course = way.course, way.central.meters > 0
    else { throw .noWay(reasonForNoWay(places)) }
    let stops = zip(zip(between, course.calls), calls).map { stop, call in
      TrainRoute.Stop(place: stop.0, position: stop.1.chainage.meters, call: call)
    }
    guard let profile = profile(of: way) else {
      throw .noWay("no network has a way by rail between the places")
    }
    return try journey(
      by: model,
      over: TrainRoute(places: places, way: way, profile: profile, stops: stops), restrictions)
  }

  /// How long a train needs over a running path of one's own.
  ///
  /// - Throws: `TrainJourneyError`.
  public func journey(
    by model: TrainModel, over path: RunningPath, named name: String,
    _ restrictions: TrainRestrictions = TrainRestrictions()
  ) throws(TrainJourneyError) -> TrainJourney {
    let places = ["start", "end"].map { end in
      Place(
        id: Place.ID(end), name: end, kind: .point, country: "", zones: [], coordinate: nil,
        isEstimated: false, extent: .zero, names: [], codes: [], city: "", source: name)
    }
    let length = Distance.meters(path.length)
    let way = TypedDistance(
      kind: .track, interval: Interval(exactly: length), central: length,
      basis: "the running path '\(name)'", isHard: true)
    let profile = LineProfile(
      ceilings: path, best: path, worst: path, knownSpeedShare: 1, defaults: [:])
    return try journey(
      by: model, over: TrainRoute(places: places, way: way, profile: profile), restrictions)
  }

  /// How long a train needs over a route.
  ///
  /// - Throws: `TrainJourneyError`.
  public func journey(
    by model: TrainModel, over route: TrainRoute,
    _ restrictions: TrainRestrictions = TrainRestrictions()
  ) throws(TrainJourneyError) -> TrainJourney {
    guard restrictions == TrainRestrictions() else {
      let profile: LineProfile
      do { profile = try route.profile.restricted(by: restrictions) } catch {
        throw .motion(error, train: model.name)
      }
      let free = try journey(by: model, over: route)
      return free.held(by: profile, try TrainRuns(of: model, over: route, profile))
    }
    let runs = try TrainRuns(of: model, over: route, route.profile)
    let known = speeds?.answer(along: route.way.course?.wayPoints ?? [], spread)
    let running = LikelyRunning(
      technical: runs.technical, known: known, calls: route.stops.count, spread: spread)
    let dwell = route.stops.map { stop in
      TrainJourney.Entry(
        title: "\(term: stop.call.kind.title) at \(term: stop.place.name)",
        time: stop.call.kind.time,
        basis: Phrase(term: stop.call.kind.source), isDwell: true)
    }
    return TrainJourney(
      route: route, model: model, fastest: runs.fastest, technical: runs.technical,
      ledger: running.entries(source: speeds?.source ?? "") + dwell + events(on: route),
      bestCurve: runs.best, worstCurve: runs.worst, isTimetabled: known != nil)
  }

  private func reasonForNoWay(_ places: [Place]) -> ConditionText {
    if places.allSatisfy({ $0.id == places[0].id }) { return "the run begins where it ends" }
    if let network = tracks.first {
      do {
        _ = try track(through: places, on: network, within: RailQuery.usualSnapLimit)
      } catch {
        return error.message
      }
    }
    let title = places.map(\.name).joined(separator: " – ")
    return
      "no network has a way by rail \(title); import one and name it as \(RailCondition.network)"
  }
}
