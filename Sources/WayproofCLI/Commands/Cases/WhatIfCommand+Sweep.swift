import Casework
import Claims
import Questions
import Reporting
import Scenarios

extension WhatIfCommand {
  func tell(
    _ sweep: Sweep, _ table: ScenarioTable, _ count: Int, _ model: CaseModel
  ) throws {
    guard format != .svg || sweep.measures.count == 1 && !sweep.variations.isEmpty && !oneAtATime
    else { throw CommandFailure("a picture shows one --show over a grid of at least one --vary") }
    let rows = try rows(table, count, model) { sweep.run(from: $0, threads: threads, $1) }
    guard let rows else { return }
    switch format {
    case .json: try finish(ScenarioDocument(model).sweep(table, rows).text())
    case .svg:
      let figure = ScenarioFigure(
        model.caseFile.id, sweep, rows, measure: 0, bands: model.bands(for: sweep.measures[0]))
      try finish(figure.svg(lines: lines))
    case .text, .md, .csv, .jsonl: try finish(Story(table, rows, in: judging.style().language))
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
      ("correlate", correlate), ("show", [shown ?? ""]), ("believe", [believe ?? ""]),
      ("simulate", [simulate.map { "\($0)" } ?? "", "\(seed)"]),
      ("firm", ["\(firm)"]), ("one-at-a-time", ["\(oneAtATime)"]), ("format", [format.rawValue]),
    ]
    return parts.flatMap { name, values in values.map { "\(name): \($0.debugDescription)\n" } }
      .joined()
  }

  // MARK: Solving

  func tell(
    _ outer: Sweep, _ solver: Solver, _ search: WhatIfPlan.Search, _ model: CaseModel
  ) throws {
    let (parameter, condition, variations) = (
      search.parameter, search.condition, search.variations
    )
    let solutions = outer.solutions(of: solver, threads: threads)
    let table = SolutionTable(
      parameter, for: condition, within: search.range, variations, solutions)
    switch format {
    case .svg:
      let figure = ScenarioFigure(
        model.caseFile.id, parameter, for: condition, variations, solutions,
        bands: model.bands(for: parameter))
      try finish(figure.svg(lines: lines))
    case .csv: try finish(table.commaSeparated)
    case .json: try finish(ScenarioDocument(model).solution(table).text())
    case .jsonl: try finish(table.lines.map { $0.text(isPretty: false) }.joined())
    case .text, .md: try finish(table.story(in: judging.style().language))
    }
  }
}
