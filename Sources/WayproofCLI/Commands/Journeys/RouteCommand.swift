public import ArgumentParser
import Gazetteer
import Quantities
public import Questions
public import Reporting
import Wording

struct RouteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "route",
    abstract: "Find the way between places and export it.",
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

  @Argument(help: "Where the way begins.")
  var from: String

  @Argument(help: "Where it ends.")
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
    help: ArgumentHelp(
      CourseFormat.all.map { "\($0.name) (\($0.summary))" }.joined(separator: ", ")
        + "; by the ending of --output otherwise."))
  var format: CourseFormat?

  @Option(name: [.customShort("o"), .long], help: "A file to write, in place of standard output.")
  var output: String?

  func run() throws {
    guard network.count < 2 else {
      throw CommandFailure(
        "--network \(network.joined(separator: ", ")): a way goes by one network; import their files "
          + "together (`wayproof network import FILE FILE -o NAME`), and they are joined")
    }
    let answer: RouteAnswer
    let text: String
    do {
      answer = try question.answer(
        in: data.world(vehicles: false), on: try network.first.map(DataOptions.network))
      text = try answer.text(
        as: chosenFormat,
        moving: MotionTexts(
          date: motion.date, departure: motion.depart, average: motion.average),
        CourseFormat.Style(terminal: { Output.terminalText($0) }))
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

  private var chosenFormat: CourseFormat { format ?? formatOfOutput ?? .text }

  /// The format that the ending of the output's name asks for.
  private var formatOfOutput: CourseFormat? { output.flatMap(CourseFormat.ofFile) }

  func validate() throws {
    if motion.isGiven, !chosenFormat.needsMotion {
      throw ValidationError("--date, --depart and --average go with --format mfjson")
    }
    guard let output, format == nil, formatOfOutput == nil else { return }
    let endings = CourseFormat.all.flatMap(\.endings).joined(separator: ", .")
    throw ValidationError(
      "--output \(output): its ending tells no format; end it in .\(endings), or give --format")
  }
}

extension RouteQuestion.Mode: ExpressibleByArgument {}

extension CourseFormat: ExpressibleByArgument {
  public init?(argument: String) {
    guard let format = CourseFormat.named(argument) else { return nil }
    self = format
  }

  public static var allValueStrings: [String] { all.map(\.name) }
}
