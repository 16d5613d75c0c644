public import ArgumentParser
import Gazetteer
import Quantities
public import Questions
import Reporting
import Wording

struct RouteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "route",
    abstract: "Find the way between places and export it.",
    discussion: """
      EXAMPLES:
        wayproof route pyongyang vladivostok -o route.geojson
        wayproof route khasan vladivostok --via ussuriysk
        wayproof route FNJ VVO --mode air --format geojson
        wayproof route 55.7768,37.6573 vladivostok --network world --gauge 1520 --alternatives 3
        wayproof route --network nsw -- -33.8833,151.2062 -32.9178,151.7544
        wayproof route khasan vladivostok -o way.mfjson --date 2019-04-24 --depart 11:40 --average 55
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, md, json, geojson, csv, gpx, kml, mfjson
  }

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
      An imported network to go by; the built-in kilometrage otherwise. Several are laid over one another by \
      importing them together.
      """)
  var network: [String] = []

  @Option(
    help: """
      With --network: a place, country:XX or line:NAME not to pass; may be given several times.
      """)
  var avoid: [String] = []

  @Option(help: "With --network: the gauge in mm that the train is bound to.")
  var gauge: Int?

  @Option(help: "With --network: this many ways that really differ.")
  var alternatives = 1

  @Option(help: "With --network: shortest or fastest.")
  var objective: RouteQuestion.Objective = .shortest

  @Option(help: "With --objective fastest: the train's own greatest speed in km/h.")
  var maxSpeed: Double?

  @Option(help: "With --network: how many km from track a place may be.")
  var snap = 2.0

  @Flag(help: "With --network: electrified track only.")
  var electrified = false

  @Flag(help: "With --network: never change the gauge where nobody records that it can be.")
  var recordedBreaksOnly = false

  @Flag(help: "With --network: trams, light rail and metro too.")
  var trams = false

  @Flag(help: "With --network: every section of the way.")
  var explain = false

  @OptionGroup var motion: MotionOptions

  @Option(
    help: """
      text, md, json, geojson, csv, gpx, kml or mfjson (OGC Moving Features); by the ending of --output otherwise.
      """)
  var format: Format?

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
      text = try render(answer)
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
    var question = RouteQuestion(from: from, to: to)
    question.via = via
    question.mode = mode
    question.avoid = avoid
    question.gauge = gauge
    question.alternatives = alternatives
    question.objective = objective
    question.maxSpeed = maxSpeed
    question.snap = snap
    question.electrified = electrified
    question.recordedBreaksOnly = recordedBreaksOnly
    question.trams = trams
    question.explain = explain
    return question
  }

  private var chosenFormat: Format { format ?? formatOfOutput ?? .text }

  /// The format that the ending of the output's name asks for.
  private var formatOfOutput: Format? {
    guard let output else { return nil }
    let endings: [(String, Format)] = [
      (".geo.json", .geojson), (".geojson", .geojson), (".json", .json), (".md", .md),
      (".txt", .text), (".csv", .csv), (".gpx", .gpx), (".kml", .kml), (".mfjson", .mfjson),
    ]
    return endings.first { output.lowercased().hasSuffix($0.0) }?.1
  }

  func validate() throws {
    if motion.isGiven, chosenFormat != .mfjson {
      throw ValidationError("--date, --depart and --average go with --format mfjson")
    }
    guard let output, format == nil, formatOfOutput == nil else { return }
    throw ValidationError(
      "--output \(output): its ending tells no format; end it in .geojson, .json, .csv, .gpx, .kml, .mfjson, .md or "
        + ".txt, or give --format")
  }

  private func render(_ answer: RouteAnswer) throws(QuestionError) -> String {
    let report = answer.report
    switch chosenFormat {
    case .text: return Output.terminalText(report.story)
    case .md: return MarkdownRenderer().text(report.story)
    case .json: return report.json.text()
    case .geojson: return report.geoJSON.text()
    case .csv: return report.csv
    case .gpx: return report.gpx
    case .kml: return report.kml
    case .mfjson:
      let motion = try Motion(
        date: motion.date, departure: motion.depart, average: motion.average,
        at: answer.places.first)
      return report.movingFeatures(from: motion.start, at: motion.speed).text()
    }
  }
}

extension RouteQuestion.Mode: ExpressibleByArgument {}
extension RouteQuestion.Objective: ExpressibleByArgument {}
