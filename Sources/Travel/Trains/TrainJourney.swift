public import Gazetteer
import Quantities
import Railways
public import TrainMotion
public import Wording

/// What is added to the running time of a train, as shares.
public struct TravelAllowance: Hashable, Sendable {
  /// Of the running time: timetables add 3 to 12 % (UIC leaflet 451-1 asks for 3 to 7; the greater value is
  /// estimated).
  public var running = 0.03...0.12

  public init() {}
}

/// A stop on the way of a train.
public struct TrainCall: Sendable {
  /// A name of the gazetteer or of an imported network's station.
  public let place: String
  public let kind: StopKind
  /// What it goes on with, where locomotives or cars are changed.
  public let train: TrainModel?

  public init(place: String, kind: StopKind, train: TrainModel? = nil) {
    self.place = place
    self.kind = kind
    self.train = train
  }
}

/// How long a train needs from a place to another, part by part.
public struct TrainJourney: Sendable {
  /// One thing that takes time.
  public struct Entry: Sendable {
    public let title: Phrase
    /// Seconds.
    public let time: ClosedRange<Double>
    public let basis: Phrase
    /// Whether it is something that happens at a place: a change of gauge, a reversal.
    public var isEvent = false
    /// Whether it is a stop.
    public var isDwell = false
    /// The station of a change of gauge.
    public var gaugeBreak: Place.ID?
  }

  /// Where the train stops, in metres from the start, and for what.
  public struct Stop: Sendable {
    public let place: Place
    public let position: Double
    public let call: TrainCall
  }

  public let places: [Place]
  public let way: TypedDistance
  /// What it sets out with.
  public let model: TrainModel
  public let profile: LineProfile
  /// Less than this no train of the model can need: its ceilings and the line's alone, in seconds.
  public let fastest: Double
  /// The technical running time, in seconds: full effort, every limit used, the best and the worst case.
  public let technical: ClosedRange<Double>
  /// Every part of the likely time.
  public let ledger: [Entry]
  public let bestCurve: RunCurve
  public let worstCurve: RunCurve
  public let stops: [Stop]

  /// What it runs with at a place, in metres from the start.
  public func train(at position: Double) -> TrainModel {
    stops.last { $0.call.train != nil && $0.position <= position }?.call.train ?? model
  }

  /// Whether other trains' times went into the likely one.
  public let isTimetabled: Bool

  /// The likely time in seconds: the sum of the ledger.
  public var likely: ClosedRange<Double> {
    ledger.reduce(0...0) {
      $0.lowerBound + $1.time.lowerBound...$0.upperBound + $1.time.upperBound
    }
  }
}

/// Why a journey cannot be worked out.
public enum TrainJourneyError: Error, Sendable, CustomStringConvertible {
  case unknownTrain(String, known: [String])
  case noWay(String)
  case place(PlaceNameError)
  case motion(MotionError, train: String)

