public import Travel
import Casework
public import Gazetteer
public import Quantities
public import Railways
public import Reporting

/// The way between places.
public struct RouteQuestion: Sendable {
  public enum Mode: String, CaseIterable, Sendable { case rail, air }

  public enum Objective: String, CaseIterable, Sendable { case shortest, fastest }

  public var from: String
  public var to: String
  /// Places to pass, in order.
  public var via: [String] = []
  public var mode = Mode.rail

  // What follows needs an imported network.

  /// Places, `country:XX` or `line:NAME` not to pass.
  public var avoid: [String] = []
  /// The gauge in millimetres that the train is bound to.
  public var gauge: Int?
  /// How many ways that really differ.
  public var alternatives = 1
  public var objective = Objective.shortest
  /// The train's own greatest speed in km/h.
  public var maxSpeed: Double?
  /// How many km from track a place may be.
  public var snap = 2.0
  /// Electrified track only.
  public var electrified = false
  /// Never change the gauge where nobody records that it can be.
  public var recordedBreaksOnly = false
  /// Trams, light rail and metro too.
  public var trams = false
  /// Every section of the way.
  public var explain = false

  public init(from: String, to: String) {
    self.from = from
    self.to = to
  }

  /// - Parameters:
  ///   - world: the gazetteer and the built-in kilometrage.
  ///   - network: the imported network to go by; nil for the built-in kilometrage, or by air.
  /// - Throws: `QuestionError`.
  public func answer(
    in world: World, on network: TrackNetwork? = nil
  ) throws(QuestionError) -> RouteAnswer {
    if let network { return try byTrack(network, world) }
    try refuseTrackParameters()
    var stops: [Place] = []
    for name in [from] + via + [to] { stops.append(try world.place(name)) }
    let report = try mode == .rail ? byRail(stops, world) : byAir(stops, world)
    return RouteAnswer(report: report, places: stops, lengths: [report.way.central])
  }

  // MARK: By an imported network

  private func byTrack(
    _ network: TrackNetwork, _ world: World
  ) throws(QuestionError) -> RouteAnswer {
    guard mode == .rail else { throw QuestionError(rule: "`network` goes with `mode` rail") }
    let route: TrackRoute
    let request = try request()
    do { route = try world.route(request, on: network) } catch { throw QuestionError(error) }
    let report = TrackReport(
      route, explains: explain,
      attributions: world.attributions(of: route.places, usesKilometrage: false))
    return RouteAnswer(report: report, places: route.places, lengths: route.paths.map(\.length))
  }

  private func request() throws(QuestionError) -> TrackRouteRequest {
    var request = TrackRouteRequest(stops: [from] + via + [to])
    request.avoided = avoid
    request.needsElectrification = electrified
    request.allowsUnrecordedBreaks = !recordedBreaksOnly
    request.objective = objective == .fastest ? .fastest : .shortest
    if trams { request.furtherKinds = [.tram, .lightRail, .subway, .monorail, .funicular] }
    guard (1...20).contains(alternatives) else {
      throw QuestionError("alternatives", alternatives, "write 1 to 20")
    }
    request.alternatives = alternatives
    try refuseWrongSnap(snap)
    request.snapLimit = .kilometers(snap)
    if let maxSpeed {
      guard objective == .fastest, maxSpeed.isFinite, (1...1_000).contains(maxSpeed) else {
        throw QuestionError(
          "max_speed", maxSpeed, "1 to 1000 km/h, and only where the fastest way is asked for")
      }
      request.trainSpeed = maxSpeed
    }
    if let gauge {
      guard (180...2_500).contains(gauge) else {
        throw QuestionError("gauge", gauge, "gauges are given in millimetres, 180 to 2500")
      }
      request.gauge = Gauge(millimeters: gauge)
    }
    return request
  }

  /// Conditions that the built-in kilometrage cannot hold are refused, not forgotten.
  private func refuseTrackParameters() throws(QuestionError) {
    let given = [
      ("avoid", !avoid.isEmpty), ("gauge", gauge != nil), ("alternatives", alternatives != 1),
      ("objective", objective != .shortest), ("electrified", electrified),
      ("recorded_breaks_only", recordedBreaksOnly), ("snap", snap != 2), ("trams", trams),
      ("explain", explain), ("max_speed", maxSpeed != nil),
    ].filter(\.1).map(\.0)
    guard given.isEmpty else {
      throw QuestionError(
        rule: given.map { "`\($0)`" }.joined(separator: ", ") + " needs an imported `network`")
    }
  }

  // MARK: By the built-in kilometrage

  private func byRail(_ stops: [Place], _ world: World) throws(QuestionError) -> RouteReport {
    let path: RailPath
    do {
      path = try world.network.path(
        RouteQuery(
          from: stops[0].id, to: stops[stops.count - 1].id,
          via: stops.dropFirst().dropLast().map(\.id)))
    } catch {
      throw QuestionError(world.advice(on: error, stops))
    }
    guard !path.runs.isEmpty else { throw QuestionError("the way begins where it ends") }
    let stations = path.stations.compactMap { station in
      world.gazetteer[id: station.place].map { (place: $0, chainage: station.chainage) }
    }
    return RouteReport(
      places: stops, mode: "rail", geodesic: world.straightLines(through: stops),
      way: TypedDistance(track: path), stations: stations,
      attributions: world.attributions(of: stops))
  }

  private func byAir(_ stops: [Place], _ world: World) throws(QuestionError) -> RouteReport {
    guard let way = world.straightLines(through: stops) else {
      throw QuestionError("a place has no sourced position; the geodesic is unknown")
    }
    return RouteReport(
      places: stops, mode: "air", geodesic: nil, way: way, stations: [],
      attributions: world.attributions(of: stops))
  }
}

/// The ways that were found.
public struct RouteAnswer: Sendable {
  public let report: any WayReport
  public let places: [Place]
  /// Of each way, the best first.
  public let lengths: [Distance]
}

extension World {
  /// What to tell of a way that was not found; a point off the network is told its nearest station.
  fileprivate func advice(on error: RailwaysError, _ stops: [Place]) -> String {
    guard case .offNetwork(let id) = error, let place = stops.first(where: { $0.id == id }),
      let near = nearestStation(to: place)
    else { return error.description }
    return "'\(place.name)' is not a station of the network; the nearest is \(near.place.name) "
      + "(\(near.place.id)), \(Numbers.distance(near.distance.meters)) away"
  }
}
