public import Casework
public import Claims

/// A case judged many times, with the values of some parameters drawn at random.
public struct Simulation: Sendable {
  public let draws: [Draw]
  public let measures: [Measure]
  public let seed: UInt64
  private let settings: Settings
  private let believed: [Claim.ID]?
  private let model: CaseModel
  private let generator: CounterGenerator

  public init(
    _ model: CaseModel, draws: [Draw], measures: [Measure], seed: UInt64,
    settings: Settings = Settings(), believed: [Claim.ID]? = nil
  ) {
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
  ///   - threads: at most so many at once; nil for all cores.
  public func run(_ count: Int, threads: Int? = nil, _ take: ([Sweep.Row]) -> Void) {
    inBatches(of: count, threads: threads, { row(values($0), measures) }, take)
  }

  /// The values of a sample, one for each draw.
  public func values(_ sample: Int) -> [Double] {
    draws.indices.map { stream in
      draws[stream].value(at: generator.uniform(stream: UInt64(stream), index: UInt64(sample)))
    }
  }

  func row(_ values: [Double], _ measures: [Measure]) -> Sweep.Row {
    var circumstances = settings.circumstances
    for (draw, value) in zip(draws, values) {
      draw.parameter.set(.number(value), in: &circumstances)
    }
    let outcome = model.outcome(under: circumstances)
    let known = Measure.knownSets(for: measures, outcome, believing: believed)
    return Sweep.Row(
      values: values.map { .number($0) },
      answers: measures.map { $0.answer(outcome, believing: believed, known) })
  }
}
