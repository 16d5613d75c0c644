import Travel
import ArgumentParser
import Datasets
import Flights
import Foundation
import Questions
import Reporting

struct FlyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fly",
    abstract: "Estimate a flight's time, gate to gate.",
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

  @OptionGroup var data: DataOptions

  @Argument(
    help: """
      Where the flight begins, and where it ends; - reads lines FROM,TO from standard input and writes CSV.
      """)
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

  @Option(
    help: FlightReport.formats.optionHelpByEnding, completion: FlightReport.formats.completion,
    transform: { try FlightReport.formats.named($0) })
  var format: DocumentFormat<FlightReport>?

  @Option(name: [.customShort("o"), .long], help: "A file to write, in place of standard output.")
  var output: String?

  func run() throws {
    let world = try data.world()
    if list {
      let lines = world.aircraft.map { "\($0.id)  \($0.name)" }
      return Output.write(lines.joined(separator: "\n") + "\n")
    }
    if places == ["-"] {
      guard format == nil || format?.file == .csv, output == nil, depart == nil, via.isEmpty else {
        throw CommandFailure(
          "fly - writes CSV to standard output; it takes no --format, --output, --depart or --via")
      }
      return try stream(world)
    }
    guard places.count == 2 else {
      throw CommandFailure("two places are wanted, where the flight begins and where it ends")
    }
    let stops = [places[0]] + via + [places[1]]
    let report = try report(world, stops)
    let format = try OutputFormat.chosen(format, of: output, among: FlightReport.formats)
    let text = try Output.text(of: report, as: format, to: output)
    guard let output else { return Output.write(text) }
    try Output.save(text, to: output)
    Output.error("\(output): \(stops.joined(separator: " – "))")
  }

  private func report(_ world: World, _ stops: [String]) throws(CommandFailure) -> FlightReport {
    var question = FlightQuestion(places: stops)
    question.aircraft = aircraft
    question.wind = wind
    question.altitude = altitude
    question.date = date
    question.depart = depart
    question.takeOff = takeOff
    for file in avoid { question.avoided += try Self.airspaces(file) }
    do { return try question.answer(in: world) } catch { throw CommandFailure(error) }
  }

  /// Reads pairs from standard input and writes each back with its times, in order.
  private func stream(_ world: World) throws(CommandFailure) {
    // Of a closed one no line comes, as of an empty one.
    _ = try StandardInput.piece(atMost: 0)
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
        Output.write(try report(world, fields).row + "\n")
      } catch {
        problems += 1
        if problems <= 20 { Output.error("line \(line): \(error)") }
      }
    }
    if problems > 0 {
      throw CommandFailure("\(problems) of \(line) lines could not be worked out")
    }
  }

  private static func airspaces(_ file: String) throws(CommandFailure) -> [Airspace] {
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
