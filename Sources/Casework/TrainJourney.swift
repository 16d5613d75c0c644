import Claims
public import Gazetteer
import Quantities
public import TrainMotion
import Railways

/// What is added to the running time of a train, as intervals of seconds and shares.
public struct TravelAllowance: Hashable, Sendable {
  /// Of the running time: timetables add 3 to 12 % (UIC leaflet 451-1 asks for 3 to 7; the greater value is
  /// estimated).
  public var running = 0.03...0.12
  /// Seconds at each stop on the way.
  public var dwell = 60.0...900

  public init() {}
}

/// How long a train needs from a place to another, part by part.
public struct TrainJourney: Sendable {
  /// One thing that takes time.
  public struct Entry: Sendable {
    public let title: String
    /// Seconds.
    public let time: ClosedRange<Double>
    public let basis: String
    /// Whether it is something that happens at a place: a change of gauge, a reversal.
    public var isEvent = false
  }

  public let places: [Place]
  public let way: TypedDistance
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
  /// Where the train stops on the way, in metres from the start.
  public let stops: [Double]

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
  /// - Parameter names: of the gazetteer, or of the imported networks' stations; at least two.
  /// - Throws: `TrainJourneyError`.
  public func journey(
    by model: TrainModel, through names: [String]
  ) throws(TrainJourneyError) -> TrainJourney {
    var places: [Place] = []
    for name in names {
      do { places.append(try place(named: name)) } catch { throw .place(error) }
    }
    guard let first = places.first, let last = places.last, places.count >= 2 else {
      throw .noWay("a journey has two places at least")
    }
    let between = places.dropFirst().dropLast().map(\.id)
    guard let way = distance(.track, from: first, to: last, via: between), way.followsTrack,
      way.central.meters > 0
    else {
      let title = places.map(\.name).joined(separator: " – ")
      throw .noWay(
        "no network has a way by rail \(title); import one and name it with --network")
    }
    let stops =
      way.path.map { path in
        between.compactMap { id in path.stations.first { $0.place == id }?.chainage.meters }
      } ?? way.trackPath?.stops.map(\.chainage.meters) ?? []
    return try journey(by: model, over: way, through: places, stops: stops)
  }

  /// How long a train needs over a way.
  ///
  /// - Parameters:
  ///   - stops: places in metres from the start at which it calls.
  /// - Throws: `TrainJourneyError`.
  public func journey(
    by model: TrainModel, over way: TypedDistance, through places: [Place], stops: [Double],
    _ allowance: TravelAllowance = TravelAllowance()
  ) throws(TrainJourneyError) -> TrainJourney {
    guard let profile = profile(of: way) else {
      throw .noWay(
        "no network has a way by rail between the places; import one and name it with --network")
    }
    let best: RunCurve
    let worst: RunCurve
    do {
      best = try RunCurve(maximumEffortOf: model.best, over: profile.best, stops: stops)
      worst = try RunCurve(maximumEffortOf: model.worst, over: profile.worst, stops: stops)
    } catch {
      throw .motion(error, train: model.name)
    }
    let technical = best.time...max(best.time, worst.time)
    let answer = speeds?.answer(along: points(of: way))
    var ledger = running(technical, answer, allowance)
    if !stops.isEmpty {
      let count = Double(stops.count)
      ledger.append(
        TrainJourney.Entry(
          title: stops.count == 1 ? "1 stop" : "\(stops.count) stops",
          time: count * allowance.dwell.lowerBound...count * allowance.dwell.upperBound,
          basis: "1 to 15 min each (estimated)"))
    }
    ledger += events(of: way)
    return TrainJourney(
      places: places, way: way, model: model, profile: profile,
      fastest: profile.ceilings.fastestTime(of: model.best), technical: technical, ledger: ledger,
      bestCurve: best, worstCurve: worst, stops: stops)
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
          basis: "other trains on \(percent) % of the way, \(known.sections) sections (\(source))"))
    }
    guard rest > 0.01 else { return entries }
    let share = technical.lowerBound * rest...technical.upperBound * rest
    return entries + [
      TrainJourney.Entry(
        title: known == nil ? "running" : "running elsewhere", time: share,
        basis: "full effort, every limit used"),
      TrainJourney.Entry(
        title: "running allowance",
        time: share.lowerBound * allowance.running.lowerBound...share.upperBound
          * allowance.running.upperBound,
        basis: "3 to 12 % of the running time (UIC 451-1; the upper value estimated)"),
    ]
  }

  private func points(of way: TypedDistance) -> [SectionSpeeds.WayPoint] {
    way.path.map { points(of: $0) } ?? way.trackPath?.wayPoints ?? []
  }

  private func title(of place: Place.ID) -> String { gazetteer[id: place]?.name ?? place.text }

  /// Changes of gauge and reversals on a way.
  private func events(of way: TypedDistance) -> [TrainJourney.Entry] {
    let sites =
      (way.path?.gaugeBreaks ?? []).map { (title(of: $0.place), $0.site) }
      + (way.trackPath?.breaks ?? []).map { ($0.title, $0.site) }
    let reversals =
      (way.path?.reversals ?? []).map { title(of: $0.place) }
      + (way.trackPath?.reversals ?? []).map(\.title)
    return sites.map { place, site in
      // Where nobody measured it, what was measured elsewhere: 1.5 to 5 h.
      let least = site.hours.least ?? 0
      let most = site.hours.most ?? site.hours.least ?? 5
      return TrainJourney.Entry(
        title: "change of gauge at \(place)", time: least * 3_600...max(least, most) * 3_600,
        basis: site.hours.least == nil
          ? "\(site.method), unmeasured here; up to 5 h measured elsewhere"
          : "\(site.method): \(site.source)", isEvent: true)
    }
      + reversals.map { place in
        let time = TrackQuery.assumedReversal / .seconds(1)
        return TrainJourney.Entry(
          title: "reversal at \(place)", time: time / 2...time * 2, basis: "assumed, about 15 min",
          isEvent: true)
      }
  }
}

extension RunningPath {
  /// The time at the ceilings of line and train alone, without speeding up or braking, in seconds.
  fileprivate func fastestTime(of stock: RollingStock) -> Double {
    sections.indices.reduce(0.0) { sum, index in
      let end = index + 1 < sections.count ? sections[index + 1].start : length
      return sum + (end - sections[index].start) / min(stock.ceiling, sections[index].limit)
    }
  }
}
