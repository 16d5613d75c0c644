public import Plausibility
public import Scenarios
public import Wording

/// The values of a parameter that a condition needs, under each of some circumstances, ready for any format.
public struct SolutionTable: Sendable {
  private let parameter: CaseParameter
  private let condition: Condition
  private let range: Bounds
  private let variations: [Variation]
  private let rows: [(values: [ParameterValue?], solution: Solution)]

  public init(
    _ parameter: CaseParameter, for condition: Condition, within range: Bounds,
    _ variations: [Variation], _ rows: [(values: [ParameterValue?], solution: Solution)]
  ) {
    self.parameter = parameter
    self.condition = condition
    self.range = range
    self.variations = variations
    self.rows = rows
  }

  private func header(_ language: Language = .english) -> [String] {
    variations.map(\.parameter.title)
      + [language.text("\(parameter.path) for \(condition.text)")]
  }

  private func cells(_ language: Language = .english) -> [[String]] {
    rows.map { values, solution in
      zip(variations, values).map { $0.parameter.text($1) }
        + [language.text(solution.words(of: parameter, within: range))]
    }
  }

  public func story(in language: Language = .english) -> Story {
    var blocks: [Story.Block] = [.table(header: header(language), rows: cells(language))]
    // What ends open does so where the search ended.
    if rows.contains(where: { $0.solution.stretches.contains { $0.beginsOpen || $0.endsOpen } }) {
      let ends = [range.low, range.high].map(parameter.words)
      blocks.append(.paragraph(Line(language.text("Looked from \(ends[0]) to \(ends[1])."), .dim)))
    }
    return Story(blocks: blocks)
  }

  public var commaSeparated: String {
    ([header()] + cells()).map { CommaSeparated.row($0) + "\n" }.joined()
  }

  /// One object for each row.
  public var lines: [JSONValue] {
    rows.map { values, solution in
      .object([
        "supposed": .object(
          Dictionary(
            zip(variations, values).map { ($0.parameter.path, .text($0.parameter.text($1))) },
            uniquingKeysWith: { first, _ in first })),
        "words": .text(solution.words(of: parameter, within: range).english),
        "choices": .array(solution.words.map { .text($0) }),
        "stretches": .array(
          solution.stretches.map { stretch in
            .object([
              "from": stretch.beginsOpen ? .null : text(stretch.bounds.low),
              "to": stretch.endsOpen ? .null : text(stretch.bounds.high),
            ])
          }),
        "unique": .flag(solution.stretches.count < 2), "undecided": .flag(solution.isUndecided),
      ])
    }
  }

  private func text(_ value: Double) -> JSONValue {
    let text = parameter.text(.number(value))
    return Double(text).map { .number($0) } ?? .text(text)
  }

  /// The fields of its document.
  var fields: [String: JSONValue] {
    [
      "solved": .text(parameter.path), "unit": parameter.unitValue,
      "condition": .text(condition.text),
      "within": .array([text(range.low), text(range.high)]), "rows": .array(lines),
    ]
  }
}
