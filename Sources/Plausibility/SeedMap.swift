/// The map of sets that are not explored yet: which members to leave out so that every conflict loses one
/// and every outside keeps one.
///
/// Plain backtracking that drops the member of most conflicts first. Its number of steps is bounded, so
/// that a case with very many conflicts is answered incompletely rather than never.
struct SeedMap {
  enum Answer {
    case found(Set<Int>)
    case explored
    case gaveUp
  }

  private static let stepLimit = 20_000

  private let conflicts: [[Int]]
  private let outsides: [[Int]]
  private let outsidesOf: [Int: [Int]]
  /// How many members each outside still keeps.
  private var kept: [Int]
  private var dropped: Set<Int> = []
  private var steps = 0

  init(conflicts: [[Int]], outsides: [[Int]]) {
    var weight: [Int: Int] = [:]
    for member in conflicts.joined() { weight[member, default: 0] += 1 }
    // Short conflicts leave the least choice; within one, the member of most conflicts goes first.
    self.conflicts = conflicts.sorted { $0.count < $1.count }.map { conflict in
      conflict.sorted { (weight[$1] ?? 0, $0) < (weight[$0] ?? 0, $1) }
    }
    self.outsides = outsides
    var outsidesOf: [Int: [Int]] = [:]
    for (index, outside) in outsides.enumerated() {
      for member in outside { outsidesOf[member, default: []].append(index) }
    }
    self.outsidesOf = outsidesOf
    kept = outsides.map(\.count)
  }

  mutating func search() -> Answer {
    guard !outsides.contains(where: \.isEmpty) else { return .explored }
    if drop(from: 0) { return .found(dropped) }
    return steps > Self.stepLimit ? .gaveUp : .explored
  }

  private mutating func drop(from index: Int) -> Bool {
    var index = index
    while index < conflicts.count, conflicts[index].contains(where: dropped.contains) { index += 1 }
    guard index < conflicts.count else { return true }
    for member in conflicts[index] {
      steps += 1
      guard steps <= Self.stepLimit else { return false }
      let mine = outsidesOf[member] ?? []
      guard !mine.contains(where: { kept[$0] == 1 }) else { continue }
      dropped.insert(member)
      for outside in mine { kept[outside] -= 1 }
      if drop(from: index + 1) { return true }
      dropped.remove(member)
      for outside in mine { kept[outside] += 1 }
    }
    return false
  }
}
