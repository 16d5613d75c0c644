import Claims

/// One way the world could be: a moment for every event and a value for every quantity.
public struct Witness: Sendable {
  /// Seconds since 1970.
  public let moments: [EventID: Double]
  /// SI values.
  public let values: [QuantityID: Double]
  /// The reading of each member that holds in it.
  public let readings: [Member.ID: String]
}

extension Witness {
  /// Fixes one event and one quantity after another within what is left, and checks the result
  /// against every constraint; nil where the attempts fail.
  init?(scenario: Scenario, system: ConstraintSystem) {
    var store = scenario.store
    for event in 1..<max(1, store.count) {
      guard store.fixMoment(event) else { return nil }
    }
    for quantity in store.bounds.indices {
      guard store.fixQuantity(quantity) else { return nil }
    }
    var moments: [EventID: Double] = [:]
    for (index, name) in system.eventNames.enumerated() {
      moments[name] = store.elapsed(0, index).low + (index == 0 ? 0 : system.reference)
    }
    var values: [QuantityID: Double] = [:]
    for (index, name) in system.quantityNames.enumerated() {
      values[name] = store.bounds[index].low
    }
    let holds = store.relations.allSatisfy { $0.constraint.holds(moments, values) }
    guard holds else { return nil }
    self.moments = moments
    self.values = values
    readings = Dictionary(
      uniqueKeysWithValues: scenario.readings.map { member, reading in
        (system.members[member].id, system.members[member].readings[reading].label)
      })
  }
}

extension Store {
  fileprivate mutating func fixMoment(_ event: Int) -> Bool {
    let known = elapsed(0, event)
    var candidates = [known.middle, known.low, known.high].filter(\.isFinite)
    if candidates.isEmpty { candidates = [0] }
    return fixFirst(of: candidates) { store, value in
      store.tighten(0, event, value, -1, [])
      if !store.isContradictory { store.tighten(event, 0, -value, -1, []) }
    }
  }

  fileprivate mutating func fixQuantity(_ quantity: Int) -> Bool {
    let known = bounds[quantity]
    // The shorter way and the greater speed leave the most room.
    var candidates = [known.low, known.high, known.middle].filter(\.isFinite)
    if system.quantityNames[quantity].text.hasPrefix("speed") {
      candidates = [known.high, known.middle, known.low].filter(\.isFinite)
    }
    return fixFirst(of: candidates) { store, value in
      store.raise(quantity, to: value, -1, [])
      if !store.isContradictory { store.lower(quantity, to: value, -1, []) }
    }
  }

  private mutating func fixFirst(
    of candidates: [Double], _ fix: (inout Store, Double) -> Void
  ) -> Bool {
    for value in candidates {
      var attempt = self
      fix(&attempt, value)
      if !attempt.isContradictory { attempt.propagate() }
      if !attempt.isContradictory {
        self = attempt
        return true
      }
    }
    return false
  }
}

extension Bounds {
  fileprivate var middle: Double {
    switch (low.isFinite, high.isFinite) {
    case (true, true): (low + high) / 2
    case (true, false): low
    case (false, true): high
    default: .nan
    }
  }
}

extension Constraint {
  /// Whether it holds in a given world, within a millisecond and a part in a million.
  func holds(_ moments: [EventID: Double], _ values: [QuantityID: Double]) -> Bool {
    func inside(_ value: Double, _ lower: Double?, _ upper: Double?, _ slack: Double) -> Bool {
      if let lower, value < lower - slack { return false }
      if let upper, value > upper + slack { return false }
      return true
    }
    func close(_ one: Double, atMost other: Double) -> Bool {
      one <= other + 1e-6 * max(1, abs(one), abs(other))
    }
    switch self {
    case .within(let quantity, let interval):
      let value = values[quantity] ?? .nan
      return inside(value, interval.lower, interval.upper, 1e-6 * max(1, abs(value)))
    case .elapsed(let from, let to, let interval):
      let start = from == .epoch ? 0 : moments[from] ?? .nan
      return inside((moments[to] ?? .nan) - start, interval.lower, interval.upper, 0.01)
    case .atLeast(let one, let other):
      return close(values[other] ?? .nan, atMost: values[one] ?? .nan)
    case .sum(let total, let parts):
      let sum = parts.reduce(0) { $0 + (values[$1] ?? .nan) }
      let whole = values[total] ?? .nan
      return close(sum, atMost: whole) && close(whole, atMost: sum)
    case .reach(let distance, let speed, let from, let to):
      let seconds = (moments[to] ?? .nan) - (moments[from] ?? .nan)
      return close(values[distance] ?? .nan, atMost: (values[speed] ?? .nan) * (seconds + 0.01))
    case .average(let distance, let speed, let from, let to):
      let seconds = (moments[to] ?? .nan) - (moments[from] ?? .nan)
      let way = values[distance] ?? .nan
      let pace = values[speed] ?? .nan
      return close(way, atMost: pace * (seconds + 0.01))
        && close(pace * (seconds - 0.01), atMost: way)
    }
  }
}
