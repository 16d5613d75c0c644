public import ArgumentParser
import Gazetteer
import Quantities
public import Questions
import Reporting
import Wording

struct RouteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "route",
    abstract: "Find a route and export it.",
    discussion: """
      EXAMPLES:
        wayproof route pyongyang vladivostok -o route.geojson
        wayproof route khasan vladivostok --via ussuriysk
        wayproof route London Edinburgh --alternatives 2
        wayproof route FNJ VVO --mode air --format geojson
        wayproof route 55.7768,37.6573 vladivostok --network world --gauge 1520 --alternatives 3
        wayproof route --network nsw -- -33.8833,151.2062 -32.9178,151.7544
        wayproof route khasan vladivostok -o way.mfjson --date 2019-04-24 --depart 11:40 --average 55
      """)

  @OptionGroup var data: DataOptions

  @Argument(help: "Start of the route.")
  var from: String

  @Argument(help: "End of the route.")
  var to: String

  @Option(help: "A place to pass; may be given several times, in order.")
  var via: [String] = []

  @Option(help: "rail or air.")
  var mode: RouteQuestion.Mode = .rail

  @Option(
    help: """
      An imported network to go by; otherwise the built-in kilometrage, and where that has no way the built-in \
      railways of the world. Several are laid over one another by \
      importing them together.
      """)
  var network: [String] = []

  @OptionGroup var conditions: RouteOptions

  @Flag(help: "Every section of the way.")
  var explain = false

  @OptionGroup var motion: MotionOptions

  @Option(
    help: CourseDocument.formats.optionHelpByEnding,
    completion: CourseDocument.formats.completion,
    transform: { try CourseDocument.formats.named($0) })
  var format: DocumentFormat<CourseDocument>?

  @Option(name: [.customShort("o"), .long], help: "A file to write, in place of standard output.")
  var output: String?

  func run() throws {
    guard network.count < 2 else {
      throw CommandFailure(
        "--network \(network.joined(separator: ", ")): a way goes by one network; import their files "
          + "together (`wayproof network import FILE FILE -o NAME`), and they are joined")
    }
    let format = try chosenFormat()
    let answer: RouteAnswer
    let text: String
    do {
      answer = try question.answer(
        in: data.world(vehicles: false), on: try network.first.map(DataOptions.network))
      let document = try answer.document(
        as: format.file,
        moving: MotionTexts(
          date: motion.date, departure: motion.depart, average: motion.average))
      text = try Output.text(of: document, as: format, to: output)
    } catch {
      throw CommandFailure(error)
    }
    guard let output else { return Output.write(text) }
    try Output.save(text, to: output)
    let lengths = answer.lengths.map { Numbers.distance($0.meters).english }
    Output.error(
      "\(output): \(answer.places.map(\.name).joined(separator: " – ")), \(lengths.joined(separator: ", "))"
    )
  }

  private var question: RouteQuestion {
    var question = RouteQuestion(conditions.query(stops: [from] + via + [to]))
    question.mode = mode
    question.explain = explain
    return question
  }

  private func chosenFormat() throws(CommandFailure) -> DocumentFormat<CourseDocument> {
    try OutputFormat.chosen(format, of: output, among: CourseDocument.formats)
  }

  func validate() throws {
    guard motion.isGiven, try chosenFormat().file != .movingFeatures else { return }
    throw ValidationError("--date, --depart and --average go with --format mfjson")
  }
}

extension RouteQuestion.Mode: ExpressibleByArgument {}
