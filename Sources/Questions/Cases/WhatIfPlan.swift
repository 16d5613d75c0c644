public import Casework
public import Plausibility
public import Reporting
public import Scenarios

/// A what-if question that was understood.
public enum WhatIfPlan: Sendable {
  /// What is looked for, and where.
  public struct Search: Sendable {
    public let parameter: CaseParameter
    public let condition: Condition
    public let range: Bounds
    public let variations: [Variation]
  }

  /// So many scenarios, and how their rows are told.
  case sweep(Sweep, ScenarioTable, Int)
  case solution(Sweep, Solver, Search)
  /// With how its draws go together, as it was written.
  case simulation(Simulation, ScenarioTable, Int, correlations: [String])
  case sensitivity(Simulation, Int)

  /// The whole answer.
  ///
  /// - Parameters:
  ///   - model: the case as it stands.
  ///   - threads: at most so many scenarios at once; nil for all cores.
  ///   - progress: called with how many scenarios are done of how many; false ends it.
  /// - Returns: nil where it was ended.
  public func answer(
    for model: CaseModel, threads: Int? = nil, progress: (_ done: Int, _ of: Int) -> Bool
  ) -> JSONValue? {
    let document = ScenarioDocument(model)
    var rows: [Sweep.Row] = []
    func take(_ new: [Sweep.Row], of count: Int) -> Bool {
      rows += new
      return progress(rows.count, count)
    }
    switch self {
    case .sweep(let sweep, let table, let count):
      sweep.run(threads: threads) { take($0, of: count) }
      return rows.count == count ? document.sweep(table, rows) : nil
    case .simulation(let simulation, _, let count, let correlations):
      simulation.run(count, threads: threads) { take($0, of: count) }
      let report = SimulationReport(simulation, rows, correlations: correlations)
      return rows.count == count ? document.simulation(report) : nil
    case .solution(let outer, let solver, let search):
      return document.solution(
        SolutionTable(
          search.parameter, for: search.condition, within: search.range, search.variations,
          outer.solutions(of: solver, threads: threads)))
    case .sensitivity(let simulation, let count):
      return document.sensitivity(
        SensitivityReport(
          Self.sensitivities(simulation, count, threads: threads), simulation.draws))
    }
  }

  /// Which draw matters most for each measure, with about so many samples in all.
  public static func sensitivities(
    _ simulation: Simulation, _ count: Int, threads: Int?
  ) -> [Sensitivity] {
    simulation.measures.map {
      simulation.sensitivity(
        of: $0, max(1, count / (simulation.draws.count + 2)), threads: threads)
    }
  }
}
