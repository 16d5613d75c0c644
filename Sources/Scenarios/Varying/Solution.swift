public import Casework
public import Claims
import Parallelism
public import Plausibility

/// The values of one parameter under which a condition holds.
public struct Solution: Sendable {
  /// A stretch of values under which it holds.
  public struct Stretch: Hashable, Sendable {
    public let bounds: Bounds
    /// Whether it goes on as far as was looked.
    public let beginsOpen: Bool
    public let endsOpen: Bool
  }

  /// In order; more than one where the condition does not simply begin or end to hold.
  public let stretches: [Stretch]
  /// Of a parameter that takes words, those under which it holds.
  public let words: [String]
  /// Whether some values were left undecided.
  public let isUndecided: Bool
}

/// Looks for the values of a parameter under which a condition holds.
///
/// The range is looked at in equal steps and each change is narrowed down by bisection. What comes and goes within one
/// step is not seen.
public struct Solver: Sendable {
  public let parameter: CaseParameter
  public let range: Bounds
  private let condition: Condition
  private let model: CaseModel
  private let believed: [Claim.ID]?

  /// How many values are looked at before changes are narrowed down.
  public static let steps = 64
  private static let halvings = 40

  public init(
    _ parameter: CaseParameter, for condition: Condition, within range: Bounds, _ model: CaseModel,
    believed: [Claim.ID]? = nil
  ) {
    self.parameter = parameter
    self.range = range
    self.condition = condition
    self.model = model.prepared()
    self.believed = believed
  }

  /// Where a parameter is looked for when nobody says.
  ///
  /// - Throws: `ScenarioError` where it takes words.
  public static func usualRange(
    of parameter: CaseParameter, _ model: CaseModel
  ) throws(ScenarioError) -> Bounds {
    if let limits = parameter.kind.limits, parameter.dimension == .speed {
      return Bounds(limits.lowerBound, limits.upperBound)
    }
    if case .number(let claim, let size) = parameter.target,
      let value = model.caseFile.claims.first(where: { $0.id == claim })?.value
    {
      let own = value.number.value * size
      return Bounds(own / 4, own * 4)
    }
    switch parameter.dimension {
    case .speed: return Bounds(1 / 3.6, 400 / 3.6)
    case .distance: return Bounds(1_000, 20_000_000)
    case .duration: return Bounds(0, 3 * 86_400)
    case .moment(let clock):
      guard let date = clock.date,
        case .number(let day)? = try? parameter.kind.value(parsing: date + "T00:00")
      else {
        throw ScenarioError(
          "\(parameter.path): the journey has no date; say within which moments to look, FIRST..LAST"
        )
      }
      return Bounds(day - 86_400, day + 3 * 86_400)
    case .wind: return Bounds(-400 / 3.6, 400 / 3.6)
    case .count:
      return Bounds(
        parameter.kind.limits?.lowerBound ?? 1, parameter.kind.limits?.upperBound ?? 200)
    case .choice: return Bounds(0, 0)
    case .place: throw ScenarioError("\(parameter.path): which places? vary it instead")
    }
  }

  /// A range `LEAST..MOST`.
  ///
  /// - Throws: `ScenarioError` where it is none.
  public static func range(
    _ text: String, of parameter: CaseParameter
  ) throws(ScenarioError) -> Bounds {
    guard let dots = text.firstRange(of: "..") else {
      throw ScenarioError("'\(text)': write LEAST..MOST, such as 40..120km/h")
    }
    let first = text[..<dots.lowerBound].trimmed
    let unit =
      first.contains(where: \.isLetter)
      ? "" : parameter.kind.sharedUnit(of: text[dots.upperBound...].trimmed)
    guard case .number(let low) = try parameter.kind.value(parsing: first + unit),
      case .number(let high) = try parameter.kind.value(parsing: text[dots.upperBound...].trimmed),
      low < high
    else { throw ScenarioError("'\(text)': write LEAST..MOST, such as 40..120km/h") }
    return Bounds(low, high)
  }

  /// - Parameter circumstances: what holds besides.
  public func solution(under circumstances: Circumstances) -> Solution {
    var trial = Trial(solver: self, circumstances: circumstances)
    if case .choice(let words) = parameter.dimension {
      let good = words.filter { trial.holds(.choice($0)) }
      return Solution(stretches: [], words: good, isUndecided: trial.isUndecided)
    }
    let isWhole = parameter.dimension == .count
    let values = candidates
    var stretches: [Solution.Stretch] = []
    var begin: Double?
    var last: Double?
    for value in values {
      let isTrue = trial.holds(.number(value))
      if isTrue, begin == nil {
        begin = isWhole ? value : last.map { trial.change($0, value, to: true) } ?? value
      }
      if !isTrue, let start = begin, let last {
        stretches.append(stretch(start, isWhole ? last : trial.change(last, value, to: false)))
        begin = nil
      }
      last = value
    }
    if let begin { stretches.append(stretch(begin, last ?? begin)) }
    return Solution(stretches: stretches, words: [], isUndecided: trial.isUndecided)
  }

  /// The values that are looked at before changes are narrowed down; of whole numbers all.
  private var candidates: [Double] {
    guard parameter.dimension != .count else {
      return Array(stride(from: range.low.rounded(.up), through: range.high, by: 1))
    }
    let width = (range.high - range.low) / Double(Self.steps)
    let even = (0...Self.steps).map {
      $0 == Self.steps ? range.high : range.low + Double($0) * width
    }
    return Set(even + roundValues).sorted()
  }

  /// Of a claim's number the round ones: they are read more widely than those between them.
  private var roundValues: [Double] {
    guard case .number(_, let size) = parameter.target else { return [] }
    var step = size
    while (range.high - range.low) / step > Self.roundLimit { step *= 10 }
    return Array(
      stride(from: (range.low / step).rounded(.up) * step, through: range.high, by: step))
  }

  /// How many round values are looked at.
  private static let roundLimit = 250.0

  /// Tries values, and remembers whether some were left undecided.
  private struct Trial {
    let solver: Solver
    let circumstances: Circumstances
    var isUndecided = false

    mutating func holds(_ value: ParameterValue) -> Bool {
      guard !TimeLimit.isReached else {
        isUndecided = true
        return false
      }
      var supposed = circumstances
      solver.parameter.set(value, in: &supposed)
      let answer = solver.condition.holds(
        in: solver.model.outcome(under: supposed), believing: solver.believed)
      if answer == nil { isUndecided = true }
      return answer == true
    }

    /// Where between two values the answer changes to another.
    mutating func change(_ before: Double, _ after: Double, to answer: Bool) -> Double {
      var (low, high) = (before, after)
      let width = solver.range.high - solver.range.low
      for _ in 0..<Solver.halvings where high - low > 1e-6 * max(1, abs(width)) {
        let middle = (low + high) / 2
        if holds(.number(middle)) == answer { high = middle } else { low = middle }
      }
      return answer ? high : low
    }
  }

  private func stretch(_ low: Double, _ high: Double) -> Solution.Stretch {
    Solution.Stretch(
      bounds: Bounds(low, high), beginsOpen: low <= range.low, endsOpen: high >= range.high)
  }
}

extension Sweep {
  /// The solution under every combination, in order.
  public func solutions(
    of solver: Solver, threads: Int? = nil
  ) -> [(values: [ParameterValue?], solution: Solution)] {
    parallelPieces(of: count ?? 0, threads: threads) { piece in
      piece.map { number in
        let values = values(number)
        return (values: values, solution: solver.solution(under: circumstances(values)))
      }
    }.flatMap(\.self)
  }
}
