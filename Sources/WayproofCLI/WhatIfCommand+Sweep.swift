import Casework
import Claims
import Plausibility
import Reporting
import Scenarios

extension WhatIfCommand {
  func sweep(_ variations: [Variation], _ fixed: Settings, _ model: CaseModel) throws {
    let measures = try measures(model)
    guard format != .svg || measures.count == 1 && !variations.isEmpty && !oneAtATime else {
      throw CommandFailure("a picture shows one --show over a grid of at least one --vary")
    }
    let sweep = Sweep(
      model, variations: variations, measures: measures, settings: fixed,
      believed: try believedClaims(model), design: oneAtATime ? .oneAtATime : .grid)
    guard let count = sweep.count, yes || count <= Self.countLimit else {
      throw CommandFailure(
        "that is \(sweep.count.map { "\($0)" } ?? "countless") scenarios; take wider steps, or say --yes"
      )
    }
    let table = ScenarioTable(parameters: variations.map(\.parameter), measures: measures)
    let rows = try rows(table, count, model) { sweep.run(from: $0, threads: threads, $1) }
    guard let rows else { return }
    switch format {
    case .json: try finish(ScenarioDocument(model).sweep(table, rows).text())
    case .svg:
      let figure = ScenarioFigure(
        model.caseFile.id, sweep, rows, measure: 0, bands: model.bands(for: measures[0]))
      try finish(figure.svg(lines: lines))
    case .text, .md, .csv, .jsonl: try finish(Story(table, rows))
    }
  }

  /// All rows, or nil where they were written one by one as they were ready.
  func rows(
    _ table: ScenarioTable, _ count: Int, _ model: CaseModel,
    _ run: (_ start: Int, _ take: ([Sweep.Row]) -> Bool) -> Void
  ) throws -> [Sweep.Row]? {
    var progress = Progress(count, "scenarios")
    switch format {
    case .csv, .jsonl:
      let isTable = format == .csv
      let rows = RowStream(
        header: isTable ? CommaSeparated.row(table.header) + "\n" : "", count: count,
        question: question(model)
      ) { row in
        isTable
          ? CommaSeparated.row(table.cells(row)) + "\n" : table.line(row).text(isPretty: false)
      }
      try rows.write(to: out, resuming: resume, progress, run)
      return nil
    case .json, .text, .md, .svg:
      var all: [Sweep.Row] = []
      run(0) {
        all += $0
        progress.report(all.count)
        return true
      }
      progress.end()
      return all
    }
  }

  /// What names the question: another case, another option or another program gives other rows.
  private func question(_ model: CaseModel) -> String {
    let parts: [(String, [String])] = [
      ("program", [ProgramVersion.name]), ("case", [model.caseFile.digest]),
      ("network", judging.network), ("set", settings), ("vary", vary), ("draw", draw),
      ("correlate", correlate), ("show", [show ?? ""]), ("believe", [believe ?? ""]),
      ("simulate", [simulate.map { "\($0)" } ?? "", "\(seed)"]),
      ("firm", ["\(firm)"]), ("one-at-a-time", ["\(oneAtATime)"]), ("format", [format.rawValue]),
    ]
    return parts.flatMap { name, values in values.map { "\(name): \($0.debugDescription)\n" } }
      .joined()
  }

  // MARK: Solving

  func solve(
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
    let solutions = outer.solutions(of: solver, threads: threads)
    let table = SolutionTable(parameter, for: condition, within: range, variations, solutions)
    switch format {
    case .svg:
      let figure = ScenarioFigure(
        model.caseFile.id, parameter, for: condition, variations, solutions,
        bands: model.bands(for: parameter))
      try finish(figure.svg(lines: lines))
    case .csv: try finish(table.commaSeparated)
    case .json: try finish(ScenarioDocument(model).solution(table).text())
    case .jsonl: try finish(table.lines.map { $0.text(isPretty: false) }.joined())
    case .text, .md: try finish(table.story)
    }
  }

  private func range(of parameter: Parameter, _ model: CaseModel) throws -> Bounds {
    guard let within else { return try Solver.usualRange(of: parameter, model) }
    return try Solver.range(within, of: parameter)
  }
}
