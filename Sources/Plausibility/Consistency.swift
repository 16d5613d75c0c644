public import Claims

/// Whether members can all hold.
public enum Status: Sendable {
  /// They can: here is one way the world could be.
  case consistent(Witness)
  case contradictory
  /// Contraction found no contradiction and no example either.
  case undecided(reason: String)

  /// Whether a contradiction was proved.
  public var isContradictory: Bool {
    if case .contradictory = self { return true }
    return false
  }
}

/// One choice of readings under which members can hold, and what is then known.
struct Scenario: Sendable {
  /// The position of the reading that was chosen for each member.
  let readings: [Int: Int]
  let store: Store
}

extension ConstraintSystem {
  /// Whether the members at the given positions contradict each other under every reading.
  public func isContradictory(
    _ selected: [Int], reading claims: ClaimReading = .asTheyStand
  ) -> Bool {
    scenarios(selected, limit: 1, reading: claims).isEmpty
  }

  /// The status of the members at the given positions, with an example where there is one.
  public func status(of selected: [Int]) -> Status {
    var sawScenario = false
    for scenario in scenarios(selected, limit: 64) {
      sawScenario = true
      if let witness = Witness(scenario: scenario, system: self) { return .consistent(witness) }
    }
    return sawScenario
      ? .undecided(reason: "bounds leave room, but no example was found within it")
      : .contradictory
  }

  /// Every choice of readings that contraction cannot refute, up to a limit.
  func scenarios(
    _ selected: [Int], limit: Int, reading claims: ClaimReading = .asTheyStand
  ) -> [Scenario] {
    var search = ReadingSearch(system: self, selected: selected, limit: limit, claims: claims)
    return search.run()
  }
}

/// How widely the words of claims are read.
public enum ClaimReading: Sendable {
  case asTheyStand
  /// Every claim as widely as a profile still calls stretched.
  case toTheLimit(of: HedgeProfile)
  /// The claim at one position stretched, all others as they stand.
  case stretching(Int, by: Stretch)

  func interval(_ interval: ClaimedInterval, of member: Int) -> ClaimedInterval {
    switch self {
    case .asTheyStand: interval
    case .toTheLimit(let profile): interval.stretchedToLimit(of: profile)
    case .stretching(let position, let stretch):
      position == member ? interval.stretched(by: stretch) : interval
    }
  }
}

/// Depth-first search over the readings of the members, single ones first.
private struct ReadingSearch {
  let system: ConstraintSystem
  let limit: Int
  let claims: ClaimReading
  private let order: [Int]
  private var found: [Scenario] = []

  init(system: ConstraintSystem, selected: [Int], limit: Int, claims: ClaimReading) {
    self.system = system
    self.limit = limit
    self.claims = claims
    order = selected.sorted {
      (system.members[$0].readings.count, $0) < (system.members[$1].readings.count, $1)
    }
  }

  mutating func run() -> [Scenario] {
    var store = Store(system: system, tracing: false)
    for law in system.laws { store.add(law, member: -1) }
    descend(0, store, [:])
    return found
  }

  private mutating func descend(_ depth: Int, _ store: Store, _ chosen: [Int: Int]) {
    guard found.count < limit else { return }
    var store = store
    var depth = depth
    var chosen = chosen
    while depth < order.count, system.members[order[depth]].readings.count == 1 {
      store.add(reading: 0, of: order[depth], claims)
      chosen[order[depth]] = 0
      depth += 1
    }
    store.propagate()
    guard !store.isContradictory else { return }
    guard depth < order.count else {
      found.append(Scenario(readings: chosen, store: store))
      return
    }
    for reading in system.members[order[depth]].readings.indices {
      var branch = store
      branch.add(reading: reading, of: order[depth], claims)
      branch.propagate()
      guard !branch.isContradictory else { continue }
      var next = chosen
      next[order[depth]] = reading
      descend(depth + 1, branch, next)
    }
  }
}

extension Store {
  /// Adds one reading of a member; only a claim's words can be read more widely.
  mutating func add(reading: Int, of member: Int, _ claims: ClaimReading) {
    let reading = system.members[member].readings[reading]
    let isClaim = system.members[member].claim != nil
    add(
      isClaim ? reading.value.mapInterval { claims.interval($0, of: member) } : reading.value,
      member: member)
    for constraint in reading.others { add(constraint, member: member) }
  }
}
