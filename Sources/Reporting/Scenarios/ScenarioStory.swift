public import Scenarios
public import Plausibility
public import Wording

extension Story {
  /// What of a case can be varied.
  public init(_ list: ParameterList, in language: Language = .english) {
    let header: [Phrase] = ["parameter", "takes", "now", "where that comes from"]
    self.init(blocks: [
      .table(
        header: header.map(language.text),
        rows: list.parameters.map { parameter in
          [
            parameter.path, language.text(parameter.takes),
            language.text(Phrase(term: parameter.current)),
            language.text(Phrase(term: parameter.source)),
          ]
        })
    ])
  }

  /// Scenarios as a table.
  public init(_ table: ScenarioTable, _ rows: [Sweep.Row], in language: Language = .english) {
    self.init(blocks: [
      .table(header: table.header(in: language), rows: rows.map { table.cells($0, in: language) })
    ])
  }
}

extension CaseParameter {
  fileprivate var takes: Phrase {
    switch dimension {
    case .speed: "a speed"
    case .distance: "a distance"
    case .duration: "a duration"
    case .moment: "a moment"
    case .place: "a place"
    case .wind: "a speed, with a minus from ahead"
    case .count: "a number"
    case .choice(let words): "\(words.joined(separator: ", "))"
    }
  }
}

extension Solution {
  /// The values in words, such as `at least 86.2 km/h`.
  public func words(of parameter: CaseParameter, within range: Bounds) -> Phrase {
    let open: Phrase = isUndecided ? ", some of it undecided" : ""
    if case .choice = parameter.dimension {
      return (self.words.isEmpty ? "none" : "\(self.words.joined(separator: ", "))") + open
    }
    guard !stretches.isEmpty else {
      let (low, high) = (parameter.words(range.low), parameter.words(range.high))
      return "no value; looked from \(low) to \(high)" + open
    }
    let told = stretches.map { stretch -> Phrase in
      let (low, high) = (parameter.words(stretch.bounds.low), parameter.words(stretch.bounds.high))
      switch (stretch.beginsOpen, stretch.endsOpen) {
      case (true, true): return "any value"
      case (true, false): return "at most \(high)"
      case (false, true): return "at least \(low)"
      case (false, false): return low.english == high.english ? low : "\(low) to \(high)"
      }
    }
    let many: Phrase = stretches.count > 1 ? " (not unique)" : ""
    return told.joined(separator: ", or ") + many + open
  }
}
