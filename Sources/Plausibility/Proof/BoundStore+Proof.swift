extension Proof {
  /// A refutation under a choice of readings.
  init(_ derivation: Refutation.Derivation, readings: [Member.ID: Int]) {
    self.readings = readings
    steps = derivation.steps
    end = derivation.end
  }
}

extension BoundStore {
  /// Its contradiction by the names of members, events and quantities; nil where it has none.
  func crossingDerivation() -> Refutation.Derivation? {
    guard let contradiction else { return nil }
    let contradictory = betweenMoments(contradiction)
    let writer = ProofWriter(self, contradictory.upperFacts + contradictory.lowerFacts)
    let upper = writer.plain(contradictory.subject, .atMost, contradictory.upper)
    let lower = writer.plain(contradictory.subject, .atLeast, contradictory.lower)
    let (upperSteps, lowerSteps) = (
      writer.positions(contradictory.upperFacts), writer.positions(contradictory.lowerFacts)
    )
    let isTurned = upper.relation == .atLeast
    return Refutation.Derivation(
      steps: writer.steps,
      end: .crossing(
        ProofCrossing(
          subject: upper.subject, upper: isTurned ? lower.value : upper.value,
          lower: isTurned ? upper.value : lower.value,
          upperSteps: isTurned ? lowerSteps : upperSteps,
          lowerSteps: isTurned ? upperSteps : lowerSteps)))
  }

  /// A ring of bounds that passes the epoch, stated as people do: what clocks leave between two events against
  /// what it must have taken.
  private func betweenMoments(_ crossing: Contradiction) -> Contradiction {
    let ring = crossing.upperFacts + crossing.lowerFacts
    var (start, end): (Int?, Int?)
    var clocks: [Int] = []
    var window = 0.0
    var needed = 0.0
    for index in ring {
      guard case .elapsed(let from, let to) = log.facts[index].subject else { return crossing }
      let value = log.facts[index].value
      if from == 0 { end = to }
      if to == 0 { start = from }
      if from == 0 || to == 0 {
        clocks.append(index)
        window += value
      } else {
        needed -= value
      }
    }
    guard let start, let end, start != end, clocks.count == 2 else { return crossing }
    return Contradiction(
      subject: .elapsed(problem.name(ofEvent: start), problem.name(ofEvent: end)),
      upper: window, lower: needed, upperFacts: clocks,
      lowerFacts: ring.filter { !clocks.contains($0) })
  }

  /// Rows that add up to what cannot be, by the names of members, events and quantities.
  func sumDerivation(_ combination: Combination) -> Refutation.Derivation {
    var store = self
    let facts = combination.parts.map { part -> [Int] in
      store.log.begin()
      store.cite(part)
      return store.log.takeCited()
    }
    let writer = ProofWriter(self, facts.flatMap(\.self))
    let parts = zip(combination.parts, facts).map { part, facts in
      ProofSum.Part(
        weight: part.weight, statement: statement(part, writer),
        member: part.owner(in: problem).flatMap { writer.member($0) },
        steps: writer.positions(facts))
    }
    return Refutation.Derivation(
      steps: writer.steps,
      end: .sum(ProofSum(parts: parts, lower: combination.lower, upper: combination.upper)))
  }

  private func statement(_ part: Combination.Part, _ writer: ProofWriter) -> ProofSum.Statement {
    func bound(_ subject: ProofSubject, _ value: Double) -> ProofSum.Statement {
      let plain = writer.plain(subject, part.isLow ? .atLeast : .atMost, value)
      return .bound(plain.subject, plain.relation, plain.value)
    }
    switch part.kind {
    case .event(let event):
      let moment = elapsed(0, event)
      return bound(
        .elapsed(.epoch, problem.name(ofEvent: event)), part.isLow ? moment.low : moment.high)
    case .quantity(let quantity):
      return bound(
        .quantity(problem.name(ofQuantity: quantity)),
        part.isLow ? low[quantity] : high[quantity])
    case .row(let row):
      switch row.origin {
      case .difference(let pair):
        return bound(
          .elapsed(problem.name(ofEvent: pair.from), problem.name(ofEvent: pair.to)),
          part.isLow ? row.low : row.high)
      case .relation(let index):
        let relation = problem.relations[index]
        let first = problem.name(ofQuantity: Int(relation.first))
        return relation.kind == .order
          ? .order(first, problem.name(ofQuantity: Int(relation.second)))
          : .total(
            first, of: relation.parts.map { problem.name(ofQuantity: Int(problem.parts[$0])) })
      case .plane(let index, let plane): return product(index, plane, row.restsOnTime)
      }
    }
  }

  private func product(
    _ index: Int, _ plane: Relaxation.Plane, _ restsOnTime: Bool
  ) -> ProofSum.Statement {
    let relation = problem.relations[index]
    let (speed, start, end) = (Int(relation.second), Int(relation.start), Int(relation.end))
    let time = elapsed(start, end)
    let isFast = plane == .greatestSpeed || plane == .greatestSpeedGreatestTime
    let isShort = plane == .greatestSpeed || plane == .leastSpeedLeastTime
    return .product(
      ProofProduct(
        distance: problem.name(ofQuantity: Int(relation.first)),
        speed: problem.name(ofQuantity: speed), from: problem.name(ofEvent: start),
        to: problem.name(ofEvent: end), pace: isFast ? high[speed] : low[speed],
        time: !restsOnTime ? 0 : isShort ? max(0, time.low) : time.high,
        isUpper: plane.isUpper))
  }
}

extension ConstraintSystem {
  /// Proofs that together refute every choice of the readings of a contradictory set.
  func proofs(of members: [Int]) -> [Proof] {
    let problem = Problem(self, members: members)
    return Decider(problem).refutations(.all(members.count)).compactMap { refuted in
      let needed = refuted.refutation.core.members
      let readings = refuted.readings.enumerated().map { needed.contains($0) ? $1 : -1 }
      return refuted.refutation.derivation.map { Proof($0, readings: named(readings, in: problem)) }
    }
  }
}
