import ArgumentParser
import Casework
import Questions
import Reporting

struct ReachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reach",
    abstract:
      "Say where something can have been between the moments at which it is known where it was.",
    discussion: """
      Of a journey's stops and sightings with their times, and the speeds that are known of its vehicle: those that nothing of \
      its kind passes, that few pass in service, and that are said of it. No place outside an area can have been reached at its \
      speed. Without a moment it is everywhere between each two known places.

      EXAMPLES:
        wayproof reach case.yaml --at "2019-04-24 08:00 KST"
        wayproof reach case.yaml --by "noon, 24 April 2019" --speed "at most 80 km/h" --format geojson
        wayproof reach case.yaml --without max-60 --format geojson > areas.geojson
      """)

  @OptionGroup var judging: JudgingOptions

  @Argument(help: "A case file (YAML); - reads one from standard input.")
  var file: String

  @Option(help: "The journey by its id; needed if the case has several.")
  var journey: String?

  @Option(
    help:
      "The moment that is asked about, in the words of a case; a zone that it does not name is any of the stops'."
  )
  var at: String?

  @Option(help: "In place of --at: as far as it can have come at any time up to this moment.")
  var by: String?

  @Option(help: "In place of the speeds that are known of its vehicle, such as 80km/h.")
  var speed: String?

  @Option(help: "A claim that is left out; may be given several times.")
  var without: [String] = []

  @Option(
    help: ReachReport.formats.optionHelp, completion: ReachReport.formats.completion,
    transform: { try ReachReport.formats.named($0) })
  var format: DocumentFormat<ReachReport>?

  func run() throws {
    var question = ReachQuestion()
    question.journey = journey
    question.at = at
    question.by = by
    question.speed = speed
    question.without = without
    let report: ReachReport
    do { report = try question.answer(of: judging.model(of: file, judging.world())) } catch {
      throw CommandFailure(error)
    }
    Output.write(try Output.text(of: report, as: format ?? ReachReport.formats.usual))
  }
}
