import Claims

/// How far claims would have to be stretched.
extension Judge {
  /// The least stretch of a claim that mends a set of members, nil where none does.
  ///
  /// - Parameter others: what other claims are stretched by.
  func neededStretch(
    of member: Int, in members: [Int], _ implied: [Implication],
    besides others: [Int: Stretch] = [:]
  ) -> LeastStretch? {
    if leavingOut(of: member, in: members, []) != nil {
      return LeastStretch(stretch: .asWorded, isExact: true)
    }
    if others.isEmpty, implied.isHullEnough, let least = implied.leastStretch(under: profile) {
      return exact(from: least, member: member, of: members, others)
    }
    // Readings of another kind are stretched in other terms.
    let starts = Set(system.members[member].readings.compactMap { $0.value.interval?.noStretch })
    return starts.compactMap { exact(from: $0, member: member, of: members, others) }.min {
      $0.stretch.effort(under: profile) < $1.stretch.effort(under: profile)
    }
  }

  /// A stretch, and whether a smaller one is shown not to do and this one to do.
  struct LeastStretch: Sendable {
    let stretch: Stretch
    let isExact: Bool
  }

  /// The least stretch that mends a conflict, nil where none does.
  ///
  /// What the others imply for a claim is a hull, so the stretch that reaches it is a lower bound; where
  /// that does not do, the least that is not shown not to do is searched. Every example that is met on the way shows one that
  /// does, often the least.
  private func exact(
    from least: Stretch, member: Int, of members: [Int], _ others: [Int: Stretch]
  ) -> LeastStretch? {
    var isExact = true
    /// How far an example has to go with so much more, nil where there is none.
    func reached(_ more: Double) -> Double? {
      let stretches = others.merging([member: least.further(by: more)]) { $1 }
      let problem = Problem(system, members: members, widening: .stretchingEach(stretches))
      let decider = Decider(problem, patience: Decider.briefly)
      switch decider.decide(.all(members.count)) {
      case .contradictory: return nil
      case .undecided:
        isExact = false
        // Beside other stretches one is taken that is shown to do.
        return others.isEmpty ? more : nil
      case .consistent(let example, let readings):
        let needed = beyond(least, for: member, problem, example, readings)
        return needed.map { min(more, $0) } ?? more
      }
    }
    let slack = 1e-9
    if reached(slack) != nil || !isExact { return LeastStretch(stretch: least, isExact: isExact) }
    let close = others.isEmpty ? Self.close : Self.closeBesides
    guard var high = reached(Self.wide) ?? (isExact ? reached(Self.widest) : nil) else {
      return nil
    }
    // Down from there in growing steps, until one is too many.
    var low = 0.0
    var step = close / 2 * (1 + high)
    while high - step > low, Undecided.now == nil {
      guard let found = reached(high - step) else {
        low = high - step
        break
      }
      high = found
      step *= 8
    }
    while high - low > close * (1 + high), Undecided.now == nil {
      let middle = (low + high) / 2
      if let found = reached(middle) { high = max(low, found) } else { low = middle }
    }
    return LeastStretch(stretch: least.further(by: high), isExact: isExact)
  }

  /// How close a stretch is looked for, as a share: alone, and beside others, of which only the sum counts.
  private static let close = 1e-7
  private static let closeBesides = 1e-5
  /// How far at first and at the most, in the stretch's own terms.
  private static let wide = 16.0
  private static let widest = 1e5

  /// How much further than a stretch a member's claim goes in an example; nil where that does not show.
  private func beyond(
    _ least: Stretch, for member: Int, _ problem: Problem, _ example: Assignment, _ readings: [Int]
  ) -> Double? {
    guard let place = problem.members.firstIndex(of: member),
      system.members[member].readings.indices.contains(readings[place])
    else { return nil }
    let value = system.members[member].readings[readings[place]].value
    guard let claimed = value.interval, let subject = Subject(value, problem) else { return nil }
    // An example holds to a millisecond and a millionth: as much further is sure to do.
    let own = subject.value(example)
    let pad = 2 * (Tolerance.exampleMoment + Tolerance.exampleRelative * abs(own))
    let shift = subject.sinceEpoch(Bounds(0, 0), problem).low
    let needed = [own - pad, own + pad].compactMap { value in
      claimed.stretchNeeded(toReach: value + shift, value + shift)?.beyond(least)
    }.max()
    guard let needed, needed >= 0 else { return nil }
    return needed
  }
}

extension Stretch {
  /// By how much a stretch goes further than another of its kind.
  fileprivate func beyond(_ other: Stretch) -> Double? {
    switch (self, other) {
    case (.factor(let own), .factor(let other)), (.share(let own), .share(let other)),
      (.hours(let own), .hours(let other)):
      own - other
    default: nil
    }
  }
}

extension [Implication] {
  /// Whether every reading is excluded by its own hull, so that the least stretch begins there.
  fileprivate var isHullEnough: Bool {
    !isEmpty && allSatisfy { $0.isExact && $0.stretch != nil }
  }

  private func easiest(under profile: HedgeProfile) -> Implication? {
    filter { $0.stretch != nil }.min {
      ($0.stretch?.effort(under: profile) ?? .infinity)
        < ($1.stretch?.effort(under: profile) ?? .infinity)
    }
  }

  func claimed(under profile: HedgeProfile) -> ClaimedInterval? {
    easiest(under: profile)?.claimed
  }

  fileprivate func leastStretch(under profile: HedgeProfile) -> Stretch? {
    easiest(under: profile)?.stretch
  }
}

extension ClaimedInterval {
  /// The stretch that leaves the interval as it is.
  fileprivate var noStretch: Stretch {
    switch shape {
    case .twoSided: .factor(1)
    case .atMost, .atLeast, .limit: .share(0)
    case .window: .hours(0)
    }
  }
}

extension Stretch {
  /// The same kind of stretch, further by an amount in its own terms.
  fileprivate func further(by more: Double) -> Stretch {
    switch self {
    case .factor(let amount): .factor(amount + more)
    case .share(let amount): .share(amount + more)
    case .hours(let amount): .hours(amount + more)
    }
  }

  /// Further by what rounding may have cost.
  var slack: Stretch { further(by: 1e-9) }
}
