import ArgumentParser
import Casework
import Claims
import Datasets
import Gazetteer
import Quantities
import Railways
import Reporting

struct RouteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "route",
    abstract: "Find the way between places and export it.",
    discussion: """
      EXAMPLES:
        wayproof route pyongyang vladivostok -o route.geojson
        wayproof route khasan vladivostok --via ussuriysk
        wayproof route FNJ VVO --mode air --format geojson
      """)

  enum Mode: String, ExpressibleByArgument, CaseIterable { case rail, air }

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, md, json, geojson }

  @OptionGroup var data: DataOptions

  @Argument(help: "Where the way begins.")
  var from: String

  @Argument(help: "Where it ends.")
  var to: String

  @Option(help: "A place to pass; may be given several times, in order.")
  var via: [String] = []

  @Option(help: "rail or air.")
  var mode: Mode = .rail

  @Option(help: "text, md, json or geojson; by the ending of --output otherwise.")
  var format: Format?

  @Option(name: [.customShort("o"), .long], help: "A file to write, in place of standard output.")
  var output: String?

  func run() throws {
    let world = try data.world()
    let stops = try ([from] + via + [to]).map { try world.place($0) }
    let report = try mode == .rail ? byRail(stops, world) : byAir(stops, world)
    let text = render(report)
    guard let output else { return Output.write(text) }
    try Output.save(text, to: output)
    Output.error(
      "\(output): \(stops.map(\.name).joined(separator: " – ")), "
        + Numbers.distance(report.way.central.meters))
  }

  private func render(_ report: RouteReport) -> String {
    let chosen =
      format ?? output.map { name in
        name.hasSuffix(".json") && !name.hasSuffix(".geo.json")
          ? .json : name.hasSuffix(".md") ? .md : name.hasSuffix(".txt") ? .text : .geojson
      } ?? .text
    switch chosen {
    case .text:
      return TerminalRenderer(width: Output.terminalWidth, isColoured: Output.isColoured)
        .text(report.story)
    case .md: return MarkdownRenderer().text(report.story)
    case .json: return report.json.text()
    case .geojson: return report.geoJSON.text()
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
      way: TypedDistance(track: path), stations: stations, attributions: world.attributions)
  }

  private func byAir(_ stops: [Place], _ world: World) throws(CommandFailure) -> RouteReport {
    guard let way = world.straightLines(through: stops) else {
      throw CommandFailure("a place has no sourced position; the geodesic is unknown")
    }
    return RouteReport(
      places: stops, mode: "air", geodesic: nil, way: way, stations: [],
      attributions: world.attributions)
  }
}

extension World {
  /// What the licences of the data ask to be shown, each once.
  var attributions: [String] {
    datasets.map(\.attribution).reduce(into: []) {
      if !$1.isEmpty, !$0.contains($1) { $0.append($1) }
    }
  }

  /// What to tell of a way that was not found; a point off the network is told its nearest station.
  func advice(on error: RailwaysError, _ stops: [Place]) -> String {
    guard case .offNetwork(let id) = error, let place = stops.first(where: { $0.id == id }),
      let near = nearestStation(to: place)
    else { return error.description }
    return "'\(place.name)' is not a station of the network; the nearest is \(near.place.name) "
      + "(\(near.place.id)), \(Numbers.distance(near.distance.meters)) away"
  }
}
