public import Casework
public import Claims
import Plausibility

/// Every combination of some parameters' values, or each of them by itself, and what is asked of each.
public struct Sweep: Sendable {
  /// Which values are tried together.
  public enum Design: Sendable {
    /// Every combination, the last parameter fastest.
    case grid
    /// Each value by itself, all other parameters as the case has them.
    case oneAtATime
  }

  public let design: Design
  public let variations: [Variation]
  public let measures: [Measure]
  /// What holds in all of them.
  public let settings: Settings
  /// The claims that are believed where moments are asked for; nil for all that nothing disputes.
  public let believed: [Claim.ID]?
  private let model: CaseModel

  /// One combination with its answers.
  public struct Row: Sendable {
    /// Nil where a parameter is as the case has it.
    public let values: [ParameterValue?]
    public let answers: [Measure.Answer]
  }

  public init(
    _ model: CaseModel, variations: [Variation], measures: [Measure],
    settings: Settings = Settings(), believed: [Claim.ID]? = nil, design: Design = .grid
  ) {
    self.design = design
    self.variations = variations
    self.measures = measures
    self.settings = settings
    self.believed = believed
    self.model = model.prepared(for: Self.courses(variations, settings, design))
  }

  /// How many courses of journeys are worked out beforehand.
  private static let preparedCourses = 10_000

  /// What decides how journeys run, in every scenario.
  private static func courses(
    _ variations: [Variation], _ settings: Settings, _ design: Design
  ) -> [Circumstances] {
    let base = settings.circumstances
    var courses = [base]
    for variation in variations where variation.parameter.isOfCourse {
      guard courses.count * variation.values.count <= preparedCourses else { return [] }
      let changed = (design == .grid ? courses : [base]).flatMap { course in
        variation.values.map { value in
          var changed = course
          variation.parameter.set(value, in: &changed)
          return changed
        }
      }
      courses = design == .grid ? changed : courses + changed
    }
    return courses
  }

  /// How many scenarios there are; nil for more than can be counted.
  public var count: Int? {
    let counts = variations.map(\.values.count)
    switch design {
    case .oneAtATime: return counts.reduce(0, +)
    case .grid:
      var count = 1
      for own in counts {
        let (product, overflow) = count.multipliedReportingOverflow(by: own)
        if overflow { return nil }
        count = product
      }
      return count
    }
  }

  /// Works all scenarios out on all cores and hands the rows over in order.
  ///
  /// The rows do not depend on `threads`.
  ///
  /// - Parameters:
  ///   - start: how many are left out, because they were worked out before.
  ///   - threads: at most so many at once; nil for all cores.
  ///   - take: takes some rows and says whether more are wanted.
  public func run(from start: Int = 0, threads: Int? = nil, _ take: ([Row]) -> Bool) {
    let count = count ?? 0
    inBatches(of: min(start, count)..<count, threads: threads, { row($0, &$1) }, take)
  }

  private func row(_ number: Int, _ before: inout KnownSets?) -> Row {
    let values = values(number)
    let outcome = model.outcome(under: circumstances(values))
    let known = Measure.knownSets(for: measures, outcome, believing: believed, like: before)
    before = known
    return Row(
      values: values, answers: measures.map { $0.answer(outcome, believing: believed, known) })
  }

  /// The values of the scenario of a number.
  public func values(_ number: Int) -> [ParameterValue?] {
    var rest = number
    switch design {
    case .oneAtATime:
      return variations.map { variation in
        defer { rest -= variation.values.count }
        return variation.values.indices.contains(rest) ? variation.values[rest] : nil
      }
    case .grid:
      var values: [ParameterValue] = []
      for variation in variations.reversed() {
        values.append(variation.values[rest % variation.values.count])
        rest /= variation.values.count
      }
      return values.reversed()
    }
  }

  func circumstances(_ values: [ParameterValue?]) -> Circumstances {
    var circumstances = settings.circumstances
    for (variation, value) in zip(variations, values) {
      guard let value else { continue }
      variation.parameter.set(value, in: &circumstances)
    }
    return circumstances
  }
}
