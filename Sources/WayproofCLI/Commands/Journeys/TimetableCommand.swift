import Travel
import ArgumentParser
import Datasets
import Foundation
import Questions
import Reporting

struct TimetableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timetable",
    abstract: "Check a timetable against the tracks and the laws of motion.",
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

  @Option(
    help: "The train; `wayproof run --list` shows all. Where none is named, a passenger train.")
  var train: String?

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

  @Option(help: "List every section of this trip; may be given several times.")
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
    let answer = try answer()
    if let writeSpeeds {
      let rows = answer.check.sectionSpeeds
      try Output.save(rows.csv, to: writeSpeeds)
      Output.error("\(writeSpeeds): \(rows.rows.count) pairs of stops")
    }
    try write(answer.report)
    let bad =
      answer.check.count(.impossible)
      + (failOn == .beyondSimulation
        ? answer.check.count(.beyondSimulation) + answer.check.count(.beyondTrain) : 0)
    if failOn != nil, bad > 0 { throw ExitCode(1) }
  }

  private func answer() throws(CommandFailure) -> TimetableAnswer {
    let world = try data.world()
    do {
      var question = TimetableQuestion(try source())
      question.train = train
      question.lineSpeed = lineSpeed
      question.speeds = try speeds.map(Self.speeds)
      question.trips = trip
      question.ignoresShapes = ignoreShapes
      return try question.answer(
        in: NetworkLibrary.any.world(world, with: network), threads: threads)
    } catch {
      throw CommandFailure(error)
    }
  }

  private func source() throws(DatasetError) -> TimetableQuestion.Source {
    guard file.lowercased().hasSuffix(".csv") else { return .feed(path: file, takesAll: all) }
    let url = URL(fileURLWithPath: file)
    return .table(
      try DataFolder.bytes(of: url, limit: 1 << 30), name: url.lastPathComponent)
  }

  private func write(_ report: TimetableReport) throws {
    let format = try OutputFormat.chosen(format, of: output, among: TimetableReport.formats)
    let text = try Output.text(of: report, as: format, to: output)
    guard let output else { return Output.write(text) }
    try Output.save(text, to: output)
    Output.error("\(output): written")
  }

  static func speeds(_ file: String) throws(CommandFailure) -> SectionSpeeds {
    do {
      let url = URL(fileURLWithPath: file)
      return try SectionSpeeds(csv: DataFolder.bytes(of: url), name: url.lastPathComponent)
    } catch {
      throw CommandFailure(error)
    }
  }
}
