/// All minimal conflicts among members, and all maximal consistent sets, up to a limit.
///
/// After M. Liffiton, A. Previti, A. Malik and J. Marques-Silva, Fast, flexible MUS enumeration
/// (MARCO), Constraints 21 (2016) 223–250. The map of unexplored sets is small enough for plain
/// backtracking.
struct ConflictSearch {
  private let system: ConstraintSystem
  private let members: [Int]
  private let limit: Int
  /// Of each conflict found, not all members may be in the next seed.
  private(set) var conflicts: [[Int]] = []
  /// Of each consistent set found, one outside member must be in the next seed.
  private(set) var outsides: [[Int]] = []
  /// Whether the limit was reached before everything was explored.
  private(set) var isIncomplete = false

  init(system: ConstraintSystem, members: [Int], limit: Int) {
    self.system = system
    self.members = members
    self.limit = limit
  }

  mutating func run() {
    while let seed = unexploredSeed() {
      if conflicts.count + outsides.count >= limit {
        isIncomplete = true
        return
      }
      switch system.contradicts(seed) {
      case true?: conflicts.append(shrunk(seed))
      case let answer:
        if answer == nil { isIncomplete = true }
        let grown = grown(seed)
        outsides.append(members.filter { !grown.contains($0) })
        if grown.count == members.count { return }
      }
    }
  }

  /// Takes away what the contradiction does not need, by halves first.
  private func shrunk(_ seed: [Int]) -> [Int] {
    var kept = seed
    var size = max(1, kept.count / 2)
    while true {
      var start = 0
      while start < kept.count {
        let attempt = Array(kept[..<start] + kept[min(kept.count, start + size)...])
        if system.isContradictory(attempt) { kept = attempt } else { start += size }
      }
      if size == 1 { return kept }
      size = max(1, size / 2)
    }
  }

  private func grown(_ seed: [Int]) -> Set<Int> {
    var kept = seed
    for member in members where !seed.contains(member) {
      if !system.isContradictory((kept + [member]).sorted()) { kept.append(member) }
    }
    return Set(kept)
  }

  /// A set that no earlier answer rules out; nil when all are explored, or when looking for one took
  /// so long that the search is given up as incomplete.
  private mutating func unexploredSeed() -> [Int]? {
    var map = SeedMap(conflicts: conflicts, outsides: outsides)
    switch map.search() {
    case .found(let dropped): return members.filter { !dropped.contains($0) }
    case .explored: return nil
    case .gaveUp:
      isIncomplete = true
      return nil
    }
  }
}

extension ConstraintSystem {
  /// The selected members in groups that share no event and no quantity.
  func components(of selected: [Int]) -> [[Int]] {
    var groups = DisjointSets(count: eventNames.count + quantityNames.count)
    for law in laws { groups.join(variables(of: law)) }
    let ofMember = selected.map { member in
      members[member].readings.flatMap { reading in
        ([reading.value] + reading.others).flatMap { variables(of: $0) }
      }
    }
    for variables in ofMember { groups.join(variables) }
    var result: [Int: [Int]] = [:]
    for (member, variables) in zip(selected, ofMember) {
      result[variables.first.map { groups.root($0) } ?? -1, default: []].append(member)
    }
    return result.values.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }

  private func variables(of constraint: Constraint) -> [Int] {
    func event(_ id: EventID) -> [Int] { id == .epoch ? [] : events[id].map { [$0] } ?? [] }
    func quantity(_ id: QuantityID) -> [Int] {
      quantities[id].map { [eventNames.count + $0] } ?? []
    }
    return switch constraint {
    case .within(let id, _): quantity(id)
    case .elapsed(let from, let to, _): event(from) + event(to)
    case .atLeast(let one, let other): quantity(one) + quantity(other)
    case .sum(let total, let parts): quantity(total) + parts.flatMap(quantity)
    case .reach(let distance, let speed, let from, let to),
      .average(let distance, let speed, let from, let to):
      quantity(distance) + quantity(speed) + event(from) + event(to)
    }
  }
}

/// Sets that are joined step by step (union–find).
private struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(_ item: Int) -> Int {
    var item = item
    while parents[item] != item {
      parents[item] = parents[parents[item]]
      item = parents[item]
    }
    return item
  }

  mutating func join(_ items: [Int]) {
    guard let first = items.first else { return }
    for item in items.dropFirst() { parents[root(item)] = root(first) }
  }
}
