import ArgumentParser
import Casework
import Claims
import Datasets
import Foundation
import Gazetteer
import Quantities
import Railways
import Reporting
import Wording

struct RouteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "route",
    abstract: "Find the way between places and export it.",
    discussion: """
      EXAMPLES:
        wayproof route pyongyang vladivostok -o route.geojson
        wayproof route khasan vladivostok --via ussuriysk
        wayproof route FNJ VVO --mode air --format geojson
        wayproof route 55.7768,37.6573 vladivostok --network world --gauge 1520 --alternatives 3
        wayproof route --network nsw -- -33.8833,151.2062 -32.9178,151.7544
        wayproof route khasan vladivostok -o way.mfjson --date 2019-04-24 --depart 11:40 --average 55
      """)

  enum Mode: String, ExpressibleByArgument, CaseIterable { case rail, air }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, md, json, geojson, csv, gpx, kml, mfjson
  }

  enum Objective: String, ExpressibleByArgument, CaseIterable { case shortest, fastest }

  @OptionGroup var data: DataOptions

  @Argument(help: "Where the way begins.")
  var from: String

  @Argument(help: "Where it ends.")
  var to: String

  @Option(help: "A place to pass; may be given several times, in order.")
  var via: [String] = []

  @Option(help: "rail or air.")
  var mode: Mode = .rail

  @Option(
    help: """
      An imported network to go by; the built-in kilometrage otherwise. Several are laid over one another by \
      importing them together.
      """)
  var network: [String] = []

  @Option(
    help: """
      With --network: a place, country:XX or line:NAME not to pass; may be given several times.
      """)
  var avoid: [String] = []

  @Option(help: "With --network: the gauge in mm that the train is bound to.")
  var gauge: Int?

  @Option(help: "With --network: this many ways that really differ.")
  var alternatives = 1

  @Option(help: "With --network: shortest or fastest.")
  var objective: Objective = .shortest

  @Option(help: "With --objective fastest: the train's own greatest speed in km/h.")
  var maxSpeed: Double?

  @Option(help: "With --network: how many km from track a place may be.")
  var snap = 2.0

  @Flag(help: "With --network: electrified track only.")
  var electrified = false

  @Flag(help: "With --network: never change the gauge where nobody records that it can be.")
  var recordedBreaksOnly = false

  @Flag(help: "With --network: trams, light rail and metro too.")
  var trams = false

  @Flag(help: "With --network: every section of the way.")
  var explain = false

  @OptionGroup var motion: MotionOptions

  @Option(
    help: """
      text, md, json, geojson, csv, gpx, kml or mfjson (OGC Moving Features); by the ending of --output otherwise.
      """)
  var format: Format?

  @Option(name: [.customShort("o"), .long], help: "A file to write, in place of standard output.")
  var output: String?

  func run() throws {
    guard network.count < 2 else {
      throw CommandFailure(
        "--network \(network.joined(separator: ", ")): a way goes by one network; import their files "
          + "together (`wayproof network import FILE FILE -o NAME`), and they are joined")
    }
    if let network = network.first { return try byTrack(network) }
    try refuseTrackOptions()
    let world = try data.world(vehicles: false)
    let stops = try ([from] + via + [to]).map { try world.place($0) }
    let report = try mode == .rail ? byRail(stops, world) : byAir(stops, world)
    let text = try render(report)
    guard let output else { return Output.write(text) }
    try Output.save(text, to: output)
    Output.error(
      "\(output): \(stops.map(\.name).joined(separator: " – ")), "
        + "\(Numbers.distance(report.way.central.meters))")
  }

  private var chosenFormat: Format { format ?? formatOfOutput ?? .text }

  /// The format that the ending of the output's name asks for.
  private var formatOfOutput: Format? {
    guard let output else { return nil }
    let endings: [(String, Format)] = [
      (".geo.json", .geojson), (".geojson", .geojson), (".json", .json), (".md", .md),
      (".txt", .text), (".csv", .csv), (".gpx", .gpx), (".kml", .kml), (".mfjson", .mfjson),
    ]
    return endings.first { output.lowercased().hasSuffix($0.0) }?.1
  }

  func validate() throws {
    if motion.isGiven, chosenFormat != .mfjson {
      throw ValidationError("--date, --depart and --average go with --format mfjson")
    }
    guard let output, format == nil, formatOfOutput == nil else { return }
    throw ValidationError(
      "--output \(output): its ending tells no format; end it in .geojson, .json, .csv, .gpx, .kml, .mfjson, .md or "
        + ".txt, or give --format")
  }

  // MARK: By an imported network

  private func byTrack(_ name: String) throws {
    let world = try data.world(vehicles: false)
    var request = TrackRouteRequest(stops: [from] + via + [to])
    request.avoided = avoid
    request.alternatives = alternatives
    request.needsElectrification = electrified
    request.allowsUnrecordedBreaks = !recordedBreaksOnly
    request.objective = objective == .fastest ? .fastest : .shortest
    if trams { request.furtherKinds = [.tram, .lightRail, .subway, .monorail, .funicular] }
    guard mode == .rail else { throw CommandFailure("--network goes with --mode rail") }
    guard (1...20).contains(alternatives) else {
      throw CommandFailure("--alternatives \(alternatives): write 1 to 20")
    }
    guard snap.isFinite, (0...100).contains(snap) else {
      throw CommandFailure("--snap \(snap): places may be 0 to 100 km from track")
    }
    request.snapLimit = .kilometers(snap)
    if let maxSpeed {
      guard objective == .fastest, maxSpeed.isFinite, (1...1_000).contains(maxSpeed) else {
        throw CommandFailure(
          "--max-speed \(maxSpeed): 1 to 1000 km/h, and only with --objective fastest")
      }
      request.trainSpeed = maxSpeed
    }
    if let gauge {
      guard (180...2_500).contains(gauge) else {
        throw CommandFailure("--gauge \(gauge): gauges are given in millimetres, 180 to 2500")
      }
      request.gauge = Gauge(millimeters: gauge)
    }
    let route: TrackRoute
    do {
      let network = try TrackNetwork(file: UserFolder().network(name).path)
      route = try world.route(request, on: network)
    } catch {
      throw CommandFailure(error)
    }
    let report = TrackReport(
      route, explains: explain,
      attributions: world.attributions(of: route.places, usesKilometrage: false))
    let text = try render(report, from: route.places.first)
    guard let output else { return Output.write(text) }
    try Output.save(text, to: output)
    let lengths = route.paths.map { Numbers.distance($0.length.meters) }.joined(separator: ", ")
    Output.error("\(output): \(route.places.map(\.name).joined(separator: " – ")), \(lengths)")
  }

  private func render(
    _ report: TrackReport, from place: Place?
  ) throws(CommandFailure) -> String {
    switch chosenFormat {
    case .text: return Output.terminalText(report.story)
    case .md: return MarkdownRenderer().text(report.story)
    case .json: return report.json.text()
    case .geojson: return report.geoJSON.text()
    case .csv: return report.csv
    case .gpx: return report.gpx
    case .kml: return report.kml
    case .mfjson:
      let start = try motion.start(at: place)
      return report.movingFeatures(from: start, at: try motion.speed()).text()
    }
  }

  /// Conditions that the built-in kilometrage cannot hold are refused, not forgotten.
  private func refuseTrackOptions() throws(CommandFailure) {
    let given = [
      ("--avoid", !avoid.isEmpty), ("--gauge", gauge != nil), ("--alternatives", alternatives != 1),
      ("--objective", objective != .shortest), ("--electrified", electrified),
      ("--recorded-breaks-only", recordedBreaksOnly), ("--snap", snap != 2), ("--trams", trams),
      ("--explain", explain), ("--max-speed", maxSpeed != nil),
    ].filter(\.1).map(\.0)
    guard given.isEmpty else {
      throw CommandFailure("\(given.joined(separator: ", ")): needs an imported --network")
    }
  }

  // MARK: By the built-in kilometrage

  private func render(_ report: RouteReport) throws(CommandFailure) -> String {
    switch chosenFormat {
    case .csv: return report.csv
    case .text:
      return Output.terminalText(report.story)
    case .md: return MarkdownRenderer().text(report.story)
    case .json: return report.json.text()
    case .geojson: return report.geoJSON.text()
    case .gpx: return report.gpx
    case .kml: return report.kml
    case .mfjson:
      let start = try motion.start(at: report.places[0])
      return report.movingFeatures(from: start, at: try motion.speed()).text()
    }
  }

  private func byRail(_ stops: [Place], _ world: World) throws(CommandFailure) -> RouteReport {
    let path: RailPath
    do {
      path = try world.network.path(
        RouteQuery(
          from: stops[0].id, to: stops[stops.count - 1].id,
          via: stops.dropFirst().dropLast().map(\.id)))
    } catch {
      throw CommandFailure(world.advice(on: error, stops))
    }
    guard !path.runs.isEmpty else { throw CommandFailure("the way begins where it ends") }
    let stations = path.stations.compactMap { station in
      world.gazetteer[id: station.place].map { (place: $0, chainage: station.chainage) }
    }
    return RouteReport(
      places: stops, mode: "rail", geodesic: world.straightLines(through: stops),
      way: TypedDistance(track: path), stations: stations,
      attributions: world.attributions(of: stops))
  }

  private func byAir(_ stops: [Place], _ world: World) throws(CommandFailure) -> RouteReport {
    guard let way = world.straightLines(through: stops) else {
      throw CommandFailure("a place has no sourced position; the geodesic is unknown")
    }
    return RouteReport(
      places: stops, mode: "air", geodesic: nil, way: way, stations: [],
      attributions: world.attributions(of: stops))
  }
}

extension World {
  /// What to tell of a way that was not found; a point off the network is told its nearest station.
  func advice(on error: RailwaysError, _ stops: [Place]) -> String {
    guard case .offNetwork(let id) = error, let place = stops.first(where: { $0.id == id }),
      let near = nearestStation(to: place)
    else { return error.description }
    return "'\(place.name)' is not a station of the network; the nearest is \(near.place.name) "
      + "(\(near.place.id)), \(Numbers.distance(near.distance.meters)) away"
  }
}
