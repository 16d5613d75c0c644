public import Casework
import Claims
import Plausibility
import Reporting
public import Scenarios

/// What becomes of a case under other circumstances. Texts are in the notation of `Scenarios`.
public struct WhatIfQuestion: Sendable {
  /// `PARAMETER=VALUE` that holds in every scenario.
  public var settings: [String] = []
  /// `PARAMETER=VALUES`, a list or `least..most:step`.
  public var vary: [String] = []
  /// Each value by itself, in place of every combination.
  public var oneAtATime = false
  /// What to show, with commas; nil for the verdict of the case.
  public var show: String?
  /// The only claims to believe where moments are asked for, with commas.
  public var believe: String?
  /// The parameter whose value is looked for.
  public var solve: String?
  /// What shall hold.
  public var condition: String?
  /// Where to look, `LEAST..MOST`.
  public var within: String?
  /// How many samples to draw.
  public var simulate: Int?
  /// `PARAMETER=DISTRIBUTION`.
  public var draw: [String] = []
  /// `PARAMETER,PARAMETER=NUMBER`.
  public var correlate: [String] = []
  /// Which drawn parameter matters most.
  public var sensitivity = false
  public var seed: UInt64 = 1
  /// Leave estimates out.
  public var firm = false
  /// Whether distributions may be read from files.
  public var files = ObservedFiles.refused
  /// No more scenarios than these.
  public var limit = 1_000_000

  public init() {}

  /// - Throws: `QuestionError` for what does not go together.
  public func check() throws(QuestionError) {
    func refuse(_ isWrong: Bool, _ rule: QuestionMessage) throws(QuestionError) {
      if isWrong { throw QuestionError(about: rule) }
    }
    try refuse(simulate == nil && !draw.isEmpty, "\(.draw) needs \(.simulate)")
    try refuse(
      simulate.map { !(1...limit).contains($0) } ?? false,
      "\(.simulate) takes 1 to \(words: limit) samples")
    try refuse(
      !correlate.isEmpty && sensitivity,
      "Sobol indices are of parameters that do not go together; leave \(.correlate) or \(.sensitivity) out"
    )
    try refuse(!correlate.isEmpty && draw.isEmpty, "\(.correlate) needs \(.draw)")
    try refuse(simulate != nil && draw.isEmpty, "\(.simulate) needs \(.draw)")
    try refuse(within != nil && solve == nil, "\(.within) goes with \(.solve)")
    try refuse(
      oneAtATime && (vary.isEmpty || solve != nil),
      "\(.oneAtATime) needs \(.vary), and no \(.solve)")
    try refuse(
      sensitivity && (simulate == nil || draw.isEmpty),
      "\(.sensitivity) needs \(.simulate) and \(.draw)")
    try refuse(
      simulate != nil && (!vary.isEmpty || solve != nil),
      "\(.simulate) draws what \(.draw) says; \(.vary) and \(.solve) do not go with it")
    try refuse((solve == nil) != (condition == nil), "\(.solve) and \(.for) go together")
    try refuseTwice()
  }

  /// Everything parsed against a case, ready to be tried.
  ///
  /// - Throws: `QuestionError`.
  public func plan(for model: CaseModel) throws(QuestionError) -> WhatIfPlan {
    try check()
    do {
      let parameters = ParameterList(model)
      let fixed = try Settings(parsing: settings, leavesOutEstimates: firm, parameters)
      if let simulate { return try simulation(simulate, parameters, fixed, model) }
      let variations = try vary.map { try Variation(parsing: $0, parameters) }
      if let solve, let condition {
        return try solution(
          parameters.parameter(solve), Condition(parsing: condition, model), variations, fixed,
          model)
      }
      return try sweep(variations, fixed, model)
    } catch let error as QuestionError {
      throw error
    } catch {
      throw QuestionError(error)
    }
  }

  // MARK: Parts

  private func sweep(
    _ variations: [Variation], _ fixed: Settings, _ model: CaseModel
  ) throws -> WhatIfPlan {
    let measures = try measures(model)
    let sweep = Sweep(
      model, variations: variations, measures: measures, settings: fixed,
      believed: try believedClaims(model), design: oneAtATime ? .oneAtATime : .grid)
    guard let count = sweep.count, count <= limit else { throw tooMany(sweep.count) }
    return .sweep(
      sweep, ScenarioTable(parameters: variations.map(\.parameter), measures: measures), count)
  }

  private func solution(
    _ parameter: CaseParameter, _ condition: Condition, _ variations: [Variation],
    _ fixed: Settings,
    _ model: CaseModel
  ) throws -> WhatIfPlan {
    let range = try within.map { try Solver.range($0, of: parameter) }
    let search = WhatIfPlan.Search(
      parameter: parameter, condition: condition,
      range: try range ?? Solver.usualRange(of: parameter, model), variations: variations)
    let solver = Solver(
      parameter, for: condition, within: search.range, model, believed: try believedClaims(model))
    let outer = Sweep(model, variations: variations, measures: [], settings: fixed)
    guard let count = outer.count, count <= max(1, limit / Solver.steps) else {
      throw tooMany(outer.count)
    }
    return .solution(outer, solver, search)
  }

  private func simulation(
    _ count: Int, _ parameters: ParameterList, _ fixed: Settings, _ model: CaseModel
  ) throws -> WhatIfPlan {
    let draws = try draw.map { try Draw(parsing: $0, parameters, files: files) }
    let measures = try measures(model)
    let simulation = Simulation(
      model, draws: draws, measures: measures, seed: seed, settings: fixed,
      believed: try believedClaims(model),
      correlation: correlate.isEmpty ? nil : try Correlation(parsing: correlate, draws))
    return sensitivity
      ? .sensitivity(simulation, count)
      : .simulation(
        simulation, ScenarioTable(parameters: draws.map(\.parameter), measures: measures), count,
        correlations: correlate)
  }

  private func tooMany(_ count: Int?) -> QuestionError {
    QuestionError(
      "that is \(count.map { "\($0)" } ?? "countless") scenarios, and at most \(limit) are tried; take wider steps",
      .tooManyScenarios)
  }

  /// Refuses what is said of one parameter twice.
  private func refuseTwice() throws(QuestionError) {
    var told: Set<String> = []
    for text in settings + vary + draw + (solve.map { [$0] } ?? []) {
      let path = Self.trimmed(text.prefix { $0 != "=" })
      guard told.insert(path).inserted else {
        throw QuestionError("'\(path)' is set, varied, drawn or solved for twice")
      }
    }
    let asked = (show ?? "").split(separator: ",").map { Self.trimmed($0) }
    if let twice = asked.first(where: { name in asked.count { $0 == name } > 1 }) {
      throw QuestionError(.show, twice, "asked for twice")
    }
  }

  private func believedClaims(_ model: CaseModel) throws -> [Claim.ID]? {
    try believe?.split(separator: ",").map { try model.claim(Self.trimmed($0)) }
  }

  private func measures(_ model: CaseModel) throws -> [Measure] {
    let asked = (show ?? "verdict").split(separator: ",")
    guard !asked.isEmpty else { throw QuestionError(about: "\(.show): say what, such as verdict") }
    return try asked.map { try Measure(parsing: Self.trimmed($0), model) }
  }

  private static func trimmed(_ text: Substring) -> String {
    let kept = text.drop { $0.isWhitespace }
    return String(kept.reversed().drop { $0.isWhitespace }.reversed())
  }
}
