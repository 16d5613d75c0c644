/// Why a store's constraints cannot hold.
struct Refutation {
  /// The members and distinctions of cases that it rests on.
  let core: Core
  /// How it follows; nil where nobody wants to know.
  let derivation: Derivation?

  struct Derivation {
    let steps: [ProofStep]
    let end: Proof.End
  }

  /// Two bounds of the store cross.
  init(crossing store: BoundStore, keepsProof: Bool) {
    let facts = store.contradiction.map { $0.upperFacts + $0.lowerFacts } ?? []
    core = store.log.core(of: facts, members: store.problem.members.count)
    derivation = keepsProof ? store.crossingDerivation() : nil
  }

  /// Rows of the store's relaxation add up to what cannot be.
  init(_ combination: Combination, of store: BoundStore, keepsProof: Bool) {
    var citing = store
    citing.log.begin()
    for part in combination.parts { citing.cite(part) }
    var core = citing.log.core(
      of: citing.log.takeCited(), members: store.problem.members.count)
    for part in combination.parts {
      guard let owner = part.owner(in: store.problem), owner >= 0 else { continue }
      core.members.insert(Int(owner))
    }
    self.core = core
    derivation = keepsProof ? store.sumDerivation(combination) : nil
  }

  /// It cannot be whether a quantity is at most or at least a value, a distinction at some depth.
  init(
    _ quantity: QuantityID, at value: Double, depth: Int, below: Refutation, above: Refutation
  ) {
    var core = below.core
    core.formUnion(above.core)
    core.splits &= ~(1 << UInt64(depth))
    self.core = core
    guard let low = below.derivation, let high = above.derivation else {
      derivation = nil
      return
    }
    derivation = Derivation(
      steps: [],
      end: .cases(
        quantity, value, below: Proof(low, readings: [:]), above: Proof(high, readings: [:])))
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
