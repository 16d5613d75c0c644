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
  /// that does not do, the least that is not shown not to do is searched.
  private func exact(
    from least: Stretch, member: Int, of members: [Int], _ others: [Int: Stretch]
  ) -> LeastStretch? {
    var isExact = true
    func mends(_ stretch: Stretch) -> Bool {
      let answer = system.contradicts(
        members, widening: .stretchingEach(others.merging([member: stretch]) { $1 }),
        patience: Decider.briefly)
      if answer == nil { isExact = false }
      // Beside other stretches one is taken that is shown to do.
      return answer == false || answer == nil && others.isEmpty
    }
    if mends(least.slack) { return LeastStretch(stretch: least, isExact: isExact) }
    // Where not even that is decided, nothing is looked for.
    var isWorthwhile: Bool { isExact || others.isEmpty }
    var (low, high) = (0.0, Double.infinity)
    func isFound() -> Bool { high - low <= Self.close * (1 + high) }
    // How far the value lies under one choice of readings is nearly always how far it has to go.
    func narrow(below most: Double) {
      guard let guess = guess(least, most, member, members, others), guess < most else { return }
      let step = Self.close / 2 * (1 + guess)
      for edge in [guess + step, guess - step] where edge > low && edge < high {
        if mends(least.further(by: edge)) { high = edge } else { low = edge }
      }
    }
    for most in Self.wide where high == .infinity && isWorthwhile { narrow(below: most) }
    var step = max(0.01, low)
    while isWorthwhile, high == .infinity {
      if mends(least.further(by: step)) { high = step } else { low = step }
      step *= 2
      if step > Self.widest { return nil }
    }
    guard high < .infinity else { return nil }
    for _ in 0..<Self.guesses where !isFound() { narrow(below: high) }
    while !isFound(), Undecided.now == nil {
      let middle = (low + high) / 2
      if mends(least.further(by: middle)) { high = middle } else { low = middle }
    }
    return LeastStretch(stretch: least.further(by: high), isExact: isExact)
  }

  /// How close a stretch is looked for, as a share.
  private static let close = 1e-7
  private static let guesses = 4
  /// How far at the most, in the stretch's own terms, and where it is guessed from at first.
  private static let widest = 1e5
  private static let wide = [16, widest]

  /// How much further than `least` a claim has to be stretched under a choice of readings that `most` allows; nil where
  /// that does not show.
  private func guess(
    _ least: Stretch, _ most: Double, _ member: Int, _ members: [Int], _ others: [Int: Stretch]
  ) -> Double? {
    let stretches = others.merging([member: least.further(by: most)]) { $1 }
    let problem = Problem(system, members: members, widening: .stretchingEach(stretches))
    let choices = Decider(problem, patience: Decider.briefly).choices(
      .all(members.count), limit: 1)
    guard let choice = choices.list.first, let place = members.firstIndex(of: member),
      system.members[member].readings.indices.contains(choice.readings[place])
    else { return nil }
    let value = system.members[member].readings[choice.readings[place]].value
    guard let claimed = value.interval, let end = choice.end(of: value, nearest: claimed),
      let needed = claimed.stretchNeeded(toReach: end, end)
    else { return nil }
    return needed.beyond(least)
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
