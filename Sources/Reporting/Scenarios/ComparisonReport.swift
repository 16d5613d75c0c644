public import Scenarios
import Claims
import Plausibility

/// A case and its scenarios side by side, ready for any format.
public struct ComparisonReport: Sendable {
  private let comparison: Comparison

  public init(_ comparison: Comparison) { self.comparison = comparison }

  private var names: [String] {
    comparison.columns.map { $0.id.isEmpty ? "the case" : $0.id }
  }

  /// - Parameter isData: whether moments are wanted for programs, with their zone in each.
  private func rows(isData: Bool) -> [[String]] {
    let all =
      ["all of it"]
      + comparison.columns.map { column in
        column.canAllHold.map { $0 ? "can be true" : "cannot be true" } ?? "undecided"
      }
    let claims = comparison.claims.indices.map { place in
      [comparison.claims[place].id.text]
        + comparison.columns.map { ($0.verdicts[place] ?? .untested).rawValue }
    }
    let measures = comparison.measures.indices.flatMap { place -> [[String]] in
      let measure = comparison.measures[place]
      let cells = comparison.columns.map { column in
        isData
          ? ScenarioTable.cells(column.answers[place], measure)
          : ScenarioTable.shortCells(column.answers[place], measure)
      }
      return ScenarioTable.titles(measure).enumerated().map { part, title in
        [isData ? title : title + ScenarioTable.zoneWords(measure)] + cells.map { $0[part] }
      }
    }
    return [all] + claims + measures
  }

  public var story: Story {
    var blocks: [Story.Block] = []
    if !comparison.title.isEmpty {
      blocks.append(.heading(level: 1, Line(comparison.title, .strong)))
    }
    blocks.append(.table(header: ["asked"] + names, rows: rows(isData: false)))
    blocks.append(.heading(level: 2, "What the scenarios change"))
    blocks.append(
      .items(
        comparison.columns.dropFirst().map { column in
          let title = column.title.isEmpty ? "" : ": \(column.title)"
          var below: [Line] = [Line(column.supposed.joined(separator: "; "), .dim)]
          let changes = comparison.changes(column)
          below += changes.map { change in
            Line("\(change.claim): \(word(change.before)) → ") + Line(word(change.after), .strong)
          }
          if changes.isEmpty { below.append(Line("no verdict changes")) }
          return (
            Line(column.id, .strong) + Line(title),
            [.items(below.map { (line: $0, below: []) })]
          )
        }))
    return Story(blocks: blocks)
  }

  private func word(_ verdict: Verdict?) -> String { (verdict ?? .untested).rawValue }

  public var commaSeparated: String {
    ([["asked"] + names] + rows(isData: true)).map { CommaSeparated.row($0) + "\n" }.joined()
  }

  /// The fields of its document.
  var fields: [String: JSONValue] {
    [
      "title": .text(comparison.title),
      "scenarios": .array(
        comparison.columns.map { column in
          .object([
            "id": .text(column.id), "title": .text(column.title),
            "supposed": .array(column.supposed.map { .text($0) }),
            "can_all_hold": column.canAllHold.map { .flag($0) } ?? .null,
            "verdicts": .object(
              Dictionary(
                zip(comparison.claims, column.verdicts).map { ($0.id.text, .text(word($1))) },
                uniquingKeysWith: { first, _ in first })),
            "answers": .object(
              Dictionary(
                zip(comparison.measures, column.answers).flatMap { measure, answer in
                  zip(ScenarioTable.titles(measure), ScenarioTable.cells(answer, measure)).map {
                    ($0, ScenarioTable.value($1))
                  }
                }, uniquingKeysWith: { first, _ in first })),
            "changes": .array(
              comparison.changes(column).map { change in
                .object([
                  "claim": .text(change.claim.text), "before": .text(word(change.before)),
                  "after": .text(word(change.after)),
                ])
              }),
          ])
        }),
    ]
  }
}
