import Claims

/// Everything that is said about one world: members that could be given up, and laws that could not.
public struct ConstraintSystem: Sendable {
  public let members: [Member]
  /// Arithmetic and order of events, which no one can give up.
  public let laws: [Constraint]
  let events: [EventID: Int]
  let quantities: [QuantityID: Int]
  let eventNames: [EventID]
  let quantityNames: [QuantityID]
  /// Seconds since 1970 from which moments are counted inside, to keep precision.
  let reference: Double

  public init(members: [Member], laws: [Constraint]) {
    self.members = members
    self.laws = laws
    var names = Names()
    _ = names.index(of: EventID.epoch)
    let all =
      laws + members.flatMap { $0.readings.flatMap { [$0.value] + $0.others } }
    for constraint in all { names.collect(constraint) }
    events = names.events
    quantities = names.quantities
    eventNames = names.eventNames
    quantityNames = names.quantityNames
    reference = names.moments.min() ?? 0
  }

  /// The positions of the members with the given identifiers.
  public func indices(of ids: some Sequence<Member.ID>) -> [Int] {
    let wanted = Set(ids)
    return members.indices.filter { wanted.contains(members[$0].id) }
  }
}

private struct Names {
  var events: [EventID: Int] = [:]
  var quantities: [QuantityID: Int] = [:]
  var eventNames: [EventID] = []
  var quantityNames: [QuantityID] = []
  var moments: [Double] = []

  mutating func index(of event: EventID) -> Int {
    if let known = events[event] { return known }
    events[event] = eventNames.count
    eventNames.append(event)
    return eventNames.count - 1
  }

  mutating func add(_ quantity: QuantityID) {
    guard quantities[quantity] == nil else { return }
    quantities[quantity] = quantityNames.count
    quantityNames.append(quantity)
  }

  mutating func collect(_ constraint: Constraint) {
    switch constraint {
    case .within(let quantity, _): add(quantity)
    case .elapsed(let from, let to, let interval):
      _ = index(of: from)
      _ = index(of: to)
      if from == .epoch { moments += [interval.lower, interval.upper].compactMap(\.self) }
    case .atLeast(let one, let other):
      add(one)
      add(other)
    case .sum(let total, let parts):
      add(total)
      parts.forEach { add($0) }
    case .reach(let distance, let speed, let from, let to),
      .average(let distance, let speed, let from, let to):
      add(distance)
      add(speed)
      _ = index(of: from)
      _ = index(of: to)
    }
  }
}
