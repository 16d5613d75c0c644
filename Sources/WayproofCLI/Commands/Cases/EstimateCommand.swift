import ArgumentParser
import Claims
import Datasets
import Plausibility
import Reporting
import Scenarios

struct EstimateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "estimate",
    abstract: "Say how likely a travel time is where only likelihoods are known.",
    discussion: """
      The length of the way divided by the average speed, and what is stood besides, drawn many times. \
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

  @Option(help: "What it stands besides.")
  var stops = "0h"

  @Option(help: "A claimed time, such as 'about 20 hours'; may be given several times.")
  var claim: [String] = []

  @Option(help: "How many samples to draw.")
  var samples = 1_000_000

  @Option(help: "Where the random numbers begin; the same seed gives the same samples.")
  var seed: UInt64 = 1

  @Option(
    help: EstimateReport.formats.optionHelp, completion: EstimateReport.formats.completion,
    transform: { try EstimateReport.formats.named($0) })
  var format: DocumentFormat<EstimateReport>?

  @Option(
    help: "At most so many threads; all cores otherwise. Results do not depend on it.")
  var threads: Int?

  private static let sampleLimit = 1_000_000_000

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads must be at least 1") }
    guard (1...Self.sampleLimit).contains(samples) else {
      throw ValidationError("--samples takes 1 to \(Self.sampleLimit)")
    }
  }

  func run() throws {
    let profile: HedgeProfile
    let grammar: FigureGrammar
    do {
      let folder = try data.folder()
      profile = try folder.hedgeProfile()
      grammar = try folder.figureGrammar()
    } catch { throw CommandFailure(error) }
    do {
      func distribution(
        _ name: String, _ text: String, _ dimension: ValueKind.Dimension
      ) throws(ScenarioError) -> Distribution {
        let kind = ValueKind(name: name, dimension: dimension, grammar: grammar)
        return try Distribution(parsing: text, of: kind, profile)
      }
      let time = try TravelTime(
        distance: distribution("--distance", distance, .distance),
        speed: distribution("--speed", speed, .speed),
        stops: distribution("--stops", stops, .duration))
      let intervals = try claim.map { try interval(of: $0, profile, grammar) }
      let bounds = intervals.flatMap { claimed in
        [claimed, claimed.stretchedToLimit(of: profile)].map {
          Bounds($0.lower ?? -.infinity, $0.upper ?? .infinity)
        }
      }
      let summary = time.summary(of: samples, seed: seed, counting: bounds, threads: threads)
      let claims = claim.indices.map { place in
        EstimateReport.ClaimedTime(
          words: claim[place], fitting: summary.counts[2 * place],
          stretched: summary.counts[2 * place + 1])
      }
      let report = EstimateReport(time, summary, claims: claims, seed: seed)
      Output.write(try Output.text(of: report, as: format ?? EstimateReport.formats.usual))
    } catch let error as ScenarioError {
      throw CommandFailure(error)
    }
  }

  private func interval(
    of text: String, _ profile: HedgeProfile, _ grammar: FigureGrammar
  ) throws(CommandFailure) -> ClaimedInterval {
    do { return try grammar.value(text, as: .duration).interval(under: profile) } catch {
      throw CommandFailure("'\(text)': \(error.message)")
    }
  }
}
