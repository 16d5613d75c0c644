import Casework
import Claims
import Plausibility
import Reporting
import Scenarios

extension WhatIfCommand {
  /// Draws samples: a summary for readers, the samples themselves for programs.
  func tell(
    _ simulation: Simulation, _ table: ScenarioTable, _ count: Int, _ model: CaseModel
  ) throws {
    let samples = try rows(table, count, model) {
      simulation.run(count, from: $0, threads: threads, $1)
    }
    guard let samples else { return }
    let report = SimulationReport(simulation, samples, correlations: correlate)
    switch format {
    case .json: try finish(ScenarioDocument(model).simulation(report).text())
    case .svg:
      let figure = ScenarioFigure.quantiles(
        model.caseFile.id, simulation, samples, measure: 0,
        bands: model.bands(for: simulation.measures[0]))
      guard let figure, simulation.measures.count == 1 else {
        throw CommandFailure(
          "a picture of samples shows one --show of numbers, such as arrival.STOP or running.START-END"
        )
      }
      try finish(figure)
    case .text, .md, .csv, .jsonl: try finish(report.story(in: judging.style().language))
    }
  }

  func tell(_ report: SensitivityReport, _ model: CaseModel) throws {
    switch format {
    case .text, .md: try finish(report.story(in: judging.style().language))
    case .json, .jsonl: try finish(ScenarioDocument(model).sensitivity(report).text())
    case .csv: try finish(report.commaSeparated)
    case .svg: try finish(report.svg)
    }
  }
}
