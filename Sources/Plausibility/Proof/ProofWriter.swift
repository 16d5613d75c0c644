/// Writes facts of a store down as the steps of a proof.
struct ProofWriter {
  private let problem: Problem
  private let order: [Int]
  private(set) var steps: [ProofStep] = []

  init(_ store: BoundStore, _ roots: [Int]) {
    problem = store.problem
    order = store.log.closure(of: roots)
    steps = order.map { index in
      let fact = store.log.facts[index]
      let plain = plain(fact)
      var member: Member.ID?
      if case .member(let place) = fact.cause { member = self.member(Int32(place)) }
      return ProofStep(
        subject: plain.subject, relation: plain.relation, value: plain.value, member: member,
        premises: positions(Array(store.log.premises[fact.premises])))
    }
  }

  func member(_ place: Int32) -> Member.ID? {
    place < 0 ? nil : problem.system.members[problem.members[Int(place)]].id
  }

  func positions(_ facts: [Int]) -> [Int] {
    facts.compactMap { fact in
      // The order is ascending.
      var (low, high) = (0, order.count)
      while low < high {
        let middle = (low + high) / 2
        if order[middle] < fact { low = middle + 1 } else { high = middle }
      }
      return low < order.count && order[low] == fact ? low : nil
    }
  }

  private func plain(_ fact: Fact) -> PlainBound {
    switch fact.subject {
    case .least(let quantity):
      PlainBound(.quantity(problem.name(ofQuantity: quantity)), .atLeast, fact.value)
    case .most(let quantity):
      PlainBound(.quantity(problem.name(ofQuantity: quantity)), .atMost, fact.value)
    case .elapsed(let from, let to):
      plain(
        .elapsed(problem.name(ofEvent: from), problem.name(ofEvent: to)), .atMost, fact.value)
    }
  }

  /// A bound in the direction people think in: forwards in time, and moments since 1970.
  ///
  /// "The epoch is at most -x after the event" becomes "the event is at least x after the epoch".
  func plain(
    _ subject: ProofSubject, _ relation: ProofStep.Relation, _ value: Double
  ) -> PlainBound {
    guard case .elapsed(let from, let to) = subject else {
      return PlainBound(subject, relation, value)
    }
    let numbers = problem.system.symbols.events
    let mustTurn =
      to == .epoch
      || from != .epoch && to != .epoch && (numbers[from] ?? 0) > (numbers[to] ?? 0)
    guard mustTurn else {
      return PlainBound(
        subject, relation, from == .epoch ? value + problem.reference : value)
    }
    return PlainBound(
      .elapsed(to, from), relation == .atMost ? .atLeast : .atMost,
      -value + (to == .epoch ? problem.reference : 0))
  }
}

struct PlainBound {
  let subject: ProofSubject
  let relation: ProofStep.Relation
  let value: Double

  init(_ subject: ProofSubject, _ relation: ProofStep.Relation, _ value: Double) {
    self.subject = subject
    self.relation = relation
    self.value = value
  }
}
