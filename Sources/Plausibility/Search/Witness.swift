import Claims

/// One way the world could be: a moment for every event and a value for every quantity.
public struct Witness: Sendable {
  /// Seconds since 1970.
  public private(set) var moments: [EventID: Double]
  /// SI values.
  public private(set) var values: [QuantityID: Double]
  /// The reading of each member that holds in it.
  public private(set) var readings: [Member.ID: Int]

  /// Of a world of which nothing is said.
  static let empty = Witness(moments: [:], values: [:], readings: [:])

  private init(
    moments: [EventID: Double], values: [QuantityID: Double], readings: [Member.ID: Int]
  ) {
    self.moments = moments
    self.values = values
    self.readings = readings
  }

  /// Takes in what holds of other events and quantities.
  mutating func formUnion(_ other: Witness) {
    moments.merge(other.moments) { own, _ in own }
    values.merge(other.values) { own, _ in own }
    readings.merge(other.readings) { own, _ in own }
  }

  /// An assignment by name, nil unless every constraint of the laws and the chosen readings holds in it as
  /// the system states it.
  init?(_ assignment: Assignment, _ chosen: [Int], _ problem: Problem) {
    var moments: [EventID: Double] = [:]
    for (event, seconds) in assignment.moments.enumerated() {
      moments[problem.name(ofEvent: event)] = seconds + (event == 0 ? 0 : problem.reference)
    }
    var values: [QuantityID: Double] = [:]
    for (quantity, value) in assignment.values.enumerated() {
      values[problem.name(ofQuantity: quantity)] = value
    }
    let system = problem.system
    var readings: [Member.ID: Int] = [:]
    for (place, reading) in chosen.enumerated() where reading >= 0 {
      let member = system.members[problem.members[place]]
      let said = member.readings[reading]
      readings[member.id] = reading
      guard ([said.value] + said.others).allSatisfy({ $0.holds(moments, values) }) else {
        return nil
      }
    }
    // Laws of which no variable is known bear on nothing that was asked.
    let known = system.laws.filter { $0.isAbout(moments, values) }
    guard known.allSatisfy({ $0.holds(moments, values) }) else { return nil }
    self.moments = moments
    self.values = values
    self.readings = readings
  }
}

extension Constraint {
  /// Whether all its variables have a value.
  fileprivate func isAbout(
    _ moments: [EventID: Double], _ values: [QuantityID: Double]
  ) -> Bool {
    switch self {
    case .within(let quantity, _): values[quantity] != nil
    case .elapsed(let from, let to, _): moments[from] != nil && moments[to] != nil
    case .atLeast(let one, let other): values[one] != nil && values[other] != nil
    case .sum(let total, let parts):
      values[total] != nil && parts.allSatisfy { values[$0] != nil }
    case .reach(let distance, let speed, let from, let to),
      .average(let distance, let speed, let from, let to):
      values[distance] != nil && values[speed] != nil && moments[from] != nil
        && moments[to] != nil
    }
  }

  /// Whether it holds in a given world, within a few milliseconds and a part in a million.
  public func holds(_ moments: [EventID: Double], _ values: [QuantityID: Double]) -> Bool {
    func inside(_ value: Double, _ lower: Double?, _ upper: Double?, _ slack: Double) -> Bool {
      if let lower, !(value >= lower - slack) { return false }
      if let upper, !(value <= upper + slack) { return false }
      return true
    }
    func seconds(_ from: EventID, _ to: EventID) -> Double {
      (moments[to] ?? .nan) - (from == .epoch ? 0 : moments[from] ?? .nan)
    }
    switch self {
    case .within(let quantity, let interval):
      let value = values[quantity] ?? .nan
      return inside(
        value, interval.lower, interval.upper, Tolerance.exampleRelative * max(1, abs(value)))
    case .elapsed(let from, let to, let interval):
      return inside(seconds(from, to), interval.lower, interval.upper, Tolerance.witnessMoment)
    case .atLeast(let one, let other):
      return Tolerance.isClose(values[other] ?? .nan, atMost: values[one] ?? .nan)
    case .sum(let total, let parts):
      let sum = parts.reduce(0) { $0 + (values[$1] ?? .nan) }
      let whole = values[total] ?? .nan
      return Tolerance.isClose(sum, atMost: whole) && Tolerance.isClose(whole, atMost: sum)
    case .reach(let distance, let speed, let from, let to):
      let time = seconds(from, to)
      return time >= -Tolerance.witnessMoment
        && Tolerance.isClose(
          values[distance] ?? .nan,
          atMost: (values[speed] ?? .nan) * (time + Tolerance.witnessMoment))
    case .average(let distance, let speed, let from, let to):
      let time = seconds(from, to)
      let length = values[distance] ?? .nan
      let rate = values[speed] ?? .nan
      return time >= -Tolerance.witnessMoment
        && Tolerance.isClose(length, atMost: rate * (time + Tolerance.witnessMoment))
        && Tolerance.isClose(rate * (time - Tolerance.witnessMoment), atMost: length)
    }
  }
}
