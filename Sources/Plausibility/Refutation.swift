/// Why a store's constraints cannot hold.
indirect enum Refutation {
  /// Two bounds cross.
  case crossing(Store)
  /// Rows add up to what cannot be.
  case combination(Store, Combination)
  /// It cannot be whether a quantity is at most or at least a value.
  case cases(quantity: Int, at: Double, depth: Int, below: Refutation, above: Refutation)

  /// The members and distinctions that it rests on.
  var core: Core {
    switch self {
    case .crossing(let store):
      let facts = store.contradiction.map { $0.upperFacts + $0.lowerFacts } ?? []
      return store.log.core(of: facts, members: store.problem.members.count)
    case .combination(var store, let combination):
      store.log.begin()
      for part in combination.parts { store.cite(part) }
      let facts = store.log.takeCited()
      var core = store.log.core(of: facts, members: store.problem.members.count)
      for part in combination.parts {
        guard let owner = part.owner(in: store.problem), owner >= 0 else { continue }
        core.members.insert(Int(owner))
      }
      return core
    case .cases(_, _, let depth, let below, let above):
      var core = below.core
      core.formUnion(above.core)
      core.splits &= ~(1 << UInt64(depth))
      return core
    }
  }
}

extension Combination.Part {
  /// The member whose order, sum or product it is; -1 for a law.
  func owner(in problem: Problem) -> Int32? {
    guard case .row(let row) = kind else { return nil }
    switch row.origin {
    case .difference: return nil
    case .relation(let index), .plane(let index, _): return problem.owners[index]
    }
  }
}
