import Wording

/// What a personal travel log comes to, row by row.
public struct LogbookReport: Sendable {
  public enum Verdict: String, CaseIterable, Sendable {
    case impossible, unlikely, loose, possible
    case unchecked = "not-checked"
  }

  public struct Row: Sendable {
    /// The line of the file on which it begins.
    public let line: Int
    /// Such as `Oslo to Bergen, 3 May 2024`.
    public let journey: String
    public var verdict: Verdict
    /// Why, in one sentence; blank if there is nothing to say.
    public var sentence: String

    public init(line: Int, journey: String, verdict: Verdict, sentence: String) {
      (self.line, self.journey, self.verdict, self.sentence) = (line, journey, verdict, sentence)
    }
  }

  /// The program that the log was exported from, or `the log`.
  public let program: String
  public let rows: [Row]

  public init(program: String, rows: [Row]) { (self.program, self.rows) = (program, rows) }

  public static let formats = DocumentFormats<LogbookReport>([
    .text(\.story), .json(\.json), .csv(\.csv),
  ])

  private var headline: Line {
    let counts = Verdict.allCases.compactMap { verdict -> String? in
      let count = rows.count { $0.verdict == verdict }
      return count > 0 ? "\(count) \(verdict.words)" : nil
    }
    let journeys = rows.count == 1 ? "1 journey" : "\(rows.count) journeys"
    return Line(journeys, .strong) + Line(": \(counts.joined(separator: ", ")).")
  }

  var story: Story {
    let points = rows.map { row in
      Story.Point(
        mark: Line(row.verdict.sign, row.verdict.style),
        line: Line("line \(row.line)  ", .dim) + Line(row.journey, .strong),
        below: row.sentence.isEmpty ? [] : [.paragraph(Line(row.sentence))])
    }
    return Story(blocks: [.lead(headline), .points(points)])
  }

  var json: JSONValue {
    .object([
      "format": .text("wayproof-logbook"), "program": .text(program),
      "rows": .array(
        rows.map { row in
          .object([
            "line": .whole(row.line), "journey": .text(row.journey),
            "verdict": .text(row.verdict.rawValue), "sentence": .text(row.sentence),
          ])
        }),
    ])
  }

  var csv: String {
    let lines = rows.map {
      CommaSeparated.row([String($0.line), $0.journey, $0.verdict.rawValue, $0.sentence])
    }
    return (["line,journey,verdict,sentence"] + lines).joined(separator: "\n") + "\n"
  }
}

extension LogbookReport.Verdict {
  fileprivate var words: String {
    switch self {
    case .impossible: "impossible"
    case .unlikely: "unlikely"
    case .loose: "possible only if loosely noted"
    case .possible: "possible"
    case .unchecked: "not checked"
    }
  }

  fileprivate var sign: String {
    switch self {
    case .impossible: "✗"
    case .unlikely: "!"
    case .loose: "~"
    case .possible: "✓"
    case .unchecked: "?"
    }
  }

  fileprivate var style: Line.Style {
    switch self {
    case .impossible: .bad
    case .unlikely, .loose: .warning
    case .possible: .good
    case .unchecked: .dim
    }
  }
}
