import Claims

/// The events and quantities of a system, numbered in the order in which they are met.
struct SymbolTable: Sendable {
  private(set) var events: [EventID: Int32] = [:]
  private(set) var quantities: [QuantityID: Int32] = [:]
  private(set) var eventNames: [EventID] = []
  private(set) var quantityNames: [QuantityID] = []
  /// The parts of all sums.
  private(set) var parts: [Int32] = []
  /// The least bound of a moment, in seconds since 1970.
  private(set) var earliest: Double?

  /// The epoch is event 0.
  init() { _ = index(of: .epoch) }

  mutating func index(of event: EventID) -> Int32 {
    if let known = events[event] { return known }
    let index = Int32(eventNames.count)
    events[event] = index
    eventNames.append(event)
    return index
  }

  mutating func index(of quantity: QuantityID) -> Int32 {
    if let known = quantities[quantity] { return known }
    let index = Int32(quantityNames.count)
    quantities[quantity] = index
    quantityNames.append(quantity)
    return index
  }

  /// A constraint by the numbers of its events and quantities. Moments still count from 1970.
  mutating func relation(_ constraint: Constraint) -> Relation {
    switch constraint {
    case .within(let quantity, let interval):
      return Relation(
        kind: .within, first: index(of: quantity), low: interval.lower ?? -.infinity,
        high: interval.upper ?? .infinity)
    case .elapsed(let from, let to, let interval):
      if from == .epoch, let moment = interval.lower ?? interval.upper {
        earliest = min(earliest ?? moment, moment)
      }
      return Relation(
        kind: .elapsed, first: index(of: from), second: index(of: to),
        low: interval.lower ?? -.infinity, high: interval.upper ?? .infinity)
    case .atLeast(let greater, let less):
      return Relation(kind: .order, first: index(of: greater), second: index(of: less))
    case .sum(let total, let parts):
      let whole = index(of: total)
      let start = self.parts.count
      for part in parts { self.parts.append(index(of: part)) }
      return Relation(kind: .sum, first: whole, parts: start..<self.parts.count)
    case .reach(let distance, let speed, let from, let to):
      return Relation(
        kind: .reach, first: index(of: distance), second: index(of: speed),
        start: index(of: from), end: index(of: to))
    case .average(let distance, let speed, let from, let to):
      return Relation(
        kind: .average, first: index(of: distance), second: index(of: speed),
        start: index(of: from), end: index(of: to))
    }
  }
}
