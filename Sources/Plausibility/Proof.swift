/// What a step of a proof is about.
public enum ProofSubject: Hashable, Sendable {
  case quantity(QuantityID)
  /// The seconds from one event to another; from the epoch, a moment.
  case elapsed(EventID, EventID)
}

/// A step: something is at least or at most a value, because of a member and earlier steps.
public struct ProofStep: Hashable, Sendable {
  public enum Relation: String, Sendable { case atLeast, atMost }

  public let subject: ProofSubject
  public let relation: Relation
  /// Metres, metres a second or seconds; moments are seconds since 1970.
  public let value: Double
  /// The member that says so, or nil where it follows by arithmetic from the premises.
  public let member: Member.ID?
  /// The positions of the steps it follows from.
  public let premises: [Int]
}

/// Why a set of members cannot hold under one choice of readings.
public struct Proof: Hashable, Sendable {
  /// The readings that were chosen, where a member has several.
  public let readings: [Member.ID: String]
  /// In an order in which each follows from those before it.
  public let steps: [ProofStep]
  /// What cannot be: the subject would have to be at most `upper` and at least `lower`.
  public let subject: ProofSubject
  public let upper: Double
  public let lower: Double
  /// The steps from which the upper and the lower bound follow.
  public let upperSteps: [Int]
  public let lowerSteps: [Int]
}

extension Proof {
  /// The proof that a traced store's contradiction makes; nil where it has none.
  init?(store: Store, readings: [Member.ID: String]) {
    guard let contradiction = store.contradiction, let trace = store.trace else { return nil }
    let system = store.system
    var needed: Set<Int> = []
    var queue = [contradiction.first] + contradiction.second
    while let fact = queue.popLast() {
      guard needed.insert(fact).inserted else { continue }
      queue += trace.facts[fact].premises
    }
    let order = needed.sorted()
    let positions = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    func positionsOf(_ facts: [Int]) -> [Int] { facts.compactMap { positions[$0] } }
    steps = order.map { index in
      let fact = trace.facts[index]
      let (subject, isUpper, value) = system.plain(fact.subject, fact.isUpper, fact.value)
      return ProofStep(
        subject: subject, relation: isUpper ? .atMost : .atLeast, value: value,
        member: fact.member < 0 ? nil : system.members[fact.member].id,
        premises: positionsOf(fact.premises))
    }
    self.readings = readings
    let turned = system.plain(contradiction.subject, true, contradiction.upper)
    let other = system.plain(contradiction.subject, false, contradiction.lower)
    subject = turned.subject
    if turned.isUpper {
      (upper, lower) = (turned.value, other.value)
      (upperSteps, lowerSteps) = (
        positionsOf([contradiction.first]), positionsOf(contradiction.second)
      )
    } else {
      (upper, lower) = (other.value, turned.value)
      (upperSteps, lowerSteps) = (
        positionsOf(contradiction.second), positionsOf([contradiction.first])
      )
    }
  }
}

extension ConstraintSystem {
  /// A bound in the direction people think in: forwards in time, and moments since 1970.
  ///
  /// "The epoch is at most -x after the event" becomes "the event is at least x after the epoch".
  fileprivate func plain(
    _ subject: ProofSubject, _ isUpper: Bool, _ value: Double
  ) -> (subject: ProofSubject, isUpper: Bool, value: Double) {
    guard case .elapsed(let from, let to) = subject else { return (subject, isUpper, value) }
    let mustTurn =
      to == .epoch
      || from != .epoch && to != .epoch && (events[from] ?? 0) > (events[to] ?? 0)
    guard mustTurn else {
      return (subject, isUpper, from == .epoch ? value + reference : value)
    }
    let turned = -value + (to == .epoch ? reference : 0)
    return (.elapsed(to, from), !isUpper, turned)
  }
}
