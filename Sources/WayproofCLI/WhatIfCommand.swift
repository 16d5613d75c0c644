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

  @Option(
    help: """
      What to show, with commas: verdict, verdict.CLAIM, possible.CLAIM+CLAIM (whether they can hold \
      with all facts), arrival.STOP, departure.STOP, running.START-END.
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
    help: "What shall hold: possible.CLAIM+CLAIM, verdict.CLAIM=fits, arrival.STOP <= MOMENT …")
  var condition: String?

  @Option(help: "How many samples to draw.")
  var simulate: Int?

  @Option(
    help: """
      PARAMETER=DISTRIBUTION to draw from, such as train.max_speed=triangular(40,60,80)km/h: uniform, \
      triangular, pert, normal, lognormal, values; may be given several times.
      """)
  var draw: [String] = []

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
    help: "With --format svg: a line for each value of what is varied last, in place of a heat map."
  )
  var lines = false

  @Option(
    help: "text, md, csv, json, jsonl or svg (lines or a heat map, with the claims as bands).")
  var format: Format = .text

  @Option(
    help: "At most so many scenarios at once; all cores otherwise. Results do not depend on it.")
  var threads: Int?

  @Flag(help: "Try more than a million scenarios.")
  var yes = false

  private static let countLimit = 1_000_000
  /// A table that is too wide is better scrolled than told cell by cell.
  private static let tableWidth = 240

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads must be at least 1") }
    if simulate == nil, !draw.isEmpty { throw ValidationError("--draw needs --simulate") }
    if let simulate, !(1...Self.countLimit).contains(simulate) {
      throw ValidationError("--simulate takes 1 to \(Self.countLimit) samples")
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
    do {
      if list { return show(parameters) }
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

  private func show(_ parameters: ParameterList) {
    switch format {
    case .json, .jsonl:
      let values = parameters.parameters.map { parameter -> JSONValue in
        .object([
          "path": .text(parameter.title), "value": .text(parameter.current),
          "source": .text(parameter.source),
        ])
      }
      Output.write(JSONValue.array(values).text())
    case .csv:
      Output.write(
        parameters.parameters.map {
          CommaSeparated.row([$0.title, $0.current, $0.source]) + "\n"
        }.joined())
    case .text, .md, .svg: write(Story(parameters))
    }
  }

  func write(_ story: Story) {
    Output.write(
      format == .md
        ? MarkdownRenderer().text(story)
        : TerminalRenderer(
          width: max(Output.terminalWidth, Self.tableWidth), isColoured: Output.isColoured
        )
        .text(story))
  }

  func believedClaims(_ model: CaseModel) throws -> [Claim.ID]? {
    try believe?.split(separator: ",").map {
      try model.claim($0.trimmingCharacters(in: .whitespaces))
    }
  }

  private func measures(_ model: CaseModel) throws -> [Measure] {
    try (show ?? "verdict").split(separator: ",").map {
      try Measure(parsing: $0.trimmingCharacters(in: .whitespaces), model)
    }
  }

  // MARK: Sweeps

  private func sweep(
    _ variations: [Variation], _ fixed: Settings,
    _ model: CaseModel
  ) throws {
    let measures = try measures(model)
    guard format != .svg || measures.count == 1 && !variations.isEmpty else {
      throw CommandFailure("a picture shows one --show and at least one --vary")
    }
    let sweep = Sweep(
      model, variations: variations, measures: measures, settings: fixed,
      believed: try believedClaims(model))
    guard let count = sweep.count, yes || count <= Self.countLimit else {
      throw CommandFailure(
        "that is \(sweep.count.map { "\($0)" } ?? "countless") scenarios; take wider steps, or say --yes"
      )
    }
    let table = ScenarioTable(parameters: variations.map(\.parameter), measures: measures)
    switch format {
    case .csv:
      Output.write(CommaSeparated.row(table.header) + "\n")
      sweep.run(threads: threads) { rows in
        Output.write(rows.map { CommaSeparated.row(table.cells($0)) + "\n" }.joined())
      }
    case .jsonl:
      sweep.run(threads: threads) { rows in
        Output.write(rows.map { table.line($0).text(isPretty: false) }.joined())
      }
    case .json, .text, .md, .svg:
      var all: [Sweep.Row] = []
      sweep.run(threads: threads) { all += $0 }
      switch format {
      case .json: Output.write(JSONValue.array(all.map(table.line)).text())
      case .svg:
        let figure = ScenarioFigure(
          model.caseFile.id, sweep, all, measure: 0, bands: model.bands(for: measures[0]))
        Output.write(figure.svg(lines: lines))
      default: write(Story(table, all))
      }
    }
  }

  // MARK: Solving

  private func solve(
    _ parameter: Parameter, for condition: Condition, _ variations: [Variation],
    _ fixed: Settings, _ model: CaseModel
  ) throws {
    let range = try range(of: parameter, model)
    let solver = Solver(
      parameter, for: condition, within: range, model,
      believed: try believedClaims(model))
    let outer = Sweep(model, variations: variations, measures: [], settings: fixed)
    guard let count = outer.count, yes || count <= Self.countLimit / Solver.steps else {
      throw CommandFailure("that is too many scenarios; take wider steps, or say --yes")
    }
    let header = variations.map(\.parameter.title) + ["\(parameter.path) for \(condition.text)"]
    let solutions = outer.solutions(of: solver, threads: threads)
    if format == .svg {
      let figure = ScenarioFigure(
        model.caseFile.id, parameter, for: condition, variations, solutions,
        bands: model.bands(for: parameter))
      return Output.write(figure.svg(lines: lines))
    }
    let rows = solutions.map { row, solution in
      zip(variations, row).map { $0.parameter.text($1) }
        + [solution.words(of: parameter, within: range)]
    }
    switch format {
    case .csv:
      Output.write(([header] + rows).map { CommaSeparated.row($0) + "\n" }.joined())
    case .json, .jsonl:
      let lines = rows.map { row in
        JSONValue.object(
          Dictionary(
            zip(header, row.map { JSONValue.text($0) }), uniquingKeysWith: { first, _ in first }))
      }
      Output.write(
        format == .json
          ? JSONValue.array(lines).text()
          : lines.map { $0.text(isPretty: false) }.joined())
    case .text, .md, .svg: write(Story(blocks: [.table(header: header, rows: rows)]))
    }
  }

  private func range(of parameter: Parameter, _ model: CaseModel) throws -> Bounds {
    guard let within else { return try Solver.usualRange(of: parameter, model) }
    return try Solver.range(within, of: parameter)
  }
}
