public import Casework
public import Claims
import Plausibility

/// A case judged many times, with the values of some parameters drawn at random.
public struct Simulation: Sendable {
  public let draws: [Draw]
  public let measures: [Measure]
  public let seed: UInt64
  /// How the draws go together; nil where they do not.
  public let correlation: Correlation?
  private let settings: Settings
  private let believed: [Claim.ID]?
  private let model: CaseModel
  private let generator: CounterGenerator

  public init(
    _ model: CaseModel, draws: [Draw], measures: [Measure], seed: UInt64,
    settings: Settings = Settings(), believed: [Claim.ID]? = nil, correlation: Correlation? = nil
  ) {
    self.correlation = correlation
    self.model = model.prepared()
    self.draws = draws
    self.measures = measures
    self.seed = seed
    self.settings = settings
    self.believed = believed
    generator = CounterGenerator(seed: seed)
  }

  /// Works samples out on all cores and hands them over in order.
  ///
  /// Sample by sample they depend on the seed and on nothing else.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - start: how many of them are left out, because they were worked out before.
  ///   - threads: at most so many at once; nil for all cores.
  ///   - take: takes some samples and says whether more are wanted.
  public func run(
    _ count: Int, from start: Int = 0, threads: Int? = nil, _ take: ([Sweep.Row]) -> Bool
  ) {
    inBatches(
      of: min(start, count)..<count, threads: threads, { row(values($0), measures, &$1) }, take)
  }

  /// The values of a sample, one for each draw.
  public func values(_ sample: Int) -> [Double] {
    let shares = draws.indices.map { stream in
      generator.uniform(stream: UInt64(stream), index: UInt64(sample))
    }
    return zip(draws, correlation?.shares(shares) ?? shares).map { $0.value(at: $1) }
  }

  func row(
    _ values: [Double], _ measures: [Measure], _ before: inout KnownSets?
  ) -> Sweep.Row {
    var circumstances = settings.circumstances
    for (draw, value) in zip(draws, values) {
      draw.parameter.set(.number(value), in: &circumstances)
    }
    let outcome = model.outcome(under: circumstances)
    let known = Measure.knownSets(for: measures, outcome, believing: believed, like: before)
    before = known
    return Sweep.Row(
      values: values.map { .number($0) },
      answers: measures.map { $0.answer(outcome, believing: believed, known) })
  }
}
