import Claims

extension ConstraintSystem {
  /// What members at the given positions leave for every moment and quantity that they bear on: the hull over all
  /// choices of readings; none where they contradict each other.
  ///
  /// Moments are seconds since 1970, quantities SI.
  public func impliedValues(from selected: [Int]) -> [ProofSubject: Bounds] {
    var values: [ProofSubject: Bounds] = [:]
    for group in components(of: selected) {
      let problem = Problem(self, members: group)
      let scenarios = Decider(problem).scenarios(.all(group.count), limit: 64)
      var own: [ProofSubject: Bounds] = [:]
      for scenario in scenarios {
        for subject in problem.subjects {
          guard let bounds = scenario.exactBounds(of: subject.asValue, with: 0..<0)?.bounds else {
            continue
          }
          own[subject] = own[subject]?.hull(bounds) ?? bounds
        }
      }
      values.merge(own) { first, _ in first }
    }
    return values
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
