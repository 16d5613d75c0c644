import Travel
import ArgumentParser
import Datasets
import Questions
import Reporting
import TrainMotion

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Estimate a train's running time.",
    discussion: """
      The least time that the ceilings allow, the technical running time between the best and the worst case of what is \
      unknown, and the likely time with allowances, stops, changes of gauge and reversals.

      EXAMPLES:
        wayproof run pyongyang vladivostok --train armoured-train --stop khasan=60
        wayproof run pyongyang vladivostok --train armoured-train-m62 --change tumangang=armoured-train
        wayproof run vladivostok khabarovsk --train passenger-train --format csv -o run.csv
        wayproof run pyongyang vladivostok --train armoured-train --max-speed 60 --limit 0..20=30
        wayproof run --path line.yaml --stock trains.yaml
        wayproof run --list
      """)

  @OptionGroup var data: DataOptions

  @Argument(help: "Where the run begins, and where it ends.")
  var places: [String] = []

  @Option(help: "The train; --list shows all.")
  var train = "passenger-train"

  @Option(
    help: """
      A place at which it stops, may be given several times, in order; with what for (khasan=border) or how many minutes \
      (khasan=60 or khasan=30..90).
      """)
  var stop: [String] = []

  @Option(
    help:
      "Where the train changes: ussuriysk=passenger-train; may be given several times.")
  var change: [String] = []

  @Option(help: "A speed in km/h that the train never passes.")
  var maxSpeed: Double?

  @Option(
    help:
      "A slower stretch: 120..135=40 is 40 km/h between km 120 and 135; may be given several times."
  )
  var limit: [String] = []

  @Option(
    help: "A running-path file of railtoolkit in place of two places; its first path, or FILE#ID.")
  var path: String?

  @Option(help: "A rolling-stock file of railtoolkit; its first train, or FILE#ID.")
  var stock: String?

  @Option(help: "An imported network for ways that the built-in kilometrage does not have.")
  var network: String?

  @Option(
    help:
      "A table of how fast trains are timetabled, in place of the built-in one; see `timetable --write-speeds`."
  )
  var speeds: String?

  @Flag(help: "Show the trains that there are.")
  var list = false

  @Option(
    help: RunReport.formats.optionHelpByEnding, completion: RunReport.formats.completion,
    transform: { try RunReport.formats.named($0) })
  var format: DocumentFormat<RunReport>?

  @Option(name: [.customShort("o"), .long], help: "A file to write, in place of standard output.")
  var output: String?

  func run() throws {
    var world = try data.world()
    let models = world.trains
    if list {
      return Output.write(models.map { "\($0.id)  \($0.name)" }.joined(separator: "\n") + "\n")
    }
    guard places.count == 2 || path != nil && places.isEmpty else {
      throw CommandFailure("two places are wanted, where the run begins and where it ends")
    }
    if let network { world.tracks = [try DataOptions.network(network)] }
    if let speeds { world.speeds = try TimetableCommand.speeds(speeds) }
    let report: RunReport
    do { report = try question().answer(in: world) } catch { throw CommandFailure(error) }
    let format = try OutputFormat.chosen(format, of: output, among: RunReport.formats)
    let text = try Output.text(of: report, as: format, to: output)
    guard let output else { return Output.write(text) }
    try Output.save(text, to: output)
    Output.error("\(output): \(report.title)")
  }

  private func question() throws(CommandFailure) -> RunQuestion {
    var question: RunQuestion
    if let path {
      guard network == nil else { throw CommandFailure("--path takes no --network") }
      let line = try RunFiles.path(path)
      question = RunQuestion(.over(line.path, named: line.name))
    } else {
      question = RunQuestion(.between(places[0], places[1]))
    }
    question.train = train
    question.ownTrain = try stock.map(RunFiles.train)
    question.stop = stop
    question.change = change
    question.maxSpeed = maxSpeed
    question.limit = limit
    question.hasOtherSpeeds = speeds != nil
    return question
  }
}
