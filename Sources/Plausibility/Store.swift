import Claims

/// What is known about all moments and quantities while constraints are added one by one.
///
/// Moments form a simple temporal network (Dechter, Meiri and Pearl 1991): `latest[i][j]` is the most
/// that event j can be after event i, kept closed under shortest paths. Quantities have bounds. Every
/// bound remembers the fact that gave it, so that a contradiction can be retold.
struct Store {
  /// A constraint with its variables as positions, and the member it belongs to (-1 for a law).
  struct Relation {
    let constraint: Constraint
    let member: Int
  }

  let system: ConstraintSystem
  private(set) var relations: [Relation] = []
  private(set) var bounds: [Bounds]
  private(set) var latest: [Double]
  private(set) var contradiction: Contradiction?
  let count: Int
  var trace: Trace?

  /// Two facts that cannot both be.
  struct Contradiction {
    var first: Int
    var second: [Int]
    var subject: ProofSubject
    var upper: Double
    var lower: Double
  }

  /// How far two bounds must cross before they count as a contradiction.
  private static let momentTolerance = 1e-3
  private static let relativeTolerance = 1e-9

  init(system: ConstraintSystem, tracing: Bool) {
    self.system = system
    count = system.eventNames.count
    // Distances and speeds are never negative.
    bounds = Array(repeating: Bounds(0, .infinity), count: system.quantityNames.count)
    latest = Array(repeating: .infinity, count: count * count)
    for index in 0..<count { latest[index * count + index] = 0 }
    if tracing { trace = Trace(events: count, quantities: bounds.count) }
  }

  var isContradictory: Bool { contradiction != nil }

  /// The seconds from one event to another.
  func elapsed(_ from: Int, _ to: Int) -> Bounds {
    Bounds(-latest[to * count + from], latest[from * count + to])
  }

  mutating func add(_ constraint: Constraint, member: Int) {
    guard contradiction == nil else { return }
    relations.append(Relation(constraint: constraint, member: member))
    switch constraint {
    case .within(let quantity, let interval):
      guard let index = system.quantities[quantity] else { return }
      if let lower = interval.lower { raise(index, to: lower, member, []) }
      if let upper = interval.upper { lower(index, to: upper, member, []) }
    case .elapsed(let from, let to, let interval):
      guard let start = system.events[from], let end = system.events[to] else { return }
      let shift = from == .epoch ? system.reference : 0
      if let upper = interval.upper { tighten(start, end, upper - shift, member, []) }
      if let lower = interval.lower { tighten(end, start, shift - lower, member, []) }
    default: break
    }
  }

  /// Applies sums and products until nothing becomes tighter.
  mutating func propagate() {
    var rounds = 0
    var changed = true
    while changed, contradiction == nil, rounds < 100 {
      changed = false
      rounds += 1
      for relation in relations where contradiction == nil {
        if contract(relation) { changed = true }
      }
    }
  }

  // MARK: Quantities

  @discardableResult
  mutating func raise(_ index: Int, to value: Double, _ member: Int, _ premises: [Int]) -> Bool {
    guard value > bounds[index].low + tolerance(bounds[index].low) else { return false }
    let fact = trace?.add(
      .quantity(system.quantityNames[index]), atLeast: value, member: member, premises: premises)
    bounds[index].low = value
    if value > bounds[index].high + tolerance(value) {
      contradiction = Contradiction(
        first: trace?.highFacts[index] ?? 0, second: [fact ?? 0],
        subject: .quantity(system.quantityNames[index]), upper: bounds[index].high, lower: value)
    }
    if let fact { trace?.lowFacts[index] = fact }
    return true
  }

  @discardableResult
  mutating func lower(_ index: Int, to value: Double, _ member: Int, _ premises: [Int]) -> Bool {
    guard value < bounds[index].high - tolerance(bounds[index].high) else { return false }
    let fact = trace?.add(
      .quantity(system.quantityNames[index]), atMost: value, member: member, premises: premises)
    bounds[index].high = value
    if value < bounds[index].low - tolerance(value) {
      contradiction = Contradiction(
        first: fact ?? 0, second: [trace?.lowFacts[index] ?? 0],
        subject: .quantity(system.quantityNames[index]), upper: value, lower: bounds[index].low)
    }
    if let fact { trace?.highFacts[index] = fact }
    return true
  }

  private func tolerance(_ value: Double) -> Double {
    value.isFinite ? Self.relativeTolerance * max(1, abs(value)) : 0
  }

  // MARK: Moments

  /// Event `to` is at most `most` seconds after event `from`.
  @discardableResult
  mutating func tighten(
    _ from: Int, _ to: Int, _ most: Double, _ member: Int, _ premises: [Int]
  ) -> Bool {
    guard most < latest[from * count + to] - Self.momentTolerance else { return false }
    let fact = trace?.add(
      .elapsed(system.eventNames[from], system.eventNames[to]), atMost: most, member: member,
      premises: premises)
    let back = latest[to * count + from]
    if most + back < -Self.momentTolerance {
      contradiction = Contradiction(
        first: fact ?? 0, second: trace?.paths[to * count + from] ?? [],
        subject: .elapsed(system.eventNames[from], system.eventNames[to]), upper: most,
        lower: -back)
      return true
    }
    for start in 0..<count {
      let before = latest[start * count + from]
      guard before < .infinity else { continue }
      for end in 0..<count {
        let total = before + most + latest[to * count + end]
        guard total < latest[start * count + end] - 1e-9 else { continue }
        latest[start * count + end] = total
        if let fact { trace?.join(start, from, fact, to, end, count: count) }
      }
    }
    return true
  }
}