  public var description: String {
    switch self {
    case .unknownTrain(let name, let known):
      "no train is called '\(name)'; there are \(known.joined(separator: ", "))"
    case .noWay(let message): message
    case .place(let error): error.description
    case .motion(let error, let train): "\(train): \(error)"
    }
  }
}

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
    var places: [Place] = []
    for name in [start] + calls.map(\.place) + [end] {
      do { places.append(try place(named: name)) } catch { throw .place(error) }
    }
    for (one, other) in zip(places, places.dropFirst()) where one.id == other.id {
      throw .noWay("'\(one.name)' comes twice, one after the other")
    }
    let (first, last) = (places[0], places[places.count - 1])
    let between = places.dropFirst().dropLast().map(\.id)
    guard let way = distance(.track, from: first, to: last, via: between), way.followsTrack,
      way.central.meters > 0
    else { throw .noWay(reasonForNoWay(places)) }
    let positions =
      way.path.map { path in
        between.compactMap { id in path.stations.first { $0.place == id }?.chainage.meters }
      } ?? way.trackPath?.stops.map(\.chainage.meters) ?? []
    let stops = zip(zip(places.dropFirst(), positions), calls).map { stop, call in
      TrainJourney.Stop(place: stop.0, position: stop.1, call: call)
    }
    guard let profile = profile(of: way) else {
      throw .noWay("no network has a way by rail between the places")
    }
    return try journey(
      by: model, over: way, profile, through: places, stops: stops, restrictions)
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
    return try journey(by: model, over: way, profile, through: places, stops: [], restrictions)
  }

  /// How long a train needs over a way.
  ///
  /// - Throws: `TrainJourneyError`.
  public func journey(
    by model: TrainModel, over way: TypedDistance, _ line: LineProfile, through places: [Place],
    stops: [TrainJourney.Stop] = [], _ restrictions: TrainRestrictions = TrainRestrictions()
  ) throws(TrainJourneyError) -> TrainJourney {
    let profile: LineProfile
    do { profile = try line.restricted(by: restrictions) } catch {
      throw .motion(error, train: model.name)
    }
    if restrictions != TrainRestrictions() {
      let free = try journey(by: model, over: way, line, through: places, stops: stops)
      return try free.held(
        by: profile, fastest: fastest(of: model, over: profile.ceilings, way.central.meters, stops),
        best: curve(of: model, true, over: profile.best, way.central.meters, stops),
        worst: curve(of: model, false, over: profile.worst, way.central.meters, stops))
    }
    let allowance = TravelAllowance()
    let length = way.central.meters
    let best = try curve(of: model, true, over: profile.best, length, stops)
    let worst = try curve(of: model, false, over: profile.worst, length, stops)
    let technical = best.time...max(best.time, worst.time)
    let answer = speeds?.answer(along: points(of: way), spread)
    let dwell = stops.map { stop in
      TrainJourney.Entry(
        title: "\(term: stop.call.kind.title) at \(term: stop.place.name)",
        time: stop.call.kind.time,
        basis: Phrase(term: stop.call.kind.source), isDwell: true)
    }
    return TrainJourney(
      places: places, way: way, model: model, profile: profile,
      fastest: fastest(of: model, over: profile.ceilings, length, stops), technical: technical,
      ledger: running(technical, answer, allowance) + dwell + events(of: way, stops),
      bestCurve: best, worstCurve: worst, stops: stops, isTimetabled: answer != nil)
  }

  private func reasonForNoWay(_ places: [Place]) -> String {
    if places.allSatisfy({ $0.id == places[0].id }) { return "the run begins where it ends" }
    if let network = tracks.first {
      do {
        _ = try track(through: places, on: network, within: TrackRouteRequest.usualSnapLimit)
      } catch {
        return error.description
      }
    }
    let title = places.map(\.name).joined(separator: " – ")
    return "no network has a way by rail \(title); import one and name it"
  }

  /// The parts of the way that are run with one train, as shares of its length, with the stops on them.
  private func parts(
    _ model: TrainModel, _ length: Double, _ stops: [TrainJourney.Stop]
  ) -> [(model: TrainModel, start: Double, end: Double, stops: [Double])] {
    var parts: [(model: TrainModel, start: Double, end: Double, stops: [Double])] = []
    var (model, start, called) = (model, 0.0, [Double]())
    for stop in stops {
      let place = min(1, max(0, stop.position / length))
      guard let next = stop.call.train, place > start, place < 1 else {
        called.append(place)
        continue
      }
      parts.append((model, start, place, called))
      (model, start, called) = (next, place, [])
    }
    return parts + [(model, start, 1, called)]
  }

  /// The run with every train of the way, one after the other.
  private func curve(
    of model: TrainModel, _ isBest: Bool,
    over path: RunningPath, _ length: Double, _ stops: [TrainJourney.Stop]
  ) throws(TrainJourneyError) -> RunCurve {
    var whole: RunCurve?
    for part in parts(model, length, stops) {
      do {
        let (from, to) = (part.start * path.length, part.end * path.length)
        let curve = try RunCurve(
          maximumEffortOf: isBest ? part.model.best : part.model.worst,
          over: path.part(from: from, to: to),
          stops: part.stops.map { $0 * path.length - from })
        whole = whole?.followed(by: curve) ?? curve
      } catch {
        throw .motion(error, train: part.model.name)
      }
    }
    guard let whole else { throw .noWay("the way is empty") }
    return whole
  }

  private func fastest(
    of model: TrainModel, over path: RunningPath, _ length: Double, _ stops: [TrainJourney.Stop]
  ) -> Double {
    parts(model, length, stops).reduce(0) { sum, part in
      let piece = try? path.part(from: part.start * path.length, to: part.end * path.length)
      return sum + (piece?.fastestTime(noFasterThan: part.model.ceiling.metersPerSecond) ?? 0)
    }
  }

  /// The running: as other trains are timetabled where that is known, by simulation and allowances elsewhere.
  private func running(
    _ technical: ClosedRange<Double>, _ known: SectionSpeeds.Answer?, _ allowance: TravelAllowance
  ) -> [TrainJourney.Entry] {
    let rest = 1 - (known?.knownShare ?? 0)
    var entries: [TrainJourney.Entry] = []
    if let known, let source = speeds?.source {
      let percent = Int((known.knownShare * 100).rounded())
      entries.append(
        TrainJourney.Entry(
          title: "running as timetabled", time: known.time,
          basis:
            "other trains on \(percent) % of the way (sections known: \(known.sections); \(term: source))"
        ))
    }
    guard rest > 0.01 else { return entries }
    let share = technical.lowerBound * rest...technical.upperBound * rest
    let added = allowance.running
    return entries + [
      TrainJourney.Entry(
        title: known == nil ? "running" : "running elsewhere", time: share,
        basis: "full effort, every limit used"),
      TrainJourney.Entry(
        title: "running allowance",
        time: share.lowerBound * added.lowerBound...share.upperBound * added.upperBound,
        basis: "3 to 12 % of the running time (UIC 451-1; the upper value estimated)"),
    ]
  }

  private func points(of way: TypedDistance) -> [SectionSpeeds.WayPoint] {
    way.path.map { points(of: $0) } ?? way.trackPath?.wayPoints ?? []
  }

  private func title(of place: Place.ID) -> String { gazetteer[id: place]?.name ?? place.text }

  /// Changes of gauge, reversals and borders on a way.
  private func events(
    of way: TypedDistance, _ stops: [TrainJourney.Stop]
  ) -> [TrainJourney.Entry] {
    let sites: [(String, GaugeBreakSite, Place.ID?)] =
      (way.path?.gaugeBreaks ?? []).map { (title(of: $0.place), $0.site, $0.place) }
      + (way.trackPath?.breaks ?? []).map { ($0.title, $0.site, nil) }
    let reversals =
      (way.path?.reversals ?? []).map { title(of: $0.place) }
      + (way.trackPath?.reversals ?? []).map(\.title)
    let changes = sites.map { place, site, station in
      // Where nobody measured it, what was measured elsewhere: up to 5 h.
      let least = site.hours.least ?? 0
      let most = site.hours.most ?? site.hours.least ?? 5
      return TrainJourney.Entry(
        title: "change of gauge at \(term: place)", time: least * 3_600...max(least, most) * 3_600,
        basis: site.hours.least == nil
          ? "\(term: site.method), unmeasured here; up to 5 h measured elsewhere"
          : "\(term: site.method): \(term: site.source)", isEvent: true, gaugeBreak: station)
    }
    // A stop for the control stands for the border itself.
    let hasControl = stops.contains { $0.call.kind.id == "border" }
    let borders = hasControl ? [] : self.borders(of: way).map { "border control \($0)" as Phrase }
    return changes + entries(of: "reversal", reversals.map { "reversal at \(term: $0)" })
      + entries(of: "border", borders)
  }

  private func entries(of kind: String, _ titles: [Phrase]) -> [TrainJourney.Entry] {
    guard let kind = stopKinds.first(where: { $0.id == kind }) else { return [] }
    return titles.map {
      TrainJourney.Entry(
        title: $0, time: kind.time, basis: Phrase(term: kind.source), isEvent: true)
    }
  }

  /// The countries on either side of every border that a way crosses, such as `KP–RU`.
  private func borders(of way: TypedDistance) -> [String] {
    let countries =
      way.path?.runs.flatMap { network.countries(of: $0) }
      ?? way.trackPath?.sections.map(\.attributes.country) ?? []
    let known = countries.filter { !$0.isEmpty }
    return zip(known, known.dropFirst()).filter { $0 != $1 }.map { "\($0)–\($1)" }
  }
}

