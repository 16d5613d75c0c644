public import Gazetteer
public import Wording

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
    public let journey: Phrase
    public var verdict: Verdict
    /// Why, in one sentence; blank if there is nothing to say.
    public var sentence: Phrase

    public init(line: Int, journey: Phrase, verdict: Verdict, sentence: Phrase) {
      (self.line, self.journey, self.verdict, self.sentence) = (line, journey, verdict, sentence)
    }
  }

  /// The program that the log was exported from, or `the log`.
  public let program: String
  public let rows: [Row]
  /// Both ends of every journey that could be found, for their names in other languages.
  private let places: [Place]

  public init(program: String, rows: [Row], places: [Place] = []) {
    (self.program, self.rows, self.places) = (program, rows, places)
  }

  public static let formats = DocumentFormats<LogbookReport>([
    DocumentFormat(.text) { TerminalRenderer($1).text($0.story(in: $1.language)) },
    .json(\.json), .csv(\.csv),
  ])

  private func headline(_ language: Language) -> Line {
    let counts = Verdict.allCases.compactMap { verdict -> Phrase? in
      let count = rows.count { $0.verdict == verdict }
      return count > 0 ? verdict.counted(count) : nil
    }
    let journeys: Phrase = rows.count == 1 ? "1 journey" : "\(rows.count) journeys"
    return Line(language.text(journeys), .strong)
      + Line(language.text(": \(counts.joined(separator: ", "))."))
  }

  func story(in asked: Language) -> Story {
    let language = asked.adding(names: places.names(in: asked))
    let points = rows.map { row in
      Story.Point(
        mark: Line(row.verdict.sign, row.verdict.style),
        line: Line(language.text("line \(row.line)  "), .dim)
          + Line(language.text(row.journey), .strong),
        below: row.sentence.isEmpty ? [] : [.paragraph(Line(language.text(row.sentence)))])
    }
    return Story(blocks: [.lead(headline(language)), .points(points)])
  }

  var json: JSONValue {
    .object([
      "format": .text("wayproof-logbook"), "program": .text(program),
      "rows": .array(
        rows.map { row in
          .object([
            "line": .whole(row.line), "journey": .text(row.journey.english),
            "verdict": .text(row.verdict.rawValue), "sentence": .text(row.sentence.english),
          ])
        }),
    ])
  }

  var csv: String {
    let lines = rows.map {
      CommaSeparated.row([
        String($0.line), $0.journey.english, $0.verdict.rawValue, $0.sentence.english,
      ])
    }
    return (["line,journey,verdict,sentence"] + lines).joined(separator: "\n") + "\n"
  }
}

extension LogbookReport.Verdict {
  fileprivate func counted(_ count: Int) -> Phrase {
    switch self {
    case .impossible: "\(count) impossible"
    case .unlikely: "\(count) unlikely"
    case .loose: "\(count) possible only if loosely noted"
    case .possible: "\(count) possible"
    case .unchecked: "\(count) not checked"
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
