import ArgumentParser
import Claims
import Datasets
import Questions
import Reporting
import Scenarios

struct EstimateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "estimate",
    abstract: "Estimate how likely a travel time is from distributions.",
    discussion: """
      Samples distance ÷ average speed + time spent standing, many times. \
      Distributions: one value, uniform(a,b), triangular(a,mode,b), pert(a,mode,b), normal(mean,deviation), \
      lognormal(median,factor), values(a,b,…), file(NAME.csv:COLUMN), each with its unit behind, or \
      hedged(about 560 km).

      EXAMPLES:
        wayproof estimate --distance "hedged(about 1,180 km)" --speed "lognormal(55,1.2)km/h" \\
          --stops "triangular(1,2,6)h" --claim "about 20 hours"
      """)

  @OptionGroup var data: DataOptions

  @Option(help: "The length of the way.")
  var distance: String

  @Option(help: "The average speed while it moves.")
  var speed: String

  @Option(help: "Total time spent standing.")
  var stops = "0h"

  @Option(help: "A claimed time, such as 'about 20 hours'; may be given several times.")
  var claim: [String] = []

  @Option(help: "How many samples to draw.")
  var samples = 1_000_000

  @Option(help: "Random seed; the same seed gives the same samples.")
  var seed: UInt64 = 1

  @Option(
    help: EstimateReport.formats.optionHelp, completion: EstimateReport.formats.completion,
    transform: { try EstimateReport.formats.named($0) })
  var format: DocumentFormat<EstimateReport>?

  @Option(
    help: "Maximum number of threads (default: all cores). Does not change the result.")
  var threads: Int?

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads must be at least 1") }
    do { try question.check() } catch { throw ValidationError(CommandFailure(error).message) }
  }

  private var question: EstimateQuestion {
    var question = EstimateQuestion(distance: distance, speed: speed)
    question.files = .read
    question.stops = stops
    question.claims = claim
    question.samples = samples
    question.seed = seed
    return question
  }

  func run() throws {
    let report: EstimateReport
    do {
      let folder = try data.folder()
      report = try question.answer(
        under: folder.hedgeProfile(), folder.figureGrammar(), threads: threads)
    } catch {
      throw CommandFailure(error)
    }
    Output.write(try Output.text(of: report, as: format ?? EstimateReport.formats.usual))
  }
}
