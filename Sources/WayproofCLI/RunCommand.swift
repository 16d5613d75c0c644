import ArgumentParser
import Casework
import Datasets
import Foundation
import Gazetteer
import Quantities
import Railways
import Reporting
import TrainMotion

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "How long a train needs, by the laws of motion.",
    discussion: """
      The least time that the ceilings allow, the technical running time between the best and the worst case of what is \
      unknown, and the likely time with allowances, stops, changes of gauge and reversals.

      EXAMPLES:
        wayproof run pyongyang vladivostok --train armoured-train --stop khasan
        wayproof run vladivostok khabarovsk --train passenger-train --format csv -o run.csv
        wayproof run --list
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, md, json, csv }

  @OptionGroup var data: DataOptions

  @Argument(help: "Where the run begins, and where it ends.")
  var places: [String] = []

  @Option(help: "The train; --list shows all.")
  var train = "passenger-train"

  @Option(help: "A place at which it stops; may be given several times, in order.")
  var stop: [String] = []

  @Option(help: "An imported network for ways that the built-in kilometrage does not have.")
  var network: String?

  @Option(
    help:
      "A table of how fast trains are timetabled, in place of the built-in one; see `timetable --write-speeds`."
  )
  var speeds: String?

  @Flag(help: "Show the trains that there are.")
  var list = false

  @Option(help: "text, md, json or csv.")
  var format: Format = .text

  @Option(name: [.customShort("o"), .long], help: "A file to write, in place of standard output.")
  var output: String?

  func run() throws {
    var world = try data.world()
    let models = world.trains
    if list {
      return Output.write(models.map { "\($0.id)  \($0.name)" }.joined(separator: "\n") + "\n")
    }
    guard places.count == 2 else {
      throw CommandFailure("two places are wanted, where the run begins and where it ends")
    }
    guard let model = models.first(where: { $0.id == train }) else {
      throw CommandFailure(TrainJourneyError.unknownTrain(train, known: models.map(\.id)))
    }
    if let network {
      do { world.tracks = [try TrackNetwork(file: UserFolder().network(network).path)] } catch {
        throw CommandFailure(error)
      }
    }
    if let speeds { world.speeds = try TimetableCommand.speeds(speeds) }
    let journey: TrainJourney
    do {
      journey = try world.journey(by: model, through: [places[0]] + stop + [places[1]])
    } catch {
      throw CommandFailure(error)
    }
    let report = RunReport(journey, attributions: world.attributions(of: journey.places))
    let text = render(report)
    guard let output else { return Output.write(text) }
    try Output.save(text, to: output)
    Output.error("\(output): \(journey.places.map(\.name).joined(separator: " – "))")
  }

  private func render(_ report: RunReport) -> String {
    switch format {
    case .text:
      TerminalRenderer(width: Output.terminalWidth, isColoured: Output.isColoured)
        .text(report.story)
    case .md: MarkdownRenderer().text(report.story)
    case .json: report.json.text()
    case .csv: report.csv
    }
  }
}
