import ArgumentParser
import Casework
import Claims
import Datasets
import Foundation
import Plausibility
import Reporting
import Scenarios

struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if",
    abstract: "Vary what a case takes for granted, and see what becomes of its verdicts.",
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
      What to show, with commas: verdict, verdict.CLAIM, possible.CLAIM+CLAIM (whether they can hold \
      with all facts), arrival.STOP, departure.STOP, running.START-END (with changes of gauge on the way).
      """)
  var show: String?

  @Option(
    help:
      "Believe only these claims, with commas, where moments are asked for; else all that nothing disputes."
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
      "With --simulate: tell which drawn parameter matters most (Sobol indices, and one at a time)."
  )
  var sensitivity = false

  @Option(help: "Where the random numbers begin; the same seed gives the same samples.")
  var seed: UInt64 = 1

  @Option(help: "Where to look, LEAST..MOST.")
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
    help: "At most so many scenarios at once; all cores otherwise. Results do not depend on it.")
  var threads: Int?

  @Flag(help: "Try more than a million scenarios.")
  var yes = false

  static let countLimit = 1_000_000
  /// A table that is too wide is better scrolled than told cell by cell.
  static let tableWidth = 160

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads must be at least 1") }
    if simulate == nil, !draw.isEmpty { throw ValidationError("--draw needs --simulate") }
    if let simulate, !(1...Self.countLimit).contains(simulate) {
      throw ValidationError("--simulate takes 1 to \(Self.countLimit) samples")
    }
    if !correlate.isEmpty, draw.isEmpty || sensitivity {
      throw ValidationError(
        sensitivity
          ? "Sobol indices are of parameters that do not go together; leave --correlate or --sensitivity out"
          : "--correlate needs --draw")
    }
    if simulate != nil, draw.isEmpty { throw ValidationError("--simulate needs --draw") }
    if within != nil, solve == nil { throw ValidationError("--within goes with --solve") }
    if lines, format != .svg { throw ValidationError("--lines goes with --format svg") }
    if resume, out == nil || ![.csv, .jsonl].contains(format) {
      throw ValidationError("--resume needs --out FILE with --format csv or jsonl")
    }
    if oneAtATime, vary.isEmpty || solve != nil {
      throw ValidationError("--one-at-a-time needs --vary, and no --solve")
    }
    if sensitivity, simulate == nil || draw.isEmpty {
      throw ValidationError("--sensitivity needs --simulate and --draw")
    }
    if simulate != nil, !vary.isEmpty || solve != nil {
      throw ValidationError(
        "--simulate draws what --draw says; --vary and --solve do not go with it")
    }
    if (solve == nil) != (condition == nil) {
      throw ValidationError("--solve and --for go together")
    }
  }

  func run() throws {
    let model = try judging.model(of: file, judging.world())
    let parameters = ParameterList(model)
    try refuseTwice()
    do {
      if list { return try show(parameters, model) }
      let fixed = try Settings(
        parsing: settings, leavesOutEstimates: firm, parameters)
      if let simulate {
        return try self.simulate(simulate, parameters, measures(model), fixed, model)
      }
      let variations = try vary.map { try Variation(parsing: $0, parameters) }
      if let solve, let condition {
        try self.solve(
          parameters.parameter(solve), for: Condition(parsing: condition, model), variations,
          fixed, model)
      } else {
        try sweep(variations, fixed, model)
      }
    } catch let error as ScenarioError {
      throw CommandFailure(error)
    }
  }

  private func show(_ parameters: ParameterList, _ model: CaseModel) throws {
    switch format {
    case .json: try finish(ScenarioDocument(model).parameters(parameters).text())
    case .jsonl:
      let lines = parameters.parameters.map { ScenarioDocument.parameter($0) }
      try finish(lines.map { $0.text(isPretty: false) }.joined())
    case .csv: try finish(ScenarioDocument.commaSeparated(parameters))
    case .text, .md: try finish(Story(parameters))
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

  /// Refuses what is said of one parameter twice.
  private func refuseTwice() throws {
    var told: Set<String> = []
    for text in settings + vary + draw + (solve.map { [$0] } ?? []) {
      let path = text.prefix { $0 != "=" }.trimmingCharacters(in: .whitespaces)
      guard told.insert(path).inserted else {
        throw CommandFailure("'\(path)' is set, varied, drawn or solved for twice")
      }
    }
    let asked = (show ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    if let twice = asked.first(where: { name in asked.count { $0 == name } > 1 }) {
      throw CommandFailure("--show asks for '\(twice)' twice")
    }
  }

  func believedClaims(_ model: CaseModel) throws -> [Claim.ID]? {
    try believe?.split(separator: ",").map {
      try model.claim($0.trimmingCharacters(in: .whitespaces))
    }
  }

  func measures(_ model: CaseModel) throws -> [Measure] {
    let asked = (show ?? "verdict").split(separator: ",")
    guard !asked.isEmpty else { throw CommandFailure("--show: say what, such as verdict") }
    return try asked.map {
      try Measure(parsing: $0.trimmingCharacters(in: .whitespaces), model)
    }
  }
}
