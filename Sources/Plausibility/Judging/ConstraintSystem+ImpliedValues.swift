import Claims

extension ConstraintSystem {
  /// What members at the given positions leave for every moment and quantity that they bear on: the hull over all
  /// choices of readings; none where they contradict each other.
  ///
  /// Moments are seconds since 1970, quantities SI.
  public func impliedValues(from selected: [Int]) -> [ProofSubject: ExactBounds] {
    var values: [ProofSubject: ExactBounds] = [:]
    for group in components(of: selected) {
      let problem = Problem(self, members: group)
      let decider = Decider(problem)
      for subject in problem.subjects {
        let hull = decider.hull(of: subject.asValue, given: .all(group.count))
        values[subject] = values[subject] ?? hull
      }
    }
    return values
  }
}

extension ConstraintSystem {
  /// What members at the given positions leave for the value that a constraint bounds, over all choices of readings;
  /// nil where they contradict each other.
  ///
  /// Moments are seconds since 1970, quantities SI.
  public func bounds(of value: Constraint, given selected: [Int]) -> ExactBounds? {
    let problem = Problem(self, members: selected)
    return Decider(problem).hull(of: value, given: .all(selected.count))
  }
}

extension Problem {
  /// All moments but the epoch, and all quantities.
  fileprivate var subjects: [ProofSubject] {
    events.indices.dropFirst().map { .elapsed(.epoch, name(ofEvent: $0)) }
      + quantities.indices.map { .quantity(name(ofQuantity: $0)) }
  }
}

extension ProofSubject {
  /// The subject as a constraint that bounds nothing yet.
  fileprivate var asValue: Constraint {
    switch self {
    case .quantity(let quantity): .within(quantity, .open)
    case .elapsed(let from, let to): .elapsed(from: from, to: to, .open)
    }
  }
}
