public import Casework
public import Claims

/// Every combination of some parameters' values, and what is asked of each.
public struct Sweep: Sendable {
  public let variations: [Variation]
  public let measures: [Measure]
  /// What holds in all of them.
  public let settings: Settings
  /// The claims that are believed where moments are asked for; nil for all that nothing disputes.
  public let believed: [Claim.ID]?
  private let model: CaseModel

  /// One combination with its answers.
  public struct Row: Sendable {
    public let values: [ParameterValue]
    public let answers: [Measure.Answer]
  }

  public init(
    _ model: CaseModel, variations: [Variation], measures: [Measure],
    settings: Settings = Settings(), believed: [Claim.ID]? = nil
  ) {
    self.variations = variations
    self.measures = measures
    self.settings = settings
    self.believed = believed
    self.model = model.prepared(for: Self.courses(variations, settings))
  }

  /// How many courses of journeys are worked out beforehand.
  private static let preparedCourses = 10_000

  /// Every combination of what decides how journeys run.
  private static func courses(_ variations: [Variation], _ settings: Settings) -> [Circumstances] {
    var courses = [settings.circumstances]
    for variation in variations where variation.parameter.isOfCourse {
      guard courses.count * variation.values.count <= preparedCourses else { return [] }
      courses = courses.flatMap { course in
        variation.values.map { value in
          var changed = course
          variation.parameter.set(value, in: &changed)
          return changed
        }
      }
    }
    return courses
  }

  /// How many combinations there are; nil for more than can be counted.
  public var count: Int? {
    var count = 1
    for variation in variations {
      let (product, overflow) = count.multipliedReportingOverflow(by: variation.values.count)
      if overflow { return nil }
      count = product
    }
    return count
  }

  /// Works all combinations out on all cores and hands the rows over in order, the last parameter fastest.
  ///
  /// The rows do not depend on `threads`.
  ///
  /// - Parameter threads: at most so many at once; nil for all cores.
  public func run(threads: Int? = nil, _ take: ([Row]) -> Void) {
    inBatches(of: count ?? 0, threads: threads, { row($0) }, take)
  }

  private func row(_ number: Int) -> Row {
    let values = values(number)
    let outcome = model.outcome(under: circumstances(values))
    let known = Measure.knownSets(for: measures, outcome, believing: believed)
    return Row(
      values: values, answers: measures.map { $0.answer(outcome, believing: believed, known) })
  }

  /// The values of the combination of a number.
  func values(_ number: Int) -> [ParameterValue] {
    var rest = number
    var values: [ParameterValue] = []
    for variation in variations.reversed() {
      values.append(variation.values[rest % variation.values.count])
      rest /= variation.values.count
    }
    return values.reversed()
  }

  func circumstances(_ values: [ParameterValue]) -> Circumstances {
    var circumstances = settings.circumstances
    for (variation, value) in zip(variations, values) {
      variation.parameter.set(value, in: &circumstances)
    }
    return circumstances
  }
}
