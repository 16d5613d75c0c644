public import Scenarios
public import Wording

/// Which drawn parameter matters most, for each of some measures, ready for any format.
public struct SensitivityReport: Sendable {
  private let sensitivities: [Sensitivity]
  private let draws: [Draw]

  public init(_ sensitivities: [Sensitivity], _ draws: [Draw]) {
    self.sensitivities = sensitivities
    self.draws = draws
  }

  /// The draws with the most of the variance first.
  private func order(_ sensitivity: Sensitivity) -> [Int] {
    draws.indices.sorted {
      sensitivity.indices.total[$0] > sensitivity.indices.total[$1]
    }
  }

  private static let header: [Phrase] = [
    "parameter", "alone", "with others", "at its 5 %", "at its 95 %",
  ]

  private func row(
    _ place: Int, _ sensitivity: Sensitivity, _ language: Language = .english
  ) -> [String] {
    let swing = sensitivity.swings[place]
    return [
      draws[place].parameter.path,
      share(sensitivity.indices.first[place], sensitivity.indices.firstError[place]),
      share(sensitivity.indices.total[place], sensitivity.indices.totalError[place]),
      language.text(sensitivity.text(swing.low)),
      language.text(sensitivity.text(swing.high)),
    ]
  }

  public func story(in language: Language = .english) -> Story {
    var blocks: [Story.Block] = []
    for sensitivity in sensitivities {
      blocks.append(.heading(level: 2, Line(sensitivity.measure.name, .strong)))
      if !sensitivity.isDefined {
        blocks.append(
          .paragraph(
            Line(
              language.text(
                "Some samples contradict themselves, so that it has no variance: believe less, or ask for possible.…"
              ), .warning)))
      }
      blocks.append(
        .table(
          header: Self.header.map(language.text),
          rows: order(sensitivity).map { row($0, sensitivity, language) }))
    }
    blocks.append(
      .paragraph(
        Line(
          language.text(
            """
            Shares of the variance (Sobol): alone, and with all interactions; then what it comes to with all \
            others at their medians. Answers in words count 1 where they say fits, yes or plausible, and 0 \
            elsewhere.
            """), .dim)))
    return Story(blocks: blocks)
  }

  public var commaSeparated: String {
    CommaSeparated.row(["asked"] + Self.header.map(\.english)) + "\n"
      + sensitivities.flatMap { sensitivity in
        order(sensitivity).map {
          CommaSeparated.row([sensitivity.measure.name] + row($0, sensitivity)) + "\n"
        }
      }.joined()
  }

  /// The fields of its document.
  var fields: [String: JSONValue] {
    [
      "answers": .array(
        sensitivities.map { sensitivity in
          .object([
            "asked": .text(sensitivity.measure.name), "defined": .flag(sensitivity.isDefined),
            "parameters": .array(
              order(sensitivity).map { place in
                let row = row(place, sensitivity)
                return .object([
                  "parameter": .text(row[0]), "distribution": .text(draws[place].words.english),
                  "first": number(sensitivity.indices.first[place]),
                  "total": number(sensitivity.indices.total[place]),
                  "first_error": number(sensitivity.indices.firstError[place]),
                  "total_error": number(sensitivity.indices.totalError[place]),
                  "at_5_percent": .text(row[3]), "at_95_percent": .text(row[4]),
                ])
              }),
          ])
        })
    ]
  }

  private func number(_ value: Double) -> JSONValue { value.isNaN ? .null : .rounded(value, 4) }

  private func share(_ value: Double, _ error: Double) -> String {
    value.isNaN ? "–" : "\(Numbers.fixed(value, 2)) ± \(Numbers.fixed(error, 2))"
  }

  /// A tornado for each measure: how far each parameter alone swings it.
  public var svg: String {
    Tornado(
      panels: sensitivities.map { sensitivity in
        Tornado.Panel(
          title: sensitivity.measure.name,
          bars: order(sensitivity).map { place in
            let swing = sensitivity.swings[place]
            return Tornado.Bar(
              name: draws[place].parameter.path, low: swing.low, high: swing.high,
              lowText: sensitivity.text(swing.low).english,
              highText: sensitivity.text(swing.high).english,
              share: share(
                sensitivity.indices.total[place], sensitivity.indices.totalError[place]))
          })
      }
    ).svg
  }
}

extension Sensitivity {
  fileprivate func text(_ value: Double) -> Phrase {
    guard !value.isNaN else { return "contradictory" }
    return switch measure.form {
    case .word: value > 0.5 ? "yes" : "no"
    case .moments: "\(Numbers.iso(value, in: measure.zone))"
    case .seconds: Numbers.duration(value)
    }
  }
}