extension TrainJourney {
  /// The same journey held back: what is likely without is likely with as well, and the rest is added.
  fileprivate func held(
    by profile: LineProfile, fastest: Double, best: RunCurve, worst: RunCurve
  ) -> TrainJourney {
    let technical = best.time...max(best.time, worst.time)
    let events = ledger.filter { $0.isEvent || $0.isDwell }.reduce(0) {
      $0 + $1.time.lowerBound
    }
    // At the least as slow as it must run; at the most as much slower as its worst case is.
    let least = max(0, technical.lowerBound + events - likely.lowerBound)
    let most = max(least, technical.upperBound - self.technical.upperBound)
    let entry = Entry(
      title: "held back", time: least...most,
      basis: "by the greatest speed and the slower stretches given")
    return TrainJourney(
      places: places, way: way, model: model, profile: profile, fastest: fastest,
      technical: technical, ledger: ledger + [entry], bestCurve: best, worstCurve: worst,
      stops: stops, isTimetabled: isTimetabled)
  }
}

extension RunningPath {
  /// The time at the ceilings of line and train alone, without speeding up or braking, in seconds.
  fileprivate func fastestTime(noFasterThan ceiling: Double) -> Double {
    sections.indices.reduce(0.0) { sum, index in
      let end = index + 1 < sections.count ? sections[index + 1].start : length
      return sum + (end - sections[index].start) / min(ceiling, sections[index].limit)
    }
  }
}
