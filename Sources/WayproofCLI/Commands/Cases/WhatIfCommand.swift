import ArgumentParser
import Casework
import Questions
import Reporting
import Scenarios

struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if",
    abstract: "Try other assumptions and see which verdicts change.",
    discussion: """
      EXAMPLES:
        wayproof what-if case.yaml --list
        wayproof what-if case.yaml --vary train.max_speed=40..120:10km/h --show verdict,arrival.vladivostok
        wayproof what-if case.yaml --solve train.max_speed --for possible.early-hours+khasan-1040
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, md, csv, json, jsonl, svg }

  @OptionGroup var judging: JudgingOptions

  @Argument(help: "A case file (YAML); - reads one from standard input.")
  var file: String

  @Flag(help: "Show every parameter with its value and where that comes from.")
  var list = false

  @Option(
    name: .customLong("set"),
    help: "PARAMETER=VALUE that holds in every scenario; may be given several times.")
  var settings: [String] = []

  @Option(
    help: """
      PARAMETER=VALUES: a list with commas, or least..most:step. Given several times, every \
      combination is tried, the last parameter fastest.
      """)
  var vary: [String] = []

  @Flag(
    help: "Try each value by itself, all else as the case has it, in place of every combination.")
  var oneAtATime = false

  @Option(
    help: """
      What to show, with commas or given several times: verdict, verdict.CLAIM, possible.CLAIM+CLAIM (whether they can hold \
      with all facts), arrival.STOP, departure.STOP, running.START-END (with changes of gauge on the way).
      """)
  var show: [String] = []

  @Option(
    help:
      "Believe only these claims, with commas, where moments are asked for (default: every undisputed claim)."
  )
  var believe: String?

  @Option(help: "The parameter whose value is looked for.")
  var solve: String?

  @Option(
    name: .customLong("for"),
    help:
      "What shall hold: possible.CLAIM+CLAIM, verdict.CLAIM=fits, arrival.STOP <= MOMENT (can be by then), running.START-END <= TIME …"
  )
  var condition: String?

  @Option(help: "How many samples to draw.")
  var simulate: Int?

  @Option(
    help: """
      PARAMETER=DISTRIBUTION to draw from, such as train.max_speed=triangular(40,60,80)km/h: uniform, \
      triangular, pert, normal, lognormal, values(40,55,60)km/h, file(speeds.csv:COLUMN)km/h, \
      hedged(about 560 km), claim(ID) as its words have it; may be given several times.
      """)
  var draw: [String] = []

  @Option(help: "PARAMETER,PARAMETER=NUMBER: how drawn parameters go together, between -1 and 1.")
  var correlate: [String] = []

  @Flag(
    help:
      "With --simulate: show which drawn parameter matters most (Sobol indices, and one at a time)."
  )
  var sensitivity = false

  @Option(help: "Random seed; the same seed gives the same samples.")
  var seed: UInt64 = 1

  @Option(help: "Range to search, MIN..MAX.")
  var within: String?

  @Flag(
    help:
      "Leave estimates out, such as simulated running times: what the greatest speeds alone allow.")
  var firm = false

  @Flag(
    help:
      "With --format svg: a line for each value of what is varied last, in place of a heat map.")
  var lines = false

  @Option(
    help: "text, md, csv, json, jsonl or svg (lines or a heat map, with the claims as bands).")
  var format: Format = .text

  @Option(
    name: .shortAndLong,
    help: "A file in place of standard output; rows are kept in FILE.partial until all are there.")
  var out: String?

  @Flag(help: "Go on where an interrupted --out FILE (csv or jsonl) ended.")
  var resume = false

  @Option(
    help: "Maximum number of scenarios at once (default: all cores). Does not change the result.")
  var threads: Int?

  @Flag(help: "Try more than a million scenarios.")
  var yes = false

  /// A table that is too wide is better scrolled than told cell by cell.
  static let tableWidth = 160

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads must be at least 1") }
    if lines, format != .svg { throw ValidationError("--lines goes with --format svg") }
    if resume, out == nil || ![.csv, .jsonl].contains(format) {
      throw ValidationError("--resume needs --out FILE with --format csv or jsonl")
    }
    do { try question.check() } catch { throw ValidationError(CommandFailure(error).message) }
  }

  private var question: WhatIfQuestion {
    var question = WhatIfQuestion()
    question.files = .read
    question.settings = settings
    question.vary = vary
    question.oneAtATime = oneAtATime
    question.show = shown
    question.believe = believe
    question.solve = solve
    question.condition = condition
    question.within = within
    question.simulate = simulate
    question.draw = draw
    question.correlate = correlate
    question.sensitivity = sensitivity
    question.seed = seed
    question.firm = firm
    if yes { question.limit = .max }
    return question
  }

  func run() throws {
    let model = try judging.model(of: file, judging.world())
    if list { return try show(ParameterList(model), model) }
    let plan: WhatIfPlan
    do { plan = try question.plan(for: model) } catch { throw CommandFailure(error) }
    switch plan {
    case .sweep(let sweep, let table, let count): try tell(sweep, table, count, model)
    case .solution(let outer, let solver, let search): try tell(outer, solver, search, model)
    case .simulation(let simulation, let table, let count, _):
      try tell(simulation, table, count, model)
    case .sensitivity(let simulation, let count):
      let found = WhatIfPlan.sensitivities(simulation, count, threads: threads)
      try tell(SensitivityReport(found, simulation.draws), model)
    }
  }

  /// Everything that is to be shown, with commas; nil if nothing was asked for.
  var shown: String? { show.isEmpty ? nil : show.joined(separator: ",") }

  private func show(_ parameters: ParameterList, _ model: CaseModel) throws {
    switch format {
    case .json: try finish(ScenarioDocument(model).parameters(parameters).text())
    case .jsonl:
      let lines = parameters.parameters.map { ScenarioDocument.parameter($0) }
      try finish(lines.map { $0.text(isPretty: false) }.joined())
    case .csv: try finish(ScenarioDocument.commaSeparated(parameters))
    case .text, .md: try finish(Story(parameters, in: judging.style().language))
    case .svg: throw CommandFailure("a list has no picture")
    }
  }

  /// Writes a whole result, to a file where one is named.
  func finish(_ text: String) throws {
    guard let out else { return Output.write(text) }
    try Output.save(text, to: out)
  }

  func finish(_ story: Story) throws {
    try finish(
      format == .md
        ? MarkdownRenderer().text(story)
        : TerminalRenderer(
          width: max(Output.terminalWidth, Self.tableWidth),
          isColoured: out == nil && Output.isColoured
        ).text(story))
  }
}
