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
  public func isContradictory(_ selected: [Int], widenedBy profile: HedgeProfile? = nil) -> Bool {
    firstScenario(selected, widenedBy: profile) == nil
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
    _ selected: [Int], limit: Int, widenedBy profile: HedgeProfile? = nil
  ) -> [Scenario] {
    var search = ReadingSearch(system: self, selected: selected, limit: limit, profile: profile)
    return search.run()
  }

  private func firstScenario(_ selected: [Int], widenedBy profile: HedgeProfile?) -> Scenario? {
    scenarios(selected, limit: 1, widenedBy: profile).first
  }
}

/// Depth-first search over the readings of the members, single ones first.
private struct ReadingSearch {
  let system: ConstraintSystem
  let limit: Int
  let profile: HedgeProfile?
  private let order: [Int]
  private var found: [Scenario] = []

  init(system: ConstraintSystem, selected: [Int], limit: Int, profile: HedgeProfile?) {
    self.system = system
    self.limit = limit
    self.profile = profile
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
      store.add(reading: 0, of: order[depth], profile)
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
      branch.add(reading: reading, of: order[depth], profile)
      branch.propagate()
      guard !branch.isContradictory else { continue }
      var next = chosen
      next[order[depth]] = reading
      descend(depth + 1, branch, next)
    }
  }
}

extension Store {
  /// Adds one reading of a member; claims are widened where a profile is given.
  mutating func add(reading: Int, of member: Int, _ profile: HedgeProfile?) {
    let reading = system.members[member].readings[reading]
    let isClaim = system.members[member].claim != nil
    let value =
      profile.map { profile in
        isClaim ? reading.value.mapInterval { $0.stretchedToLimit(of: profile) } : reading.value
      } ?? reading.value
    add(value, member: member)
    for constraint in reading.others { add(constraint, member: member) }
  }
}
