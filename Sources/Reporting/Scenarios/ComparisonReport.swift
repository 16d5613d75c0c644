public import Scenarios
import Claims
import Plausibility
public import Wording

/// A case and its scenarios side by side, ready for any format.
public struct ComparisonReport: Sendable {
  private let comparison: Comparison

  public init(_ comparison: Comparison) { self.comparison = comparison }

  private func names(_ language: Language = .english) -> [String] {
    comparison.columns.map { $0.id.isEmpty ? language.text("the case") : $0.id }
  }

  /// - Parameter isData: whether moments are wanted for programs, with their zone in each.
  private func rows(isData: Bool, _ language: Language = .english) -> [[String]] {
    let all =
      [language.text("all of it")]
      + comparison.columns.map { column -> String in
        let words: Phrase =
          column.canAllHold.map { $0 ? "can be true" : "cannot be true" } ?? "undecided"
        return language.text(words)
      }
    let claims = comparison.claims.indices.map { place in
      [comparison.claims[place].id.text]
        + comparison.columns.map { said($0.verdicts[place], language) }
    }
    let measures = comparison.measures.indices.flatMap { place -> [[String]] in
      let measure = comparison.measures[place]
      let cells = comparison.columns.map { column in
        isData
          ? ScenarioTable.cells(column.answers[place], measure)
          : ScenarioTable.shortCells(column.answers[place], measure, in: language)
      }
      return ScenarioTable.titles(measure).enumerated().map { part, title in
        [
          isData
            ? title.english : language.text(title) + language.text(ScenarioTable.zoneWords(measure))
        ] + cells.map { $0[part] }
      }
    }
    return [all] + claims + measures
  }

  public func story(in language: Language = .english) -> Story {
    var blocks: [Story.Block] = []
    if !comparison.title.isEmpty {
      blocks.append(.heading(level: 1, Line(comparison.title, .strong)))
    }
    blocks.append(
      .table(
        header: [language.text("asked")] + names(language), rows: rows(isData: false, language)))
    blocks.append(.heading(level: 2, Line(language.text("What the scenarios change"))))
    blocks.append(
      .items(
        comparison.columns.dropFirst().map { column in
          let title = column.title.isEmpty ? "" : ": \(column.title)"
          var below: [Line] = [Line(column.supposed.joined(separator: "; "), .dim)]
          let changes = comparison.changes(column)
          below += changes.map { change in
            Line("\(change.claim): \(said(change.before, language)) → ")
              + Line(said(change.after, language), .strong)
          }
          if changes.isEmpty { below.append(Line(language.text("no verdict changes"))) }
          return (
            Line(column.id, .strong) + Line(title),
            [.items(below.map { (line: $0, below: []) })]
          )
        }))
    return Story(blocks: blocks)
  }

  private func said(_ verdict: Verdict?, _ language: Language) -> String {
    language.text(Phrase(term: word(verdict)))
  }

  private func word(_ verdict: Verdict?) -> String { (verdict ?? .untested).rawValue }

  public var commaSeparated: String {
    ([["asked"] + names()] + rows(isData: true)).map { CommaSeparated.row($0) + "\n" }.joined()
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
                    ($0.english, ScenarioTable.value($1))
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
