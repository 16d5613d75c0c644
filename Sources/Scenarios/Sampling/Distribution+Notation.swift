public import Claims
import Datasets
import Foundation
import Plausibility

extension Distribution {
  /// What somebody's words give: a number with its hedge, or a window of moments.
  enum Words {
    case value(HedgedValue)
    case window(Bounds)
  }

  static let forms =
    "write uniform(a,b), triangular(a,mode,b), pert(a,mode,b), normal(mean,deviation), "
    + "lognormal(median,factor) or values(a,b,…), with the unit behind the bracket; file(NAME.csv:COLUMN), "
    + "hedged(about 560 km) or claim(ID)"

  /// - Parameters:
  ///   - text: such as `triangular(40,60,80)km/h`, or one value, which is certain.
  ///   - kind: the kind of value that is drawn.
  ///   - profile: how hedges are read.
  ///   - files: whether `file(…)` may be written.
  /// - Throws: `ScenarioError` with what is wrong and what may stand there.
  public init(
    parsing text: String, of kind: ValueKind, _ profile: HedgeProfile,
    files: ObservedFiles = .refused
  ) throws(ScenarioError) {
    try self.init(parsing: text, of: kind, profile, files: files) { name throws(ScenarioError) in
      throw ScenarioError("'\(name)': there is no case whose claims could be drawn from")
    }
  }

  /// - Parameters:
  ///   - files: whether `file(…)` may be written; where strangers ask, no file of the machine is opened for them.
  ///   - said: what a claim gives.
  init(
    parsing text: String, of kind: ValueKind, _ profile: HedgeProfile, files: ObservedFiles,
    _ said: (String) throws(ScenarioError) -> Words
  ) throws(ScenarioError) {
    guard kind.isNumber else {
      throw ScenarioError("'\(text)': \(kind.name) takes words, which have no distribution")
    }
    guard let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close
    else {
      do {
        let value = try kind.number(parsing: text.trimmed)
        self = .uniform(from: value, to: value)
        return
      } catch {
        throw ScenarioError("\(error.message); or \(Self.forms)")
      }
    }
    let form = Form(
      text: text, name: text[..<open].trimmed,
      inside: text[text.index(after: open)..<close].trimmed,
      unit: text[text.index(after: close)...].trimmed)
    switch form.name {
    case "file":
      guard files == .read else {
        throw ScenarioError("'\(text)': no files are read here; write values(a,b,…)")
      }
      self = try Self.observed(form, kind)
    case "hedged": self = try Self.hedged(form, kind, profile)
    case "claim":
      switch try said(form.inside) {
      case .value(let value): self = try Self.distribution(of: value, form, profile)
      case .window(let window): self = .uniform(from: window.low, to: window.high)
      }
    default: self = try Self.named(form, kind)
    }
    if let problem { throw ScenarioError("'\(text)': \(problem)") }
  }

  /// A distribution as it was written: `name(inside)unit`.
  private struct Form {
    let text: String
    let name: String
    let inside: String
    let unit: String
  }

  private static func named(
    _ form: Form, _ kind: ValueKind
  ) throws(ScenarioError) -> Distribution {
    let words = form.inside.split(separator: ",").map(\.trimmed)
    func value(_ place: Int) throws(ScenarioError) -> Double {
      try kind.number(parsing: words[place] + form.unit)
    }
    switch (form.name, words.count) {
    case ("uniform", 2): return .uniform(from: try value(0), to: try value(1))
    case ("triangular", 3):
      return .triangular(from: try value(0), mode: try value(1), to: try value(2))
    case ("pert", 3): return .pert(from: try value(0), mode: try value(1), to: try value(2))
    case ("normal", 2):
      // Of a moment the deviation has a unit of its own.
      let deviation = kind.isMoment ? words[1] : words[1] + form.unit
      return .normal(mean: try value(0), deviation: try kind.width(parsing: deviation))
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

  // MARK: Observed and hedged

  /// How long a file of observations may be, in bytes.
  private static let fileLimit = 64 << 20

  /// The numbers of a column of a table with a header.
  private static func observed(
    _ form: Form, _ kind: ValueKind
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
        values.append(try kind.number(parsing: text + form.unit))
      } catch {
        throw ScenarioError("\(name), line \(row.line): \(error.message)")
      }
    }
    return .empirical(values.sorted())
  }

  /// The likeliest at the number itself, the ends where the hedge's profile has them.
  private static func hedged(
    _ form: Form, _ kind: ValueKind, _ profile: HedgeProfile
  ) throws(ScenarioError) -> Distribution {
    guard let dimension = kind.dimension.ofValues else {
      throw ScenarioError("'\(form.text)': \(kind.name) has no hedged values")
    }
    let value: HedgedValue
    do { value = try kind.grammar.value(form.inside, as: dimension) } catch {
      throw ScenarioError("'\(form.text)': \(error.message)")
    }
    return try distribution(of: value, form, profile)
  }

  private static func distribution(
    of value: HedgedValue, _ form: Form, _ profile: HedgeProfile
  ) throws(ScenarioError) -> Distribution {
    let interval = value.interval(under: profile)
    guard let low = interval.lower, let high = interval.upper, low < high else {
      throw ScenarioError(
        "'\(form.text)': those words bound one side only; say how likely the rest is, such as by triangular(…)"
      )
    }
    let number = value.siValue
    return value.upperNumber == nil && low <= number && number <= high
      ? .triangular(from: low, mode: number, to: high) : .uniform(from: low, to: high)
  }
}

extension ValueKind {
  var isNumber: Bool {
    switch dimension {
    case .choice, .place: false
    default: true
    }
  }
}

extension ValueKind.Dimension {
  /// What the grammar of hedged values calls it; nil for what it has not.
  var ofValues: ValueUnit.Dimension? {
    switch self {
    case .speed: .speed
    case .distance: .distance
    case .duration: .duration
    case .moment, .wind, .count, .choice, .place: nil
    }
  }
}
