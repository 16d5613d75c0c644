import Travel
import ArgumentParser
import Casework
import Datasets
import Foundation
import Quantities
import Railways
import Questions
import Reporting
import Timetables
import TrainMotion

struct TimetableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timetable",
    abstract: "Hold a timetable against tracks and the laws of motion.",
    discussion: """
      A GTFS feed (ZIP or folder), or a table with the columns trip, stop, arrival, departure and, where they are known, \
      lat and lon. For each section between calls: the average and the greatest speed it asks for, the least and the \
      likely time, and a verdict.

      EXAMPLES:
        wayproof timetable caltrain.zip --train caltrain --line-speed 60..127
        wayproof timetable rzd.zip --network rzd --format csv -o sections.csv
        wayproof timetable rzd.zip --network rzd --trip 001E
        wayproof timetable rzd.zip --network rzd --write-speeds speeds.csv
        wayproof timetable reported.csv --speeds speeds.csv --fail-on impossible
      """)

  enum Failing: String, ExpressibleByArgument, CaseIterable {
    case impossible
    case beyondSimulation = "beyond-simulation"
  }

  @OptionGroup var data: DataOptions

  @Argument(help: "A GTFS feed, as ZIP or folder, or a CSV file of calls.")
  var file: String

  @Option(help: "The train; `wayproof run --list` shows all.")
  var train = "passenger-train"

  @Option(help: "An imported network; may be given several times, asked in their order.")
  var network: [String] = []

  @Option(
    help:
      "Line speeds in km/h to take where nobody gives them, such as 60..120, in place of the country's."
  )
  var lineSpeed: String?

  @Option(help: "A table of other trains' speeds, written by --write-speeds.")
  var speeds: String?

  @Option(help: "Write how fast the trains of this timetable run between their stops.")
  var writeSpeeds: String?

  @Option(help: "Tell every section of a trip; may be given several times.")
  var trip: [String] = []

  @Flag(help: "Buses and ferries of a feed too.")
  var all = false

  @Flag(help: "Do not go by the lines that a feed draws.")
  var ignoreShapes = false

  @Option(help: "Leave with 1 where a section is impossible, or beyond-simulation too.")
  var failOn: Failing?

  @Option(help: "At most this many cores.")
  var threads: Int?

  @Option(
    help: TimetableReport.formats.optionHelpByEnding,
    completion: TimetableReport.formats.completion,
    transform: { try TimetableReport.formats.named($0) })
  var format: DocumentFormat<TimetableReport>?

  @Option(name: [.customShort("o"), .long], help: "A file to write, in place of standard output.")
  var output: String?

  func run() throws {
    var world = try data.world()
    guard let model = world.trains.first(where: { $0.id == train }) else {
      throw CommandFailure(TrainJourneyError.unknownTrain(train, known: world.trains.map(\.id)))
    }
    for name in network {
      do { world.tracks.append(try TrackNetwork(file: UserFolder().network(name).path)) } catch {
        throw CommandFailure(error)
      }
    }
    if let threads, threads < 1 { throw CommandFailure("--threads \(threads): at least 1") }
    var question = TimetableQuestion(model: model)
    question.line = try assumedLine(world)
    question.ignoresShapes = ignoreShapes
    if let speeds { question.speeds = try Self.speeds(speeds) }
    let timetable = try read()
    let trips = Set(trip)
    if let missing = trip.first(where: { id in !timetable.trips.contains { $0.id == id } }) {
      let some = timetable.trips.prefix(8).map(\.id).joined(separator: ", ")
      throw CommandFailure("--trip \(missing): there is no such trip; the first are \(some)")
    }
    let check = world.check(timetable, question, threads: threads)
    if let writeSpeeds {
      let rows = check.sectionSpeeds
      try Output.save(rows.csv, to: writeSpeeds)
      Output.error("\(writeSpeeds): \(rows.rows.count) pairs of stops")
    }
    try write(TimetableReport(check, trips: trips, attributions: attributions(world, check)))
    let bad =
      check.count(.impossible)
      + (failOn == .beyondSimulation ? check.count(.beyondSimulation) : 0)
    if failOn != nil, bad > 0 { throw ExitCode(1) }
  }

  private func write(_ report: TimetableReport) throws {
    let format = try OutputFormat.chosen(format, of: output, among: TimetableReport.formats)
    let text = try Output.text(of: report, as: format, to: output)
    guard let output else { return Output.write(text) }
    try Output.save(text, to: output)
    Output.error("\(output): written")
  }

  private func read() throws(CommandFailure) -> Timetable {
    do {
      guard file.lowercased().hasSuffix(".csv") else {
        return try GTFSFeed(path: file, takesAll: all).timetable()
      }
      let url = URL(fileURLWithPath: file)
      return try Timetable(
        csv: DataFolder.bytes(of: url, limit: 1 << 30), name: url.lastPathComponent)
    } catch {
      throw CommandFailure(error)
    }
  }

  private func assumedLine(_ world: World) throws(CommandFailure) -> LineDefault? {
    guard let lineSpeed else { return nil }
    guard let range = NumberRange.parse(lineSpeed), (1...600).contains(range.lowerBound),
      range.upperBound <= 600
    else {
      throw CommandFailure("--line-speed \(lineSpeed): km/h from 1 to 600, one number or a..b")
    }
    return LineDefault(
      speed: range.lowerBound / 3.6...range.upperBound / 3.6,
      gradient: world.lineDefaults["*"]?.gradient ?? 5, source: "as given")
  }

  static func speeds(_ file: String) throws(CommandFailure) -> SectionSpeeds {
    do {
      let url = URL(fileURLWithPath: file)
      return try SectionSpeeds(csv: DataFolder.bytes(of: url), name: url.lastPathComponent)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// What the ways were measured on.
  private func attributions(_ world: World, _ check: TimetableCheck) -> [String] {
    let bases = Set(check.ways.map(\.basis))
    let built = bases.contains(.kilometrage) ? world.datasets.map(\.attribution) : []
    let networks = bases.contains(.network) ? world.tracks.flatMap(\.meta.sources) : []
    return (["Times: \(check.timetable.name)"] + built + networks.map(\.attribution))
      .reduce(into: []) { if !$1.isEmpty, !$0.contains($1) { $0.append($1) } }
  }
}
