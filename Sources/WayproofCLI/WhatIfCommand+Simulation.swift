import Casework
import Claims
import Plausibility
import Reporting
import Scenarios

extension WhatIfCommand {
  /// Draws samples: a summary for readers, the samples themselves for programs.
  func simulate(
    _ count: Int, _ parameters: ParameterList, _ measures: [Measure], _ fixed: Settings,
    _ model: CaseModel
  ) throws {
    let simulation = Simulation(
      model, draws: try draw.map { try Draw(parsing: $0, parameters) }, measures: measures,
      seed: seed, settings: fixed, believed: try believedClaims(model))
    guard !sensitivity else {
      let found = measures.map {
        simulation.sensitivity(
          of: $0, max(1, count / (simulation.draws.count + 2)), threads: threads)
      }
      return write(Story(found, simulation.draws))
    }
    let table = ScenarioTable(parameters: simulation.draws.map(\.parameter), measures: measures)
    switch format {
    case .csv:
      Output.write(CommaSeparated.row(table.header) + "\n")
      simulation.run(count, threads: threads) { rows in
        Output.write(rows.map { CommaSeparated.row(table.cells($0)) + "\n" }.joined())
      }
    case .jsonl:
      simulation.run(count, threads: threads) { rows in
        Output.write(rows.map { table.line($0).text(isPretty: false) }.joined())
      }
    case .json, .text, .md, .svg:
      var samples: [Sweep.Row] = []
      simulation.run(count, threads: threads) { samples += $0 }
      let report = SimulationReport(simulation, samples)
      if format == .json { Output.write(report.json.text()) } else { write(report.story) }
    }
  }
}
