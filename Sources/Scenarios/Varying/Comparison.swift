public import Casework
public import Claims
public import Datasets
import Parallelism
public import Plausibility

/// A case and its scenarios side by side: every claim's verdict in each, and what else was asked.
public struct Comparison: Sendable {
  /// What one scenario comes to.
  public struct Column: Sendable {
    /// Blank for the case as it stands.
    public let id: String
    public let title: String
    /// What it supposes, as it is written.
    public let supposed: [String]
    /// Whether everything that is stated can hold; nil where that is not decided.
    public let canAllHold: Bool?
    /// In the order of the case's claims.
    public let verdicts: [Verdict?]
    /// In the order of what was asked.
    public let answers: [Measure.Answer]
  }

  /// One verdict that a scenario changes.
  public struct Change: Hashable, Sendable {
    public let claim: Claim.ID
    public let before: Verdict?
    public let after: Verdict?
  }

  public let title: String
  public let claims: [Claim]
  public let measures: [Measure]
  /// The case as it stands first.
  public let columns: [Column]

  /// What a scenario changes against the case as it stands.
  public func changes(_ column: Column) -> [Change] {
    guard let base = columns.first else { return [] }
    return claims.indices.compactMap { place in
      base.verdicts[place] == column.verdicts[place]
        ? nil
        : Change(
          claim: claims[place].id, before: base.verdicts[place], after: column.verdicts[place])
    }
  }

  /// - Parameters:
  ///   - file: the scenario file.
  ///   - model: the case that the scenarios change.
  ///   - threads: at most so many scenarios at once; nil for all cores.
  /// - Throws: `DocumentError` with the place of every parameter, value, claim or question that the case does not have.
  public init(
    _ file: ScenarioFile, _ model: CaseModel, threads: Int? = nil
  ) throws(DocumentError) {
    var reader = Reader(model: model, list: ParameterList(model))
    let measures = file.shown.compactMap { reader.measure($0) }
    let believed = file.believed?.compactMap { reader.claim($0) }
    let scenarios = [Circumstances()] + file.entries.map { reader.circumstances($0) }
    guard reader.problems.isEmpty else {
      throw DocumentError(file: file.name, problems: reader.problems)
    }
    title = file.title
    claims = model.caseFile.claims
    self.measures = measures
    let ready = model.prepared()
    columns = parallelPieces(of: scenarios.count, threads: threads) { piece in
      piece.map { place in
        Self.column(
          place == 0 ? nil : file.entries[place - 1], ready.outcome(under: scenarios[place]),
          measures,
          believed)
      }
    }.flatMap(\.self)
  }

  private static func column(
    _ entry: ScenarioFile.Entry?, _ outcome: CaseOutcome, _ measures: [Measure],
    _ believed: [Claim.ID]?
  ) -> Column {
    let ids = outcome.caseFile.claims.map(\.id)
    let known = outcome.knownSets(bearingOn: ids, measures.compactMap(\.event))
    let supposed =
      (entry?.settings.map(\.text) ?? []) + (entry?.disbelieved.map { "without \($0.text)" } ?? [])
      + (entry?.leavesOutEstimates == true ? ["without estimates"] : [])
    return Column(
      id: entry?.id ?? "", title: entry?.title ?? "", supposed: supposed,
      canAllHold: outcome.canAllHold, verdicts: ids.map { outcome.verdict(of: $0, known) },
      answers: measures.map { $0.answer(outcome, believing: believed, known) })
  }
}

/// Finds what a scenario file names in a case, and keeps what it does not have.
private struct Reader {
  let model: CaseModel
  let list: ParameterList
  var problems: [DocumentProblem] = []

  mutating func measure(_ asked: ScenarioFile.Text) -> Measure? {
    do { return try Measure(parsing: asked.text, model) } catch {
      note(error, asked)
      return nil
    }
  }

  mutating func claim(_ name: ScenarioFile.Text) -> Claim.ID? {
    do { return try model.claim(name.text) } catch {
      note(error, name)
      return nil
    }
  }

  mutating func circumstances(_ entry: ScenarioFile.Entry) -> Circumstances {
    var settings = Settings(leavesOutEstimates: entry.leavesOutEstimates)
    for setting in entry.settings {
      do { try settings.add(parsing: setting.text, list) } catch { note(error, setting) }
    }
    var circumstances = settings.circumstances
    circumstances.disbelieved.formUnion(entry.disbelieved.compactMap { claim($0) })
    return circumstances
  }

  private mutating func note(_ error: ScenarioError, _ text: ScenarioFile.Text) {
    problems.append(DocumentProblem(position: text.position, message: error.message))
  }
}
