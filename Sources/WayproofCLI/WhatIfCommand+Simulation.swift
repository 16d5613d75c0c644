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
    let draws = try draw.map { try Draw(parsing: $0, parameters) }
    let simulation = Simulation(
      model, draws: draws, measures: measures, seed: seed, settings: fixed,
      believed: try believedClaims(model),
      correlation: correlate.isEmpty ? nil : try Correlation(parsing: correlate, draws))
    guard !sensitivity else { return try tellSensitivity(of: simulation, count, model) }
    let table = ScenarioTable(parameters: draws.map(\.parameter), measures: measures)
    let samples = try rows(table, count, model) {
      simulation.run(count, from: $0, threads: threads, $1)
    }
    guard let samples else { return }
    let report = SimulationReport(simulation, samples, correlations: correlate)
    switch format {
    case .json: try finish(ScenarioDocument(model).simulation(report).text())
    case .svg:
      let figure = ScenarioFigure.quantiles(
        model.caseFile.id, simulation, samples, measure: 0, bands: model.bands(for: measures[0]))
      guard let figure, measures.count == 1 else {
        throw CommandFailure(
          "a picture of samples shows one --show of numbers, such as arrival.STOP or running.START-END"
        )
      }
      try finish(figure)
    case .text, .md, .csv, .jsonl: try finish(report.story)
    }
  }

  private func tellSensitivity(
    of simulation: Simulation, _ count: Int, _ model: CaseModel
  ) throws {
    let found = simulation.measures.map {
      simulation.sensitivity(
        of: $0, max(1, count / (simulation.draws.count + 2)), threads: threads)
    }
    let report = SensitivityReport(found, simulation.draws)
    switch format {
    case .text, .md: try finish(report.story)
    case .json, .jsonl: try finish(ScenarioDocument(model).sensitivity(report).text())
    case .csv: try finish(report.commaSeparated)
    case .svg: try finish(report.svg)
    }
  }
}
