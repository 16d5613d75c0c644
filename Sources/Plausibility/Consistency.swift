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

/// The choices of readings that a search found, and whether it tried all.
struct Scenarios {
  let found: [Scenario]
  let isComplete: Bool
}

extension ConstraintSystem {
  /// Whether the members at the given positions contradict each other under every reading.
  public func isContradictory(
    _ selected: [Int], reading claims: ClaimReading = .asTheyStand
  ) -> Bool {
    contradicts(selected, reading: claims) == true
  }

  /// The same, nil where the search was given up before it was proved either way.
  func contradicts(_ selected: [Int], reading claims: ClaimReading = .asTheyStand) -> Bool? {
    let scenarios = scenarios(selected, limit: 1, reading: claims)
    if !scenarios.found.isEmpty { return false }
    return scenarios.isComplete ? true : nil
  }

  /// The status of the members at the given positions, with an example where there is one.
  public func status(of selected: [Int]) -> Status {
    let scenarios = scenarios(selected, limit: 64)
    for scenario in scenarios.found {
      if let witness = Witness(scenario: scenario, system: self) { return .consistent(witness) }
    }
    if !scenarios.isComplete { return .undecided(reason: "too many readings to try them all") }
    return scenarios.found.isEmpty
      ? .contradictory
      : .undecided(reason: "bounds leave room, but no example was found within it")
  }

  /// Every choice of readings that contraction cannot refute, up to a limit.
  func scenarios(
    _ selected: [Int], limit: Int, reading claims: ClaimReading = .asTheyStand
  ) -> Scenarios {
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

/// Depth-first search over the readings of the members.
///
/// Members with one reading come first; readings that contradict them alone are struck out; then the
/// member with the fewest readings left is tried first. The number of steps is bounded: a search that is
/// given up has proved nothing.
private struct ReadingSearch {
  private static let stepLimit = 1_000

  private let system: ConstraintSystem
  private let selected: [Int]
  private let limit: Int
  private let claims: ClaimReading
  private var found: [Scenario] = []
  private var steps = 0

  init(system: ConstraintSystem, selected: [Int], limit: Int, claims: ClaimReading) {
    self.system = system
    self.selected = selected
    self.limit = limit
    self.claims = claims
  }

  mutating func run() -> Scenarios {
    var store = Store(system: system, tracing: false)
    for law in system.laws { store.add(law, member: -1) }
    var chosen: [Int: Int] = [:]
    for member in selected where system.members[member].readings.count == 1 {
      store.add(reading: 0, of: member, claims)
      chosen[member] = 0
    }
    store.propagate()
    guard !store.isContradictory else { return Scenarios(found: [], isComplete: true) }
    var open: [(member: Int, readings: [Int])] = []
    for member in selected where system.members[member].readings.count > 1 {
      let readings = system.members[member].readings.indices.filter { reading in
        var alone = store
        alone.add(reading: reading, of: member, claims)
        alone.propagate()
        return !alone.isContradictory
      }
      guard !readings.isEmpty else { return Scenarios(found: [], isComplete: true) }
      open.append((member, readings))
    }
    open.sort { ($0.readings.count, $0.member) < ($1.readings.count, $1.member) }
    descend(open[...], store, chosen)
    return Scenarios(found: found, isComplete: steps <= Self.stepLimit)
  }

  private mutating func descend(
    _ open: ArraySlice<(member: Int, readings: [Int])>, _ store: Store, _ chosen: [Int: Int]
  ) {
    guard found.count < limit, steps <= Self.stepLimit else { return }
    guard let next = open.first else {
      found.append(Scenario(readings: chosen, store: store))
      return
    }
    for reading in next.readings {
      steps += 1
      var branch = store
      branch.add(reading: reading, of: next.member, claims)
      branch.propagate()
      guard !branch.isContradictory else { continue }
      var more = chosen
      more[next.member] = reading
      descend(open.dropFirst(), branch, more)
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
