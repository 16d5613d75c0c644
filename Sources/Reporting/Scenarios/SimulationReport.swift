public import Scenarios
import Plausibility
public import Wording
import Quantities

/// What a simulation came to, ready for any format.
public struct SimulationReport: Sendable {
  private let simulation: Simulation
  private let summaries: [SampleSummary]
  private let correlations: [String]

  /// - Parameters:
  ///   - simulation: the simulation.
  ///   - samples: all of the simulation's.
  ///   - correlations: how its draws go together, as it was written.
  public init(_ simulation: Simulation, _ samples: [Sweep.Row], correlations: [String] = []) {
    self.simulation = simulation
    self.correlations = correlations
    summaries = simulation.measures.indices.map { place in
      SampleSummary(simulation.measures[place], samples.map { $0.answers[place] })
    }
  }

  public func story(in language: Language = .english) -> Story {
    let count = summaries.first?.count ?? 0
    func line(_ phrase: Phrase, _ style: Line.Style = .plain) -> Line {
      Line(language.text(phrase), style)
    }
    let blocks: [Story.Block] = [
      .paragraph(line("\(count) samples, seed \(simulation.seed)")),
      .items(
        simulation.draws.map { draw in
          (Line("\(draw.parameter.path): ") + line(draw.words, .dim), [])
        } + correlations.map { (line("going together: ") + Line($0, .dim), []) }),
    ]
    return Story(blocks: blocks + shareTable(language) + quantileTable(language))
  }

  /// How often each answer in words came.
  private func shareTable(_ language: Language) -> [Story.Block] {
    let shares = summaries.flatMap { summary in
      summary.shares.map { share in
        [
          summary.measure.name, language.text(Phrase(term: share.word.text)),
          "\(Numbers.fixed(share.share * 100, 1)) % ± \(Numbers.fixed(share.error * 100, 1))",
          language.text(Phrase(term: Likelihood.words(share.share))),
        ]
      }
    }
    let header: [Phrase] = ["asked", "answer", "share", "in words"]
    return shares.isEmpty ? [] : [.table(header: header.map(language.text), rows: shares)]
  }

  private func quantileTable(_ language: Language) -> [Story.Block] {
    let rows = summaries.flatMap { summary in
      summary.quantiles.map { quantiles in
        ["\(summary.measure.name) \(language.text(Phrase(term: quantiles.name)))"]
          + zip(quantiles.values, quantiles.within).map { value, within in
            text(value, summary.measure) + language.text(error(within))
          }
      }
    }
    let levels = SampleSummary.levels.map { "\(Int(held: $0 * 100)) %" }
    return rows.isEmpty ? [] : [.table(header: [language.text("asked")] + levels, rows: rows)]
  }

  /// How far a quantile may be from that of endlessly many samples, such as ` ± 4 min`.
  private func error(_ within: Bounds) -> Phrase {
    let half = (within.high - within.low) / 2
    return half.isFinite && half >= 30 ? " ± \(Numbers.duration(half))" : ""
  }

  /// The fields of its document.
  var fields: [String: JSONValue] {
    [
      "samples": .whole(summaries.first?.count ?? 0), "seed": .text("\(simulation.seed)"),
      "drawn": .array(
        simulation.draws.map { draw in
          .object([
            "parameter": .text(draw.parameter.path), "distribution": .text(draw.words.english),
          ])
        }),
      "correlations": .array(correlations.map { .text($0) }),
      "answers": .array(summaries.map(document)),
    ]
  }

  private func document(_ summary: SampleSummary) -> JSONValue {
    .object([
      "asked": .text(summary.measure.name), "contradictory": .whole(summary.empty),
      "shares": .array(
        summary.shares.map { share in
          .object([
            "answer": .text(share.word.text), "share": .rounded(share.share, 6),
            "standard_error": .rounded(share.error, 6),
            "words": .text(Likelihood.words(share.share)),
          ])
        }),
      "quantiles": .array(
        summary.quantiles.map { quantiles in
          .object([
            "of": .text(quantiles.name), "levels": .array(SampleSummary.levels.map { .number($0) }),
            "values": .array(quantiles.values.map { value($0, summary.measure) }),
            "within": .array(
              quantiles.within.map { within in
                .array([within.low, within.high].map { value($0, summary.measure) })
              }),
          ])
        }),
    ])
  }

  private func value(_ value: Double, _ measure: Measure) -> JSONValue {
    let text = text(value, measure)
    return text.isEmpty ? .null : .text(text)
  }

  private func text(_ value: Double, _ measure: Measure) -> String {
    measure.form == .moments
      ? Numbers.iso(value, in: measure.zone) : Numbers.shortest(value / 3_600, 2) + " h"
  }
}

extension Draw {
  /// The distribution in words, such as `triangular, 40 km/h, 60 km/h, 80 km/h`.
  var words: Phrase {
    let width: (Double) -> Phrase
    if case .moment = parameter.dimension {
      width = { Numbers.duration($0) }
    } else {
      width = parameter.words
    }
    return distribution.words(parameter.words, width: width)
  }
}

extension Distribution {
  /// In words, such as `triangular, 40 km/h, 60 km/h, 80 km/h`.
  ///
  /// - Parameters:
  ///   - value: a value with its unit.
  ///   - width: a difference of two values with its unit; nil where it is told as they are.
  func words(_ value: (Double) -> Phrase, width: ((Double) -> Phrase)? = nil) -> Phrase {
    func all(_ values: Double...) -> Phrase { values.map(value).joined(separator: ", ") }
    switch self {
    case .uniform(let low, let high): return low == high ? all(low) : "uniform, \(all(low, high))"
    case .triangular(let low, let mode, let high): return "triangular, \(all(low, mode, high))"
    case .pert(let low, let mode, let high): return "PERT, \(all(low, mode, high))"
    case .normal(let mean, let deviation):
      let deviation = width?(deviation) ?? value(deviation)
      return "normal, \(all(mean)), standard deviation \(deviation)"
    case .lognormal(let median, let factor):
      return "lognormal, median \(all(median)), factor \(Numbers.shortest(factor, 3))"
    case .empirical(let values): return "one of \(values.count) values"
    }
  }
}
