extension Decider {
  /// The least interval that holds every value which members leave for what a constraint bounds, over all choices of
  /// their readings; nil where they contradict each other.
  ///
  /// - Parameter further: relations that hold besides.
  func hull(
    of value: Constraint, given subset: MemberSet, with further: Range<Int> = 0..<0
  ) -> ExactBounds? {
    guard let subject = Subject(value, problem) else {
      return ExactBounds(bounds: .all, isExact: true)
    }
    return HullSearch(
      decider: self, value: value, subject: subject, subset: subset, further: further
    ).hull()
  }
}

/// Looks for one choice of readings after another under which a value lies beyond what is known of it, until there is
/// none.
private struct HullSearch {
  let decider: Decider
  /// What bounds the value.
  let value: Constraint
  let subject: Subject
  let subset: MemberSet
  /// Relations that hold besides.
  let further: Range<Int>

  func hull() -> ExactBounds? {
    let first = choices(in: .all)
    guard let start = first.list.first else {
      return first.areAll ? nil : ExactBounds(bounds: .all, isExact: false)
    }
    guard let known = start.exactBounds(of: value) else {
      // What was not decided at first was refuted at a closer look; the other choices were not looked at.
      return ExactBounds(bounds: .all, isExact: false)
    }
    return extended(extended(known, isLow: true), isLow: false)
  }

  private func choices(in interval: Bounds) -> ReadingChoices {
    decider.choice(subset, with: further, subject, in: interval)
  }

  private static let extensionLimit = 200

  /// The hull as far out on one side as any choice of readings goes.
  private func extended(_ hull: ExactBounds, isLow: Bool) -> ExactBounds {
    var hull = hull
    for _ in 0..<Self.extensionLimit {
      let own = subject.sinceReference(hull.bounds, decider.problem)
      let end = isLow ? own.low : own.high
      guard end.isFinite else { return hull }
      // By more than an example may miss what is supposed of it.
      let step = 2e-3 + 4e-9 * abs(end)
      let beyond = isLow ? Bounds(-.infinity, end - step) : Bounds(end + step, .infinity)
      let next = choices(in: beyond)
      guard let choice = next.list.first else {
        return next.areAll ? hull : hull.opened(isLow: isLow)
      }
      guard let more = choice.exactBounds(of: value) else {
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
