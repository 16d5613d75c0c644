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

extension Decider {
  /// The least interval that holds every value which members leave for what a constraint bounds, over all choices of
  /// their readings; nil where they contradict each other.
  ///
  /// One choice after another is looked for under which the value lies beyond what is known, until there is none.
  ///
  /// - Parameter further: relations that hold besides.
  func hull(
    of value: Constraint, given subset: MemberSet, with further: Range<Int> = 0..<0
  ) -> ExactBounds? {
    guard let subject = Subject(value, problem) else {
      return ExactBounds(bounds: .all, isExact: true)
    }
    let first = scenario(subset, with: further, subject, in: .all)
    guard let start = first.list.first else {
      return first.areAll ? nil : ExactBounds(bounds: .all, isExact: false)
    }
    guard let known = start.exactBounds(of: value) else {
      // What was not decided at first was refuted at a closer look; the other choices were not looked at.
      return ExactBounds(bounds: .all, isExact: false)
    }
    var hull = known
    for isLow in [true, false] {
      hull = extended(hull, subject, value, subset, further, isLow: isLow)
    }
    return hull
  }

  private static let extensionLimit = 200

  /// The hull as far out on one side as any choice of readings goes.
  private func extended(
    _ hull: ExactBounds, _ subject: Subject, _ value: Constraint, _ subset: MemberSet,
    _ further: Range<Int>, isLow: Bool
  ) -> ExactBounds {
    var hull = hull
    for _ in 0..<Self.extensionLimit {
      let own = subject.own(hull.bounds, problem)
      let end = isLow ? own.low : own.high
      guard end.isFinite else { return hull }
      // By more than an example may miss what is supposed of it.
      let step = 2e-3 + 4e-9 * abs(end)
      let beyond = isLow ? Bounds(-.infinity, end - step) : Bounds(end + step, .infinity)
      let next = scenario(subset, with: further, subject, in: beyond)
      guard let scenario = next.list.first else {
        return next.areAll ? hull : hull.opened(isLow: isLow)
      }
      guard let more = scenario.exactBounds(of: value) else {
        return hull.opened(isLow: isLow)
      }
      hull = ExactBounds(
        bounds: hull.bounds.hull(more.bounds), isExact: hull.isExact && more.isExact)
    }
    return hull.opened(isLow: isLow)
  }
}

extension ExactBounds {
  /// Without an end on one side, since it could not be found.
  fileprivate func opened(isLow: Bool) -> ExactBounds {
    let open = isLow ? Bounds(-.infinity, bounds.high) : Bounds(bounds.low, .infinity)
    return ExactBounds(bounds: open, isExact: false)
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
