public import Scenarios

/// What a simulation came to, ready for any format.
public struct SimulationReport: Sendable {
  private let simulation: Simulation
  private let summaries: [SampleSummary]

  /// - Parameter samples: all of the simulation's.
  public init(_ simulation: Simulation, _ samples: [Sweep.Row]) {
    self.simulation = simulation
    summaries = simulation.measures.indices.map { place in
      SampleSummary(simulation.measures[place], samples.map { $0.answers[place] })
    }
  }

  public var story: Story {
    let count = summaries.first?.count ?? 0
    var blocks: [Story.Block] = [
      .paragraph(Line("\(count) samples, seed \(simulation.seed)")),
      .items(
        simulation.draws.map { draw in
          (Line("\(draw.parameter.path): ") + Line(draw.words, .dim), [])
        }),
    ]
    let shares = summaries.flatMap { summary in
      summary.shares.map { share in
        [
          summary.measure.name, share.word,
          "\(Numbers.fixed(share.share * 100, 1)) % ± \(Numbers.fixed(share.error * 100, 1))",
          Likelihood.words(share.share),
        ]
      }
    }
    if !shares.isEmpty {
      blocks.append(.table(header: ["asked", "answer", "share", "in words"], rows: shares))
    }
    let rows = summaries.flatMap { summary in
      summary.quantiles.map { quantiles in
        ["\(summary.measure.name) \(quantiles.name)"]
          + quantiles.values.map { text($0, summary.measure) }
      }
    }
    if !rows.isEmpty {
      let levels = SampleSummary.levels.map { "\(Int($0 * 100)) %" }
      blocks.append(.table(header: ["asked"] + levels, rows: rows))
    }
    return Story(blocks: blocks)
  }

  public var json: JSONValue {
    .object([
      "samples": .whole(summaries.first?.count ?? 0), "seed": .text("\(simulation.seed)"),
      "drawn": .array(
        simulation.draws.map { draw in
          .object([
            "parameter": .text(draw.parameter.path), "distribution": .text(draw.words),
          ])
        }),
      "answers": .array(summaries.map(document)),
    ])
  }

  private func document(_ summary: SampleSummary) -> JSONValue {
    .object([
      "asked": .text(summary.measure.name), "contradictory": .whole(summary.empty),
      "shares": .array(
        summary.shares.map { share in
          .object([
            "answer": .text(share.word), "share": .rounded(share.share, 6),
            "standard_error": .rounded(share.error, 6),
            "words": .text(Likelihood.words(share.share)),
          ])
        }),
      "quantiles": .array(
        summary.quantiles.map { quantiles in
          .object([
            "of": .text(quantiles.name), "levels": .array(SampleSummary.levels.map { .number($0) }),
            "values": .array(
              quantiles.values.map {
                let text = text($0, summary.measure)
                return text.isEmpty ? .null : .text(text)
              }),
          ])
        }),
    ])
  }

  private func text(_ value: Double, _ measure: Measure) -> String {
    measure.form == .moments
      ? Numbers.iso(value, in: measure.zone) : Numbers.shortest(value / 3_600, 2) + " h"
  }
}

extension Story {
  /// Which drawn parameter matters most, for each of some measures.
  public init(_ sensitivities: [Sensitivity], _ draws: [Draw]) {
    self.init()
    for sensitivity in sensitivities {
      let order = draws.indices.sorted {
        sensitivity.indices.total[$0] > sensitivity.indices.total[$1]
      }
      blocks.append(.heading(level: 2, Line(sensitivity.measure.name, .strong)))
      if !sensitivity.isDefined {
        blocks.append(
          .paragraph(
            Line(
              "Some samples contradict themselves, so that it has no variance: believe less, or ask for possible.…",
              .warning)))
      }
      blocks.append(
        .table(
          header: ["parameter", "alone", "with others", "at its 5 %", "at its 95 %"],
          rows: order.map { place in
            let swing = sensitivity.swings[place]
            return [
              draws[place].parameter.path, share(sensitivity.indices.first[place]),
              share(sensitivity.indices.total[place]),
              sensitivity.text(swing.low), sensitivity.text(swing.high),
            ]
          }))
    }
    blocks.append(
      .paragraph(
        Line(
          "Shares of the variance (Sobol): alone, and with all interactions; then what it comes to with all "
            + "others at their medians.", .dim)))
  }
}

private func share(_ value: Double) -> String { value.isNaN ? "–" : Numbers.fixed(value, 2) }

extension Sensitivity {
  fileprivate func text(_ value: Double) -> String {
    guard !value.isNaN else { return "contradictory" }
    return switch measure.form {
    case .word: value > 0.5 ? "yes" : "no"
    case .moments: Numbers.iso(value, in: measure.zone)
    case .seconds: Numbers.duration(value)
    }
  }
}

extension Draw {
  /// The distribution in words, such as `triangular 40 km/h, 60 km/h, 80 km/h`.
  fileprivate var words: String {
    func all(_ values: Double...) -> String {
      values.map { parameter.words($0) }.joined(separator: ", ")
    }
    switch distribution {
    case .uniform(let low, let high): return "uniform, \(all(low, high))"
    case .triangular(let low, let mode, let high): return "triangular, \(all(low, mode, high))"
    case .pert(let low, let mode, let high): return "PERT, \(all(low, mode, high))"
    case .normal(let mean, let deviation):
      let width =
        switch parameter.dimension {
        case .moment: Numbers.duration(deviation)
        default: parameter.words(deviation)
        }
      return "normal, \(all(mean)), standard deviation \(width)"
    case .lognormal(let median, let factor):
      return "lognormal, median \(all(median)), factor \(Numbers.shortest(factor, 3))"
    case .empirical(let values): return "one of \(values.count) values"
    }
  }
}
