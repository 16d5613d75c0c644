import Casework
import Claims
import Datasets
import Foundation
import Plausibility

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
    + "lognormal(median,factor) or values(a,b,…), with the unit behind the bracket; file(NAME.csv:COLUMN), "
    + "hedged(about 560 km) or claim(ID)"

  /// - Throws: `ScenarioError` with what is wrong and what may stand there.
  public init(
    parsing text: String, _ list: ParameterList
  ) throws(ScenarioError) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw ScenarioError("'\(text)': \(Self.forms)") }
    let parameter = try list.parameter(parts[0].trimmed)
    guard parameter.isNumber else {
      throw ScenarioError("'\(text)': \(parameter.path) takes words, which have no distribution")
    }
    self.parameter = parameter
    guard let open = parts[1].firstIndex(of: "("), let close = parts[1].lastIndex(of: ")"),
      open < close
    else { throw ScenarioError("'\(text)': \(Self.forms)") }
    let form = Form(
      text: text, name: parts[1][..<open].trimmed,
      inside: parts[1][parts[1].index(after: open)..<close].trimmed,
      unit: parts[1][parts[1].index(after: close)...].trimmed)
    distribution =
      switch form.name {
      case "file": try Self.observed(form, parameter)
      case "hedged": try Self.hedged(form, parameter, list.model)
      case "claim": try Self.claimed(form, parameter, list.model)
      default: try Self.named(form, parameter)
      }
    if let problem = distribution.problem { throw ScenarioError("'\(text)': \(problem)") }
  }

  /// A distribution as it was written: `name(inside)unit`.
  private struct Form {
    let text: String
    let name: String
    let inside: String
    let unit: String
  }

  private static func named(
    _ form: Form, _ parameter: Parameter
  ) throws(ScenarioError) -> Distribution {
    let words = form.inside.split(separator: ",").map(\.trimmed)
    func value(_ place: Int) throws(ScenarioError) -> Double {
      try parameter.number(parsing: words[place] + form.unit)
    }
    switch (form.name, words.count) {
    case ("uniform", 2): return .uniform(from: try value(0), to: try value(1))
    case ("triangular", 3):
      return .triangular(from: try value(0), mode: try value(1), to: try value(2))
    case ("pert", 3): return .pert(from: try value(0), mode: try value(1), to: try value(2))
    case ("normal", 2):
      // Of a moment the deviation has a unit of its own.
      let deviation = parameter.isMoment ? words[1] : words[1] + form.unit
      return .normal(mean: try value(0), deviation: try parameter.width(parsing: deviation))
    case ("lognormal", 2):
      guard let factor = Double(words[1]), factor.isFinite else {
        throw ScenarioError("'\(form.text)': the factor is a number without a unit")
      }
      return .lognormal(median: try value(0), factor: factor)
    case ("values", 1...):
      return .empirical(
        try words.indices.map { place throws(ScenarioError) in try value(place) }.sorted())
    default: throw ScenarioError("'\(form.text)': \(forms)")
    }
  }

  // MARK: Observed and claimed

  /// How long a file of observations may be, in bytes.
  private static let fileLimit = 64 << 20

  /// The numbers of a column of a table with a header.
  private static func observed(
    _ form: Form, _ parameter: Parameter
  ) throws(ScenarioError) -> Distribution {
    var (name, column) = (form.inside, "")
    if let colon = form.inside.lastIndex(of: ":") {
      name = String(form.inside[..<colon])
      column = String(form.inside[form.inside.index(after: colon)...])
    }
    let table: Table
    do {
      table = try Table(
        bytes: try DataFolder.bytes(of: URL(fileURLWithPath: name), limit: fileLimit), name: name,
        columns: [])
    } catch { throw ScenarioError("'\(form.text)': \(error)") }
    if column.isEmpty, table.columns.count == 1 { column = table.columns[0] }
    guard table.columns.contains(column) else {
      throw ScenarioError(
        "'\(form.text)': write file(\(name):COLUMN); it has the columns "
          + table.columns.joined(separator: ", "))
    }
    var values: [Double] = []
    for row in table.rows {
      let text = row[column].trimmed
      if text.isEmpty { continue }
      do throws(ScenarioError) {
        values.append(try parameter.number(parsing: text + form.unit))
      } catch {
        throw ScenarioError("\(name), line \(row.line): \(error.message)")
      }
    }
    return .empirical(values.sorted())
  }

  /// The likeliest at the number itself, the ends where the hedge's profile has them.
  private static func hedged(
    _ form: Form, _ parameter: Parameter, _ model: CaseModel
  ) throws(ScenarioError) -> Distribution {
    guard let dimension = parameter.dimension.ofValues else {
      throw ScenarioError("'\(form.text)': \(parameter.path) has no hedged values")
    }
    let value: HedgedValue
    do { value = try HedgedValue(parsing: form.inside, as: dimension) } catch {
      throw ScenarioError("'\(form.text)': \(error.message)")
    }
    return try distribution(of: value, form, model)
  }

  private static func distribution(
    of value: HedgedValue, _ form: Form, _ model: CaseModel
  ) throws(ScenarioError) -> Distribution {
    let interval = value.interval(under: model.profile)
    guard let low = interval.lower, let high = interval.upper, low < high else {
      throw ScenarioError(
        "'\(form.text)': those words bound one side only; say how likely the rest is, such as by triangular(…)"
      )
    }
    let number = value.number.value * value.unit.siSize
    return value.upperNumber == nil && low <= number && number <= high
      ? .triangular(from: low, mode: number, to: high) : .uniform(from: low, to: high)
  }

  /// As a claim's words have it: of a moment any within its window alike.
  private static func claimed(
    _ form: Form, _ parameter: Parameter, _ model: CaseModel
  ) throws(ScenarioError) -> Distribution {
    let id = try model.claim(form.inside)
    if parameter.isMoment {
      let bands = model.bands(for: parameter).filter { $0.claim == id }
      guard let band = bands.first, bands.count == 1, band.bounds.low.isFinite,
        band.bounds.high.isFinite
      else {
        throw ScenarioError(
          "'\(form.text)': that claim gives \(bands.isEmpty ? "no" : "several or open") windows for \(parameter.path)"
        )
      }
      return .uniform(from: band.bounds.low, to: band.bounds.high)
    }
    guard let value = model.caseFile.claims.first(where: { $0.id == id })?.value,
      value.unit.dimension == parameter.dimension.ofValues
    else {
      throw ScenarioError("'\(form.text)': that claim has no value such as \(parameter.path) takes")
    }
    return try distribution(of: value, form, model)
  }
}

extension Parameter {
  var isNumber: Bool {
    switch dimension {
    case .choice, .place: false
    default: true
    }
  }
}

extension Parameter.Dimension {
  /// What the grammar of hedged values calls it; nil for what it has not.
  fileprivate var ofValues: ValueUnit.Dimension? {
    switch self {
    case .speed: .speed
    case .distance: .distance
    case .duration: .duration
    case .moment, .wind, .count, .choice, .place: nil
    }
  }
}
