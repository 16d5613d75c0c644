/// A parameter with how likely its values are, such as `train.max_speed=triangular(40,60,80)km/h`.
public struct Draw: Sendable {
  public let parameter: Parameter
  public let distribution: Distribution

  /// The value below which a share of all values lies. What has no sign is never negative.
  func value(at share: Double) -> Double {
    let value = distribution.quantile(share)
    return parameter.isSigned ? value : max(0, value)
  }

  private static let forms =
    "write uniform(a,b), triangular(a,mode,b), pert(a,mode,b), normal(mean,deviation), "
    + "lognormal(median,factor) or values(a,b,…), with the unit behind the bracket"

  /// - Throws: `ScenarioError` with what is wrong and what may stand there.
  public init(parsing text: String, _ list: ParameterList) throws(ScenarioError) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw ScenarioError("'\(text)': \(Self.forms)") }
    let parameter = try list.parameter(parts[0].trimmed)
    self.parameter = parameter
    guard let open = parts[1].firstIndex(of: "("), let close = parts[1].lastIndex(of: ")"),
      open < close
    else { throw ScenarioError("'\(text)': \(Self.forms)") }
    let name = parts[1][..<open].trimmed
    let unit = parts[1][parts[1].index(after: close)...].trimmed
    let words = parts[1][parts[1].index(after: open)..<close].split(separator: ",").map(\.trimmed)
    func value(_ place: Int) throws(ScenarioError) -> Double {
      guard case .number(let number) = try parameter.value(parsing: words[place] + unit) else {
        throw ScenarioError("'\(text)': \(parameter.path) takes words, which have no distribution")
      }
      return number
    }
    switch (name, words.count) {
    case ("uniform", 2): distribution = .uniform(from: try value(0), to: try value(1))
    case ("triangular", 3):
      distribution = .triangular(from: try value(0), mode: try value(1), to: try value(2))
    case ("pert", 3):
      distribution = .pert(from: try value(0), mode: try value(1), to: try value(2))
    case ("normal", 2):
      // Of a moment the deviation has a unit of its own.
      let deviation = parameter.isMoment ? words[1] : words[1] + unit
      distribution = .normal(mean: try value(0), deviation: try parameter.width(parsing: deviation))
    case ("lognormal", 2):
      guard let factor = Double(words[1]), factor.isFinite else {
        throw ScenarioError("'\(text)': the factor is a number without a unit")
      }
      distribution = .lognormal(median: try value(0), factor: factor)
    case ("values", 1...):
      distribution = .empirical(
        try words.indices.map { place throws(ScenarioError) in try value(place) }.sorted())
    default: throw ScenarioError("'\(text)': \(Self.forms)")
    }
    if let problem = distribution.problem { throw ScenarioError("'\(text)': \(problem)") }
  }
}
