import Plausibility
public import Scenarios
import Wording
import Quantities

/// How long a way takes of which only likelihoods are known, and how likely that makes what is claimed of it.
public struct EstimateReport: Sendable {
  /// A claimed time with how many samples lie within its words, and within what still counts as a stretch of them.
  public struct ClaimedTime: Sendable {
    public let words: String
    public let fitting: Int
    public let stretched: Int

    public init(words: String, fitting: Int, stretched: Int) {
      self.words = words
      self.fitting = fitting
      self.stretched = stretched
    }
  }

  private let time: TravelTime
  private let summary: TravelTime.Summary
  private let claims: [ClaimedTime]
  private let seed: UInt64

  public init(
    _ time: TravelTime, _ summary: TravelTime.Summary, claims: [ClaimedTime], seed: UInt64
  ) {
    self.time = time
    self.summary = summary
    self.claims = claims
    self.seed = seed
  }

  private var inputs: [(name: String, words: String)] {
    [
      ("distance", time.distance.words { Numbers.distance($0) }.english),
      ("speed", time.speed.words { Numbers.speed($0) }.english),
      ("stops", time.stops.words { Numbers.duration($0) }.english),
    ]
  }

  public var story: Story {
    var blocks: [Story.Block] = [
      .paragraph(Line("\(summary.count) samples, seed \(seed)")),
      .items(inputs.map { (Line("\($0.name): ") + Line($0.words, .dim), []) }),
      .paragraph(
        Line("\(Numbers.duration(summary.mean)) on average", .strong)
          + Line(
            ", standard deviation \(Numbers.duration(summary.deviation)), standard error "
              + "\(Numbers.fixed(summary.meanError, 1)) s")),
      .table(
        header: SampleSummary.levels.map { "\(Int(held: $0 * 100)) %" },
        rows: [
          zip(summary.quantiles, summary.within).map { value, within in
            "\(Numbers.duration(value)) ± \(Numbers.fixed((within.high - within.low) / 2, 0)) s"
          }
        ]),
    ]
    if !claims.isEmpty {
      blocks.append(
        .table(
          header: ["claimed", "fits", "in words", "stretched at most", "in words"],
          rows: claims.map { claim in
            [claim.words] + told(claim.fitting) + told(claim.stretched)
          }))
    }
    return Story(blocks: blocks)
  }

  private func share(_ count: Int) -> Double { Double(count) / Double(max(1, summary.count)) }

  private func error(_ share: Double) -> Double {
    (share * (1 - share) / Double(max(1, summary.count))).squareRoot()
  }

  private func told(_ count: Int) -> [String] {
    let share = share(count)
    return [
      "\(Numbers.fixed(share * 100, 2)) % ± \(Numbers.fixed(error(share) * 100, 2))",
      Likelihood.words(share),
    ]
  }

  public var json: JSONValue {
    .object([
      "format": .text("wayproof-estimate"), "version": .whole(1),
      "program": .text(ProgramVersion.name), "samples": .whole(summary.count),
      "seed": .text("\(seed)"),
      "drawn": .object(
        Dictionary(
          inputs.map { ($0.name, .text($0.words)) }, uniquingKeysWith: { first, _ in first })),
      "mean_s": .rounded(summary.mean, 3), "mean_error_s": .rounded(summary.meanError, 3),
      "deviation_s": .rounded(summary.deviation, 3),
      "levels": .array(SampleSummary.levels.map { .number($0) }),
      "quantiles_s": .array(summary.quantiles.map { .rounded($0, 3) }),
      "within_s": .array(
        summary.within.map { .array([.rounded($0.low, 3), .rounded($0.high, 3)]) }),
      "claims": .array(
        claims.map { claim in
          .object([
            "claimed": .text(claim.words), "fits": chance(claim.fitting),
            "fits_or_stretched": chance(claim.stretched),
          ])
        }),
    ])
  }

  private func chance(_ count: Int) -> JSONValue {
    let share = share(count)
    return .object([
      "share": .rounded(share, 6), "standard_error": .rounded(error(share), 6),
      "words": .text(Likelihood.words(share)),
    ])
  }
}
