public import Figures
import Plausibility
public import Reporting
public import Scenarios

/// How likely a travel time is if only likelihoods are known. Distributions are in the notation of `Scenarios`.
public struct EstimateQuestion: Sendable {
  /// The length of the way.
  public var distance: String
  /// The average speed while it moves.
  public var speed: String
  /// Total time spent standing.
  public var stops = "0h"
  /// Claimed times, such as `about 20 hours`.
  public var claims: [String] = []
  /// How many samples are drawn.
  public var samples = 1_000_000
  /// At most so many.
  public var sampleLimit = 1_000_000_000
  /// Random seed; the same seed gives the same samples.
  public var seed: UInt64 = 1
  /// Whether distributions may be read from files.
  public var files = ObservedFiles.refused

  public init(distance: String, speed: String) {
    self.distance = distance
    self.speed = speed
  }

  /// - Throws: `QuestionError` for a number of samples that cannot be drawn.
  public func check() throws(QuestionError) {
    guard sampleLimit >= 1, (1...sampleLimit).contains(samples) else {
      throw QuestionError(.samples, samples, "write 1 to \(sampleLimit)")
    }
  }

  /// - Parameters:
  ///   - profile: how hedges are read.
  ///   - grammar: how values are understood.
  ///   - threads: at most so many; nil for all cores. The answer does not depend on it.
  /// - Throws: `QuestionError`.
  public func answer(
    under profile: HedgeProfile, _ grammar: FigureGrammar, threads: Int? = nil
  ) throws(QuestionError) -> EstimateReport {
    try check()
    let (distance, speed, stops) = (
      try distribution(.distance, distance, .distance, (profile, grammar)),
      try distribution(.speed, speed, .speed, (profile, grammar)),
      try distribution(.stops, stops, .duration, (profile, grammar))
    )
    let time: TravelTime
    do { time = try TravelTime(distance: distance, speed: speed, stops: stops) } catch {
      throw QuestionError(error)
    }
    var bounds: [Bounds] = []
    for words in claims {
      let claimed = try interval(of: words, profile, grammar)
      bounds += [claimed, claimed.stretchedToLimit(of: profile)].map {
        Bounds($0.lower ?? -.infinity, $0.upper ?? .infinity)
      }
    }
    let summary = time.summary(of: samples, seed: seed, counting: bounds, threads: threads)
    let counted = claims.indices.map { place in
      EstimateReport.ClaimedTime(
        words: claims[place], fitting: summary.counts[2 * place],
        stretched: summary.counts[2 * place + 1])
    }
    return EstimateReport(time, summary, claims: counted, seed: seed)
  }

  private func distribution(
    _ field: QuestionField, _ text: String, _ dimension: ValueKind.Dimension,
    _ words: (profile: HedgeProfile, grammar: FigureGrammar)
  ) throws(QuestionError) -> Distribution {
    do {
      let kind = ValueKind(
        name: "the \(field.rawValue)", dimension: dimension, grammar: words.grammar)
      return try Distribution(parsing: text, of: kind, words.profile, files: files)
    } catch {
      throw QuestionError(field, because: error)
    }
  }

  private func interval(
    of text: String, _ profile: HedgeProfile, _ grammar: FigureGrammar
  ) throws(QuestionError) -> ClaimedInterval {
    do { return try grammar.value(text, as: .duration).interval(under: profile) } catch {
      throw QuestionError(.claim, "'\(text)'", error.message)
    }
  }
}
