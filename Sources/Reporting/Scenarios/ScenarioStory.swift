public import Scenarios
public import Plausibility

extension Story {
  /// What of a case can be varied.
  public init(_ list: ParameterList) {
    self.init(blocks: [
      .table(
        header: ["parameter", "takes", "now", "where that comes from"],
        rows: list.parameters.map { parameter in
          [parameter.path, parameter.takes, parameter.current, parameter.source]
        })
    ])
  }

  /// Scenarios as a table.
  public init(_ table: ScenarioTable, _ rows: [Sweep.Row]) {
    self.init(blocks: [.table(header: table.header, rows: rows.map(table.cells))])
  }
}

extension CaseParameter {
  fileprivate var takes: String {
    switch dimension {
    case .speed, .distance, .duration, .moment, .place: "a \(kindOfValue)"
    case .wind: "a speed, with a minus from ahead"
    case .count: "a number"
    case .choice(let words): words.joined(separator: ", ")
    }
  }
}

extension Solution {
  /// The values in words, such as `at least 86.2 km/h`.
  public func words(of parameter: CaseParameter, within range: Bounds) -> String {
    if case .choice = parameter.dimension {
      return (self.words.isEmpty ? "none" : self.words.joined(separator: ", "))
        + (isUndecided ? ", some of it undecided" : "")
    }
    let looked =
      "looked from \(parameter.words(range.low)) to \(parameter.words(range.high))"
    guard !stretches.isEmpty else {
      return "no value; \(looked)" + (isUndecided ? ", some of it undecided" : "")
    }
    let told = stretches.map { stretch in
      let (low, high) = (parameter.words(stretch.bounds.low), parameter.words(stretch.bounds.high))
      switch (stretch.beginsOpen, stretch.endsOpen) {
      case (true, true): return "any value"
      case (true, false): return "at most \(high)"
      case (false, true): return "at least \(low)"
      case (false, false): return low == high ? low : "\(low) to \(high)"
      }
    }
    let many = stretches.count > 1 ? " (not unique)" : ""
    return told.joined(separator: ", or ") + many + (isUndecided ? ", some of it undecided" : "")
  }
}
