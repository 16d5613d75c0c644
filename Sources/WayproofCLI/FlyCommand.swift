import ArgumentParser
import Casework
import Chronology
import Datasets
import Flights
import Foundation
import Gazetteer
import Quantities
import Reporting

struct FlyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fly",
    abstract: "How long a flight takes: climb, cruise, descent, taxi and wind.",
    discussion: """
      The least time that physics allows, the block time between the best and the worst that is usual, and the clocks at \
      both ends.

      EXAMPLES:
        wayproof fly FNJ VVO --aircraft an-148 --date 2023-09-12 --depart 06:57
        wayproof fly JFK LHR --aircraft b777 --wind 100..200
        wayproof fly HEL NRT --aircraft a350 --avoid russia.geojson --format geojson -o detour.geojson
        printf 'JFK,LAX\\nLAX,JFK\\n' | wayproof fly -
        wayproof fly --list
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, md, html, svg, json, csv, geojson
  }

  @OptionGroup var data: DataOptions

  @Argument(
    help: "Where the flight begins, and where it ends; - reads lines FROM,TO and writes CSV.")
  var places: [String] = []

  @Option(help: "The aircraft; --list shows all.")
  var aircraft = "jet-airliner"

  @Option(help: "A place or coordinate to fly over; may be given several times, in order.")
  var via: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: """
      The wind at cruise in km/h along the way, from behind where positive: 50, -40..80; or from a direction: 270@100. \
      Once, or once for each leg.
      """)
  var wind: [String] = []

  @Option(help: "The altitude of the cruise in metres: 10000 or 9000..11000.")
  var altitude: String?

  @Option(
    help: """
      A GeoJSON file of polygons to fly around, of at most 12,000 corners in all; may be given several times.
      """)
  var avoid: [String] = []

  @Option(help: "The day, such as 2023-09-12, for the winds of its season.")
  var date: String?

  @Option(help: "When it leaves its stand, by the clocks there, such as 06:57.")
  var depart: String?

  @Flag(help: "--depart is when the wheels leave the ground.")
  var takeOff = false

  @Flag(help: "Show the aircraft that there are.")
  var list = false

  @Option(help: "text, md, html, svg, json, csv or geojson; by the ending of --output otherwise.")
  var format: Format?

  @Option(name: [.customShort("o"), .long], help: "A file to write, in place of standard output.")
  var output: String?

  func run() throws {
    let world = try data.world()
    if list {
      let lines = world.aircraft.map { "\($0.id)  \($0.name)" }
      return Output.write(lines.joined(separator: "\n") + "\n")
    }
    guard let type = world.aircraft.first(where: { $0.id == aircraft }) else {
      throw CommandFailure(
        FlightJourneyError.unknownAircraft(aircraft, known: world.aircraft.map(\.id)))
    }
    if places == ["-"] {
      guard format == nil || format == .csv, output == nil, depart == nil, via.isEmpty else {
        throw CommandFailure(
          "fly - writes CSV to standard output; it takes no --format, --output, --depart or --via")
      }
      return try stream(world, type)
    }
    guard places.count == 2 else {
      throw CommandFailure("two places are wanted, where the flight begins and where it ends")
    }
    var stops: [Place] = []
    for name in [places[0]] + via + [places[1]] { stops.append(try world.place(name)) }
    let report = try report(world, type, stops)
    let text = render(report, try OutputEnding.format(format, of: output, else: .text))
    guard let output else { return Output.write(text) }
    try Output.save(text, to: output)
    Output.error("\(output): \(stops.map(\.name).joined(separator: " – "))")
  }

  private func report(
    _ world: World, _ type: Aircraft, _ stops: [Place]
  ) throws(CommandFailure) -> FlightReport {
    let request = try request(stops)
    if let altitude = request.altitude?.upperBound,
      altitude > type.cruiseAltitude.upperBound + 1_500
    {
      throw CommandFailure(
        "--altitude \(self.altitude ?? ""): \(type.name) cruises at \(Int(type.cruiseAltitude.lowerBound)) to "
          + "\(Int(type.cruiseAltitude.upperBound)) m")
    }
    do {
      return FlightReport(
        try world.flight(by: type, request),
        attributions: world.attributions(of: stops, usesKilometrage: false))
    } catch {
      throw CommandFailure(error)
    }
  }

  private func request(_ stops: [Place]) throws(CommandFailure) -> FlightRequest {
    var request = FlightRequest(places: stops)
    for text in wind { request.winds.append(try FlightOptions.wind(text)) }
    if let altitude {
      guard let range = FlightOptions.range(altitude), range.lowerBound >= 100,
        range.upperBound <= 25_000
      else {
        throw CommandFailure("--altitude \(altitude): 100 to 25000 m, one number or a..b")
      }
      request.altitude = range
    }
    if let date { request.date = try CivilOptions.day(date) }
    if let depart {
      guard date != nil else { throw CommandFailure("--depart \(depart): give --date too") }
      request.departure = try CivilOptions.departure(depart)
    }
    if takeOff, depart == nil {
      throw CommandFailure("--take-off says what --depart is; give it too")
    }
    request.departsAtTakeOff = takeOff
    for file in avoid { request.avoided += try FlightOptions.airspaces(file) }
    return request
  }

  /// Reads pairs from standard input and writes each back with its times, in order.
  private func stream(_ world: World, _ type: Aircraft) throws(CommandFailure) {
    Output.write(FlightReport.rowHeader + "\n")
    var line = 0
    var problems = 0
    while let text = readLine() {
      line += 1
      if text.allSatisfy(\.isWhitespace) { continue }
      let fields = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      do {
        guard fields.count == 2 else {
          throw CommandFailure("a line is FROM,TO; a coordinate has a blank in place of the comma")
        }
        let stops = [try world.place(fields[0]), try world.place(fields[1])]
        Output.write(try report(world, type, stops).row + "\n")
      } catch {
        problems += 1
        if problems <= 20 { Output.error("line \(line): \(error)") }
      }
    }
    if problems > 0 {
      throw CommandFailure("\(problems) of \(line) lines could not be worked out")
    }
  }

  private func render(_ report: FlightReport, _ format: Format) -> String {
    switch format {
    case .text:
      Output.terminalText(report.story)
    case .md: MarkdownRenderer().text(report.story)
    case .html: HTMLRenderer(title: report.chart.title).text(report.story)
    case .svg: report.chart.svg
    case .json: report.json.text()
    case .csv: report.csv
    case .geojson: report.geoJSON.text()
    }
  }
}

/// Reads what flights are asked for on the command line.
enum FlightOptions {
  /// `50`, `-40..80` or `270@100`, in km/h.
  static func wind(_ text: String) throws(CommandFailure) -> Wind {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2, let direction = Double(parts[0]), (0...360).contains(direction),
      let speed = range(parts[1]), speed.lowerBound >= 0, speed.upperBound <= 500
    {
      return .blowing(from: .degrees(direction), speed.lowerBound / 3.6...speed.upperBound / 3.6)
    }
    if parts.count == 1, let speed = range(text), speed.lowerBound >= -500, speed.upperBound <= 500
    {
      return .along(speed.lowerBound / 3.6...speed.upperBound / 3.6)
    }
    throw CommandFailure(
      "--wind \(text): write km/h along the way, 50 or -40..80, or from a direction, 270@100; at most 500"
    )
  }

  /// A number, or two joined by `..`.
  static func range(_ text: String) -> ClosedRange<Double>? {
    let parts = text.components(separatedBy: "..")
    let numbers = parts.compactMap { Double($0) }
    guard numbers.count == parts.count, (1...2).contains(numbers.count),
      numbers.allSatisfy(\.isFinite), let low = numbers.first, let high = numbers.last, low <= high
    else { return nil }
    return low...high
  }

  static func airspaces(_ file: String) throws(CommandFailure) -> [Airspace] {
    let bytes: [UInt8]
    do { bytes = try DataFolder.bytes(of: URL(fileURLWithPath: file)) } catch {
      throw CommandFailure(error)
    }
    do {
      return try Airspace.spaces(
        geoJSON: bytes, file: URL(fileURLWithPath: file).lastPathComponent)
    } catch {
      throw CommandFailure(error)
    }
  }
}
