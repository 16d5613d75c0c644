/// Looks for a contradiction without propagating anything: what each product and sum says of bounds that are stated of
/// its own variables.
struct QuickRefutation {
  private let table: BoundTable
  private let best: BoundTable.Best

  init(_ table: BoundTable, _ best: BoundTable.Best) {
    self.table = table
    self.best = best
  }

  /// A bound with the relations that state it.
  fileprivate struct Stated {
    var value: Double
    var sources: [Int32]
  }

  /// The relations that one product or sum shows to contradict each other; empty where none does.
  func suspects(_ indices: [Int]) -> [Int] {
    for index in indices {
      let relation = table.relations[index]
      let found =
        switch relation.kind {
        case .reach, .average: inProduct(relation)
        case .sum: inSum(relation)
        case .within, .elapsed, .order: [Int32]()
        }
      if !found.isEmpty { return found.filter { $0 >= 0 }.map(Int.init) + [index] }
    }
    return []
  }

  private func inProduct(_ relation: Relation) -> [Int32] {
    let (distance, speed) = (relation.first, relation.second)
    let most = most(relation.start, relation.end)
    let (shortest, fastest) = (least(of: distance), self.most(of: speed))
    if shortest.value > fastest.value * max(0, most.value) * (1 + 1e-9) + 1 {
      return shortest.sources + fastest.sources + most.sources
    }
    guard relation.kind == .average else { return [] }
    let least = Stated.negative(self.most(relation.end, relation.start))
    let (longest, slowest) = (self.most(of: distance), self.least(of: speed))
    if longest.value < slowest.value * max(0, least.value) * (1 - 1e-9) - 1 {
      return longest.sources + slowest.sources + least.sources
    }
    return []
  }

  private func inSum(_ relation: Relation) -> [Int32] {
    var (low, high) = (Stated(value: 0, sources: []), Stated(value: 0, sources: []))
    for part in relation.parts {
      low.add(least(of: table.parts[part]))
      high.add(most(of: table.parts[part]))
    }
    let (shortest, longest) = (least(of: relation.first), most(of: relation.first))
    if low.value > longest.value * (1 + 1e-9) + 1 { return low.sources + longest.sources }
    if high.value < shortest.value * (1 - 1e-9) - 1 { return high.sources + shortest.sources }
    return []
  }

  private func least(of quantity: Int32) -> Stated {
    let stated = bound(2 * (table.events * table.events + Int(quantity)) + 1)
    return Stated(value: max(0, -stated.value), sources: stated.sources)
  }

  private func most(of quantity: Int32) -> Stated {
    bound(2 * (table.events * table.events + Int(quantity)))
  }

  private func bound(_ slot: Int) -> Stated {
    Stated(value: table.most(best, slot), sources: [best[slot]])
  }

  /// The most seconds from one event to another: as stated of the two, or by the clock.
  private func most(_ from: Int32, _ to: Int32) -> Stated {
    let direct = edge(from, to)
    let (last, first) = (edge(0, to), edge(from, 0))
    guard last.value + first.value < direct.value else { return direct }
    return Stated(value: last.value + first.value, sources: last.sources + first.sources)
  }

  private func edge(_ from: Int32, _ to: Int32) -> Stated {
    let one = bound(2 * (Int(from) * table.events + Int(to)))
    let other = bound(2 * (Int(to) * table.events + Int(from)) + 1)
    return one.value < other.value ? one : other
  }
}

extension QuickRefutation.Stated {
  fileprivate static func negative(_ stated: QuickRefutation.Stated) -> QuickRefutation.Stated {
    QuickRefutation.Stated(value: -stated.value, sources: stated.sources)
  }

  fileprivate mutating func add(_ other: QuickRefutation.Stated) {
    value += other.value
    sources += other.sources
  }
}
