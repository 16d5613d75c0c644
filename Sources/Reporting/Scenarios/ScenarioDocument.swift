public import Casework
import Claims
import Plausibility
public import Scenarios

/// What was asked of a case's scenarios as JSON; `geo/schema/what-if-1.json` describes it.
public struct ScenarioDocument: Sendable {
  private let model: CaseModel

  public init(_ model: CaseModel) { self.model = model }

  private func document(_ kind: String, _ fields: [String: JSONValue]) -> JSONValue {
    .object(
      fields.merging([
        "format": .text("wayproof-what-if"), "version": .whole(1), "kind": .text(kind),
        "program": .text(ProgramVersion.name),
        "case": .object([
          "id": .text(model.caseFile.id), "sha256": .text(model.caseFile.digest),
        ]),
      ]) { $1 })
  }

  public func parameters(_ list: ParameterList) -> JSONValue {
    document(
      "parameters",
      [
        "parameters": .array(
          list.parameters.map(Self.parameter))
      ])
  }

  /// One parameter as an object.
  public static func parameter(_ parameter: CaseParameter) -> JSONValue {
    .object([
      "path": .text(parameter.path), "takes": .text(parameter.kindOfValue),
      "unit": parameter.unitValue, "choices": .array(parameter.choices.map { .text($0) }),
      "value": .text(parameter.current), "source": .text(parameter.source),
    ])
  }

  /// All parameters as a table.
  public static func commaSeparated(_ list: ParameterList) -> String {
    let rows = list.parameters.map { parameter in
      [parameter.title, parameter.kindOfValue, parameter.current, parameter.source]
    }
    return ([["parameter", "takes", "value", "source"]] + rows).map {
      CommaSeparated.row($0) + "\n"
    }.joined()
  }

  public func sweep(_ table: ScenarioTable, _ rows: [Sweep.Row]) -> JSONValue {
    document(
      "sweep",
      [
        "columns": .array(table.header.map { .text($0) }), "rows": .array(rows.map(table.line)),
      ])
  }

  public func solution(_ table: SolutionTable) -> JSONValue { document("solution", table.fields) }

  public func simulation(_ report: SimulationReport) -> JSONValue {
    document("simulation", report.fields)
  }

  public func sensitivity(_ report: SensitivityReport) -> JSONValue {
    document("sensitivity", report.fields)
  }

  public func comparison(_ report: ComparisonReport) -> JSONValue {
    document("comparison", report.fields)
  }
}

extension CaseParameter {
  /// What its values are, in a word.
  var kindOfValue: String {
    switch dimension {
    case .speed: "speed"
    case .distance: "distance"
    case .duration: "duration"
    case .moment: "moment"
    case .wind: "wind"
    case .count: "count"
    case .choice: "choice"
    case .place: "place"
    }
  }

  /// The unit of its values in documents; null where they have none.
  var unitValue: JSONValue { unit.map { .text($0) } ?? .null }

  var choices: [String] {
    if case .choice(let words) = dimension { words } else { [] }
  }
}
